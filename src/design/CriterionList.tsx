import type { ReactNode } from "react";
import { Tag, type Tone } from "./Tag.tsx";
import { useWords } from "./useWords.ts";

type Outcome = "met" | "notMet" | "unknown";
type Criterion = Readonly<{
  title: ReactNode;
  outcome: Outcome;
  /** Why, in one sentence, with its source. */
  reason?: ReactNode;
  /** The word beside it; "voldoet", "voldoet niet" or "te controleren" when left out. */
  tag?: string | undefined;
}>;

const marks: Readonly<Record<Outcome, Readonly<{ sign: string; tone: Tone }>>> = {
  met: { sign: "✓", tone: "ok" },
  notMet: { sign: "✗", tone: "late" },
  unknown: { sign: "?", tone: "soon" },
};

/** What a decision rests on: each criterion with its outcome in a sign, a word and a reason. */
export function CriterionList({ criteria }: Readonly<{ criteria: readonly Criterion[] }>) {
  const words = useWords();
  const word: Readonly<Record<Outcome, string>> = { met: words.met, notMet: words.notMet, unknown: words.toCheck };
  return (
    <ul className="wieg-criteria">
      {criteria.map(({ title, outcome, reason, tag }, index) => (
        <li key={index} className="wieg-criterion">
          <span className={`wieg-mark wieg-mark--${outcome}`} aria-hidden="true">
            {marks[outcome].sign}
          </span>
          <b>{title}</b>
          <Tag tone={marks[outcome].tone}>{tag ?? word[outcome]}</Tag>
          {reason !== undefined && <div className="wieg-criterion__reason">{reason}</div>}
        </li>
      ))}
    </ul>
  );
}
