import type { InflowPoint } from "../desk.ts";

const width = 720;
const height = 260;
const frame = { left: 48, right: 140, top: 16, bottom: 34 };
const monthNames = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/** Who agreed and who was expected, added up by month. The table below it holds the same. */
export function InflowPicture({ label, points }: Readonly<{ label: string; points: readonly InflowPoint[] }>) {
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  const most = roundUp(Math.max(5, ...points.flatMap(({ actual, expected }) => [actual, expected])));
  const x = (nr: number) => frame.left + (nr / (points.length - 1)) * (width - frame.left - frame.right);
  const y = (value: number) => height - frame.bottom - (value / most) * (height - frame.top - frame.bottom);
  const line = (value: (point: InflowPoint) => number) =>
    points.map((point, nr) => `${x(nr).toFixed(1)},${y(value(point)).toFixed(1)}`).join(" ");
  const every = Math.ceil(points.length / 8);
  const end = x(points.length - 1) + 8;
  const near = Math.abs(y(last.actual) - y(last.expected)) < 18;
  return (
    <svg className="wieg-course" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} focusable="false">
      {[0, 1, 2, 3, 4, 5].map((part) => (
        <g key={part} className="wieg-course__rule">
          <line x1={frame.left} x2={width - frame.right} y1={y((most / 5) * part)} y2={y((most / 5) * part)} />
          <text x={frame.left - 8} y={y((most / 5) * part) + 5} textAnchor="end">
            {(most / 5) * part}
          </text>
        </g>
      ))}
      <polyline className="wieg-course__expected" points={line(({ expected }) => expected)} />
      <polyline className="wieg-course__actual" points={line(({ actual }) => actual)} />
      <text className="wieg-course__name" x={end} y={y(last.expected) + (near ? (last.actual > last.expected ? 16 : -6) : 5)}>
        Plan: {Math.round(last.expected)}
      </text>
      <text
        className="wieg-course__name wieg-course__name--actual"
        x={end}
        y={y(last.actual) + (near ? (last.actual > last.expected ? -6 : 16) : 5)}
      >
        Doet mee: {last.actual}
      </text>
      {points.map(({ month, actual }, nr) => (
        <g key={month}>
          <circle className="wieg-course__dot" cx={x(nr)} cy={y(actual)} r="3.5" />
          {nr % every === 0 && (
            <text className="wieg-course__month" x={x(nr)} y={height - 10} textAnchor="middle">
              {shortMonth(month)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** A number above it that five rules share evenly. */
function roundUp(top: number): number {
  const size = 10 ** Math.floor(Math.log10(top / 5));
  const step = [1, 2, 5, 10].map((times) => times * size).find((one) => one * 5 >= top) ?? 10 * size;
  return Math.max(5, Math.ceil(step) * 5);
}

const shortMonth = (month: string): string => `${monthNames[Number(month.slice(5, 7)) - 1]} ’${month.slice(2, 4)}`;

/** "maart 2027" */
export function monthInWords(month: string): string {
  return new Intl.DateTimeFormat("nl-NL", { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${month}T00:00Z`));
}
