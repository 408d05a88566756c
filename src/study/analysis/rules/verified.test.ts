import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { isDone } from "../../../kit/refusal.ts";
import { runR } from "../server/runR.ts";
import { testSets, withoutEstimate } from "../testing/dataSets.ts";
import { agrees, mixedScript, ourNumbers, readValues, testFiles, type Values, withinOf } from "../testing/ourNumbers.ts";
import { estimateAncova } from "./ancova.ts";
import { estimateDifferenceInDifferences } from "./differenceInDifferences.ts";

// What R 4.2 and its nlme say, as testing/check.R prints it; `npm run verify:statistics` makes it anew and holds it beside this.
const said = readValues(await readFile(new URL("../testing/saidByR.tsv", import.meta.url), "utf8"));
const ours = ourNumbers();

/** What differs, told with both numbers. */
const differences = (mine: Values, theirs: Values): string[] =>
  [...theirs].flatMap(([at, right]) => {
    const found = mine.get(at);
    return found !== undefined && agrees(found, right, withinOf(at)) ? [] : [`${at}: ${found} for ${right}`];
  });

for (const { name, none, rows, covariates } of testSets) {
  const of = new Map([...said].filter(([at]) => at.startsWith(`${name}\t`) && !at.includes("\tmixed\t")));
  if (none)
    test(`${name}: no estimate (${none})`, () => {
      for (const estimate of [estimateAncova, estimateDifferenceInDifferences]) {
        const found = estimate(rows, { scale: "brs-6", wave: "T1", covariates });
        assert.equal(found.outcome === "no-estimate" && found.because, none);
      }
    });
  else
    test(`${name}: every number is R's to 1e-8`, () => {
      assert.ok(of.size >= 9, `${of.size} numbers`);
      assert.deepEqual(differences(ours, of), []);
    });
}

test("Holm, the detectable effect and the non-central t are R's", () => {
  const of = new Map([...said].filter(([at]) => at.startsWith("constants\t")));
  assert.equal(of.size, 27);
  assert.deepEqual(differences(ours, of), []);
});

test("the mixed model of R in WebAssembly is nlme's to 1e-5, on every study", async () => {
  const estimates = await readFile(new URL("../r/estimates.R", import.meta.url), "utf8");
  const found = await runR({ script: mixedScript(estimates, "/tmp"), files: testFiles() });
  if (!isDone(found)) assert.fail(JSON.stringify(found));
  const of = new Map([...said].filter(([at]) => at.includes("\tmixed\t") && !withoutEstimate.has(at.split("\t")[0] ?? "")));
  assert.ok(of.size > 200);
  assert.deepEqual(differences(readValues(found.lines.join("\n")), of), []);
});
