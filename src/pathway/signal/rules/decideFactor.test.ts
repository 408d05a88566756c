import assert from "node:assert/strict";
import { test } from "node:test";
import { decideFactor, type NewFactorLine } from "./decideFactor.ts";

const line = (change: Partial<NewFactorLine> = {}): NewFactorLine => ({
  code: "no-sitter",
  label: "Geen vaste oppas",
  kind: "risk",
  domain: "meedoen",
  careKind: "social",
  urgent: false,
  since: "2026-03-12",
  until: null,
  source: "regio",
  ...change,
});

const cases = [
  ["a region adds a factor of its own", "add", line(), null, "go"],
  ["a code is used once", "add", line(), { kind: "risk" }, "code-taken"],
  ["words and urgency may change", "change", line({ urgent: true }), { kind: "risk" }, "go"],
  ["what is not in the list cannot change", "change", line(), null, "code-unknown"],
  ["a risk never turns into a support", "change", line({ kind: "protective" }), { kind: "risk" }, "kind-fixed"],
  ["a support is never urgent", "add", line({ kind: "protective", urgent: true }), null, "only-risk-is-urgent"],
  ["a factor ends on or after it begins", "change", line({ until: "2026-03-11" }), { kind: "risk" }, "ends-before-begin"],
] as const;
for (const [sentence, act, given, known, expected] of cases)
  test(sentence, () => {
    const outcome = decideFactor(act, given, known);
    assert.equal(outcome === "go" ? outcome : outcome.code, expected);
  });
