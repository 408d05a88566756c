import assert from "node:assert/strict";
import { test } from "node:test";
import type { Person } from "../doubles.ts";
import { birthDatesLike, birthDatesNear, judgeDouble } from "./likelyDouble.ts";

const kim: Person = {
  givenName: "Kim",
  prefix: "van der",
  familyName: "Berg",
  birthDate: "1995-07-21",
  dueDate: "2027-03-17",
  postcode: "6411AA",
};

const cases: readonly (readonly [sentence: string, other: Partial<Person>, kind: ReturnType<typeof judgeDouble>["kind"]])[] = [
  ["the very same", {}, "same-line"],
  ["she moved", { postcode: "6211BB" }, "same-line"],
  ["the prefix in the name", { prefix: null, familyName: "van der Berg" }, "same-line"],
  ["the prefix shortened", { prefix: "v.d." }, "same-line"],
  ["without the prefix", { prefix: null }, "same-line"],
  ["a letter off in the name, and moved", { familyName: "Bergh", postcode: null }, "same-line"],
  ["an accent on the given name", { givenName: "Kïm" }, "same-line"],
  ["only her initial", { givenName: "K." }, "same-line"],
  ["a second scan moved the expected day two weeks", { dueDate: "2027-03-31" }, "same-line"],
  ["a digit of the birth date is off, all else is the same", { birthDate: "1995-07-24" }, "same-line"],
  ["married: another name, the same address and days", { prefix: null, familyName: "Smeets" }, "same-line"],
  ["a double-barrelled name at the other practice", { familyName: "Berg-Smeets" }, "same-line"],
  ["another name and address, the same given name and days", { prefix: null, familyName: "Smeets", postcode: "6211BB" }, "same-line"],
  ["no birth date known, the same name, day and postcode", { birthDate: null }, "same-line"],
  ["her twin sister at the same address, also pregnant", { givenName: "Sanne", dueDate: "2027-03-25" }, "different"],
  ["a namesake of another age, due the same week", { birthDate: "1988-02-03", postcode: "6211BB" }, "different"],
  [
    "the same names and birth date, due in another season: one of the days may be wrong",
    { dueDate: "2027-06-25", postcode: "6211BB" },
    "same-line",
  ],
  ["nothing but the name and the postcode area", { birthDate: null, dueDate: null, postcode: "6411BB" }, "different"],
  ["only the days agree", { givenName: "Fatima", prefix: null, familyName: "Yıldız", postcode: null }, "different"],
  ["only the given name and the address", { prefix: null, familyName: "Smeets", birthDate: "1999-01-01", dueDate: null }, "different"],
  ["two years later: known from another pregnancy", { dueDate: "2025-01-10" }, "same-person"],
  ["two years later, and another given name", { givenName: "Sanne", dueDate: "2025-01-10" }, "different"],
  ["two years later, and married", { prefix: null, familyName: "Smeets", dueDate: "2025-01-10", postcode: null }, "different"],
];
for (const [sentence, other, kind] of cases) test(sentence, () => assert.equal(judgeDouble(kim, { ...kim, ...other }).kind, kind));

test("day and month of birth swapped", () => {
  const swapped = judgeDouble({ ...kim, birthDate: "1995-07-12" }, { ...kim, birthDate: "1995-12-07", postcode: null });
  assert.deepEqual(swapped, { kind: "same-line", likeness: ["name-same", "given-same", "birth-swapped", "due-same"] });
});

test("ij and y are one", () => {
  const person: Person = { ...kim, prefix: null, familyName: "Reijnders" };
  assert.deepEqual(judgeDouble(person, { ...person, familyName: "Reynders" }).likeness[0], "name-same");
});

test("it does not matter which of the two comes first", () => {
  for (const [, other] of cases) assert.equal(judgeDouble(kim, { ...kim, ...other }).kind, judgeDouble({ ...kim, ...other }, kim).kind);
});

test("the birth dates by which someone is looked up", () => {
  assert.deepEqual(birthDatesLike("1995-07-12"), ["1995-07-12", "1995-12-07"]);
  assert.deepEqual(birthDatesLike("1995-07-21"), ["1995-07-21"]);
  const near = birthDatesNear("1996-02-29");
  assert.ok(!near.includes("1986-02-20") && near.includes("1996-02-28") && near.includes("1992-02-29") && !near.includes("1995-02-29"));
  assert.ok(near.every((day) => Temporal.PlainDate.from(day, { overflow: "reject" }).toString() === day));
});
