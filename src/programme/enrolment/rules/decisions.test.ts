import assert from "node:assert/strict";
import { test } from "node:test";
import { pilotSettings } from "../../configuration/pilot.ts";
import type { Criterion } from "../enrolment.ts";
import { decideEligibility } from "./decideEligibility.ts";
import { lastDayOfPillar2, mayEnter, type EntryFacts } from "./mayEnter.ts";
import { mayGiveBack, type GiveBackFacts } from "./mayGiveBack.ts";

const { windows } = pilotSettings({ maternityCareOrganisationId: "3f0f9d0e-5a0e-4c39-9d39-0d9c4b1a7e01" });
const met: Criterion = { code: "residence", outcome: "met", reason: "inside-area", facts: {} };
const notMet: Criterion = { code: "insurer", outcome: "not_met", reason: "insurer-other", facts: {} };
const unknown: Criterion = { code: "maternity_care", outcome: "unknown", reason: "maternity-care-not-recorded", facts: {} };

const eligible = [
  ["everything fits", [met], { outcome: "eligible" }],
  ["one thing does not fit", [met, notMet], { outcome: "not_eligible", notMet: ["insurer"] }],
  ["what does not fit goes before what is unknown", [unknown, notMet], { outcome: "not_eligible", notMet: ["insurer"] }],
  ["an open question keeps the decision open", [met, unknown], { outcome: "open", unknown: ["maternity_care"] }],
] as const;
for (const [sentence, criteria, expected] of eligible) test(sentence, () => assert.deepEqual(decideEligibility(criteria), expected));

const pregnant: EntryFacts = { today: "2026-11-22", lineState: "open", bornOn: null, holdsPlace: false, programme: null };
const entering = [
  ["a pregnant woman may enter pillar 1", 1, {}, "go"],
  ["twice in the same pillar is one place", 1, { holdsPlace: true }, "place-already"],
  ["a line that ended takes no place", 1, { lineState: "ended" }, "line-ended"],
  ["five months after birth pillar 2 may still begin", 2, { bornOn: "2026-06-22" }, "go"],
  ["on the very last day too", 2, { bornOn: "2026-05-22" }, "go"],
  ["six months after birth pillar 2 is over", 2, { bornOn: "2026-05-21" }, "period-over"],
  [
    "who said no to the programme gets no place",
    1,
    { programme: { given: false, inForce: false, givenOn: "2026-11-01", withdrawnOn: null, until: null } },
    "family-does-not-want",
  ],
  ["who was not asked yet may enter", 1, { programme: null }, "go"],
] as const;
for (const [sentence, pillar, facts, expected] of entering)
  test(sentence, () => {
    const outcome = mayEnter(pillar, windows, { ...pregnant, ...facts });
    assert.equal(outcome === "go" ? outcome : outcome.code, expected);
  });

test("after the last day of inflow nobody enters", () => {
  const outcome = mayEnter(1, { ...windows, inflowUntil: "2026-11-21" }, pregnant);
  assert.notEqual(outcome, "go");
});

test("born on 31 August: pillar 2 ends on 28 February", () => assert.equal(lastDayOfPillar2("2026-08-31", windows), "2027-02-28"));

const before: GiveBackFacts = { why: "family_declined", noCare: true, bornOn: null, lossOn: null };
const givingBack = [
  ["the family declines before any care", {}, "go"],
  ["a place that was used is not given back", { noCare: false }, "care-delivered"],
  ["moved before the birth", { why: "moved_before_birth" }, "go"],
  ["moved after the birth: the place stays", { why: "moved_before_birth", bornOn: "2026-11-01" }, "moved-after-birth"],
  ["after a loss nobody takes the place away", { lossOn: "2026-11-01" }, "only-when-family-asks"],
  ["after a loss the family asks for it itself", { lossOn: "2026-11-01", why: "family_asks_after_loss" }, "go"],
  ["without a loss that reason does not exist", { why: "family_asks_after_loss" }, "no-loss"],
  ["a mistake is put right", { why: "mistake" }, "go"],
] as const;
for (const [sentence, facts, expected] of givingBack)
  test(sentence, () => {
    const outcome = mayGiveBack({ ...before, ...facts });
    assert.equal(outcome === "go" ? outcome : outcome.code, expected);
  });
