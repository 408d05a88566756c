import assert from "node:assert/strict";
import { test } from "node:test";
import { ownAddress, startPageOf } from "./nextAddress.ts";

const cases: readonly [string, string | undefined, string | null][] = [
  ["a page of ours", "/gezinnen/1?toon=plan", "/gezinnen/1?toon=plan"],
  ["nothing asked", undefined, null],
  ["another site", "https://elders.example", null],
  ["another site without its scheme", "//elders.example", null],
  ["another site as some browsers read it", "/\\elders.example", null],
  ["a line break that would end the header", "/werk\r\nset-cookie: a=b", null],
  ["the sign-in page itself: that would go round", "/aanmelden?naar=/werk", null],
  ["the sign-out", "/afmelden", null],
  ["a page that only begins the same", "/aanmeldingen", "/aanmeldingen"],
];

for (const [name, next, answer] of cases) test(name, () => assert.equal(ownAddress(next), answer));

test("an administrator begins with her people, everyone else with her work", () => {
  assert.equal(startPageOf("organisation_admin"), "/beheer/mensen");
  assert.equal(startPageOf("platform_admin"), "/beheer/organisaties");
  assert.equal(startPageOf("midwife"), "/werk");
});
