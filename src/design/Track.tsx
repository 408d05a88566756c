import type { ReactNode } from "react";
import { Details } from "./Details.tsx";
import type { Tone } from "./Tag.tsx";
import { TrackPicture } from "./TrackPicture.tsx";
import { useWords } from "./useWords.ts";

/** A stretch of the line. `from` and `to` are dates as day numbers, any zero will do. */
export type TrackBand = Readonly<{ from: number; to: number; label: string; tone?: Tone }>;

/** Something on the line: `label` in the picture (short), `when` and `note` in the list beside it. */
export type TrackDot = Readonly<{
  at: number;
  label: string /** In the list, where it says more than the picture. */;
  full?: string;
  when: string;
  tone?: Tone;
  note?: ReactNode;
  href?: string | undefined;
}>;

type Props = Readonly<{
  /** What the picture shows, in one sentence, for who can't see it. */
  label: string;
  from: number;
  to: number;
  today?: number | undefined;
  bands: readonly TrackBand[];
  dots: readonly TrackDot[];
}>;

/** A line of time with a true scale. On a phone the dots are numbered and the list stands below; the list always says the same. */
export function Track(props: Props) {
  const words = useWords();
  const dots = [...props.dots].sort((a, b) => a.at - b.at);
  const list = (
    <ol className="wieg-track__list">
      {dots.map(({ label, full, when, note, href }, index) => (
        <li key={index}>
          <b>{when}</b> {href === undefined ? (full ?? label) : <a href={href}>{full ?? label}</a>}
          {note !== undefined && <small className="wieg-note">{note}</small>}
        </li>
      ))}
    </ol>
  );
  return (
    <div className="wieg-track">
      <div className="wieg-track__wide">
        <TrackPicture {...props} dots={dots} size="wide" />
        {dots.length > 0 && <Details summary={words.asList}>{list}</Details>}
      </div>
      <div className="wieg-track__small">
        <TrackPicture {...props} dots={dots} size="small" />
        {list}
      </div>
    </div>
  );
}
