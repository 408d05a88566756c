import type { PhoneVisit, VisitEntry } from "../visitApp.ts";
import { dayOfVisit } from "./sheet.ts";
import { dayAfter, momentOf, timeOf } from "./phoneClock.ts";

/** What stands on the form of a visit, before it is saved. */
export interface Draft {
  /** Of a visit that nobody planned: to whom, and when she began to note it. */
  readonly unplanned?: { readonly trajectoryId: string; readonly at: string };
  readonly outcome: VisitEntry["outcome"];
  /** Pressed "Begin" and "Klaar": by the phone's clock. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** Typed instead, as `09:30`. */
  readonly from: string;
  readonly until: string;
  readonly breakMinutes: number;
  readonly contents: readonly string[];
  readonly observation: string;
  readonly isSignal: boolean;
  readonly factors: readonly string[];
  readonly discussed: boolean | null;
  readonly whyCode: string;
  readonly why: string;
}

export const emptyDraft: Draft = {
  outcome: "delivered",
  startedAt: null,
  endedAt: null,
  from: "",
  until: "",
  breakMinutes: 0,
  contents: [],
  observation: "",
  isSignal: false,
  factors: [],
  discussed: null,
  whyCode: "",
  why: "",
};

/** To change what she saved before. That it was a signal is told once: the words of a correction are not told again. */
export const draftOf = (entry: VisitEntry, wasSent: boolean): Draft => ({
  ...emptyDraft,
  outcome: entry.outcome,
  startedAt: entry.started?.by === "clock" ? entry.started.at : null,
  endedAt: entry.ended?.by === "clock" ? entry.ended.at : null,
  from: entry.started?.by === "typed" ? timeOf(Date.parse(entry.started.at)) : "",
  until: entry.ended?.by === "typed" ? timeOf(Date.parse(entry.ended.at)) : "",
  breakMinutes: entry.breakMinutes,
  contents: entry.contents,
  observation: entry.observation,
  isSignal: !wasSent && entry.signal !== null,
  factors: wasSent ? [] : (entry.signal?.factorCodes ?? []),
  discussed: wasSent ? null : (entry.signal?.discussed ?? null),
  whyCode: entry.whyCode ?? "",
  why: entry.why,
});

/** What stands in Wieg as the beginning of a correction, such as hours recorded on the web. */
export const draftFrom = (visit: PhoneVisit): Draft => ({
  ...emptyDraft,
  from: visit.startedAt ? timeOf(Date.parse(visit.startedAt)) : "",
  until: visit.endedAt ? timeOf(Date.parse(visit.endedAt)) : "",
  breakMinutes: visit.breakMinutes,
  contents: visit.contents,
  observation: visit.observation,
});

/** Which field is not right, and why. */
export type DraftErrors = Readonly<Partial<Record<"from" | "until" | "break" | "factors" | "discussed" | "why", string>>>;

type Times = Pick<VisitEntry, "started" | "ended">;

/** The hours of a draft. What is typed stands for the day of the visit; an end before its beginning is the next morning. */
export function timesOf(draft: Draft, visit: PhoneVisit): Times {
  const day = dayOfVisit(visit);
  const started: Times["started"] =
    draft.from !== ""
      ? { at: new Date(momentOf(day, draft.from)).toISOString(), by: "typed" }
      : draft.startedAt === null
        ? null
        : { at: draft.startedAt, by: "clock" };
  const nightly = draft.from !== "" && draft.until !== "" && draft.until <= draft.from;
  const ended: Times["ended"] =
    draft.until !== ""
      ? { at: new Date(momentOf(nightly ? dayAfter(day) : day, draft.until)).toISOString(), by: "typed" }
      : draft.endedAt === null
        ? null
        : { at: draft.endedAt, by: "clock" };
  return { started, ended };
}

/** Minutes with the family, its break taken off; null while it is not known. */
export function minutesOf(draft: Draft, visit: PhoneVisit): number | null {
  const { started, ended } = timesOf(draft, visit);
  if (!started || !ended) return null;
  return Math.round((Date.parse(ended.at) - Date.parse(started.at)) / 60_000) - draft.breakMinutes;
}

export function checkDraft(draft: Draft, visit: PhoneVisit): DraftErrors {
  if (draft.outcome !== "delivered") return draft.whyCode === "" ? { why: "Kies waarom het bezoek niet doorging" } : {};
  const { started, ended } = timesOf(draft, visit);
  const minutes = minutesOf(draft, visit);
  return {
    ...(started ? {} : { from: "Vul in hoe laat u begon" }),
    ...(ended ? {} : { until: "Vul in hoe laat u klaar was" }),
    ...(minutes !== null && minutes <= 0 && draft.breakMinutes === 0 ? { until: "De eindtijd ligt voor de begintijd" } : {}),
    ...(minutes !== null && minutes <= 0 && draft.breakMinutes > 0 ? { break: "De pauze is langer dan het bezoek" } : {}),
    ...(minutes !== null && minutes > 16 * 60 ? { until: "Dit is langer dan 16 uur. Kloppen de tijden?" } : {}),
    ...(draft.isSignal && draft.factors.length === 0 ? { factors: "Kies waar het signaal over gaat" } : {}),
    ...(draft.isSignal && draft.discussed === null ? { discussed: "Kies of u het met het gezin besprak" } : {}),
  };
}

/** What goes into the outbox. */
export function entryOf(
  draft: Draft,
  visit: PhoneVisit,
  of: { entryId: string; motherId: string; enteredAt: string; sawVersion: number | null },
): VisitEntry {
  const delivered = draft.outcome === "delivered";
  const { started, ended } = timesOf(draft, visit);
  return {
    entryId: of.entryId,
    visitId: visit.id,
    trajectoryId: visit.trajectoryId,
    outcome: draft.outcome,
    started: delivered ? started : null,
    ended: delivered ? ended : null,
    breakMinutes: delivered ? draft.breakMinutes : 0,
    contents: delivered ? [...draft.contents] : [],
    observation: draft.observation.trim(),
    signal:
      draft.isSignal && delivered
        ? { factorCodes: [...draft.factors], discussed: draft.discussed === true, aboutPerson: of.motherId }
        : null,
    whyCode: delivered ? null : draft.whyCode,
    why: draft.why.trim(),
    sawVersion: of.sawVersion,
    follows: null,
    enteredAt: of.enteredAt,
  };
}
