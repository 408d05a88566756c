import { analysisPlan, type AnalysisPlan } from "./analysisPlan.ts";

/** What both plans of the pilot have in common; what the document leaves open is chosen here and said in the README. */
const shared = {
  wieg: "analysis plan 1",
  baseline: "T0",
  waves: ["T1", "T2"],
  mainWave: "T2",
  covariates: [],
  estimators: ["ancova", "difference_in_differences", "mixed_model", "imputation"],
  missing:
    "Een score telt alleen als alle vragen ervan zijn beantwoord. De eerste schatting rekent met wie op T0 en op deze meting een score heeft. Daarnaast worden ontbrekende scores meervoudig aangevuld, en wordt nagegaan hoeveel slechter ze moeten zijn voordat de conclusie verandert.",
  imputations: 20,
  tippingPoint: { to: 1, step: 0.25 },
  alpha: 0.05,
  power: 0.8,
  correlation: 0.5,
  leastPerArm: 10,
} as const;

const resilience = { scale: "brs-6", label: "veerkracht", aim: "health", better: "higher", holm: true };
const mastery = { scale: "mastery-7x5", label: "regie over het eigen leven", aim: "health", better: "higher", holm: true };
const stress = { scale: "stress-4-weeks", label: "stress", aim: "health", better: "lower", holm: true };
const care = { scale: "care-own-items", label: "kraamzorg en ouder worden", aim: "quality", better: "higher", holm: false };

/** What is proposed for the two studies of the pilot [001 6.1, 6.2]. The research desk looks at it, changes it, and locks it. */
export const pilotPlans: readonly AnalysisPlan[] = [
  {
    ...shared,
    study: "study_1",
    question: "Verschillen stress, veerkracht en regie van gezinnen van wie de eigen bijdrage kan vervallen van die van andere gezinnen?",
    pillar: 1,
    measures: [stress, resilience, mastery, care],
    sizes: [150, 100],
    seed: 20_260_101,
  },
  {
    ...shared,
    study: "study_2",
    question: "Verschillen veerkracht en regie van gezinnen die flexibele kraamzorg kunnen krijgen van die van andere gezinnen?",
    pillar: 2,
    measures: [resilience, mastery, care],
    sizes: [150, 100],
    seed: 20_260_102,
  },
].map((one) => analysisPlan.parse(one));

export const proposalFor = (study: string): AnalysisPlan | null => pilotPlans.find((one) => one.study === study) ?? null;
