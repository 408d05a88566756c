// `npm run verify:statistics`: holds every estimate beside R with nlme, statsmodels and PSPP, on made-up studies, and simulates what the
// estimates promise. Writes its numbers into docs/statistics.md and fails on a difference. `-- compare` or `-- simulate` does only that part.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { psppSyntax, psppValues } from "../src/study/analysis/testing/inPspp.ts";
import { agrees, mixedScript, ourNumbers, readValues, testFiles, withinOf } from "../src/study/analysis/testing/ourNumbers.ts";
import { withoutEstimate } from "../src/study/analysis/testing/dataSets.ts";
import { scenarios, simulated } from "../src/study/analysis/testing/scenarios.ts";
import { readSimulated, simulate, studiesFile } from "../src/study/analysis/testing/simulate.ts";
import { ensureDebian } from "./debian.mjs";

const root = new URL("..", import.meta.url).pathname;
const analysis = path.join(root, "src/study/analysis");
const estimatesFile = path.join(analysis, "r/estimates.R");
const docs = path.join(root, "docs/statistics.md");
const run = async (program, args) =>
  (await promisify(execFile)(program, args, { maxBuffer: 1e9, env: { ...process.env, OPENBLAS_NUM_THREADS: "1" } })).stdout;
const log = (line) => console.log(line);

await ensureDebian(
  {
    "r-base-core": "/usr/bin/Rscript",
    "r-cran-nlme": "/usr/lib/R/library/nlme/DESCRIPTION",
    "python3-statsmodels": "/usr/lib/python3/dist-packages/statsmodels/__init__.py",
    pspp: "/usr/bin/pspp",
  },
  log,
);
const folder = await mkdtemp(path.join(tmpdir(), "wieg-statistics-"));
const part = process.argv[2] ?? "both";
try {
  const failed = [];
  if (part !== "simulate") failed.push(...(await compare()));
  if (part !== "compare") failed.push(...(await simulateAll()));
  for (const line of failed) console.error(line);
  log(failed.length === 0 ? "Every estimate is as it should be." : `${failed.length} differences.`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** What each program says, beside what Wieg says. */
async function compare() {
  for (const [name, content] of Object.entries(testFiles())) await writeFile(path.join(folder, name), content);
  const ours = new Map([...ourNumbers(), ...(await ourMixed())]);
  const programs = [
    ["R and nlme", await run("Rscript", [path.join(analysis, "testing/check.R"), folder])],
    ["statsmodels", await run("/usr/bin/python3", [path.join(analysis, "testing/check.py"), folder])],
    ["PSPP", await inPspp()],
  ];
  const kept = await readFile(path.join(analysis, "testing/saidByR.tsv"), "utf8");
  const rows = [];
  const failed = [];
  for (const [program, said] of [...programs, ["R, as kept for the tests", kept]]) {
    const values = [...readValues(said)].filter(([at]) => !withoutEstimate.has(at.split("\t")[0]));
    const wrong = values.filter(([at, right]) => !agrees(ours.get(at) ?? Number.NaN, right, boundOf(program, at)));
    failed.push(...wrong.map(([at, right]) => `${program}: ${at.replaceAll("\t", ", ")}: ${ours.get(at)} for ${right}`));
    for (const method of ["ancova", "change", "described", "mixed", "holm", "detectable", "pt"]) {
      const of = values.filter(([at]) => at.split("\t")[1] === method);
      if (of.length === 0) continue;
      const most = Math.max(...of.map(([at, right]) => Math.abs((ours.get(at) ?? Number.NaN) - right) / Math.max(1, Math.abs(right))));
      const studies = new Set(of.map(([at]) => at.split("\t")[0])).size;
      rows.push([program, method, studies, of.length, most.toExponential(1)]);
    }
  }
  await tell("compared", ["program", "method", "studies", "numbers", "largest difference"], rows);
  return failed;
}

/**
 * statsmodels looks for the detectable effect by steps of its own, and PSPP works from sums of squares, which loses digits on the two studies that
 * were made to lose them.
 */
function boundOf(program, at) {
  if (program === "statsmodels" && at.includes("\tdetectable\t")) return 1e-5;
  if (program === "PSPP" && /^(?:far from nought|nearly collinear)\t/.test(at)) return 1e-5;
  return withinOf(at);
}

async function ourMixed() {
  const script = path.join(folder, "mixed.R");
  await writeFile(script, `cat(${mixedScript("", folder).trim()}, sep = "\\n")\n`);
  await writeFile(script, `source("${estimatesFile}")\n${await readFile(script, "utf8")}`);
  return readValues(await run("Rscript", [script]));
}

async function inPspp() {
  const [syntax, output] = [path.join(folder, "check.sps"), path.join(folder, "check.out")];
  await writeFile(syntax, psppSyntax(folder));
  await run("pspp", ["-O", "format=csv", "-o", output, syntax]);
  return psppValues(await readFile(output, "utf8"));
}

/** 2,000 studies per estimator where nothing fails, without and with an effect; where something fails, 2,000 of the quick ones and 300 of R's. */
async function simulateAll() {
  const [assumed, ...failing] = scenarios;
  const found = [];
  for (const { effect, first } of [
    { effect: 0, first: 1 },
    { effect: simulated.effect, first: 5001 },
  ])
    found.push(...(await both(assumed, { effect, first, runs: 2000, runsInR: 2000 })));
  for (const scenario of failing) found.push(...(await both(scenario, { effect: 0, first: 1, runs: 2000, runsInR: 300 })));
  const percent = (part) => `${(part * 100).toFixed(1)}%`;
  const rows = found.map((one) => [
    one.scenario,
    one.method,
    one.effect,
    one.runs,
    one.bias.toFixed(3),
    percent(one.coverage),
    percent(one.found),
  ]);
  await tell("simulated", ["scenario", "estimator", "effect", "studies", "bias", "interval holds the truth", "says p < 0.05"], rows);
  const promised = found.filter(({ scenario }) => scenario === assumed.name);
  return promised.flatMap(({ method, effect, coverage, found: positive }) => [
    ...(coverage < 0.94 || coverage > 0.96 ? [`${method}, effect ${effect}: coverage ${percent(coverage)}`] : []),
    ...(effect === 0 && (positive < 0.04 || positive > 0.06) ? [`${method}: type I error ${percent(positive)}`] : []),
  ]);
}

async function both(scenario, { effect, first, runs, runsInR }) {
  const file = path.join(folder, "studies.csv");
  await writeFile(file, studiesFile(scenario, { effect, first, runs: runsInR }));
  const inR = run("Rscript", [path.join(analysis, "testing/simulate.R"), estimatesFile, file, String(effect)]);
  const found = simulate(scenario, { effect, first, runs });
  return [...found, ...readSimulated(await inR, { scenario: scenario.name, effect })];
}

/** Shows a table, and puts it in its place in the document. */
async function tell(place, head, rows) {
  const table = [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
  log(`\n${table}\n`);
  const text = await readFile(docs, "utf8");
  const marks = new RegExp(`(<!-- ${place} -->\n)[\\s\\S]*?(<!-- end of ${place} -->)`);
  if (!marks.test(text)) throw new Error(`docs/statistics.md has no place for ${place}.`);
  await writeFile(docs, text.replace(marks, `$1${table}\n$2`));
}
