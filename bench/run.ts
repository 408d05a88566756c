// `npm run bench -- NAME`: one benchmark, or all of them without a name. Each runs in a process of its own and says itself what it found.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";

const here = import.meta.dirname;
const notBenches = new Set(["run.ts", "report.ts"]);
const all = readdirSync(here)
  .filter((file) => file.endsWith(".ts") && !notBenches.has(file))
  .map((file) => path.basename(file, ".ts"))
  .sort();
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !all.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`There is no benchmark ${unknown}. Choose from: ${all.join(", ")}.\n`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : all) {
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(process.execPath, ["--import", import.meta.resolve("tsx"), path.join(here, `${name}.ts`)], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
