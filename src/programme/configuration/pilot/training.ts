import type { ProgrammeSettings } from "../programme.ts";

const beforePillar2 = { roles: ["maternity_assistant"] as const, for: "pillar-2" as const };
const module = (code: string, name: string, openTo: readonly ("midwife" | "clinical_midwife" | "youth_nurse")[] = []) => ({
  code,
  name,
  validMonths: null,
  needed: { ...beforePillar2, roles: [...beforePillar2.roles] },
  openTo: [...openTo],
  source: "Plan Geboortezorg Flex, 7.2; hoe lang het geldig blijft, staat niet in de bronnen",
  assumed: false,
});

/** What the plan says about learning, and what has to be agreed on in the region. */
export const pilotTraining: ProgrammeSettings["training"] = {
  modules: [
    module("early-signalling", "Vroeg signaleren van kindermishandeling"),
    module("good-conversation", "Het goede gesprek met Positieve Gezondheid"),
    module("secure-attachment", "Veilige hechting"),
    {
      ...module("shared-positive-health", "Positieve Gezondheid, samen met partners", ["midwife", "clinical_midwife", "youth_nurse"]),
      needed: null,
    },
  ],
  withinDays: 60,
  warnDays: 60,
  ambassadors: { first: 20, source: "Plan Geboortezorg Flex, 7.2: een twintigtal", assumed: false },
  peerReview: { everyMonths: 3, source: "hoe vaak staat niet in de bronnen", assumed: true },
  source: "Plan Geboortezorg Flex, 7.2; de termijnen zijn een aanname",
  assumed: true,
};
