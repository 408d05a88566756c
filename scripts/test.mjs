// `npm test`: every check and every test, each step with its time. A step that fails does not hide the others.
// `npm test -- --only unit,database` runs some of them.
import { browserStep } from "./browserTests.mjs";
import { CHECKS, checkStep } from "./checks.mjs";
import { databaseStep, unitStep } from "./nodeTests.mjs";
import { endPrograms } from "./programs.mjs";
import { testClusters } from "./testClusters.mjs";

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** The steps that were asked for; an unknown name is a mistake, not a reason to run nothing. */
function chosen(steps, rest) {
  const at = rest.findIndex((word) => word === "--only" || word.startsWith("--only="));
  if (at < 0) return steps;
  const names = (rest[at].split("=")[1] ?? rest[at + 1] ?? "").split(",").filter(Boolean);
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (names.length === 0 || unknown.length > 0) {
    console.error(`Choose from: ${steps.map(({ name }) => name).join(", ")}${unknown.length > 0 ? ` (not ${unknown.join(", ")})` : ""}`);
    process.exit(1);
  }
  return steps.filter(({ name }) => names.includes(name));
}

const SHOWN_LINES = 400;

/** Enough to work on; the rest comes when these are mended. */
function shortened(output) {
  const lines = output.trimEnd().split("\n");
  return lines.length <= SHOWN_LINES
    ? lines.join("\n")
    : `${lines.slice(0, SHOWN_LINES).join("\n")}\n(${lines.length - SHOWN_LINES} lines more)`;
}

/** Runs one step; what it throws is a failure of that step. */
async function runStep(step, context) {
  const began = Date.now();
  const result = await step.run(context).catch((error) => ({ passed: 0, failed: 1, skipped: 0, output: `${error.stack ?? error}\n` }));
  const { passed, failed, skipped } = result;
  const counted =
    passed + failed + skipped > 1 ? `, ${passed} passed${failed ? `, ${failed} failed` : ""}${skipped ? `, ${skipped} skipped` : ""}` : "";
  console.log(`${failed > 0 ? "✖" : "✔"} ${step.title} (${step.name}): ${seconds(Date.now() - began)}${counted}`);
  if (result.output.trim()) console.log(`${shortened(result.output)}\n`);
  return result;
}

/** The checks two at a time, since they use one core each; the tests, which use all cores, one after the other. */
async function runAll(steps, context) {
  const results = [];
  const work = async (queue) => {
    for (let step = queue.shift(); step; step = queue.shift()) results.push(await runStep(step, context));
  };
  const checks = steps.filter((step) => step.alongside);
  await Promise.all([work(checks), work(checks)]);
  await work(steps.filter((step) => !step.alongside));
  return results;
}

export async function main({ root, node, rest }) {
  const clusters = testClusters(console.log);
  const steps = chosen(
    [
      ...CHECKS.map((check) => ({ ...checkStep(check), alongside: true })),
      unitStep,
      databaseStep("database", "PostgreSQL 18", () => clusters.get(18)),
      browserStep(() => clusters.get(18)),
      databaseStep("database15", "PostgreSQL 15", () => clusters.get(15)),
    ],
    rest,
  );
  const interrupted = async () => {
    endPrograms();
    await clusters.stop();
    process.exit(130);
  };
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  const results = await runAll(steps, { root, node });
  await clusters.stop();
  const sum = (what) => results.reduce((total, result) => total + result[what], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exit(sum("failed") > 0 || sum("passed") === 0 ? 1 : 0);
}
