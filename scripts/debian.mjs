// Programs of Debian that a check needs: installed when one is missing and we may.
import { existsSync } from "node:fs";
import { runProgram } from "./programs.mjs";

/** `packages`: by name, the file that shows that a package is there. */
export async function ensureDebian(packages, log) {
  const missing = Object.entries(packages).flatMap(([name, file]) => (existsSync(file) ? [] : [name]));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) throw new Error(`Install what is missing: apt-get install ${missing.join(" ")}`);
  log(`Installing ${missing.join(", ")} from the system's packages.`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await runProgram("apt-get", ["update", "-q"], { env });
  const { code, output } = await runProgram("apt-get", ["install", "-qy", "--no-install-recommends", ...missing], { env });
  if (code !== 0) throw new Error(`${missing.join(", ")} could not be installed:\n${output}`);
}
