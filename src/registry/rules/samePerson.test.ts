import assert from "node:assert/strict";
import { test } from "node:test";
import { mayBeSame } from "./samePerson.ts";

const person = (givenName: string | null, familyName: string) => ({ givenName, prefix: null, familyName });
const cases = [
  ["the same name", person("Sanne", "Frijns"), person("Sanne", "Frijns"), true],
  ["a letter off", person("Sanne", "Janssen"), person("Sanne", "Jansen"), true],
  ["ij written as y", person("Sanne", "Frijns"), person("Sanne", "Fryns"), true],
  ["accents left out", person("Ayşe", "Öztürk"), person("Ayse", "Ozturk"), true],
  ["her own name and that of her partner", person("Sanne", "Frijns-Smeets"), person("Sanne", "Frijns"), true],
  ["married, so another name, born on the same day", person("Sanne", "Frijns"), person("Sanne", "Smeets"), true],
  ["a name in another script", person(null, "محمد"), person(null, "محمد"), true],
  ["another woman of the same day", person("Sanne", "Frijns"), person("Lieke", "Smeets"), false],
  ["short names are not alike by a letter", person("An", "Bos"), person("Els", "Bas"), false],
  ["no given name on either side says nothing", person(null, "Frijns"), person(null, "Smeets"), false],
] as const;

for (const [sentence, one, other, same] of cases) test(sentence, () => assert.equal(mayBeSame(one, other), same));
