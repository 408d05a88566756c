import assert from "node:assert/strict";
import { test } from "node:test";
import { readSearch } from "./readSearch.ts";

const cases = [
  ["a part of a name", "Frij", "Frij"],
  ["given name and family name in any order", "Frijns Sanne", "Frijns Sanne"],
  ["a prefix tells nobody apart", "van der Berg", "Berg"],
  ["also when it is shortened", "v.d. Berg", "Berg"],
  ["a name that is only a prefix stays", "De", "De"],
  ["'t Hart", "'t Hart", "Hart"],
  ["two names with a hyphen", "Frijns-Smeets", "Frijns Smeets"],
  ["a day as it is typed", "12-3-1996", "19960312"],
  ["a day with spaces", "12 3 1996", "19960312"],
  ["a day in words", "12 maart 1996", "19960312"],
  ["a day as computers write it", "1996-03-12", "19960312"],
  ["a day without signs", "12031996", "19960312"],
  ["a day with a short year", "12/3/96", "19960312"],
  ["29 February of a leap year", "29-2-1996", "19960229"],
  ["a name with a day", "Frijns 12-3-1996", "Frijns 19960312"],
  ["a postcode, spaced or not", "6411 aa", "6411aa"],
  ["a name with a postcode", "frijns 6411AA", "frijns 6411aa"],
  ["the four digits of a postcode", "6411", "6411"],
  ["names of every script", "محمد", "محمد"],
  ["one letter of another script can be a name", "李", "李"],
  ["one letter is too little", "f", ""],
  ["nothing", "  ", ""],
  ["signs alone", "%_'\"", ""],
] as const;

for (const [sentence, typed, words] of cases) test(sentence, () => assert.equal(readSearch(typed), words));
