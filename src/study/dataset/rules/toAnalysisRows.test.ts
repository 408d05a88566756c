import assert from "node:assert/strict";
import { test } from "node:test";
import { pilotStudies } from "../../design/pilotStudies.ts";
import { scoreScale } from "../../instruments/rules/scoreScale.ts";
import { suppliedInstruments } from "../../instruments/suppliedInstruments.ts";
import { aList, aPerson } from "../testing/aPerson.ts";
import { buildLong } from "./buildLong.ts";
import { toAnalysisRows } from "./toAnalysisRows.ts";

const [study] = pilotStudies;
assert.ok(study);
const frame = { study, instruments: suppliedInstruments, sites: ["De Maas"], languages: ["nl"] };

test("an estimate sees a score for each wave, and no missing code is ever a score", () => {
  const skipped = aList("T2", { answers: { ...aList("T2").answers, "brs-1": "skipped" } });
  const [row] = toAnalysisRows(buildLong(frame, [aPerson({ lists: [aList("T0"), skipped] })], scoreScale));
  assert.ok(row);
  assert.deepEqual(row.scores["brs-6"], { T0: 3, T1: null, T2: null });
  assert.deepEqual(row.scores["stress-4-weeks"], { T0: 2, T1: null, T2: 2 });
  assert.deepEqual(
    [row.arm, row.covariates["age_band"], row.covariates["hours_delivered"], row.covariates["jgz_referrals"]],
    ["intervention", 3, 44.5, null],
  );
});

test("who has no arm yet is in no comparison", () => {
  const made = buildLong(frame, [aPerson({ arm: null }), aPerson({ code: "W-BBBBBB", arm: "control" })], scoreScale);
  assert.deepEqual(
    toAnalysisRows(made).map(({ participant, arm }) => [participant, arm]),
    [["W-BBBBBB", "control"]],
  );
});
