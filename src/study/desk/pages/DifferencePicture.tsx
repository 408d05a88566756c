interface Line {
  readonly name: string;
  readonly difference: number | null;
}
const left = 290;
const right = 30;
const width = 760;
const row = 30;

/** Each measure as a dot beside zero, with the bounds of 0.1 as a band. The table below it says the same. */
export function DifferencePicture({ label, lines }: Readonly<{ label: string; lines: readonly Line[] }>) {
  const told = lines.flatMap((line) => (line.difference === null ? [] : [{ name: line.name, difference: line.difference }]));
  if (told.length === 0) return null;
  const most = Math.max(0.5, Math.ceil(Math.max(...told.map(({ difference }) => Math.abs(difference))) * 5) / 5);
  const height = told.length * row + 44;
  const x = (value: number) => left + ((value + most) / (2 * most)) * (width - left - right);
  const inWords = (value: number) => value.toFixed(1).replace(".", ",").replace("-", "−");
  return (
    <svg className="wieg-course" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} focusable="false">
      <rect className="wieg-course__band" x={x(-0.1)} y={4} width={x(0.1) - x(-0.1)} height={height - 36} />
      {[-most, 0, most].map((value) => (
        <g key={value} className="wieg-course__rule">
          <line x1={x(value)} x2={x(value)} y1={4} y2={height - 32} />
          <text x={x(value)} y={height - 12} textAnchor="middle">
            {inWords(value)}
          </text>
        </g>
      ))}
      {told.map(({ name, difference }, nr) => (
        <g key={name}>
          <text x={0} y={nr * row + 26}>
            {name.length > 38 ? `${name.slice(0, 37)}…` : name}
          </text>
          <circle className="wieg-course__dot" cx={x(difference)} cy={nr * row + 21} r="6" />
        </g>
      ))}
    </svg>
  );
}
