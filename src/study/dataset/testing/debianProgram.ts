import { existsSync } from "node:fs";

/** A program that checks us from outside: Debian's. `npm test` installs it once, before the tests that use it. */
export function debianProgram(file: string, packageName: string): string {
  if (!existsSync(file)) throw new Error(`${file} is missing: npm test installs it, or apt-get install ${packageName}.`);
  return file;
}
