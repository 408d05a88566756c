import type { Day } from "../../kit/day.ts";
import { suppliedInsurers, suppliedMunicipalities } from "../../registry/suppliedLists.ts";
import { pilotIndication } from "./pilot/indication.ts";
import { pilotTraining } from "./pilot/training.ts";
import { pilotSteering } from "./pilot/steering.ts";
import rates from "./data/copayment-rates.json" with { type: "json" };
import { pilotFunding } from "./pilot/funding.ts";
import { pilotContents } from "./pilot/contents.ts";
import { pilotFlexibleCare } from "./pilot/flexibleCare.ts";
import { programmeSettings, type ProgrammeSettings } from "./programme.ts";

export interface PilotChoices {
  /** Geboortezorg Limburg, in this region's list of organisations. */
  readonly maternityCareOrganisationId: string;
  readonly maternityCareName?: string;
  readonly inflowUntil?: Day | null;
  /** Families at most, where another number than the pilot's is asked (a rehearsal, a test). */
  readonly ceilings?: { readonly 1?: number; readonly 2?: number; readonly flowOn?: number };
  /** Co-payments that nobody confirmed, for a demonstration in a year that has none yet: cents an hour. Shown as an assumption. */
  readonly assumedCoPayments?: readonly { readonly year: number; readonly cents: number }[];
}

const inPlan = (place: string): string => `Plan Geboortezorg Flex, ${place}`;

/** The pilot Geboortezorg Flex, each figure with its place in the plan [001]. */
export function pilotSettings({
  maternityCareOrganisationId,
  maternityCareName = "Geboortezorg Limburg",
  inflowUntil = null,
  ceilings = {},
  assumedCoPayments = [],
}: PilotChoices): ProgrammeSettings {
  return programmeSettings.parse({
    area: {
      name: "Parkstad of Sittard-Geleen",
      municipalities: suppliedMunicipalities.filter(({ pilot }) => pilot).map(({ code }) => code),
      source: inPlan("3.4"),
    },
    pillars: {
      1: { name: "Vergoeding van de eigen bijdrage kraamzorg", ceiling: ceilings[1] ?? 150, flowOnAtMost: 0, source: inPlan("3.3.1") },
      2: {
        name: "Flexibele kraamzorg na de tiende dag",
        ceiling: ceilings[2] ?? 100,
        flowOnAtMost: ceilings.flowOn ?? 50,
        source: inPlan("3.3 en 3.3.2"),
      },
    },
    insurers: pilotInsurers,
    maternityCare: { name: maternityCareName, organisationId: maternityCareOrganisationId, source: inPlan("3.6") },
    windows: { inflowUntil, pillar2FromDay: 11, pillar2Months: 6, pillar2MeanHours: 24, answerDays: 7, source: inPlan("3.3.2") },
    coPayment: {
      rates: [
        ...rates.rates.map((rate) => ({ ...rate, assumed: rate.source === "niet bevestigd" })),
        ...assumedCoPayments.map((rate) => ({ ...rate, source: "aanname", assumed: true })),
      ],
      source: "Wettelijke eigen bijdrage, zoals bekendgemaakt; per jaar staat waar",
    },
    indication: pilotIndication,
    training: pilotTraining,
    steering: pilotSteering,
    funding: pilotFunding,
    contents: pilotContents,
    flexibleCare: pilotFlexibleCare,
    letters: pilotLetters(maternityCareName),
  });
}

const pilotInsurers = {
  name: "CZ of VGZ",
  list: suppliedInsurers.flatMap(({ group, labels, codes }) => [
    ...labels.map((label) => ({ group, label, code: null, from: null, until: null })),
    ...codes.map((code) => ({ group, label: null, code, from: null, until: null })),
  ]),
  source: "Plan Geboortezorg Flex, 3.6; labels en codes uit de lijst van verzekeraars in Wieg",
};

const pilotLetters = (maternityCareName: string): ProgrammeSettings["letters"] => ({
  returnAddress: "Postbus 100, 6400 AC Heerlen",
  window: "left",
  reachable: "maandag tot en met vrijdag, 9.00 tot 17.00 uur",
  objection: { to: "de projectgroep Geboortezorg Flex", address: "Postbus 100, 6400 AC Heerlen", telephone: "045 000 00 00" },
  complaints: { to: `de klachtenfunctionaris van ${maternityCareName}`, telephone: "045 000 00 01" },
});
