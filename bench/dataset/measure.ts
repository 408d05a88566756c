// In a process of its own, so that its memory is that of the data set: makes it and freezes it, writes its files, and makes every estimate that needs no R.
import { open } from "node:fs/promises";
import path from "node:path";
import { connect, disconnect } from "../../src/platform/db/connection.ts";
import { urlFor } from "../../src/platform/db/roles.ts";
import { withActor } from "../../src/platform/db/withActor.ts";
import { estimateAncova } from "../../src/study/analysis/rules/ancova.ts";
import { describeArms, differenceOfArms } from "../../src/study/analysis/rules/describe.ts";
import { estimateDifferenceInDifferences } from "../../src/study/analysis/rules/differenceInDifferences.ts";
import { holm } from "../../src/study/analysis/rules/holm.ts";
import { minimumDetectableEffect } from "../../src/study/analysis/rules/minimumDetectableEffect.ts";
import { nonResponse } from "../../src/study/analysis/rules/nonResponse.ts";
import { lockProposedPlan } from "../../src/study/analysis/testing/lockProposedPlan.ts";
import type { DataSet } from "../../src/study/dataset/dataset.ts";
import { fileChunks, type FileFacts } from "../../src/study/dataset/rules/fileOf.ts";
import { findFrozen, toAnalysisRows } from "../../src/study/dataset/server/door.ts";
import { freezeDataSet } from "../../src/study/dataset/server/freezeDataSet.ts";
import { median } from "../report.ts";
import { deskActor } from "./deskActor.store.ts";

const [url = "", folder = ""] = process.argv.slice(2);
const facts: FileFacts = { name: "study_1-versie-1", shape: "long", frozenOn: "2026-01-01", lines: [] };
const seconds = async (run: () => Promise<void> | void): Promise<number> => {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
};
const megabytes = (): number => process.resourceUsage().maxRSS / 1024;

connect({ app: urlFor("wieg_app", url), worker: urlFor("wieg_worker", url), family: urlFor("wieg_family", url) });
const actor = await deskActor(url);
await lockProposedPlan(actor, "study_1"); // no data set is frozen before the plan
let id = "";
const made = await seconds(async () => {
  const frozen = await freezeDataSet(actor, "study_1");
  if (frozen.code !== "done") throw new Error(`Not frozen: ${frozen.code}`);
  id = frozen.id;
});
const memory = megabytes();
const found = await withActor(actor, "study.dataset-exported", ({ db }) => findFrozen(db, id));
if (!found || found.readSha256 !== found.sha256) throw new Error("What is read is not what was frozen.");
await disconnect();
const { dataSet } = found;
const write = (format: "sav" | "csv") => () => writeFile(dataSet, format);
const csv = await seconds(write("csv"));
const sav: number[] = [];
for (let round = 0; round < 5; round++) sav.push(await seconds(write("sav")));
const afterFiles = megabytes();
let estimates = 0;
const estimated = await seconds(() => {
  estimates = everyEstimate(dataSet);
});
const { rows, people } = found;
process.stdout.write(
  `${JSON.stringify({ people, rows, variables: dataSet.variables.length, made, memory, csv, sav: median(sav), afterFiles, estimates, estimated })}\n`,
);

async function writeFile(of: DataSet, format: "sav" | "csv"): Promise<void> {
  const file = await open(path.join(folder, `wieg.${format}`), "w");
  try {
    for (const piece of fileChunks(of, facts, format)) await file.write(typeof piece === "string" ? Buffer.from(piece) : piece);
  } finally {
    await file.close();
  }
}

/** For each scale and wave what the answer tells, from the rows of the data set on; how many estimates there were. */
function everyEstimate(of: DataSet): number {
  const people = toAnalysisRows(of);
  const covariates = ["age_band", "category"];
  const scales = ["stress-4-weeks", "brs-6", "mastery-7x5"];
  let count = 0;
  for (const wave of ["T1", "T2"]) {
    const ps = scales.map((scale) => {
      const one = estimateAncova(people, { scale, wave, covariates });
      const other = estimateDifferenceInDifferences(people, { scale, wave, covariates });
      describeArms(people, { scale, wave });
      differenceOfArms(people, { scale, wave: "T0" });
      count += 4;
      if (one.outcome !== "estimate" || other.outcome !== "estimate") throw new Error(`No estimate of ${scale} at ${wave}.`);
      return one.p;
    });
    holm(ps);
    nonResponse(people, {
      scale: "brs-6",
      wave,
      beside: [{ scale: "brs-6", wave: "T0" }, ...covariates.map((covariate) => ({ covariate }))],
    });
    minimumDetectableEffect({ intervention: 150, control: 150, correlation: 0.5, by: "ancova" });
    count += 3;
  }
  return count;
}
