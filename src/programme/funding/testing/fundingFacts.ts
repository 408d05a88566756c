import type { Day } from "../../../kit/day.ts";
import { pilotSettings } from "../../configuration/pilot.ts";
import type { FundedPlace, FundingFacts, FundingVersion } from "../funding.ts";

export const flex = "01970000-0000-7000-8000-00000000f1e8";
const settings = pilotSettings({ maternityCareOrganisationId: "01970000-0000-7000-8000-000000000001" });

/** The pilot's version from a day on, with what a test changes in its rates. */
export const aVersion = (
  startsOn: Day,
  rates: { coPayment?: Readonly<Record<number, number>>; flexible?: Readonly<Record<number, number>> } = {},
): FundingVersion => {
  const listed = (of: Readonly<Record<number, number>>) =>
    Object.entries(of).map(([year, cents]) => ({ year: Number(year), cents, source: "test", assumed: true }));
  return {
    programmeId: flex,
    versionId: `version ${startsOn}`,
    startsOn,
    settings: {
      ...settings,
      ...(rates.coPayment && { coPayment: { rates: listed(rates.coPayment), source: "test" } }),
      ...(rates.flexible && { funding: { ...settings.funding, flexibleRates: { rates: listed(rates.flexible), source: "test" } } }),
    },
  };
};

export const aPlace = (pillar: 1 | 2, change: Partial<FundedPlace> = {}): FundedPlace => ({
  programmeId: flex,
  versionId: "version 2021-01-01",
  pillar,
  takenOn: "2021-01-01",
  givenBackOn: null,
  municipality: "GM0917",
  insurer: "CZ",
  ...change,
});

/** A family whose child was born on 1 March 2025, with a place in each pillar. */
export const theFamily: FundingFacts = {
  bornOn: "2025-03-01",
  municipality: "GM0917",
  insurer: null,
  places: [aPlace(1), aPlace(2)],
  exception: null,
  decisions: [],
  versions: [aVersion("2021-01-01")],
};
