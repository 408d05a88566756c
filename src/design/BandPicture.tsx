/** One place on the line of a `BandPicture`. */
export type BandPoint = Readonly<{
  mean: number;
  likely: readonly [number, number];
  wide: readonly [number, number];
  /** What it is compared with. */
  limit: number;
}>;
type Props = Readonly<{
  label: string;
  points: readonly BandPoint[];
  /** Below the line, at these places. */
  ticks: readonly Readonly<{ at: number; label: string }>[];
  /** A place that stands out, with its words. */
  mark?: Readonly<{ at: number; label: string }> | undefined;
  names: Readonly<{ mean: string; likely: string; wide: string; limit: string }>;
}>;

const width = 1000;
const height = 340;
const [left, right, top, bottom] = [72, 12, 34, 34];

/** An expectation with its two bands beside a limit. Its numbers stand in a table below it. */
export function BandPicture({ label, points, ticks, mark, names }: Props) {
  const most = Math.max(1, ...points.flatMap(({ wide, limit }) => [wide[1], limit]));
  const step = stepFor(most);
  const ceiling = Math.ceil(most / step) * step;
  const x = (at: number) => left + ((width - left - right) * at) / Math.max(1, points.length - 1);
  const y = (value: number) => top + (height - top - bottom) * (1 - value / ceiling);
  const line = (of: (point: BandPoint) => number) => points.map((point, at) => `${x(at).toFixed(1)},${y(of(point)).toFixed(1)}`).join(" ");
  const band = (of: (point: BandPoint) => readonly [number, number]) =>
    [
      ...points.map((point, at) => `${x(at).toFixed(1)},${y(of(point)[1]).toFixed(1)}`),
      ...points.map((point, at) => `${x(at).toFixed(1)},${y(of(point)[0]).toFixed(1)}`).reverse(),
    ].join(" ");
  return (
    <figure className="wieg-band">
      <svg className="wieg-band__picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} focusable="false">
        {Array.from({ length: Math.round(ceiling / step) + 1 }, (_, nr) => nr * step).map((value) => (
          <g key={value} className="wieg-band__grid">
            <line x1={left} x2={width - right} y1={y(value)} y2={y(value)} />
            <text x={left - 8} y={y(value) + 5} textAnchor="end">
              {value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ".")}
            </text>
          </g>
        ))}
        <polygon className="wieg-band__wide" points={band(({ wide }) => wide)} />
        <polygon className="wieg-band__likely" points={band(({ likely }) => likely)} />
        <polyline className="wieg-band__mean" points={line(({ mean }) => mean)} />
        <polyline className="wieg-band__limit" points={line(({ limit }) => limit)} />
        {ticks.map((tick) => (
          <g key={tick.at} className="wieg-band__tick">
            <line x1={x(tick.at)} x2={x(tick.at)} y1={height - bottom} y2={height - bottom + 6} />
            <text x={x(tick.at)} y={height - 6} textAnchor={tick.at > points.length * 0.93 ? "end" : "middle"}>
              {tick.label}
            </text>
          </g>
        ))}
        {mark && (
          <g className="wieg-band__mark">
            <line x1={x(mark.at)} x2={x(mark.at)} y1={top - 6} y2={height - bottom} />
            <text
              x={x(mark.at)}
              y={top - 10}
              textAnchor={mark.at < points.length * 0.15 ? "start" : mark.at > points.length * 0.85 ? "end" : "middle"}
            >
              {mark.label}
            </text>
          </g>
        )}
      </svg>
      <figcaption className="wieg-band__legend">
        <span className="wieg-band__key wieg-band__key--mean">{names.mean}</span>
        <span className="wieg-band__key wieg-band__key--likely">{names.likely}</span>
        <span className="wieg-band__key wieg-band__key--wide">{names.wide}</span>
        <span className="wieg-band__key wieg-band__key--limit">{names.limit}</span>
      </figcaption>
    </figure>
  );
}

/** Five lines or so, at round numbers. */
function stepFor(most: number): number {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}
