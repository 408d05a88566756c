import assert from "node:assert/strict";
import { test } from "node:test";
import { isDone } from "../../../kit/refusal.ts";
import { estimateAncova } from "../rules/ancova.ts";
import { estimateDifferenceInDifferences } from "../rules/differenceInDifferences.ts";
import { answerInR } from "./answerInR.ts";
import { runR } from "./runR.ts";
import { aStudy } from "../testing/aStudy.ts";

const plan = { scales: ["brs-6"], waves: ["T0", "T1", "T2"], covariates: ["age"], seed: 2026, imputations: 5, shifts: [0.5, 1] };
const rows = aStudy({ seed: 7, people: 60, missing: 0.2 });

test("R's script makes the same numbers as Wieg does itself, and the mixed model and the imputations beside them", async () => {
  const answer = await answerInR(rows, plan);
  if (!isDone(answer)) assert.fail(JSON.stringify(answer));
  const value = (method: string, name: string, wave = "T1") =>
    answer.lines.find((line) => line.method === method && line.name === name && line.wave === wave)?.value ?? Number.NaN;
  const question = { scale: "brs-6", wave: "T1", covariates: ["age"] };
  for (const [method, found] of [
    ["ancova", estimateAncova(rows, question)],
    ["difference-in-differences", estimateDifferenceInDifferences(rows, question)],
  ] as const) {
    if (found.outcome === "no-estimate") assert.fail(found.because);
    for (const name of ["estimate", "standardError", "low", "high", "df", "p", "standardised"] as const)
      assert.ok(Math.abs(value(method, name) - (found[name] ?? 0)) < 1e-10, `${method} ${name}: ${value(method, name)}, ${found[name]}`);
  }
  for (const method of ["mixed", "imputed"])
    for (const wave of ["T1", "T2"]) {
      assert.ok(value(method, "low", wave) < value(method, "estimate", wave), method);
      assert.ok(value(method, "high", wave) > value(method, "estimate", wave), method);
    }
  assert.ok(Math.abs(value("shift -0.5", "estimate") - value("imputed", "estimate")) > 1e-6);
  assert.match(answer.script, /seed = 2026L/);
  assert.match(answer.file, /^"participant","arm","site","x.age","y.brs-6.T0"/);
});

test("a script that never ends is stopped, and one that goes wrong says why", async () => {
  assert.equal((await runR({ script: "repeat {}", files: {} }, { seconds: 5, megabytes: 1500 })).code, "r-took-too-long");
  const wrong = await runR({ script: 'stop("no such scale")', files: {} });
  assert.equal(wrong.code, "r-stopped");
  assert.match(JSON.stringify(wrong), /no such scale/);
});

test("a script that wants more memory than it may have is ended", async () => {
  const script = "x <- list(); for (at in 1:1000) x[[at]] <- runif(1e6); 'done'";
  assert.equal((await runR({ script, files: {} }, { seconds: 120, megabytes: 700 })).code, "r-took-too-much");
});
