import assert from "node:assert/strict";
import { test } from "node:test";
import { suppliedLists } from "../server/caseloadLists.ts";
import { indexMunicipalities, readResidence } from "./municipality.ts";

const index = indexMunicipalities(suppliedLists);
const cases: readonly (readonly [sentence: string, municipality: string, place: string, area: number | null, expected: string])[] = [
  ["by its name", "Heerlen", "Heerlen", 6411, "GM0917"],
  ["in capitals", "MAASTRICHT", "Maastricht", null, "GM0935"],
  ["by its code", "GM0888", "", null, "GM0888"],
  ["by the digits of its code", "888", "", null, "GM0888"],
  ["with the province, to tell it from a namesake", "STEIN (L.)", "Stein", null, "GM0971"],
  ["the same without a point", "Beek (L)", "Beek", null, "GM0888"],
  ["with the word gemeente", "Gemeente Vaals", "", null, "GM0981"],
  ["Nuth is part of Beekdaelen since 2019", "Nuth", "Nuth", null, "GM1954 municipality-former@municipality"],
  ["Schinnen too", "Schinnen", "Schinnen", null, "GM1954 municipality-former@municipality"],
  ["and Onderbanken", "Onderbanken", "Schinveld", null, "GM1954 municipality-former@municipality"],
  ["a municipality of before, by its code", "GM0951", "", null, "GM1954 municipality-former@municipality"],
  ["Nuth is a place of Beekdaelen still", "GM1954", "Nuth", 6361, "GM1954"],
  ["the place alone", "", "Simpelveld", null, "GM0965"],
  ["Hoensbroek lies in Heerlen", "", "Hoensbroek", 6431, "GM0917"],
  ["Eygelshoven lies in Kerkrade", "", "Eygelshoven", null, "GM0928"],
  ["Bocholtz lies in Simpelveld", "", "Bocholtz", 6351, "GM0965"],
  ["Geleen lies in Sittard-Geleen", "", "Geleen", null, "GM1883"],
  ["Born as well", "Sittard-Geleen", "Born", 6121, "GM1883"],
  ["a place in the column of the municipality", "Hoensbroek", "", null, "GM0917 municipality-former@municipality"],
  ["the postcode alone", "", "", 6361, "GM1954 municipality-from-postcode@postcode"],
  ["a place we don't know, with a postcode we do", "", "Terwinselen", 6467, "GM0928 municipality-from-postcode@postcode"],
  ["a letter off", "Heelren", "", null, "GM0917 municipality-spelling@municipality"],
  ["a letter off, but the place says it", "Heelren", "Heerlen", null, "GM0917"],
  ["outside the region", "Roermond", "Roermond", null, "null municipality-unlisted@municipality"],
  ["a code outside the region", "GM0957", "", null, "GM0957"],
  ["nothing at all", "", "", null, "null"],
  ["the place contradicts the municipality", "Kerkrade", "Heerlen", null, "GM0928 municipality-place-conflict@municipality"],
  [
    "the place contradicts it and the postcode agrees with the place",
    "Kerkrade",
    "Heerlen",
    6411,
    "GM0917 municipality-place-conflict@municipality",
  ],
  ["the postcode contradicts both", "Simpelveld", "Simpelveld", 6372, "GM0965 municipality-postcode-conflict@postcode"],
  ["the postcode lies far outside the region", "Beek", "Beek", 6573, "GM0888 municipality-postcode-conflict@postcode"],
  ["a postcode we don't know says nothing", "Stein", "Stein", 6173, "GM0971"],
];

for (const [sentence, municipality, place, area, expected] of cases)
  test(`municipality: ${sentence}`, () => {
    const { value, remarked } = readResidence(index, { municipality, place, area });
    assert.equal([String(value.code), ...remarked.map(({ code, field }) => `${code}@${field}`)].join(" "), expected);
  });

test("each place, former municipality and postcode area belongs to a municipality of the region", () => {
  const codes = new Set(suppliedLists.municipalities.map(({ code }) => code));
  const used = [
    ...suppliedLists.places.map(({ municipality }) => municipality),
    ...suppliedLists.formerMunicipalities.map(({ successor }) => successor),
    ...suppliedLists.postcodeAreas.map(({ municipality }) => municipality),
  ];
  assert.deepEqual(
    used.filter((code) => !codes.has(code)),
    [],
  );
  const areas = suppliedLists.postcodeAreas.flatMap((one) => one.areas);
  assert.equal(new Set(areas).size, areas.length);
});
