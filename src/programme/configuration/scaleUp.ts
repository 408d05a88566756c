import type { Day } from "../../kit/day.ts";
import { suppliedMunicipalities } from "../../registry/suppliedLists.ts";
import { pilotSettings } from "./pilot.ts";
import { programmeSettings, type ProgrammeSettings } from "./programme.ts";

const assumed = "aanname voor de demonstratie; voortzetting in heel Zuid-Limburg, vooralsnog drie jaar";

/** Places for one year of families: the pilot's by the share of births, as long as nobody decided. */
const steps = {
  "outside-pilot": { 1: 240, 2: 160, flowOn: 80, area: "Maastricht-Heuvelland, Beek en Stein" },
  "whole-region": { 1: 900, 2: 600, flowOn: 300, area: "Zuid-Limburg" },
} as const;

/**
 * The follow-up that is looked into: the whole region for three years [000 answer 6]. First the municipalities outside the pilot, then all
 * sixteen. What nobody decided yet is an assumption, and says so. It has no code of its own: this is what proves that all is configuration.
 */
export function scaleUpSettings(
  step: keyof typeof steps,
  { maternityCareOrganisationId, until }: { readonly maternityCareOrganisationId: string; readonly until: Day },
): ProgrammeSettings {
  const pilot = pilotSettings({ maternityCareOrganisationId });
  const { area, flowOn, ...ceilings } = steps[step];
  const municipalities = suppliedMunicipalities.filter((one) => step === "whole-region" || !one.pilot).map(({ code }) => code);
  return programmeSettings.parse({
    ...pilot,
    area: { name: area, municipalities, source: assumed },
    pillars: {
      1: { ...pilot.pillars[1], ceiling: ceilings[1], source: assumed },
      2: { ...pilot.pillars[2], ceiling: ceilings[2], flowOnAtMost: flowOn, source: assumed },
    },
    windows: { ...pilot.windows, inflowUntil: until, pillar2Months: 9, pillar2MeanHours: 20, answerDays: 10, source: assumed },
    coPayment: { ...pilot.coPayment, rates: [...pilot.coPayment.rates, { year: 2026, cents: 570, source: assumed, assumed: true }] },
  });
}
