import { addDays, type Day } from "../../../kit/day.ts";
import type { ContactChild, ContactMoment, ContactRecord, PlannedContact } from "../youthContact.ts";
import { stateFrom } from "./contactMoves.ts";

/** Before 37+0 a child is preterm; a pregnancy of 40 weeks is the measure [domain 3.10]. */
const preterm = { before: 259, term: 280 } as const; // days

/** What planning starts from. */
export interface PlanFacts {
  readonly line: { readonly lossOn: Day | null; readonly state: "open" | "ended" };
  readonly child: ContactChild;
  readonly moments: readonly ContactMoment[];
  /** What was recorded of this child, the oldest first; without what was taken back. */
  readonly records: readonly ContactRecord[];
  /** The first day on which a youth health service followed this line; null: nobody does. */
  readonly followedSince: Day | null;
  readonly today: Day;
}

/** Days by which a child that came too early is younger than the calendar says. */
export const daysEarly = ({ gestationalDays }: Pick<ContactChild, "gestationalDays">): number =>
  gestationalDays !== null && gestationalDays < preterm.before ? preterm.term - gestationalDays : 0;

/** The day on which a child has the age of this contact moment; never past its last day as an infant, since the line ends there. */
export function dueDayOf(moment: Pick<ContactMoment, "ageMonths" | "ageDays" | "corrected">, child: ContactChild): Day {
  const from = addDays(child.bornOn, moment.corrected ? daysEarly(child) : 0);
  const day = Temporal.PlainDate.from(from).add({ months: moment.ageMonths, days: moment.ageDays }).toString();
  return earliest(day, lastDay(child));
}

/**
 * The contact moments of one child in their order: they follow from the day of birth, so that a birth date that moves moves them all.
 * After a loss, and of a child that died, nothing is planned or asked any more, anywhere: only what was held stays to be read [domain 3.10].
 */
export function planContacts(facts: PlanFacts): readonly PlannedContact[] {
  const { line, child, moments, records } = facts;
  const quiet = line.lossOn !== null || child.diedOn !== null || line.state === "ended";
  return moments
    .filter(({ active, code }) => active || records.some(({ momentCode }) => momentCode === code))
    .map((moment) => plannedOf(moment, facts))
    .filter(({ record }) => !quiet || record !== null)
    .toSorted((one, other) => compare(one.dueOn, other.dueOn) || compare(one.moment.code, other.moment.code));
}

function plannedOf(moment: ContactMoment, { child, records, followedSince, today }: PlanFacts): PlannedContact {
  const dueOn = dueDayOf(moment, child);
  const opensOn = addDays(dueOn, -moment.opensDaysBefore);
  const closesOn = earliest(addDays(dueOn, moment.closesDaysAfter), lastDay(child));
  const own = records.filter(({ momentCode }) => momentCode === moment.code);
  const state = stateFrom(own.map(({ outcome }) => outcome));
  const missed = own.filter(({ outcome }) => outcome === "no_show").length;
  const record = own.findLast(({ outcome }) => state === "missed" || outcome !== "no_show") ?? null;
  const when = state === "held" || state === "declined" ? "done" : whenOf({ dueOn, opensOn, closesOn }, followedSince, today);
  return { moment, childId: child.childId, dueOn, opensOn, closesOn, when, state, missed, record };
}

function whenOf(
  days: Pick<PlannedContact, "dueOn" | "opensOn" | "closesOn">,
  followedSince: Day | null,
  today: Day,
): PlannedContact["when"] {
  if (today < days.opensOn) return "later";
  if (followedSince === null || days.dueOn < followedSince) return "before";
  return today > days.closesOn ? "late" : "now";
}

/** What waits now: the first that has opened and has no end; null when nothing does. */
export const firstOpen = (planned: readonly PlannedContact[]): PlannedContact | null =>
  planned.find(({ when }) => when === "now" || when === "late") ?? null;

const lastDay = ({ twoOn }: Pick<ContactChild, "twoOn">): Day => addDays(twoOn, -1);
const earliest = (one: Day, other: Day): Day => (one < other ? one : other);
const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
