import type { Day } from "../../../kit/day.ts";
import type { FundingVersion } from "../funding.ts";

/** Which rate: what the family would have paid for an insured hour, or what an hour of pillar 2 costs. */
export type RateKind = "co_payment" | "flexible";

/**
 * The rate of the calendar year of a day, in cents for an hour. The version in force on the day says it; where it does not know the year,
 * the first later one that does. So a rate that was known is never changed by a later version, and one that was missing can still be added.
 * Null: unknown, which is not 0 (a year may be 0).
 */
export function rateOn(kind: RateKind, day: Day, programmeId: string, versions: readonly FundingVersion[]): number | null {
  const year = Number(day.slice(0, 4));
  const ofProgramme = versions.filter((version) => version.programmeId === programmeId);
  const inForce = versionOn(day, ofProgramme);
  const later = ofProgramme.filter(({ startsOn }) => startsOn > day);
  for (const version of [...(inForce ? [inForce] : []), ...later]) {
    const { settings } = version;
    const rates = kind === "co_payment" ? settings.coPayment.rates : settings.funding.flexibleRates.rates;
    const found = rates.find((rate) => rate.year === year);
    if (found) return found.cents;
  }
  return null;
}

/** The version in force on a day; before the first one started, the first: its rules are the oldest that are known. */
export const versionOn = <Version extends FundingVersion>(day: Day, versions: readonly Version[]): Version | undefined =>
  versions.findLast(({ startsOn }) => startsOn <= day) ?? versions[0];
