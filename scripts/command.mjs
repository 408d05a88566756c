// `npm run NAME -- ...` for an administrator's command: runs src/main/commands/NAME.ts. Files count from the folder in which npm was called.
import path from "node:path";
import { becomeChild } from "./runChild.mjs";

export async function main({ root, node, rest: [name, ...rest] }) {
  const preload = new URL("stopWithParent.mjs", import.meta.url).href;
  const command = path.join(root, "src", "main", "commands", `${name}.ts`);
  await becomeChild(node, ["--import", preload, "--import", import.meta.resolve("tsx"), command, ...rest], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
}
