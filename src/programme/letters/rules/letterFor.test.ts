import assert from "node:assert/strict";
import { test } from "node:test";
import { type CriterionCode, type CriterionOutcome, criterionCodes, type LetterSituation } from "../letter.ts";
import { letterFor } from "./letterFor.ts";

type Outcomes = Partial<Record<CriterionCode, CriterionOutcome>>;
const met: Outcomes = Object.fromEntries(criterionCodes.map((code) => [code, "met"]));
const base: LetterSituation = {
  pillar: 1,
  decision: "no_place",
  outcomes: met,
  study: { state: "none" },
  loss: false,
  givenBack: false,
  postIsSafe: true,
};
const given = (part: Partial<LetterSituation>, outcomes: Outcomes = {}): LetterSituation => ({
  ...base,
  ...part,
  outcomes: { ...met, ...outcomes },
});
const inArm = (arm: "intervention" | "control" | null, t0: "open" | "completed" | "declined" | "expired" = "completed") =>
  ({ study: { state: "taking_part", t0, arm } }) as const;
const undecided = { study: { state: "undecided" } } as const;
const yes = { kind: "yes", pillar: 1 } as const;
const no = (...reasons: string[]) => ({ kind: "no", pillar: 1, reasons });
const none = (because: string) => ({ kind: "none", because });

const cases: readonly (readonly [string, LetterSituation, object])[] = [
  ["she has a place and is in no study: yes", given({ decision: "place" }), yes],
  ["a place in pillar 2", given({ decision: "place", pillar: 2 }), { kind: "yes", pillar: 2 }],
  ["she has a place and finished T0 in the intervention arm: yes", given({ decision: "place", ...inArm("intervention") }), yes],
  ["her T0 expired: yes, the gate is open", given({ decision: "place", ...inArm("intervention", "expired") }), yes],
  ["she declined T0: yes, the gate is open", given({ decision: "place", ...inArm("intervention", "declined") }), yes],
  ["her T0 is still open: nothing yet", given({ decision: "place", ...inArm("intervention", "open") }), none("t0_open")],
  [
    "T0 is open: a no waits too, it would tell her what the study is about",
    given(inArm("intervention", "open"), { residence: "not_met" }),
    none("t0_open"),
  ],
  ["she still has to be asked for the study: nothing yet", given({ decision: "place", ...undecided }), none("study_undecided")],
  ["nobody decided yet", given({ decision: null }), none("not_decided")],
  ["she lives outside the area", given({}, { residence: "not_met" }), no("residence")],
  ["otherwise insured, and she said no to the study", given({}, { insurer: "not_met" }), no("insurer")],
  ["otherwise insured, in the control arm: no letter", given(inArm("control"), { insurer: "not_met" }), none("control_arm")],
  [
    "in the control arm and the places are gone: no letter for that either",
    given(inArm("control"), { insurer: "not_met", capacity: "not_met" }),
    none("control_arm"),
  ],
  ["in the control arm and moved out of the area: no letter", given(inArm("control"), { residence: "not_met" }), none("control_arm")],
  [
    "in the control arm, now with CZ and with a place: told in person",
    given({ decision: "place", ...inArm("control") }),
    none("control_arm"),
  ],
  [
    "otherwise insured, not asked for the study yet: she may become control",
    given(undecided, { insurer: "not_met" }),
    none("study_undecided"),
  ],
  ["insurer unknown, so no arm: treated as control", given(inArm(null), { insurer: "unknown", capacity: "not_met" }), none("arm_unknown")],
  ["intervention arm, changed her insurer before the decision", given(inArm("intervention"), { insurer: "not_met" }), no("insurer")],
  ["maternity care by another organisation", given({}, { maternity_care: "not_met" }), no("maternity_care")],
  ["no home visit", given({}, { home_visit_consent: "not_met" }), no("home_visit_consent")],
  ["no consultation of the three", given({}, { triangle_consent: "not_met" }), no("triangle_consent")],
  ["the places are gone", given({}, { capacity: "not_met" }), no("capacity")],
  [
    "several reasons, in a fixed order",
    given({}, { capacity: "not_met", residence: "not_met", insurer: "not_met" }),
    no("residence", "insurer", "capacity"),
  ],
  ["category b: told in person, no letter", given({}, { vulnerability: "not_met" }), none("told_in_person")],
  ["pillar 2, none of the three situations: told in person", given({ pillar: 2 }, { need: "not_met" }), none("told_in_person")],
  [
    "category b and outside the area: the letter names the home alone",
    given({}, { vulnerability: "not_met", residence: "not_met" }),
    no("residence"),
  ],
  ["something unknown and something not met: the no stands", given({}, { insurer: "unknown", residence: "not_met" }), no("residence")],
  ["only unknowns: nobody can write a reason", given({}, { insurer: "unknown" }), none("no_reason")],
  ["everything met, and she did not want the place: nothing to write", given({}), none("no_reason")],
  ["after a loss nothing is sent by itself", given({ decision: "place", loss: true }), none("loss")],
  ["the place was given back: no letter says that she has one", given({ decision: "place", givenBack: true }), none("given_back")],
  ["nobody recorded that post is safe for her", given({ decision: "place", postIsSafe: false }), none("post_not_safe")],
];

for (const [sentence, situation, expected] of cases) test(sentence, () => assert.deepEqual(letterFor(situation), expected));

test("over all outcomes, no letter ever names a reason that is told in person, nor one that is met", () => {
  for (const situation of everySituation()) {
    const letter = letterFor(situation);
    if (letter.kind !== "no") continue;
    assert.ok(letter.reasons.length > 0);
    for (const reason of letter.reasons) assert.equal(situation.outcomes[reason], "not_met");
    assert.ok(!letter.reasons.some((reason: CriterionCode) => reason === "vulnerability" || reason === "need"));
  }
});

test("over all outcomes, the control arm gets nothing", () => {
  for (const situation of everySituation()) assert.deepEqual(letterFor({ ...situation, ...inArm("control") }), none("control_arm"));
});

/** All 3^8 outcomes of the eight criteria, for a refusal to someone in no study. */
function* everySituation(): Generator<LetterSituation> {
  const values = ["met", "not_met", "unknown"] as const;
  for (let number = 0; number < 3 ** criterionCodes.length; number += 1)
    yield given({}, Object.fromEntries(criterionCodes.map((code, at) => [code, values[Math.floor(number / 3 ** at) % 3]])));
}
