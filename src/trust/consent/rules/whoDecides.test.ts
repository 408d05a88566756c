import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConsentPerson } from "../consent.ts";
import { giversFor, whoDecides, type Decider } from "./whoDecides.ts";

const today = "2026-11-09";
const born = (birthDate: string | null, kind: ConsentPerson["kind"] = "mother") => ({ kind, birthDate });

const cases: readonly (readonly [string, Pick<ConsentPerson, "kind" | "birthDate">, Decider])[] = [
  ["a grown woman decides herself", born("1996-05-04"), "self"],
  ["her partner decides about his own data", born("1990-01-01", "partner"), "self"],
  ["a mother who turned 16 today decides herself", born("2010-11-09"), "self"],
  ["a mother who turns 16 tomorrow decides with her parents", born("2010-11-10"), "with_parents"],
  ["a girl who turned 12 today decides with her parents", born("2014-11-09"), "with_parents"],
  ["a child of 11 is decided for by its parents", born("2014-11-10", "child"), "parents"],
  ["a baby is decided for by its parents", born("2026-11-01", "child"), "parents"],
  ["a child whose day of birth is not known is decided for by its parents", born(null, "child"), "parents"],
  ["of a mother whose day of birth is not known, her age has to be asked", born(null), "age_unknown"],
  ["born on 29 February: 12 on 1 March of a common year", born("2014-02-28"), "with_parents"],
];
for (const [sentence, person, expected] of cases) test(sentence, () => assert.equal(whoDecides(person, today), expected));

test("born on 29 February she turns 16 on 29 February, not a day sooner", () => {
  assert.equal(whoDecides(born("2012-02-29"), "2028-02-28"), "with_parents");
  assert.equal(whoDecides(born("2012-02-29"), "2028-02-29"), "self");
});

test("a partner under 16 does not become her own judge by being a partner", () => {
  assert.deepEqual(giversFor(born("2011-01-01", "partner"), today), ["self_with_parents", "self_without_parents"]);
});

test("parents cannot answer for a grown woman, nor she alone for a child", () => {
  assert.deepEqual(giversFor(born("1996-05-04"), today), ["self"]);
  assert.deepEqual(giversFor(born("2026-11-01", "child"), today), ["parents"]);
});
