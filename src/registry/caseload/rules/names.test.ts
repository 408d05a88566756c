import assert from "node:assert/strict";
import { test } from "node:test";
import { readFamilyName, readName, readOtherName, splitNames } from "./names.ts";

const cases: readonly (readonly [sentence: string, text: string, expected: string])[] = [
  ["a name with accents stays as it is", "Öztürk", "Öztürk"],
  ["stray spaces go", "  van  der   Berg ", "van der Berg"],
  ["a name in Arabic", "فاطمة", "فاطمة"],
  ["a name in Tigrinya", "ትግስት", "ትግስት"],
  ["a name in Chinese", "王小明", "王小明"],
  ["a double name", "Smeets-Debie", "Smeets-Debie"],
  ["a name with an apostrophe", "O’Brien", "O’Brien"],
  ["a letter got lost, and only one name fits", "Ma?gorzata", "Małgorzata text-lost-letter"],
  ["a letter got lost, and we can't know which", "Xe?ania", "Xe?ania text-lost-letter"],
  ["the sign of a lost letter", "Ren\uFFFDe", "Ren\uFFFDe text-lost-letter"],
  ["letters garbled by a wrong code page", "RenÃ©e", "Renée text-garbled"],
  ["Polish letters garbled", "MaÅ‚gorzata", "Małgorzata text-garbled"],
  ["a capital Ã that is no accident", "João", "João"],
  ["a formula is kept as text, and asked", "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0 name-odd-characters"],
  ["a number as a name", "Jansen 2", "Jansen 2 name-odd-characters"],
];

for (const [sentence, text, expected] of cases)
  test(sentence, () => {
    const { value, remarked } = readName(text);
    assert.equal([value, ...remarked.map(({ code }) => code)].join(" "), expected);
  });

test("without a family name nothing goes in", () => {
  for (const text of ["", " ", "-", "?", "onbekend"])
    assert.deepEqual(readFamilyName(text), { value: null, remarked: [{ code: "name-missing" }] });
  assert.equal(readFamilyName("a".repeat(201)).value, null);
});

test("a first name beyond all measure is proposed shortened", () => {
  const { value, remarked } = readOtherName("a".repeat(5_000));
  assert.equal(value?.length, 200);
  assert.equal(remarked[0]?.code, "text-too-long");
});

const splits: readonly (readonly [
  familyName: string,
  prefix: string | null,
  givenName: string | null,
  expected: readonly (string | null)[],
])[] = [
  ["Smeets", null, "Renée", ["Smeets", null, "Renée"]],
  ["van der Berg", null, "Kim", ["Berg", "van der", "Kim"]],
  ["Berg, van der", null, "Kim", ["Berg", "van der", "Kim"]],
  ["Berg", "van der", "Kim", ["Berg", "van der", "Kim"]],
  ["Smeets, Renée", null, null, ["Smeets", null, "Renée"]],
  ["Berg, Kim van der", null, null, ["Berg", "van der", "Kim"]],
  ["De Smet", null, "Kim", ["De Smet", null, "Kim"]],
  ["El Amrani", null, "Nour", ["El Amrani", null, "Nour"]],
  ["van", null, "Kim", ["van", null, "Kim"]],
];
for (const [familyName, prefix, givenName, expected] of splits)
  test(`${familyName} (${prefix ?? "no prefix"}, ${givenName ?? "no first name"})`, () => {
    const split = splitNames(familyName, prefix, givenName);
    assert.deepEqual([split.familyName, split.prefix, split.givenName], expected);
  });
