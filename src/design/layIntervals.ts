/** One interval of an `IntervalPicture`. */
export type Interval = Readonly<{ label: string; at: number; low: number; high: number; tone?: "ok" | "late" | "plain" }>;

export type IntervalShape =
  | Readonly<{
      kind: "line";
      role: "zero" | "rule" | "interval";
      tone: "ok" | "late" | "plain";
      x1: number;
      y1: number;
      x2: number;
      y2: number;
    }>
  | Readonly<{ kind: "dot"; role: "mean"; tone: "ok" | "late" | "plain"; x: number; y: number }>
  | Readonly<{ kind: "text"; role: "label" | "tick" | "side"; x: number; y: number; anchor: "start" | "middle" | "end"; text: string }>;

export type IntervalLayout = Readonly<{ width: number; height: number; shapes: readonly IntervalShape[] }>;

type Frame = Readonly<{
  width: number;
  /** Beside the intervals; 0: the labels stand above them. */
  labelWidth: number;
  /** What lies left and right of nothing. */
  sides: readonly [left: string, right: string];
}>;

const [row, head, foot, edge] = [34, 30, 28, 12];

/** Where everything of a picture with intervals goes: pure numbers, for a page and for paper. */
export function layIntervals(intervals: readonly Interval[], { width, labelWidth, sides }: Frame): IntervalLayout {
  const above = labelWidth === 0;
  const each = above ? row + 22 : row;
  const [from, until] = [above ? edge : labelWidth, width - edge * 2];
  const reach = Math.max(1e-9, ...intervals.flatMap(({ low, high, at }) => [Math.abs(low), Math.abs(high), Math.abs(at)])) * 1.08;
  const step = stepFor(reach);
  const x = (value: number) => round(from + ((value + reach) / (2 * reach)) * (until - from));
  const bottom = head + each * intervals.length;
  const ticks = Array.from({ length: 2 * Math.floor(reach / step) + 1 }, (_, at) => (at - Math.floor(reach / step)) * step);
  return {
    width,
    height: bottom + foot,
    shapes: [
      ...ticks.flatMap((value): readonly IntervalShape[] => [
        { kind: "line", role: value === 0 ? "zero" : "rule", tone: "plain", x1: x(value), y1: head - 4, x2: x(value), y2: bottom },
        { kind: "text", role: "tick", x: x(value), y: bottom + 20, anchor: "middle", text: say(value, step) },
      ]),
      { kind: "text", role: "side", x: round(x(0) - 8), y: 18, anchor: "end", text: `◀ ${sides[0]}` },
      { kind: "text", role: "side", x: round(x(0) + 8), y: 18, anchor: "start", text: `${sides[1]} ▶` },
      ...intervals.flatMap(({ label, at, low, high, tone = "plain" }, nr): readonly IntervalShape[] => {
        const top = head + each * nr;
        const y = top + (above ? 38 : row / 2);
        return [
          { kind: "text", role: "label", x: 0, y: above ? top + 18 : y + 5, anchor: "start", text: label },
          { kind: "line", role: "interval", tone, x1: x(low), y1: y, x2: x(high), y2: y },
          { kind: "dot", role: "mean", tone, x: x(at), y },
        ];
      }),
    ],
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Two to four rules to each side, at round numbers. */
function stepFor(reach: number): number {
  const size = 10 ** Math.floor(Math.log10(reach / 3));
  return [1, 2, 5, 10].map((times) => times * size).find((step) => reach / step <= 3.5) ?? size;
}

/** "-0,2": as many decimals as the rules need. */
const say = (value: number, step: number): string => value.toFixed(Math.max(0, -Math.floor(Math.log10(step) + 1e-9))).replace(".", ",");
