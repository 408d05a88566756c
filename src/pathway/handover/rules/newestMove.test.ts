import assert from "node:assert/strict";
import { test } from "node:test";
import { newestMove, type LivedAt } from "./newestMove.ts";

const heerlen: LivedAt = { municipality: "GM0917", municipalityName: "Heerlen", since: "2026-05-01", until: null };
const kerkrade: LivedAt = { municipality: "GM0928", municipalityName: "Kerkrade", since: "2020-01-01", until: "2026-04-30" };
const elsewhere: LivedAt = { ...heerlen, municipality: "GM0000", municipalityName: null };
const moved = { on: "2026-05-01", municipality: "GM0917", before: "GM0928" };

for (const [sentence, addresses, expected] of [
  ["from one municipality to another", [heerlen, kerkrade], moved],
  ["the newest of two moves", [heerlen, kerkrade, { ...kerkrade, municipality: "GM0935", until: "2019-12-31" }], moved],
  ["into the region from outside it", [heerlen, { ...elsewhere, until: "2026-04-30" }], { ...moved, before: "GM0000" }],
  ["within the same municipality: no move", [heerlen, { ...heerlen, since: "2020-01-01", until: "2026-04-30" }], null],
  ["out of the region: nobody here receives", [elsewhere, kerkrade], null],
  ["never moved", [heerlen], null],
  ["where it lived is not known", [heerlen, { ...kerkrade, municipality: null }], null],
  ["where it lives is not known", [kerkrade], null],
] as const)
  test(`a family that moved: ${sentence}`, () => assert.deepEqual(newestMove(addresses), expected));
