import type { ReactNode } from "react";
import type { Lane, LaneMark } from "./Lanes.tsx";
import type { TrackBand } from "./Track.tsx";
import { useWords } from "./useWords.ts";

type Props = Readonly<{
  label: string;
  from: number;
  to: number;
  today?: number | undefined;
  bands: readonly TrackBand[];
  ticks: readonly Readonly<{ at: number; label: string }>[];
  lanes: readonly Lane[];
  lies: "wide" | "tall";
}>;

/** Along: the direction of time. Across: from lane to lane. */
const sizes = {
  wide: { along: 1000, before: 190, after: 24, lane: 30, head: 46, foot: 30 },
  tall: { along: 940, before: 34, after: 20, lane: 0, head: 92, foot: 6 },
} as const;
const tallWidth = 340;
const bar = 12;
/** Room that the words of two ticks need. */
const tickApart = { wide: 62, tall: 26 } as const;

/** The picture of `Lanes`, from left to right or from top to bottom. */
export function LanesPicture({ label, from, to, today, bands, ticks, lanes, lies }: Props) {
  const words = useWords();
  const wide = lies === "wide";
  const { along, before, after, head, foot } = sizes[lies];
  const lane = wide ? sizes.wide.lane : Math.min(44, (tallWidth - head - foot) / Math.max(1, lanes.length));
  const across = head + lanes.length * lane + foot;
  const place = (at: number) => before + Math.min(1, Math.max(0, (at - from) / Math.max(1, to - from))) * (along - before - after);
  const middle = (nr: number) => head + nr * lane + lane / 2;
  const point = (at: number, side: number) => (wide ? { x: place(at), y: side } : { x: side, y: place(at) });
  // In the tall picture the word for today stands among those of the scale.
  const beside = (at: number) => wide || today === undefined || Math.abs(place(at) - place(today)) >= tickApart.tall;
  const shownTicks = spread(
    ticks.filter(({ at }) => beside(at)),
    place,
    tickApart[lies],
  );
  return (
    <svg
      className="wieg-track__picture wieg-lanes__picture"
      viewBox={wide ? `0 0 ${along} ${across}` : `0 0 ${tallWidth} ${along}`}
      role="img"
      aria-label={label}
      focusable="false"
    >
      {lanes.map(({ label: name }, nr) => (
        <LaneLine key={name} wide={wide} name={name} nr={nr} side={middle(nr)} start={before} end={along - after} />
      ))}
      {shownTicks.map((tick) => (
        <Rule key={tick.at} className="wieg-lanes__tick" wide={wide} at={place(tick.at)} from={head - 6} to={across - foot}>
          <text x={wide ? place(tick.at) : 0} y={wide ? across - 8 : place(tick.at) + 5} textAnchor={wide ? "middle" : "start"}>
            {tick.label}
          </text>
        </Rule>
      ))}
      {bands.map((band) => {
        const start = place(band.from);
        const length = Math.max(2, place(band.to) - start - 2);
        const box = wide ? { x: start, y: head - 20, width: length, height: bar } : { x: head - 26, y: start, width: bar, height: length };
        return (
          <g key={band.label} className={`wieg-track__band wieg-track__band--${band.tone ?? "info"}`}>
            <rect className="wieg-track__ahead" {...box} rx="3" />
            {wide && length > band.label.length * 8 && (
              <text x={start} y={head - 26}>
                {band.label}
              </text>
            )}
          </g>
        );
      })}
      {today !== undefined && (
        <Rule className="wieg-track__today" wide={wide} at={place(today)} from={wide ? 14 : head - 30} to={across - foot}>
          <text x={wide ? place(today) + 5 : 0} y={wide ? 12 : place(today) + 5}>
            {words.today}
          </text>
        </Rule>
      )}
      {lanes.flatMap(({ marks }, nr) => marks.map((mark) => <Mark key={`${nr} ${mark.at}`} mark={mark} {...point(mark.at, middle(nr))} />))}
    </svg>
  );
}

type Tick = Readonly<{ at: number; label: string }>;

/** As many words of the scale as there is room for. */
function spread(ticks: readonly Tick[], place: (at: number) => number, apart: number): readonly Tick[] {
  const shown: Tick[] = [];
  for (const tick of ticks) {
    const last = shown.at(-1);
    if (!last || place(tick.at) - place(last.at) >= apart) shown.push(tick);
  }
  return shown;
}

type LineProps = Readonly<{ wide: boolean; name: string; nr: number; side: number; start: number; end: number }>;

/** The lane itself with its name, or in the narrow picture its number, as in the list below it. */
function LaneLine({ wide, name, nr, side, start, end }: LineProps) {
  return (
    <g className="wieg-lanes__lane">
      {wide ? <line x1={start} x2={end} y1={side} y2={side} /> : <line x1={side} x2={side} y1={start} y2={end} />}
      <text x={wide ? 0 : side} y={wide ? side + 5 : start - 14} textAnchor={wide ? "start" : "middle"}>
        {wide ? name : nr + 1}
      </text>
    </g>
  );
}

type RuleProps = Readonly<{ className: string; wide: boolean; at: number; from: number; to: number; children: ReactNode }>;

/** A line across all lanes at one time. */
function Rule({ className, wide, at, from, to, children }: RuleProps) {
  return (
    <g className={className}>
      {wide ? <line x1={at} x2={at} y1={from} y2={to} /> : <line x1={from} x2={to} y1={at} y2={at} />}
      {children}
    </g>
  );
}

function Mark({ mark: { count, tone }, x, y }: Readonly<{ mark: LaneMark; x: number; y: number }>) {
  return (
    <g className={`wieg-track__dot wieg-track__dot--${tone ?? "plain"}`}>
      <circle cx={x} cy={y} r={count === 1 ? 6 : 10} />
      {count > 1 && (
        <text className="wieg-track__number" x={x} y={y + 4} textAnchor="middle">
          {count}
        </text>
      )}
    </g>
  );
}
