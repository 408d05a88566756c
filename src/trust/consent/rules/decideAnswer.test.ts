import assert from "node:assert/strict";
import { test } from "node:test";
import { decideAnswer, isNarrower, type AnswerFacts } from "./decideAnswer.ts";

const facts: AnswerFacts = {
  person: { kind: "mother", birthDate: "1996-05-04" },
  purpose: "prenatal_home_visit",
  given: true,
  recipients: 1,
  parts: ["identity"],
  givenBy: "self",
  withoutParentsReason: null,
  givenOn: "2026-11-09",
  until: null,
  today: "2026-11-09",
};
const girl = { kind: "mother", birthDate: "2012-01-01" } as const;

const cases: readonly (readonly [string, Partial<AnswerFacts>, string])[] = [
  ["a yes to one organisation, given today", {}, "go"],
  ["a yes of last week, recorded now", { givenOn: "2026-11-02" }, "go"],
  ["a yes of tomorrow cannot be", { givenOn: "2026-11-10" }, "consent-in-future"],
  ["a yes that already ended cannot be", { givenOn: "2026-10-01", until: "2026-11-08" }, "consent-ends-too-early"],
  ["a yes until today holds today", { until: "2026-11-09" }, "go"],
  ["a yes to nobody is no yes", { recipients: 0 }, "consent-needs-recipient"],
  ["a yes to nothing is no yes", { parts: [] }, "consent-needs-parts"],
  ["a yes to messages shares nothing, so it needs neither", { purpose: "digital_contact", recipients: 0, parts: [] }, "go"],
  ["a no needs no recipient and no reason", { given: false, recipients: 0, parts: [] }, "go"],
  ["a no of tomorrow cannot be either", { given: false, givenOn: "2026-11-10" }, "consent-in-future"],
  ["parents cannot answer for a grown woman", { givenBy: "parents" }, "consent-not-theirs-to-give"],
  ["a girl of 14 alone", { person: girl, givenBy: "self" }, "consent-not-theirs-to-give"],
  ["a girl of 14 with her parents", { person: girl, givenBy: "self_with_parents" }, "go"],
  ["a girl of 14 without her parents, and nobody says why", { person: girl, givenBy: "self_without_parents" }, "consent-needs-reason"],
  [
    "a girl of 14 without her parents, since it would harm her",
    { person: girl, givenBy: "self_without_parents", withoutParentsReason: "Bang thuis" },
    "go",
  ],
  [
    "what counts is her age on the day of the answer",
    { person: { kind: "mother", birthDate: "2010-11-05" }, givenOn: "2026-11-02", givenBy: "self" },
    "consent-not-theirs-to-give",
  ],
  ["someone who is not of this family", { person: null }, "consent-person-unknown"],
];
for (const [sentence, part, expected] of cases)
  test(sentence, () => {
    const outcome = decideAnswer({ ...facts, ...part });
    assert.equal(outcome === "go" ? outcome : outcome.code, expected);
  });

test("limiting takes something away and adds nothing", () => {
  const older = { parts: ["identity", "plan"], medicalToo: true, until: null } as const;
  assert.equal(isNarrower(older, { ...older, parts: ["plan"] }), true);
  assert.equal(isNarrower(older, { ...older, medicalToo: false }), true);
  assert.equal(isNarrower(older, { ...older, until: "2027-01-01" }), true);
  assert.equal(isNarrower(older, older), false);
  assert.equal(isNarrower(older, { ...older, parts: ["plan", "signals"] }), false);
  assert.equal(isNarrower({ ...older, until: "2027-01-01" }, { ...older, parts: ["plan"] }), false);
});
