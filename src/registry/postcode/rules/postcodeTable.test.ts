import assert from "node:assert/strict";
import { test } from "node:test";
import { PostcodeTable, readPostcodeHeading, readPostcodeLine } from "./postcodeTable.ts";

const heading = readPostcodeHeading("\uFEFFPC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025\r\n");
const table = (...lines: readonly string[]) => {
  const made = new PostcodeTable();
  for (const line of lines) {
    const read = heading && readPostcodeLine(line, heading);
    if (read) made.add(read);
  }
  return [...made.areas()];
};

test("the heading of Statistics Netherlands is known by its names, with its year", () => {
  assert.deepEqual(heading, { postcode: 0, number: 1, municipality: 4, separator: ";", year: "2025" });
  assert.equal(readPostcodeHeading('"PC6","Huisnummer","Buurt2024","Wijk2024","Gemeente2024"')?.year, "2024");
  assert.equal(readPostcodeHeading("Naam;Adres"), null);
});

const lines: readonly [string, string, string | null][] = [
  ["a line as it comes", "6411AA;12;9170101;91701;917", "GM0917"],
  ["a code with its letters", "6411AA;12;BU09170101;WK091701;GM0917", "GM0917"],
  ["quotes and small letters", '"6411 aa";"12";"x";"y";"1883"', "GM1883"],
  ["a postcode that is none", "0411AA;12;x;y;917", null],
  ["a number that is none", "6411AA;twaalf;x;y;917", null],
  ["a cut-off line", "6411AA;12", null],
];
for (const [sentence, line, expected] of lines)
  test(`${sentence} is read`, () => assert.equal((heading && readPostcodeLine(line, heading)?.municipality) ?? null, expected));

test("a postcode in one municipality is one stretch", () => {
  assert.deepEqual(table("6411AA;1;x;y;917", "6411AA;99;x;y;917"), [{ postcode: "6411AA", from: 1, to: 99_999, municipality: "GM0917" }]);
});

test("a postcode on a border is split by house number", () => {
  assert.deepEqual(table("6365AB;1;x;y;1954", "6365AB;3;x;y;1954", "6365AB;5;x;y;899", "6365AB;7;x;y;899", "6365AB;9;x;y;1954"), [
    { postcode: "6365AB", from: 1, to: 3, municipality: "GM1954" },
    { postcode: "6365AB", from: 5, to: 7, municipality: "GM0899" },
    { postcode: "6365AB", from: 9, to: 9, municipality: "GM1954" },
  ]);
});
