import assert from "node:assert/strict";
import { test } from "node:test";
import type { WeighingAnswers } from "../meldcode.ts";
import { adviseReport } from "./adviseReport.ts";

const weighed = (change: Partial<WeighingAnswers> = {}): WeighingAnswers => ({
  suspicion: "yes",
  unsafe: "no",
  ableToHelp: "yes",
  acceptsHelp: "yes",
  lasting: "yes",
  ...change,
});

const cases = [
  ["a suspicion, and help that works", weighed(), "help", "lasting"],
  ["the suspicion went away", weighed({ suspicion: "no" }), "no-suspicion", "suspicion"],
  ["acute or structural unsafety is reported", weighed({ unsafe: "yes" }), "report", "unsafe"],
  ["what one cannot help with is reported", weighed({ ableToHelp: "no" }), "report", "ableToHelp"],
  ["who does not accept help: reported", weighed({ acceptsHelp: "no" }), "report", "acceptsHelp"],
  ["help that does not make it safe: reported", weighed({ lasting: "no" }), "report", "lasting"],
  ["unsafe and no help possible: unsafety decides", weighed({ unsafe: "yes", ableToHelp: "no" }), "report", "unsafe"],
  ["not knowing whether it is unsafe is asked of Veilig Thuis", weighed({ unsafe: "unknown" }), "consult", "unsafe"],
  ["not knowing whether it lasts, but unsafe all the same", weighed({ unsafe: "yes", lasting: "unknown" }), "report", "unsafe"],
  ["not sure of a suspicion, but it is unsafe", weighed({ suspicion: "unknown", unsafe: "yes" }), "report", "unsafe"],
  ["nothing answered yet", {}, "consult", "suspicion"],
] as const;
for (const [sentence, answers, kind, because] of cases) test(sentence, () => assert.deepEqual(adviseReport(answers), { kind, because }));
