// The browser of the browser tests: Debian's, installed when it is missing and we may.
import { existsSync } from "node:fs";
import { ensureDebian } from "./debian.mjs";

export const CHROMIUM = process.env.WIEG_CHROMIUM ?? "/usr/bin/chromium";

export async function ensureChromium(log) {
  if (!existsSync(CHROMIUM) && CHROMIUM !== "/usr/bin/chromium") throw new Error(`${CHROMIUM}, named in WIEG_CHROMIUM, is missing.`);
  await ensureDebian({ chromium: CHROMIUM }, log);
}
