import { daysBetween, type Day } from "../../../kit/day.ts";
import type { ProgrammeSettings } from "../../configuration/programme.ts";
import type { Exception, FundedPlace, FundingFacts, FundingReason, Source } from "../funding.ts";
import { versionOn } from "./rateOn.ts";

export interface Funding {
  readonly source: Source;
  readonly reason: FundingReason;
  /** The place that pays the co-payment, or the hours themselves. */
  readonly place: FundedPlace | null;
}

/**
 * The one funding source of an hour of care, from its day and the rules in force on it [domain 4.2]. What the coordinator decided counts
 * only where the rules do not decide themselves.
 */
export function fundHours(visitId: string, day: Day, facts: FundingFacts): Funding {
  const derived = derive(day, facts);
  if (derived.source !== "undecided") return derived;
  const decision = facts.decisions.find((one) => one.visitId === visitId && one.day === day);
  if (!decision) return derived;
  const place = placeFor(decision.source, day, facts.places);
  return { source: decision.source, reason: "decided-by-coordinator", place };
}

function derive(day: Day, facts: FundingFacts): Funding {
  const { bornOn, places, exception } = facts;
  const flexible = heldOn(day, 2, places);
  const settings = settingsFor(day, facts, flexible);
  if (!settings) return undecided("no-programme");
  if (bornOn === null) return undecided("birth-not-known");
  if (day < bornOn) return undecided("before-birth");
  const dayNumber = daysBetween(bornOn, day) + 1;
  const term = settings.funding.insured.findLast(({ bornFrom }) => bornFrom === null || bornFrom <= bornOn);
  if (term && dayNumber <= term.regularDays) return { source: "insurance", reason: "within-insured-days", place: heldOn(day, 1, places) };
  const withinException = term !== undefined && dayNumber <= term.exceptionDays;
  if (withinException && exceptionHolds(exception, settings))
    return { source: "insurance_exception", reason: "exception-agreed", place: heldOn(day, 1, places) };
  if (dayNumber < settings.windows.pillar2FromDay) return undecided("no-place");
  if (day > lastFlexibleDay(bornOn, settings.windows)) return undecided("after-window");
  if (flexible) return { source: "programme", reason: "flexible-place", place: flexible };
  if (!withinException) return undecided("after-six-weeks-no-place");
  return undecided(exception ? "exception-not-met" : "no-place");
}

const undecided = (reason: FundingReason): Funding => ({ source: "undecided", reason, place: null });

/** The rules of the programme of the family's place; without one those of the first programme: the law is the same in each. */
function settingsFor(day: Day, { versions, places }: FundingFacts, flexible: FundedPlace | null) {
  const programmeId = (flexible ?? places[0])?.programmeId ?? versions[0]?.programmeId;
  return versionOn(
    day,
    versions.filter((version) => version.programmeId === programmeId),
  )?.settings;
}

/** A place counts from the day on which it was taken; one given back counts for nothing from then on. */
const heldOn = (day: Day, pillar: 1 | 2, places: readonly FundedPlace[]): FundedPlace | null =>
  places.find((place) => place.pillar === pillar && place.takenOn <= day && (place.givenBackOn === null || day < place.givenBackOn)) ??
  null;

/** By decision of the coordinator hours may be paid from a place that was taken later. */
function placeFor(source: Source, day: Day, places: readonly FundedPlace[]): FundedPlace | null {
  if (source === "programme")
    return heldOn(day, 2, places) ?? places.find(({ pillar, givenBackOn }) => pillar === 2 && givenBackOn === null) ?? null;
  return source === "provider" ? null : heldOn(day, 1, places);
}

function exceptionHolds(exception: Exception | null, settings: Pick<ProgrammeSettings, "funding">): boolean {
  if (!exception?.agreed || exception.providerOn === null || exception.insurerOn === null) return false;
  return settings.funding.exception.conditions.every((condition) => exception.met.includes(condition));
}

/** Until six months after birth, that day included [001 3.3.2]. */
const lastFlexibleDay = (bornOn: Day, { pillar2Months }: Pick<ProgrammeSettings["windows"], "pillar2Months">): Day =>
  Temporal.PlainDate.from(bornOn).add({ months: pillar2Months }).toString();
