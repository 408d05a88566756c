import type { AnalysisRow, Arm } from "../analysis.ts";
import { type Random, randomFrom } from "./random.ts";

/** A way in which made-up studies come about. The first is what the estimates assume; in each other one assumption fails. */
export interface Scenario {
  readonly name: string;
  readonly says: string;
  readonly person: (random: Random, at: number, sites: readonly number[]) => Drawn;
}

interface Drawn {
  readonly arm: Arm;
  readonly site: number;
  readonly T0: number;
  /** Without the effect of the programme. */
  readonly T1: number;
  readonly T2: number;
  /** The chance that T1 is missing, given what it would have been. */
  readonly leaves: number;
}

export const simulated = { people: 100, effect: 0.3 } as const;

/** A level of one's own, each wave round it, and who is low at T0 leaves more often: missing by chance given T0. */
function ordinary({ normal }: Random, at: number): Drawn {
  const level = 3.2 + 0.5 * normal();
  const T0 = level + 0.5 * normal();
  const later = () => level + 0.5 * normal();
  return { arm: at % 2 === 0 ? "intervention" : "control", site: at % 10, T0, T1: later(), T2: later(), leaves: T0 < 3.2 ? 0.3 : 0.1 };
}

const treated = ({ arm }: Drawn): boolean => arm === "intervention";
const raised = (drawn: Drawn, by: number): Drawn => ({ ...drawn, T0: drawn.T0 + by, T1: drawn.T1 + by, T2: drawn.T2 + by });

export const scenarios: readonly Scenario[] = [
  { name: "as assumed", says: "nothing fails; a fifth misses T1, more often who was low at T0", person: ordinary },
  {
    name: "the arms differ in level",
    says: "women of the intervention arm lie 0.4 higher at every wave, before and after",
    person: (random, at) => {
      const drawn = ordinary(random, at);
      return treated(drawn) ? raised(drawn, 0.4) : drawn;
    },
  },
  {
    name: "regression to the mean",
    says: "who happens to score low at T0 comes into the intervention arm more often",
    person: (random, at) => {
      const drawn = ordinary(random, at);
      const arm: Arm = random.uniform() < (drawn.T0 < 3.2 ? 0.75 : 0.25) ? "intervention" : "control";
      return { ...drawn, arm };
    },
  },
  {
    name: "informative drop-out",
    says: "in the intervention arm half of those who do badly at T1 leave because of that; in the other arm a quarter by chance",
    person: (random, at) => {
      const drawn = ordinary(random, at);
      return { ...drawn, leaves: treated(drawn) ? (drawn.T1 < 3.2 ? 0.5 : 0) : 0.25 };
    },
  },
  {
    name: "clustering by site",
    says: "ten practices, each in one arm; what happens at a practice after T0 moves all its women (standard deviation 0.3)",
    person: (random, at, sites) => {
      const drawn = ordinary(random, at);
      const shift = sites[drawn.site] ?? 0;
      return { ...drawn, T1: drawn.T1 + shift, T2: drawn.T2 + shift };
    },
  },
  {
    name: "unequal variances and sizes",
    says: "a quarter is in the intervention arm, and its scores after T0 scatter three times as much",
    person: (random, at) => {
      const drawn = ordinary(random, at);
      const arm: Arm = at % 4 === 0 ? "intervention" : "control";
      const wide = (score: number) => (arm === "intervention" ? 3.2 + 3 * (score - 3.2) : score);
      return { ...drawn, arm, T1: wide(drawn.T1), T2: wide(drawn.T2), leaves: 0.2 };
    },
  },
];

/** One made-up study of a scenario: the same for the same seed. */
export function drawStudy({ person }: Scenario, seed: number, effect: number): AnalysisRow[] {
  const random = randomFrom(seed * 7919 + 17);
  const sites = Array.from({ length: 10 }, () => 0.3 * random.normal());
  return Array.from({ length: simulated.people }, (_, at) => {
    const drawn = person(random, at, sites);
    const added = treated(drawn) ? effect : 0;
    const T1 = random.uniform() < drawn.leaves ? null : drawn.T1 + added;
    return {
      participant: `W-${at}`,
      arm: drawn.arm,
      site: `practice ${drawn.site}`,
      covariates: {},
      scores: { "brs-6": { T0: drawn.T0, T1, T2: drawn.T2 + added } },
    };
  });
}
