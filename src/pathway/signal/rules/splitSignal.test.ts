import assert from "node:assert/strict";
import { test } from "node:test";
import type { Factor } from "../signal.ts";
import { splitSignal, type Noted } from "./splitSignal.ts";

const factor = (code: string, change: Partial<Factor> = {}): Factor => ({
  code,
  label: code,
  kind: "risk",
  domain: "meedoen",
  careKind: "social",
  urgent: false,
  selectable: true,
  ...change,
});
const list = [
  factor("debt"),
  factor("network", { kind: "protective" }),
  factor("psychiatric", { careKind: "medical" }),
  factor("old", { selectable: false }),
];
const noted = (factorCodes: readonly string[], change: Partial<Noted> = {}): Noted => ({
  factorCodes,
  seen: "Zij vertelde het zelf",
  observedOn: "2026-03-12",
  discussedOn: null,
  ...change,
});
const today = "2026-03-12";
const words = "Zij vertelde het zelf";

const parts = [
  [
    "debts and a supporting network are one social signal",
    noted(["debt", "network"]),
    [{ careKind: "social", factors: ["debt", "network"], seen: words }],
  ],
  [
    "a medical factor is kept apart from debts, and the words stay with it",
    noted(["debt", "psychiatric"]),
    [
      { careKind: "medical", factors: ["psychiatric"], seen: words },
      { careKind: "social", factors: ["debt"], seen: null },
    ],
  ],
  ["a factor ticked twice counts once", noted(["debt", "debt"]), [{ careKind: "social", factors: ["debt"], seen: words }]],
] as const;
for (const [sentence, given, expected] of parts) test(sentence, () => assert.deepEqual(splitSignal(given, list, today), expected));

const refusals = [
  ["a signal names at least one factor", noted([]), "factor-needed"],
  ["a factor that left the list is not chosen", noted(["old"]), "factor-unknown"],
  ["a made-up factor is not chosen", noted(["debt", "made-up"]), "factor-unknown"],
  ["nothing is seen tomorrow", noted(["debt"], { observedOn: "2026-03-13" }), "in-the-future"],
  ["nothing is discussed tomorrow", noted(["debt"], { discussedOn: "2026-03-13" }), "in-the-future"],
  ["a talk follows what was seen", noted(["debt"], { discussedOn: "2026-03-01" }), "discussed-before-seen"],
] as const;
for (const [sentence, given, expected] of refusals)
  test(sentence, () => {
    const outcome = splitSignal(given, list, today);
    assert.equal("code" in outcome ? outcome.code : "split", expected);
  });
