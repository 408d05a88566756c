import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pilotStudies } from "../../design/pilotStudies.ts";
import { scoreScale } from "../../instruments/rules/scoreScale.ts";
import { suppliedInstruments } from "../../instruments/suppliedInstruments.ts";
import type { DataSet } from "../dataset.ts";
import { ageBands, type Person } from "../person.ts";
import { aPerson } from "../testing/aPerson.ts";
import { buildLong } from "./buildLong.ts";
import { deidentify } from "./deidentify.ts";
import { toWide } from "./toWide.ts";

const [study] = pilotStudies;
assert.ok(study);
const frame = { study, instruments: suppliedInstruments, sites: ["De Maas", "Peelrand"], languages: ["nl", "en", "ar"] };
const build = (people: readonly Person[]): DataSet => buildLong(frame, people, scoreScale);
const code = (at: number) => `W-${String(at).padStart(6, "0")}`;
/** Numbers that are not in the order of the pseudonyms. */
const numbers = (count: number) => new Map(Array.from({ length: count }, (_, at) => [code(at), ((at * 7) % count) + 1]));
const coprime = (count: number) => count + (count % 7 === 0 ? 1 : 0);

const people = (count: number, change: (at: number) => Partial<Person>) =>
  Array.from({ length: count }, (_, at) => aPerson({ code: code(at), arm: at % 2 === 0 ? "intervention" : "control", ...change(at) }));

test("two large groups that are alike are given as they are, under new numbers", () => {
  const made = deidentify(build(people(40, () => ({}))), numbers(40));
  assert.ok(made.code === "released");
  assert.deepEqual(made.coarsened, []);
  const names = made.dataSet.variables.map(({ name }) => name);
  assert.ok(names.includes("age_band") && names.includes("site"));
  assert.ok(!names.includes("brs_6_text") && !names.includes("list_way"), "what only tells her language or way is left out");
  assert.ok(!JSON.stringify(made.dataSet).includes("W-"), "no pseudonym is left");
});

test("the rows stand in the order of the new numbers, so the order tells nothing", () => {
  const made = deidentify(build(people(40, () => ({}))), numbers(40));
  assert.ok(made.code === "released");
  assert.deepEqual(
    toWide(made.dataSet).rows.map(([number]) => Number(number)),
    Array.from({ length: 40 }, (_, at) => at + 1),
  );
});

test("one woman of forty-three is put together with others of her age, and keeps her answers", () => {
  const made = deidentify(
    build(people(40, (at) => (at === 0 ? { ageBand: "under_20" } : { ageBand: at < 20 ? "20_24" : "25_29" }))),
    numbers(40),
  );
  assert.ok(made.code === "released");
  assert.deepEqual(made.coarsened, [{ name: "age_band", to: "groups" }]);
  assert.deepEqual(
    made.dataSet.variables.find(({ name }) => name === "age_band")?.values.map(({ label }) => label),
    ["jonger dan 25", "25-34", "35 of ouder"],
  );
});

test("a small site is not told, and neither is that somebody answers in Arabic", () => {
  const made = deidentify(
    build(people(60, (at) => ({ site: at < 5 ? "Peelrand" : "De Maas", language: at === 7 ? "ar" : "nl" }))),
    numbers(60),
  );
  assert.ok(made.code === "released");
  const names = made.dataSet.variables.map(({ name }) => name);
  assert.ok(!names.includes("site") && !names.includes("language"));
});

test("nine in one arm are not given at all", () => {
  const made = deidentify(build(people(30, (at) => ({ arm: at < 9 ? "intervention" : "control" }))), numbers(30));
  assert.deepEqual(made, { code: "too-few", smallest: 9 });
});

test("whoever compares any of the traits of a file finds ten people or more, or none", () => {
  const anyone = fc.record({
    arm: fc.constantFrom("intervention" as const, "control" as const, null),
    site: fc.constantFrom("De Maas", "De Maas", "Peelrand"),
    language: fc.constantFrom("nl", "nl", "nl", "en", "ar"),
    ageBand: fc.constantFrom(...ageBands),
    late: fc.boolean(),
    answersBy: fc.constantFrom("link" as const, "paper" as const),
    facts: fc.record({ category: fc.constantFrom("c", "d"), insurer: fc.constantFrom("CZ", "VGZ", "other") }),
  });
  fc.assert(
    fc.property(fc.array(anyone, { minLength: 1, maxLength: 150 }), (drawn) => {
      const made = deidentify(
        build(people(drawn.length, (at) => drawn[at] ?? {})),
        new Map(drawn.map((_, at) => [code(at), ((at * 7) % coprime(drawn.length)) + 1])),
      );
      if (made.code === "too-few") return;
      const { variables, rows } = toWide(made.dataSet);
      const known = variables.flatMap(({ role }, at) => (["arm", "site", "group"].includes(role) ? [at] : []));
      // Every subset of what may be known is a sum of the smallest groups, so these are enough.
      const groups = Map.groupBy(rows, (row) => known.map((at) => String(row[at])).join("|"));
      for (const [group, members] of groups) assert.ok(members.length >= 10, `${group}: ${members.length}`);
    }),
    { numRuns: 150, seed: 20261123 },
  );
});
