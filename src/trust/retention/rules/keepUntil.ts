import type { Day } from "../../../kit/day.ts";
import type { Period, RecordFacts } from "../retention.ts";

/** Last day on which a kind of record must be kept; null while that is not known: the consent decides, or the line has not ended. */
export function keepUntil(period: Period, facts: RecordFacts): Day | null {
  const from = countsFrom(period, facts);
  if (period.months === null || from === null) return null;
  return Temporal.PlainDate.from(from).add({ months: period.months }).toString();
}

function countsFrom({ countsFrom: from }: Period, { made, lastChange, lineEnded }: RecordFacts): Day | null {
  switch (from) {
    case "last_change":
    case "closed":
      return lastChange;
    case "made":
      return made;
    case "end_of_year":
      return Temporal.PlainDate.from(lastChange).with({ month: 12, day: 31 }).toString();
    case "end_of_line":
      return lineEnded === null ? null : lineEnded > lastChange ? lineEnded : lastChange;
    case "consent":
      return null;
  }
}
