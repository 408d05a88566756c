import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A program that checks us from outside: Debian's, installed when it is missing and we may. */
export async function debianProgram(file: string, packages: readonly string[]): Promise<string> {
  if (existsSync(file)) return file;
  const names = packages.join(" ");
  if (process.getuid?.() !== 0) throw new Error(`${file} is missing; install it with: apt-get install ${names}`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, maxBuffer: 1e8 };
  await run("apt-get", ["update", "-q"], options);
  await run("apt-get", ["install", "-qy", "--no-install-recommends", ...packages], options);
  return file;
}
