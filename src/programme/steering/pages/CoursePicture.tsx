import type { CoursePoint } from "../rules/courses.ts";
import { monthInWords } from "../rules/months.ts";
import { decimal } from "../rules/say.ts";

const width = 720;
const height = 260;
const frame = { left: 44, right: 130, top: 16, bottom: 34 };

/** What came and what was expected, in all so far, with the limits as a band. The table below it holds the same. */
export function CoursePicture({ label, points }: Readonly<{ label: string; points: readonly CoursePoint[] }>) {
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  const top = Math.max(5, ...points.map(({ actual, limits }) => Math.max(actual, limits.upper)));
  const step = stepFor(top);
  const most = Math.ceil(top / step) * step;
  const x = (nr: number) => frame.left + (nr / (points.length - 1)) * (width - frame.left - frame.right);
  const y = (value: number) => height - frame.bottom - (value / most) * (height - frame.top - frame.bottom);
  const line = (value: (point: CoursePoint) => number) => points.map((point, nr) => `${x(nr).toFixed(1)},${y(value(point)).toFixed(1)}`);
  const band = [...line(({ limits }) => limits.upper), ...line(({ limits }) => limits.lower).toReversed()];
  const every = Math.ceil(points.length / 8);
  const end = x(points.length - 1) + 8;
  const [actualAt, expectedAt] = apart(y(last.actual), y(last.expected));
  return (
    <svg className="wieg-course" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} focusable="false">
      {Array.from({ length: Math.round(most / step) + 1 }, (_, nr) => nr * step).map((value) => (
        <g key={value} className="wieg-course__rule">
          <line x1={frame.left} x2={width - frame.right} y1={y(value)} y2={y(value)} />
          <text x={frame.left - 8} y={y(value) + 5} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {last.expected > 0 && (
        <>
          <polygon className="wieg-course__band" points={band.join(" ")} />
          <polyline className="wieg-course__expected" points={line(({ expected }) => expected).join(" ")} />
          <text className="wieg-course__name" x={end} y={expectedAt}>
            Verwacht: {decimal(last.expected)}
          </text>
        </>
      )}
      <polyline className="wieg-course__actual" points={line(({ actual }) => actual).join(" ")} />
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
      <text className="wieg-course__name wieg-course__name--actual" x={end} y={actualAt}>
        Gegeven: {last.actual}
      </text>
    </svg>
  );
}

/** Rules at round numbers, four to nine of them. */
function stepFor(top: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, top / 5)));
  return [1, 2, 5, 10].map((times) => times * size).find((step) => top / step <= 6) ?? 10 * size;
}

/** Two words that would lie on each other move apart. */
function apart(one: number, other: number): readonly [number, number] {
  const least = 18;
  if (Math.abs(one - other) >= least) return [one + 5, other + 5];
  const middle = (one + other) / 2 + 5;
  return one <= other ? [middle - least / 2, middle + least / 2] : [middle + least / 2, middle - least / 2];
}

const shortMonth = (month: string): string => `${monthInWords(month).slice(0, 3)} ’${month.slice(2, 4)}`;
