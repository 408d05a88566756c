import assert from "node:assert/strict";
import { test } from "node:test";
import { pilotTraining } from "../../configuration/pilot/training.ts";
import { trainingSettings } from "../../configuration/settings/training.ts";
import { findGaps } from "./findGaps.ts";
import { mayDeliver } from "./mayDeliver.ts";

const all = ["early-signalling", "good-conversation", "secure-attachment"];
const done = (codes: readonly string[], doneOn = "2026-03-01") => codes.map((module) => ({ module, doneOn }));
const day = "2026-11-22";
const { modules } = trainingSettings.parse(pilotTraining);
const yearly = modules.map((module) => ({ ...module, validMonths: 12 }));

const cases: readonly [why: string, Parameters<typeof mayDeliver>, missing: readonly string[]][] = [
  ["who did all three is trained", [2, done(all), day, { modules }], []],
  ["pillar 1 asks for no training", [1, [], day, { modules }], []],
  ["who did nothing misses all three, and not the shared module", [2, [], day, { modules }], all],
  ["who did two misses the third", [2, done(all.slice(0, 2)), day, { modules }], ["secure-attachment"]],
  ["a training of tomorrow counts for nothing today", [2, done(all, "2026-11-23"), day, { modules }], all],
  ["on the day itself it counts", [2, done(all, day), day, { modules }], []],
  ["on its last day it is still good", [2, done(all, "2025-11-22"), day, { modules: yearly }], []],
  ["a day later it is not", [2, done(all, "2025-11-21"), day, { modules: yearly }], all],
  ["done again, the newest counts", [2, [...done(all, "2020-01-01"), ...done(all, "2026-01-01")], day, { modules: yearly }], []],
  ["a role of which nothing is asked", [2, [], day, { modules, role: "maternity_coordinator" }], []],
];
for (const [why, facts, missing] of cases)
  test(why, () => {
    const standing = mayDeliver(...facts);
    assert.deepEqual(standing.code === "trained" ? [] : standing.missing.map(({ code }) => code), missing);
  });

test("it says whether it was never done, or until when it was good", () => {
  const standing = mayDeliver(2, done(["early-signalling"], "2025-01-31"), day, { modules: yearly });
  assert.ok(standing.code === "not-yet");
  assert.deepEqual(
    standing.missing.map(({ why, until }) => [why, until]),
    [
      ["expired", "2026-01-31"],
      ["never", null],
      ["never", null],
    ],
  );
});

const her = { professionalId: "her", name: "Chantal Kraam", role: "maternity_assistant", since: "2020-01-01" };
const asked = { settings: { ...pilotTraining, modules }, runsSince: "2026-10-01", today: day };
test("a first training is due some days after the programme began, or after she came", () => {
  assert.deepEqual(
    findGaps([her], [], asked).map(({ by }) => by),
    ["2026-11-30", "2026-11-30", "2026-11-30"],
  );
  assert.equal(findGaps([{ ...her, since: "2026-11-01" }], [], asked)[0]?.by, "2026-12-31");
});
test("one that ends is said some days before, with its last day", () => {
  const settings = { ...pilotTraining, modules: yearly };
  const hers = (doneOn: string) => done(all, doneOn).map((one) => ({ ...one, professionalId: "her" }));
  assert.deepEqual(findGaps([her], hers("2026-02-01"), { ...asked, settings }), []);
  assert.deepEqual(
    findGaps([her], hers("2026-01-01"), { ...asked, settings }).map(({ by, again }) => [by, again]),
    [
      ["2027-01-01", true],
      ["2027-01-01", true],
      ["2027-01-01", true],
    ],
  );
});
