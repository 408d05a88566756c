import { radarPoint, radarPoints } from "./radarPoints.ts";

type Props = Readonly<{ label: string; axes: readonly string[]; series: readonly (readonly (number | null)[])[]; max?: number }>;

const radius = 100;
/** The width of a letter of 17 units, with room to spare. */
const letter = 8.8;
const rings = [2, 4, 6, 8, 10];

/** The web itself. Names stand outside it, with the newest value behind them. */
export function RadarPicture({ label, axes, series, max = 10 }: Props) {
  const whole = axes.map(() => max);
  const half = Math.max(...axes.map((axis, index) => reach(axis, index, axes.length)));
  return (
    <svg className="wieg-radar__picture" viewBox={`${-half} -146 ${2 * half} 292`} role="img" aria-label={label} focusable="false">
      {rings.map((ring) => (
        <polygon key={ring} className="wieg-radar__ring" points={radarPoints(whole, (radius * ring) / 10, max)} />
      ))}
      {axes.map((axis, index) => {
        const end = radarPoint(index, axes.length, max, radius, max);
        return <line key={axis} className="wieg-radar__axis" x1="0" y1="0" x2={end.x} y2={end.y} />;
      })}
      {series
        .map((values, index) => (
          <polygon
            key={index}
            className={`wieg-radar__line wieg-radar__line--${index}`}
            points={radarPoints(values, radius, max)}
            data-radar-line={index}
          />
        ))
        .reverse()}
      {(series[0] ?? []).map((value, index) => {
        if (value === null) return null;
        const at = radarPoint(index, axes.length, value, radius, max);
        return <circle key={index} className="wieg-radar__point" cx={at.x} cy={at.y} r="3.5" />;
      })}
      {axes.map((axis, index) => (
        <AxisName key={axis} name={axis} value={series[0]?.[index]} index={index} axes={axes.length} />
      ))}
    </svg>
  );
}

type AxisNameProps = Readonly<{ name: string; value: number | null | undefined; index: number; axes: number }>;

function AxisName({ name, value, index, axes }: AxisNameProps) {
  const { x, y } = radarPoint(index, axes, 11, radius);
  const anchor = Math.abs(x) < 12 ? "middle" : x > 0 ? "start" : "end";
  const lines = [...wrap(name, 13)];
  const shift = y < -60 ? -(lines.length - 1) * 18 : y > 60 ? 10 : 4 - (lines.length - 1) * 9;
  return (
    <text className="wieg-radar__name" textAnchor={anchor}>
      {lines.map((line, at) => (
        <tspan key={line} x={x} y={y + shift + at * 18}>
          {line}
          {at === lines.length - 1 && (
            <tspan className="wieg-radar__value">{value === null || value === undefined ? " ?" : ` ${value}`}</tspan>
          )}
        </tspan>
      ))}
    </text>
  );
}

/** How far to the side a name reaches, so that the picture is wide enough for it. */
function reach(name: string, index: number, axes: number): number {
  const { x } = radarPoint(index, axes, 11, radius);
  const width = Math.max(...wrap(name, 13).map((line) => line.length + 2)) * letter;
  return Math.ceil(Math.abs(x) < 12 ? width / 2 : Math.abs(x) + width);
}

/** Breaks a name into lines of about as many letters. */
function wrap(name: string, letters: number): readonly string[] {
  return name.split(" ").reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    return last === undefined || `${last} ${word}`.length > letters ? [...lines, word] : [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}
