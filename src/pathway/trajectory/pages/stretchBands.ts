import type { TrackBand } from "../../../design/Track.tsx";
import { addDays, type Day } from "../../../kit/day.ts";
import { dayNumber, timelineOf } from "../rules/timeline.ts";
import type { FamilyPageData } from "../server/readFamilyPage.ts";
import { stretchNames } from "../trajectory.texts.ts";

const tones = { pregnancy: "info", postpartum: "late", infancy: "category", afterLoss: "plain" } as const;

/** From when to when a line is drawn, and its stretches with their true lengths. */
export interface Drawn {
  readonly from: Day;
  readonly to: Day;
  readonly bands: readonly (TrackBand & { readonly since: Day })[];
}

/** The 1,000 days, or before a pregnancy what happened until a year from now; wide enough for every moment. */
export function drawnOf({ line, details, today }: FamilyPageData, moments: readonly { readonly on: Day }[]): Drawn {
  const stretches = timelineOf(line, details.births[0]?.gestationalDays ?? null);
  const days = [...stretches.flatMap(({ from, to }) => [from, to]), ...moments.map(({ on }) => on), today].sort();
  const from = days[0] ?? today;
  if (stretches.length === 0) {
    const to = [addDays(today, 365), days.at(-1) ?? today].sort().at(-1) ?? today;
    return { from, to, bands: [{ from: dayNumber(from), to: dayNumber(to), label: "vóór de zwangerschap", tone: "info", since: from }] };
  }
  const bands = stretches.map((one) => ({
    from: dayNumber(one.from),
    to: dayNumber(one.to),
    label: stretchNames[one.name],
    tone: tones[one.name],
    since: one.from,
  }));
  return { from, to: days.at(-1) ?? today, bands };
}
