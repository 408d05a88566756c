// The tests that node:test runs: rules in one process, all others a process per file against real PostgreSQL.
import { globSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildIfNeeded } from "./build.mjs";
import { ensureDebian } from "./debian.mjs";
import { runProgram } from "./programs.mjs";
import { COUNTS } from "./testReporter.mjs";

/** Programs that read what Wieg hands out, so that a test can say what they see in it. */
const READERS = { pspp: "/usr/bin/pspp", "r-base-core": "/usr/bin/Rscript" };
const HUNG_MS = 180_000;
const isRule = (file) => /\/rules\/|^src\/kit\//.test(file);

/** All test files of src, the pure ones and the others. */
export function testFiles(root) {
  const files = globSync("src/**/*.test.{ts,tsx}", { cwd: root })
    .map((file) => file.split(path.sep).join("/"))
    .toSorted();
  return { rules: files.filter(isRule), others: files.filter((file) => !isRule(file)) };
}

/** Runs the files and counts. No files, no count at the end, or an exit code that the counts don't explain are failures. */
async function runFiles(root, node, files, flags, env) {
  if (files.length === 0) return { passed: 0, failed: 1, skipped: 0, output: "No test files were found.\n" };
  const reporter = path.join(root, "scripts", "testReporter.mjs");
  const args = [
    "--import",
    "tsx",
    "--test",
    `--test-timeout=${HUNG_MS}`,
    `--test-reporter=${reporter}`,
    "--test-reporter-destination=stdout",
    ...flags,
    ...files,
  ];
  const { code, output } = await runProgram(node, args, { cwd: root, env });
  const line = output.split("\n").findLast((each) => each.startsWith(COUNTS));
  const shown = output
    .split("\n")
    .filter((each) => !each.startsWith(COUNTS))
    .join("\n");
  if (!line) return { passed: 0, failed: 1, skipped: 0, output: `${shown}\nThe tests ended without a count.\n` };
  const counts = JSON.parse(line.slice(COUNTS.length));
  const unexplained = counts.passed === 0 || (code !== 0 && counts.failed === 0);
  if (!unexplained) return { ...counts, output: counts.failed > 0 ? shown : "" };
  return { ...counts, failed: counts.failed + 1, output: `${shown}\n${counts.passed} tests passed and node ended with ${code}.\n` };
}

export const unitStep = {
  name: "unit",
  title: "rules",
  run: ({ root, node }) => runFiles(root, node, testFiles(root).rules, ["--test-isolation=none"], {}),
};

/** The database tests on one cluster; `startCluster` is asked for it when it is their turn. */
export const databaseStep = (name, title, startCluster) => ({
  name,
  title,
  run: async ({ root, node }) => {
    await buildIfNeeded(root); // pages are tested as they are served
    await ensureDebian(READERS, console.log);
    const { adminUrl, template } = await startCluster();
    const concurrency = Math.min(4, Math.max(2, os.availableParallelism() - 1));
    const env = { WIEG_TEST_ADMIN_URL: adminUrl, WIEG_TEST_TEMPLATE: template };
    return runFiles(root, node, testFiles(root).others, [`--test-concurrency=${concurrency}`], env);
  },
});
