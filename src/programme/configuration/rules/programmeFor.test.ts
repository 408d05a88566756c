import assert from "node:assert/strict";
import { test } from "node:test";
import { programmeFor, type Candidate, type FamilyFacts } from "./programmeFor.ts";

const [heerlen, maastricht, venlo] = ["GM0917", "GM0935", "GM0983"];
const one = (id: string, runsSince: string, municipalities: readonly string[], inflowUntil: string | null = null): Candidate => ({
  id,
  runsSince,
  settings: { area: { municipalities }, windows: { inflowUntil } },
});
const pilot = one("pilot", "2026-01-01", [heerlen]);
const scaleUp = one("scale-up", "2026-11-01", [maastricht]);
const wholeRegion = one("scale-up", "2026-11-01", [heerlen, maastricht]);
const nobody: FamilyFacts = { today: "2026-11-22", municipality: heerlen, holds: null, holdsBeside: null };

for (const [sentence, programmes, facts, expected] of [
  ["where no programme runs there is none", [], nobody, null],
  ["where one runs it is that one, also for a family from elsewhere", [pilot], { ...nobody, municipality: venlo }, "pilot only-one"],
  ["a family from Heerlen has to do with the pilot", [pilot, scaleUp], nobody, "pilot area"],
  ["a family from Maastricht with the scale-up", [pilot, scaleUp], { ...nobody, municipality: maastricht }, "scale-up area"],
  ["of two for the same municipality the one that began last goes first", [pilot, wholeRegion], nobody, "scale-up area"],
  [
    "a closed inflow leads to the one that is open",
    [pilot, { ...wholeRegion, settings: { ...wholeRegion.settings, windows: { inflowUntil: "2026-11-21" } } }],
    nobody,
    "pilot area",
  ],
  [
    "on the last day of the inflow it is still open",
    [{ ...pilot, settings: { ...pilot.settings, windows: { inflowUntil: "2026-11-22" } } }, scaleUp],
    nobody,
    "pilot area",
  ],
  [
    "closed and nothing else for this municipality: the family hears that it is closed, not that it lives outside the area",
    [{ ...pilot, settings: { ...pilot.settings, windows: { inflowUntil: "2026-10-01" } } }, scaleUp],
    nobody,
    "pilot area-closed",
  ],
  ["a family from outside both: the one that began last", [pilot, scaleUp], { ...nobody, municipality: venlo }, "scale-up outside-area"],
  [
    "a municipality nobody knows: the one that began last",
    [pilot, scaleUp],
    { ...nobody, municipality: null },
    "scale-up municipality-unknown",
  ],
  [
    "who holds a place stays with it after she moved",
    [pilot, scaleUp],
    { ...nobody, municipality: maastricht, holds: "pilot" },
    "pilot holds-place",
  ],
  [
    "who holds a place in pillar 1 goes on in the same programme",
    [pilot, wholeRegion],
    { ...nobody, holdsBeside: "pilot" },
    "pilot goes-on",
  ],
  [
    "but not in one that takes nobody in any more",
    [{ ...pilot, settings: { ...pilot.settings, windows: { inflowUntil: "2026-10-01" } } }, wholeRegion],
    { ...nobody, holdsBeside: "pilot" },
    "scale-up area",
  ],
] as const satisfies readonly (readonly [string, readonly Candidate[], FamilyFacts, string | null])[])
  test(sentence, () => {
    const chosen = programmeFor<Candidate>(programmes, facts);
    assert.equal(chosen && `${chosen.programme.id} ${chosen.why}`, expected);
    assert.deepEqual(programmeFor<Candidate>(programmes.toReversed(), facts)?.programme.id, chosen?.programme.id, "in any order");
  });
