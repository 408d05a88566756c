import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { debianProgram } from "./debianProgram.ts";

const run = promisify(execFile);

/** Runs these commands in GNU PSPP within a folder, and gives what it says as tables in CSV. */
export async function askPspp(folder: string, commands: readonly string[]): Promise<string> {
  const pspp = debianProgram("/usr/bin/pspp", "pspp");
  await writeFile(path.join(folder, "commands.sps"), `${commands.join("\n")}\n`);
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  const { stdout } = await run(pspp, ["--no-statrc", "-O", "format=csv", "-o", "said.csv", "commands.sps"], { cwd: folder, env });
  const said = await readFile(path.join(folder, "said.csv"), "utf8");
  if (/^\S*: (error|warning):/m.test(stdout + said)) throw new Error(stdout + said);
  return said;
}
