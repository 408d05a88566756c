import assert from "node:assert/strict";
import { test } from "node:test";
import { decideAssessment, type Decision } from "./decideAssessment.ts";

const vulnerable = { riskNow: true, urgentRisk: false, protectiveSufficient: false };
const uncovered = { riskNow: false, urgentRisk: false, protectiveSufficient: false };
const decision = (part: Partial<Decision>): Decision => ({ judgements: vulnerable, chosen: "c", reason: null, seen: vulnerable, ...part });

const cases: readonly (readonly [string, Decision, string])[] = [
  ["she takes over the proposal", decision({}), "c"],
  ["she judged, and now sees the proposal", decision({ chosen: null, seen: null }), "look-at-proposal"],
  [
    "she changed a judgement after she saw the proposal: look again",
    decision({ seen: { ...vulnerable, urgentRisk: true } }),
    "look-at-proposal",
  ],
  ["she decides otherwise and says why", decision({ chosen: "b", reason: "Haar moeder trekt in." }), "b"],
  ["she decides otherwise without a reason", decision({ chosen: "b", reason: "  " }), "reason-needed"],
  [
    "the definition has no proposal: her own choice needs a reason",
    decision({ judgements: uncovered, seen: uncovered, chosen: "b" }),
    "reason-needed",
  ],
  [
    "the definition has no proposal, she chooses and says why",
    decision({ judgements: uncovered, seen: uncovered, chosen: "b", reason: "Geen netwerk." }),
    "b",
  ],
  [
    "an urgent risk factor is a risk factor",
    decision({ judgements: { ...vulnerable, riskNow: false, urgentRisk: true } }),
    "judgements-contradict",
  ],
];

for (const [sentence, given, expected] of cases)
  test(sentence, () => {
    const outcome = decideAssessment(given);
    assert.equal("refused" in outcome ? outcome.refused : outcome.category, expected);
  });
