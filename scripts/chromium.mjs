// The browser of the browser tests: Debian's, installed when it is missing and we may.
import { existsSync } from "node:fs";
import { runProgram } from "./programs.mjs";

export const CHROMIUM = process.env.WIEG_CHROMIUM ?? "/usr/bin/chromium";

export async function ensureChromium(log) {
  if (existsSync(CHROMIUM)) return;
  if (process.getuid?.() !== 0)
    throw new Error(`${CHROMIUM} is missing; install it (apt-get install chromium) or name yours in WIEG_CHROMIUM.`);
  log("Installing Chromium from the system's packages.");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await runProgram("apt-get", ["update", "-q"], { env });
  const { code, output } = await runProgram("apt-get", ["install", "-qy", "--no-install-recommends", "chromium"], { env });
  if (code !== 0 || !existsSync(CHROMIUM)) throw new Error(`Chromium could not be installed:\n${output}`);
}
