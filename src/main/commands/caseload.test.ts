import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("caseload.ts", import.meta.url));
const example = fileURLToPath(new URL("../../registry/caseload/testing/caseload-example.csv", import.meta.url));

const run = (...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { maxBuffer: 10_000_000 }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

interface Report {
  read: number;
  good: number;
  doubtful: { line: number; column: string; reason: string }[];
  refused: { line: number; column: string; reason: string }[];
}

test("the example ends in exactly one JSON object, with each line in one class", async () => {
  const { code, stdout, stderr } = await run("check", example);
  assert.deepEqual([code, stderr], [0, ""]);
  const report = JSON.parse(stdout) as Report;
  assert.equal(report.read, 120);
  assert.equal(report.read, report.good + report.doubtful.length + report.refused.length);
  for (const entry of [...report.doubtful, ...report.refused]) assert.ok(entry.line > 1 && entry.column !== "" && entry.reason !== "");
});

for (const [sentence, args, said] of [
  ["a file that is not there", ["check", "nergens.csv"], "Er is geen bestand nergens.csv."],
  ["a folder", ["check", fileURLToPath(new URL(".", import.meta.url))], "is een map, geen bestand."],
  ["a file that is no caseload", ["check", command], "Wij herkennen in dit bestand geen kopregel."],
  ["no file", ["check"], "Zo gebruikt u deze opdracht"],
] as const)
  test(`${sentence} gives one sentence, and nothing on standard output`, async () => {
    const { code, stdout, stderr } = await run(...args);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, /^[^\n]+\n$/);
    assert.ok(stderr.includes(said));
  });
