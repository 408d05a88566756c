import { existsSync } from "node:fs";
import path from "node:path";

/** The folder that holds package.json: migrations, fonts and built assets are found from here, also from the built server. */
export const projectRoot: string = findRoot(import.meta.dirname);

function findRoot(from: string): string {
  if (existsSync(path.join(from, "package.json")) && existsSync(path.join(from, "src", "platform"))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error("Wieg's own folder was not found.");
  return findRoot(parent);
}
