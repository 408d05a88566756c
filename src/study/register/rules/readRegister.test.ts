import assert from "node:assert/strict";
import { test } from "node:test";
import type { KnownParticipant } from "../register.ts";
import { codesIn, readHeadings, readRegister, type Layout } from "./readRegister.ts";

const today = "2027-06-01";
const may: KnownParticipant = { mayLink: true, entries: [] };
const known = new Map<string, KnownParticipant>([
  ["W-AAA222", may],
  ["W-BBB333", { mayLink: false, entries: [] }],
  ["W-CCC444", { mayLink: true, entries: [{ kind: "jgz_referral", from: "2027-01-01", until: "2027-03-31", count: 2 }] }],
]);
const layout = readHeadings(["pseudoniem", "soort", "aantal", "van", "tot en met"]) as Layout;
const read = (...lines: readonly string[]) =>
  readRegister(
    layout,
    lines.map((text, at) => ({ line: at + 2, cells: text.split(";") })),
    known,
    today,
  );

const lines: readonly { readonly says: string; readonly line: string; readonly faults: string }[] = [
  { says: "good", line: "W-AAA222;jgz-verwijzing;2;1-1-2027;31-3-2027", faults: "" },
  { says: "good, none is a number too", line: "w-aaa222;ziekenhuiscontact;0;2027-01-01;2027-03-31", faults: "" },
  { says: "good with spaces, and the apostrophe of a formula", line: " 'W-AAA222 ;JGZ-Verwijzing; 1 ;1-1-2027;1-1-2027", faults: "" },
  { says: "of who takes no part", line: "W-ZZZ999;jgz-verwijzing;2;1-1-2027;31-3-2027", faults: "unknown-code" },
  { says: "with a name where the pseudonym stands", line: "Jansen;jgz-verwijzing;2;1-1-2027;31-3-2027", faults: "no-code" },
  { says: "of who did not agree to linking", line: "W-BBB333;jgz-verwijzing;2;1-1-2027;31-3-2027", faults: "no-consent" },
  { says: "of another register", line: "W-AAA222;apotheek;2;1-1-2027;31-3-2027", faults: "kind" },
  { says: "with half a contact", line: "W-AAA222;jgz-verwijzing;1,5;1-1-2027;31-3-2027", faults: "count" },
  { says: "with a negative number", line: "W-AAA222;jgz-verwijzing;-9;1-1-2027;31-3-2027", faults: "count" },
  { says: "with a missing code that became a number", line: "W-AAA222;jgz-verwijzing;999;1-1-2027;31-3-2027", faults: "count-range" },
  { says: "with a day that is not there", line: "W-AAA222;jgz-verwijzing;2;31-2-2027;31-3-2027", faults: "from" },
  { says: "that ends before it begins", line: "W-AAA222;jgz-verwijzing;2;1-4-2027;31-3-2027", faults: "period-turned" },
  { says: "of three years", line: "W-AAA222;jgz-verwijzing;2;1-4-2024;31-3-2027", faults: "period-long" },
  { says: "of next month", line: "W-AAA222;jgz-verwijzing;2;1-4-2027;30-6-2027", faults: "future" },
  { says: "of before there was a programme", line: "W-AAA222;jgz-verwijzing;2;1-4-2019;30-6-2019", faults: "too-early" },
  { says: "that was cut off", line: "W-AAA222;jgz-verwijzing", faults: "columns count from until" },
  { says: "with everything wrong is told everything at once", line: "x;y;z;a;b", faults: "no-code kind count from until" },
  { says: "over a period that the register has half", line: "W-CCC444;jgz-verwijzing;1;1-3-2027;30-4-2027", faults: "overlap" },
];
for (const { says, line, faults } of lines)
  test(`a line ${says}`, () => {
    const { good, refused } = read(line);
    assert.equal(refused.flatMap((one) => one.faults).join(" "), faults);
    assert.equal(good.length, faults === "" ? 1 : 0);
  });

test("the same twice in one file is taken once", () => {
  const { good, refused } = read("W-AAA222;jgz-verwijzing;2;1-1-2027;31-3-2027", "W-AAA222;jgz-verwijzing;3;1-1-2027;31-3-2027");
  assert.deepEqual(
    good.map(({ count }) => count),
    [2],
  );
  assert.deepEqual(
    refused.map(({ line, faults }) => [line, ...faults]),
    [[3, "twice"]],
  );
});

test("what the register has already is told with the line", () => {
  const { good } = read("W-CCC444;jgz-verwijzing;3;1-1-2027;31-3-2027", "W-CCC444;jgz-verwijzing;0;1-4-2027;30-4-2027");
  assert.deepEqual(
    good.map(({ before, count }) => [before, count]),
    [
      [2, 3],
      [null, 0],
    ],
  );
});

test("refused cells come back in the order of the heading that Wieg writes", () => {
  const turned = readHeadings(["tot", "VAN", "Aantal", "soort", "Code"]) as Layout;
  const { refused } = readRegister(
    turned,
    [{ line: 2, cells: ["31-3-2027", "1-1-2027", "2", "jgz-verwijzing", "W-ZZZ999"] }],
    known,
    today,
  );
  assert.deepEqual(refused[0]?.cells, ["W-ZZZ999", "jgz-verwijzing", "2", "1-1-2027", "31-3-2027"]);
});

const headings: readonly { readonly says: string; readonly cells: readonly string[]; readonly answer: unknown }[] = [
  { says: "without the period", cells: ["pseudoniem", "soort", "aantal"], answer: { code: "headings", missing: ["van", "tot en met"] } },
  {
    says: "with a birth date beside",
    cells: ["pseudoniem", "geboortedatum", "soort", "aantal", "van", "tot en met"],
    answer: { code: "column-not-allowed", column: 2 },
  },
  {
    says: "with a column twice",
    cells: ["pseudoniem", "soort", "aantal", "van", "tot en met", "aantal"],
    answer: { code: "column-not-allowed", column: 6 },
  },
];
for (const { says, cells, answer } of headings)
  test(`a heading ${says} is refused as a whole`, () => assert.deepEqual(readHeadings(cells), answer));

test("the file with refused lines can be offered again as it is", () => {
  const again = readHeadings(["reden", "pseudoniem", "soort", "aantal", "van", "tot en met"]) as Layout;
  assert.deepEqual(codesIn(again, [{ line: 2, cells: ["dit pseudoniem doet niet mee", "w-aaa222", "", "", "", ""] }]), ["W-AAA222"]);
});
