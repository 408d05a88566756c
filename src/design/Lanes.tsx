import { LanesPicture } from "./LanesPicture.tsx";
import type { Tone } from "./Tag.tsx";
import type { TrackBand } from "./Track.tsx";

/** What lies close together in one lane is one mark, with how many. */
export type LaneMark = Readonly<{ at: number; count: number; tone?: Tone }>;
export type Lane = Readonly<{ label: string; marks: readonly LaneMark[] }>;

type Props = Readonly<{
  /** What the picture shows, in one sentence, for who can't see it. Beside it stands a list that says the same. */
  label: string;
  from: number;
  to: number;
  today?: number | undefined;
  bands: readonly TrackBand[];
  /** Where the scale has its words, such as the first of a month. */
  ticks: readonly Readonly<{ at: number; label: string }>[];
  lanes: readonly Lane[];
}>;

/** A time with a true scale, and a lane for each kind: nothing stands on top of something else. On a phone it runs from top to bottom. */
export function Lanes(props: Props) {
  return (
    <div className="wieg-lanes">
      <div className="wieg-track__wide">
        <LanesPicture {...props} lies="wide" />
      </div>
      <div className="wieg-track__small">
        <LanesPicture {...props} lies="tall" />
        <ol className="wieg-lanes__legend">
          {props.lanes.map(({ label }) => (
            <li key={label}>{label}</li>
          ))}
        </ol>
      </div>
    </div>
  );
}
