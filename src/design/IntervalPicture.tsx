import { layIntervals, type Interval, type IntervalLayout, type IntervalShape } from "./layIntervals.ts";

type Props = Readonly<{
  label: string;
  intervals: readonly Interval[];
  /** What lies left and right of nothing, in a word or two. */
  sides: readonly [left: string, right: string];
}>;

/** Differences with their intervals around nothing. Its numbers stand in a table beside it. */
export function IntervalPicture({ label, intervals, sides }: Props) {
  if (intervals.length === 0) return null;
  return (
    <>
      <div className="wieg-track__wide">
        <Drawing label={label} layout={layIntervals(intervals, { width: 720, labelWidth: 210, sides })} />
      </div>
      <div className="wieg-track__small">
        <Drawing label={label} layout={layIntervals(intervals, { width: 340, labelWidth: 0, sides })} />
      </div>
    </>
  );
}

const Drawing = ({ label, layout: { width, height, shapes } }: Readonly<{ label: string; layout: IntervalLayout }>) => (
  <svg className="wieg-interval" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} focusable="false">
    {shapes.map((shape, at) => (
      <Shape key={at} shape={shape} />
    ))}
  </svg>
);

function Shape({ shape }: Readonly<{ shape: IntervalShape }>) {
  if (shape.kind === "text")
    return (
      <text className={`wieg-interval__${shape.role}`} x={shape.x} y={shape.y} textAnchor={shape.anchor}>
        {shape.text}
      </text>
    );
  const className = `wieg-interval__${shape.role} wieg-interval__${shape.role}--${shape.tone}`;
  if (shape.kind === "dot") return <circle className={className} cx={shape.x} cy={shape.y} r={6} />;
  return <line className={className} x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2} />;
}
