import assert from "node:assert/strict";
import { test } from "node:test";
import { decideCategory } from "./decideCategory.ts";

const yes = true;
const no = false;
// risk factors now, urgent, protective factors sufficient
const cases = [
  ["no risk factors, protective factors sufficient: self-reliant", no, no, yes, "a"],
  ["debts, but a strong network: potentially vulnerable", yes, no, yes, "b"],
  ["debts and nobody to turn to: vulnerable", yes, no, no, "c"],
  ["about to lose her home and nobody to turn to: very vulnerable", yes, yes, no, "d"],
  ["about to lose her home, but she can stay with her parents: potentially vulnerable, with a warning", yes, yes, yes, "b!"],
  ["nothing is wrong now, yet she could not take a setback: not in the definition", no, no, no, null],
] as const;

for (const [sentence, riskNow, urgentRisk, protectiveSufficient, expected] of cases)
  test(sentence, () => {
    const proposal = decideCategory({ riskNow, urgentRisk, protectiveSufficient });
    assert.equal(proposal.covered ? proposal.category + (proposal.warning === null ? "" : "!") : null, expected);
  });
