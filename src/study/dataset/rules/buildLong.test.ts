import assert from "node:assert/strict";
import { test } from "node:test";
import { pilotStudies } from "../../design/pilotStudies.ts";
import { scoreScale } from "../../instruments/rules/scoreScale.ts";
import { suppliedInstruments } from "../../instruments/suppliedInstruments.ts";
import type { Cell, DataSet } from "../dataset.ts";
import type { List, Person } from "../person.ts";
import { aList, aPerson } from "../testing/aPerson.ts";
import { buildLong } from "./buildLong.ts";
import { toWide } from "./toWide.ts";

const [study] = pilotStudies;
assert.ok(study);
const frame = { study, instruments: suppliedInstruments, sites: ["De Maas", "Peelrand"], languages: ["nl", "en"] };
const build = (...people: Person[]): DataSet => buildLong(frame, people, scoreScale);
const cell = ({ variables, rows }: DataSet, name: string, row = 0): Cell | undefined =>
  rows[row]?.[variables.findIndex((one) => one.name === name)];

const cases: readonly { says: string; list: List | null; ended?: Person["ended"]; item: number; score: number }[] = [
  { says: "an answer is its number", list: aList("T0"), item: 2, score: 3 },
  { says: "a list that is not there was not due", list: null, item: -4, score: -4 },
  { says: "a list that is open is not missing yet", list: aList("T0", { state: "open", answers: {} }), item: -4, score: -4 },
  { says: "a list that ran out was not answered", list: aList("T0", { state: "expired", answers: {} }), item: -8, score: -8 },
  { says: "a list that she did not want says so", list: aList("T0", { state: "declined", answers: {} }), item: -2, score: -2 },
  {
    says: "after a loss nothing is due any more",
    list: aList("T0", { state: "stopped", answers: {} }),
    ended: "loss",
    item: -5,
    score: -5,
  },
  {
    says: "a question skipped gives no score",
    list: aList("T0", { answers: { ...aList("T0").answers, "brs-1": "skipped" } }),
    item: -1,
    score: -9,
  },
  {
    says: "a paper that can't be read says so",
    list: aList("T0", { answers: { ...aList("T0").answers, "brs-1": "illegible" } }),
    item: -7,
    score: -9,
  },
  { says: "a battery that died half-way", list: aList("T0", { state: "expired", answers: { "stress-1": 2 } }), item: -3, score: -9 },
];
for (const { says, list, ended, item, score } of cases)
  test(says, () => {
    const made = build(aPerson({ ended: ended ?? null, lists: list ? [list] : [] }));
    assert.deepEqual([cell(made, "brs_1"), cell(made, "brs_6_score")], [item, score]);
  });

test("each person has a row for each wave, and each row a cell for each variable", () => {
  const made = build(aPerson(), aPerson({ code: "W-BBBBBB" }));
  assert.equal(made.rows.length, 6);
  for (const row of made.rows) assert.equal(row.length, made.variables.length);
});

test("names are known in every program: letter first, short enough, and no two alike", () => {
  for (const made of pilotStudies.map((one) => buildLong({ ...frame, study: one }, [aPerson()], scoreScale)))
    for (const { variables } of [made, toWide(made)]) {
      const names = variables.map(({ name }) => name);
      assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
      for (const name of names) assert.match(name, /^[a-z][a-z0-9_]{0,63}$/);
    }
});

test("a form that is not part of a wave was not asked there", () => {
  const [, second] = pilotStudies;
  assert.ok(second);
  const made = buildLong(
    { ...frame, study: second },
    [aPerson({ lists: [aList("T0", { instruments: aList("T0").instruments.slice(1, 3) })] })],
    scoreScale,
  );
  assert.equal(cell(made, "own_prepared"), -4);
  assert.equal(cell(made, "brs_6_score"), 3);
});

test("no missing code is a value of its variable", () => {
  for (const { name, missing, values } of build(aPerson()).variables)
    for (const { code } of missing) assert.ok(!values.some(({ value }) => value === code), name);
});

test("one row for each person holds what the long form holds", () => {
  const long = build(aPerson({ lists: [aList("T0"), aList("T2", { answers: { "stress-1": 4 } })] }), aPerson({ code: "W-BBBBBB" }));
  const wide = toWide(long);
  assert.equal(wide.rows.length, 2);
  assert.deepEqual(
    ["stress_1_t0", "stress_1_t1", "stress_1_t2", "brs_6_score_t2"].map((name) => cell(wide, name)),
    [2, -4, 4, -9],
  );
  assert.equal(cell(wide, "participant", 1), "W-BBBBBB");
});
