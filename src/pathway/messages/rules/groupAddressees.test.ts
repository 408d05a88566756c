import assert from "node:assert/strict";
import { test } from "node:test";
import type { Addressee } from "../messages.ts";
import { groupAddressees } from "./groupAddressees.ts";

const one = (principal: number, organisation: string, name: string | null, also: Partial<Addressee> = {}): Addressee => ({
  principal,
  organisationId: organisation,
  organisation,
  role: "youth_nurse",
  name,
  medical: true,
  partner: false,
  leads: false,
  near: false,
  me: false,
  ...also,
});
const jgz = ["An", "Bea", "Cor", "Dirk", "Els"].map((name, nr) => one(nr, "JGZ Zuid", name));
const practice = ["Fien", "Gerda"].map((name, nr) => one(10 + nr, "De Maas", name));
const names = (all: readonly Addressee[]) => all.map(({ name, organisation }) => name ?? `team ${organisation}`);

test("eight people or fewer stand together: nothing to fold away", () => {
  assert.deepEqual(groupAddressees([...jgz, ...practice]), { near: [...jgz, ...practice], rest: [] });
  assert.deepEqual(groupAddressees([]), { near: [], rest: [] });
});

test("who leads and who knows the family stand on top, the rest by organisation, a team before its people", () => {
  const { near, rest } = groupAddressees([
    one(20, "Heerlen", "Sjef", { leads: true }),
    one(21, "JGZ Zuid", "Noor", { near: true }),
    ...jgz,
    one(22, "JGZ Zuid", null),
    ...practice,
  ]);
  assert.deepEqual(names(near), ["Sjef", "Noor"]);
  assert.deepEqual(
    rest.map(({ organisation, people }) => [organisation, names(people)]),
    [
      ["De Maas", ["Fien", "Gerda"]],
      ["JGZ Zuid", ["team JGZ Zuid", "An", "Bea", "Cor", "Dirk", "Els"]],
    ],
  );
});

test("of many who know the family eight stand on top, and nobody is left out or twice", () => {
  const all = Array.from({ length: 12 }, (_, nr) => one(nr, nr % 2 ? "JGZ Zuid" : "De Maas", `P${nr}`, { near: true }));
  const { near, rest } = groupAddressees(all);
  assert.equal(near.length, 8);
  const shown = [...near, ...rest.flatMap(({ people }) => people)].map(({ principal }) => principal);
  assert.deepEqual(
    shown.toSorted((a, b) => a - b),
    all.map(({ principal }) => principal),
  );
});
