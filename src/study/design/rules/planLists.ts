import { addDays, daysBetween, type Day } from "../../../kit/day.ts";
import type { Anchor, AnchorDays, Study, Wave } from "../study.ts";
import { mergeLists } from "./mergeLists.ts";
import { windowOf } from "./windowOf.ts";

/** Taking part in a study, and since when. */
export interface TakesPart {
  readonly study: string;
  readonly consentOn: Day;
}

/** One list of one participant with its days; waves as `study_1:T1`. */
export interface PlannedList {
  readonly waves: readonly string[];
  readonly opensOn: Day;
  readonly remindOn: readonly Day[];
  readonly expiresOn: Day;
  readonly late: boolean;
}

/** A list that can't be planned yet. */
export interface WaitingList {
  readonly waves: readonly string[];
  readonly for: Anchor;
}

export interface ListPlan {
  readonly planned: readonly PlannedList[];
  readonly waiting: readonly WaitingList[];
}

type Placed =
  | { readonly name: string; readonly state: "waits"; readonly for: Anchor }
  | ({ readonly name: string; readonly state: "planned" } & Omit<PlannedList, "waves">)
  | { readonly name: string; readonly state: "skipped" };

/**
 * The lists of a participant, by the days of her line as they are now. Who enters after a wave opened skips it (after day 10: the end of the first
 * ten days), but the first of a study is asked at entry; after the birth it is marked late [domain 5.2]. Waves that fall on the same day are one list.
 */
export function planLists(studies: readonly Study[], takesPart: readonly TakesPart[], days: AnchorDays): ListPlan {
  const placed = mergeLists(
    studies,
    takesPart.map(({ study }) => study),
  ).map(({ waves }) =>
    waves.flatMap(({ study: code, wave: name }) => {
      const study = studies.find((one) => one.code === code);
      const wave = study?.waves.find((one) => one.code === name);
      const consentOn = takesPart.find((one) => one.study === code)?.consentOn;
      return study && wave && consentOn !== undefined ? [place(study, wave, consentOn, days)] : [];
    }),
  );
  return {
    planned: placed.flatMap((group) => join(group.filter((one) => one.state === "planned"))),
    waiting: placed.flatMap((group) => group.flatMap((one) => (one.state === "waits" ? [{ waves: [one.name], for: one.for }] : []))),
  };
}

function place(study: Study, wave: Wave, consentOn: Day, days: AnchorDays): Placed {
  const name = `${study.code}:${wave.code}`;
  const first = study.waves[0] === wave;
  const { birth } = days;
  const entry = first ? entryAfterBirth(wave, consentOn, days) : null;
  const window = entry === null ? windowOf(wave, { ...days, consent: consentOn }) : windowFrom(wave, entry);
  if (window.state === "waits") return { name, ...window };
  if (consentOn > window.opensOn && !first) return { name, state: "skipped" };
  const { opensOn, remindOn, expiresOn } = consentOn > window.opensOn ? windowFrom(wave, consentOn) : window;
  return { name, state: "planned", opensOn, remindOn, expiresOn, late: first && birth !== null && opensOn >= birth };
}

/** The day on which the first list is asked of someone whose child was born before it could be; null when it was in time. */
function entryAfterBirth({ anchor }: Wave, consentOn: Day, days: AnchorDays): Day | null {
  const { birth, maternity_intake: intake } = days;
  if (anchor !== "maternity_intake" || birth === null || (intake !== null && intake <= birth && consentOn <= birth)) return null;
  return consentOn > birth ? consentOn : birth;
}

const windowFrom = ({ remindAfter, expiresAfter }: Wave, opensOn: Day) => ({
  state: "planned" as const,
  opensOn,
  remindOn: remindAfter.map((after) => addDays(opensOn, after)),
  expiresOn: addDays(opensOn, expiresAfter),
});

/** Waves of one group that open on the same day are one list, with the days of the first. */
function join(group: readonly Extract<Placed, { state: "planned" }>[]): readonly PlannedList[] {
  const days = [...new Set(group.map(({ opensOn }) => opensOn))];
  return days.map((day) => {
    const together = group.filter(({ opensOn }) => opensOn === day);
    const [{ opensOn, remindOn, expiresOn }] = together as [(typeof group)[number]];
    return { waves: together.map(({ name }) => name), opensOn, remindOn, expiresOn, late: together.some(({ late }) => late) };
  });
}

/** Days after its first day that a list may open later than planned without being marked late. */
const tolerance = 3;

/**
 * What to do today with a list that is not open yet. Who hears late of a day (a birth that was recorded weeks after) still gets all of the time to
 * answer; after twice that time it is not asked any more.
 */
export function openToday(list: Omit<PlannedList, "waves">, today: Day): "not-yet" | "over" | Omit<PlannedList, "waves"> {
  if (list.opensOn > today) return "not-yet";
  const behind = daysBetween(list.opensOn, today);
  if (behind > 2 * daysBetween(list.opensOn, list.expiresOn)) return "over";
  return {
    opensOn: today,
    remindOn: list.remindOn.map((day) => addDays(day, behind)),
    expiresOn: addDays(list.expiresOn, behind),
    late: list.late || behind > tolerance,
  };
}
