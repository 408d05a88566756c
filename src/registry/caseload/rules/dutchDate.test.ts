import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type DateOf, readDate } from "./dutchDate.ts";

const today = "2026-11-22";
const cases: readonly (readonly [sentence: string, text: string, of: DateOf, expected: string])[] = [
  ["a birth date as most people write it", "02-10-1983", "birth", "day 1983-10-02"],
  ["without zeros", "2-10-1990", "birth", "day 1990-10-02"],
  ["with slashes and two digits: she was born in the last century", "21/07/85", "birth", "day 1985-07-21"],
  ["with two digits: a young mother", "27/01/09", "birth", "day 2009-01-27"],
  ["with two digits: the due date is next year", "30/01/27", "due", "day 2027-01-30"],
  ["a due date around New Year's Eve of 2099 would be far away, so 99 is behind us", "30/12/99", "due", "day 1999-12-30"],
  ["with points", "21.07.1985", "birth", "day 1985-07-21"],
  ["with spaces", "21 07 1985", "birth", "day 1985-07-21"],
  ["the month in words", "5 oktober 1981", "birth", "day 1981-10-05"],
  ["the month in words, December", "5 december 1981", "birth", "day 1981-12-05"],
  ["the month shortened, with a point", "24 mrt. 2027", "due", "day 2027-03-24"],
  ["the month shortened between hyphens, as a spreadsheet does", "24-jun-27", "due", "day 2027-06-24"],
  ["with the day of the week", "do 24 juni 2027", "due", "day 2027-06-24"],
  ["with capitals and stray spaces", "  24 JUNI 2027 ", "due", "day 2027-06-24"],
  ["year first", "1996-10-20", "birth", "day 1996-10-20"],
  ["year first with midnight behind it", "1996-10-20T00:00:00", "birth", "day 1996-10-20"],
  ["with a clock behind it", "20-10-1996 00:00", "birth", "day 1996-10-20"],
  ["eight digits, year first", "19961020", "birth", "day 1996-10-20"],
  ["eight digits, day first", "20101996", "birth", "day 1996-10-20"],
  ["midnight in the Netherlands, written in universal time", "1996-10-19T22:00:00.000Z", "birth", "converted 1996-10-20"],
  ["a spreadsheet's number", "46312", "due", "converted 2026-10-17"],
  ["29 February of a leap year", "29-02-2000", "birth", "day 2000-02-29"],
  ["29 February of another year", "29-02-2027", "due", "impossible"],
  ["29 February of 1900, which was none", "29-02-1900", "birth", "impossible"],
  ["31 February", "31-02-2027", "due", "impossible"],
  ["31 April", "31 april 2027", "due", "impossible"],
  ["month and day swapped", "12-13-1990", "birth", "swapped 1990-12-13"],
  ["neither of both can be a month", "32-13-1990", "birth", "impossible"],
  ["an unknown day of a known year", "00-00-1990", "birth", "impossible"],
  ["empty", "  ", "due", "missing"],
  ["a dash", "-", "due", "missing"],
  ["unknown, in a word", "onbekend", "due", "missing"],
  ["what systems fill in", "01-01-1900", "due", "marker"],
  ["the same, year first", "1900-01-01", "due", "marker"],
  ["zeros", "00-00-0000", "due", "marker"],
  ["the end of time", "31-12-9999", "due", "marker"],
  ["words", "binnenkort", "due", "unreadable"],
  ["a month that is none", "5 okember 1981", "birth", "unreadable"],
  ["a number too small for a date", "1234", "due", "unreadable"],
];

for (const [sentence, text, of, expected] of cases)
  test(`date: ${sentence}`, () => {
    const reading = readDate(text, of, today);
    const day = "day" in reading && typeof reading.day === "string" ? ` ${reading.day}` : "";
    assert.equal(`${reading.kind}${day}`, expected);
  });

test("no text crashes it, and what it reads is on the calendar", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9]{1,4}[-/. ][0-9a-z]{1,9}[-/. ][0-9]{1,4}$/)), (text) => {
      const reading = readDate(text, "birth", today);
      if ("day" in reading && typeof reading.day === "string") assert.equal(Temporal.PlainDate.from(reading.day).toString(), reading.day);
    }),
  );
});

test("each day of the calendar is read as itself in four forms", () => {
  const months = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
  ];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36_000 }), (days) => {
      const day = Temporal.PlainDate.from("1940-01-01").add({ days });
      const forms = [
        `${day.day}-${day.month}-${day.year}`,
        `${day.day}/${String(day.month).padStart(2, "0")}/${day.year}`,
        `${day.day} ${months[day.month - 1]} ${day.year}`,
        day.toString(),
      ];
      for (const form of forms) assert.deepEqual(readDate(form, "birth", today), { kind: "day", day: day.toString() });
    }),
  );
});
