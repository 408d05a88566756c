// `npm run caseload -- check FILE`: see src/main/commands/caseload.ts. FILE counts from the folder in which npm was called.
import path from "node:path";
import { becomeChild } from "./runChild.mjs";

export async function main({ root, node, rest }) {
  const preload = new URL("stopWithParent.mjs", import.meta.url).href;
  const command = path.join(root, "src", "main", "commands", "caseload.ts");
  await becomeChild(node, ["--import", preload, command, ...rest], { cwd: process.env.INIT_CWD ?? process.cwd() });
}
