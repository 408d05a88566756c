import type { AnalysisRow, NoEstimate } from "../analysis.ts";
import { aStudy, type MadeUp } from "./aStudy.ts";
import { randomFrom } from "./random.ts";

/** A made-up study with what is awkward about it, and the covariates that are asked. `none`: why there can be no estimate. */
export interface TestSet {
  readonly name: string;
  readonly rows: readonly AnalysisRow[];
  readonly covariates: readonly string[];
  readonly none?: NoEstimate["because"];
}

export const testScale = "brs-6";
export const testWaves = ["T0", "T1", "T2"] as const;

const ordinary: MadeUp = { seed: 1, people: 120, effect: 0.2, missing: 0.15 };
const study = (seed: number, more: Partial<MadeUp> = {}): AnalysisRow[] => aStudy({ ...ordinary, seed, ...more });

type Wave = (typeof testWaves)[number];
type Change = (score: number, row: AnalysisRow, at: number, wave: Wave) => number | null;

/** The same people with other scores. */
const scored = (rows: readonly AnalysisRow[], change: Change): AnalysisRow[] =>
  rows.map((row, at) => {
    const of = (wave: Wave) => {
      const score = row.scores[testScale]?.[wave] ?? null;
      return score === null ? null : change(score, row, at, wave);
    };
    return { ...row, scores: { [testScale]: { T0: of("T0"), T1: of("T1"), T2: of("T2") } } };
  });

/** The same people with more covariates. */
const beside = (rows: readonly AnalysisRow[], more: (row: AnalysisRow, at: number) => Record<string, number | null>): AnalysisRow[] =>
  rows.map((row, at) => ({ ...row, covariates: { ...row.covariates, ...more(row, at) } }));

const age = (row: AnalysisRow): number => row.covariates["age"] ?? 0;
const chance = randomFrom(99).uniform;
const firstOf = (rows: readonly AnalysisRow[], arm: AnalysisRow["arm"], many: number): AnalysisRow[] => {
  let seen = 0;
  return rows.filter((row) => row.arm !== arm || ++seen <= many);
};

export const testSets: readonly TestSet[] = [
  { name: "ordinary", rows: study(1), covariates: ["age"] },
  { name: "no covariate", rows: study(2), covariates: [] },
  { name: "nobody missing", rows: study(3, { missing: 0 }), covariates: ["age"] },
  { name: "most missing", rows: study(4, { missing: 0.7 }), covariates: ["age"] },
  {
    name: "T0 missing too",
    rows: scored(study(5), (score, _row, at, wave) => (wave === "T0" && at % 7 === 0 ? null : score)),
    covariates: ["age"],
  },
  { name: "covariate missing", rows: beside(study(6), (row, at) => ({ age: at % 6 === 0 ? null : age(row) })), covariates: ["age"] },
  { name: "ties: whole points of seven", rows: scored(study(7), (score) => Math.round(score * 7)), covariates: ["age"] },
  { name: "ties: three answers", rows: scored(study(8), (score) => Math.max(2, Math.min(4, Math.round(score)))), covariates: [] },
  { name: "unequal arms: 60 and 9", rows: firstOf(study(9), "control", 9), covariates: ["age"] },
  { name: "unequal arms: 3 and 60", rows: firstOf(study(10, { missing: 0 }), "intervention", 3), covariates: ["age"] },
  { name: "unequal at T0", rows: study(11, { ahead: 0.8 }), covariates: ["age"] },
  {
    name: "collinear: a sum of two",
    rows: beside(study(12), (row, at) => ({ children: at % 4, sum: age(row) + (at % 4) })),
    covariates: ["age", "children", "sum"],
  },
  { name: "collinear: the same twice", rows: beside(study(13), (row) => ({ months: age(row) * 12 })), covariates: ["age", "months"] },
  { name: "collinear: always one", rows: beside(study(14), () => ({ region: 1 })), covariates: ["region", "age"] },
  {
    name: "collinear: the arm itself",
    rows: beside(study(15), (row) => ({ insurer: row.arm === "control" ? 3 : 5 })),
    covariates: ["insurer"],
  },
  {
    name: "nearly collinear",
    rows: beside(study(16), (row) => ({ almost: age(row) + 1e-3 * (chance() - 0.5) })),
    covariates: ["age", "almost"],
  },
  { name: "yes and no", rows: beside(study(17), (_row, at) => ({ first: at % 3 === 0 ? 1 : 0 })), covariates: ["first", "age"] },
  {
    name: "six covariates",
    rows: beside(study(18), () => ({ a: chance(), b: chance() * 10, c: chance() * 100, d: chance(), e: chance() })),
    covariates: ["age", "a", "b", "c", "d", "e"],
  },
  { name: "far from nought", rows: scored(study(19), (score) => 100_000 + score), covariates: ["age"] },
  {
    name: "large and small units",
    rows: beside(study(20), (row) => ({ income: age(row) ** 2 * 1e5, share: chance() / 1e4 })),
    covariates: ["income", "share"],
  },
  { name: "tiny: eight people", rows: study(21, { people: 8, missing: 0 }), covariates: ["age"] },
  { name: "tiny: six people", rows: study(22, { people: 6, missing: 0 }), covariates: [] },
  { name: "constant at T0", rows: scored(study(23), (score, _row, _at, wave) => (wave === "T0" ? 3 : score)), covariates: ["age"] },
  { name: "skewed", rows: scored(study(24), (score) => Math.exp(score)), covariates: ["age"] },
  {
    name: "unequal variances",
    rows: scored(study(25), (score, row) => (row.arm === "control" ? score : 3 + 3 * (score - 3))),
    covariates: ["age"],
  },
  { name: "people hardly differ", rows: scored(study(26), (score, _row, at) => score - Math.round((score + at) % 3)), covariates: [] },
  { name: "people differ a lot", rows: scored(study(27), (score, _row, at) => score + (at % 11)), covariates: ["age"] },
  { name: "large: 2,000 people", rows: study(28, { people: 2000 }), covariates: ["age"] },
  { name: "one arm empty", rows: study(29).filter(({ arm }) => arm === "control"), covariates: ["age"], none: "arm-empty" },
  { name: "two people", rows: study(30, { people: 2, missing: 0 }), covariates: [], none: "too-few" },
  { name: "everybody the same", rows: scored(study(31), () => 3), covariates: ["age"], none: "no-variation" },
];

/** The studies on which nothing can be estimated. */
export const withoutEstimate: ReadonlySet<string> = new Set(testSets.flatMap(({ name, none }) => (none ? [name] : [])));
