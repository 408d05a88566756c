import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { csvChunks } from "./rules/csvChunks.ts";
import { rScript } from "./rules/rScript.ts";
import { debianProgram } from "./testing/debianProgram.ts";
import { oddData } from "./testing/oddData.ts";

const run = promisify(execFile);

// The script is run by R itself, on the file beside it.
test("R reads every number, no missing code ends up in one, and each has its reason and labels", async () => {
  const rscript = debianProgram("/usr/bin/Rscript", "r-base-core");
  const dataSet = oddData(600);
  const folder = await mkdtemp(path.join(tmpdir(), "wieg-r-"));
  try {
    await writeFile(path.join(folder, "odd.csv"), [...csvChunks(dataSet)].join(""));
    await writeFile(path.join(folder, "odd.R"), rScript(dataSet, { csv: "odd.csv", heading: ["Proef"] }));
    const asked = [
      "source('odd.R', encoding = 'UTF-8')",
      "for (name in names(codebook)) if (is.numeric(values[[name]])) cat(name, format(sum(values[[name]], na.rm = TRUE), digits = 15), sum(is.na(values[[name]])), sum(!is.na(reasons[[name]])), '\\n')",
      "cat(levels(data[[2]])[1], is.ordered(data[[2]]), levels(reasons[[2]])[1], class(values$day), attr(data[[1]], 'label'), raw$text_long[3], sep = '\\n')",
    ];
    const { stdout } = await run(rscript, ["--vanilla", "-e", asked.join("\n")], {
      cwd: folder,
      env: { ...process.env, LC_ALL: "C.UTF-8" },
    });
    const lines = stdout.trim().split("\n");
    const numeric = dataSet.variables.flatMap((one, at) => (one.kind === "number" ? [{ one, at }] : []));
    for (const [line, { one, at }] of numeric.map((each, index) => [lines[index] ?? "", each] as const)) {
      const codes = new Set(one.missing.map(({ code }) => code));
      const cells = dataSet.rows.map((row) => row[at] ?? null);
      const there = cells.filter((cell): cell is number => typeof cell === "number" && !codes.has(cell));
      const [name, sum, gone, reasons] = line.trim().split(" ");
      assert.equal(name, one.name);
      const total = there.reduce((all, each) => all + each, 0);
      assert.ok(Math.abs(Number(sum) - total) <= 1e-9 * Math.max(1, Math.abs(total)), `${line}: ${total}`);
      assert.deepEqual(
        [Number(gone), Number(reasons)],
        [cells.length - there.length, cells.filter((cell) => typeof cell === "number" && codes.has(cell)).length],
        line,
      );
    }
    assert.deepEqual(lines.slice(numeric.length), [
      "hélemaal niet",
      "TRUE",
      "vraag overgeslagen",
      "Date",
      "Deelnemer",
      'een ☂ met een lange zin, veel langer dan acht tekens; en "aanhaling"',
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
