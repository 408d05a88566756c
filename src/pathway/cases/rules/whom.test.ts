import assert from "node:assert/strict";
import { test } from "node:test";
import { countWhom, waitsFor, type Whom } from "./whom.ts";

const one = (principal: number, organisation: string, professional: string | null, role: string | null = "youth_nurse"): Whom => ({
  principal,
  professional,
  role,
  organisationId: `id of ${organisation}`,
  organisation,
});
const said = (all: readonly Whom[]) =>
  countWhom(all).map(({ organisation, professional, role, count }) => [professional ?? role ?? organisation, count]);

test("organisations with most first, each followed by its people by name", () => {
  const [hilde, bea, sjef] = [one(1, "JGZ Zuid", "Hilde"), one(2, "JGZ Zuid", "Bea"), one(3, "Heerlen", "Sjef")];
  assert.deepEqual(said([sjef, hilde, bea, hilde]), [
    ["JGZ Zuid", 3],
    ["Bea", 1],
    ["Hilde", 2],
    ["Heerlen", 1],
  ]);
});

test("a team stands beside the people, and what waits for everyone there only with the organisation", () => {
  assert.deepEqual(said([one(1, "JGZ Zuid", "Hilde"), one(4, "JGZ Zuid", null), one(9, "JGZ Zuid", null, null)]), [
    ["JGZ Zuid", 3],
    ["youth_nurse", 1],
    ["Hilde", 1],
  ]);
});

test("one person who is all of it is not named twice; nobody is nothing to choose", () => {
  assert.deepEqual(said([one(3, "Heerlen", "Sjef"), one(3, "Heerlen", "Sjef")]), [["Heerlen", 2]]);
  assert.deepEqual(said([]), []);
});

test("an organisation has what waits for its people; a person what waits for her alone", () => {
  const hilde = one(1, "JGZ Zuid", "Hilde");
  assert.deepEqual(
    ["id of JGZ Zuid", "1", "2", "id of Heerlen"].map((id) => waitsFor(id, hilde)),
    [true, true, false, false],
  );
  assert.equal(waitsFor("1", undefined), false);
});
