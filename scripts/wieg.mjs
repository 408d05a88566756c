// What `npm start` and `npm test` call. Plain JavaScript for Node.js 20 and newer, with nothing installed yet: installs what is missing,
// finds the Node.js that Wieg is made for, and goes on with that.
import { realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./install.mjs";
import { pinnedNode } from "./pinnedNode.mjs";
import { becomeChild } from "./runChild.mjs";

const COMMANDS = ["start", "test", "bench", "caseload", "command"];
const root = fileURLToPath(new URL("..", import.meta.url));
const [command, ...rest] = process.argv.slice(2);
if (!COMMANDS.includes(command)) {
  console.error(`Choose one of: ${COMMANDS.map((name) => `npm run ${name}`).join(", ")}`);
  process.exit(1);
}

await installIfNeeded(root, { withDevelopment: command === "test" || command === "bench" });
const node = pinnedNode(root);
if (realpathSync(node) === realpathSync(process.execPath)) {
  const { main } = await import(`./${command}.mjs`);
  await main({ root, node, rest });
} else {
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` };
  await becomeChild(node, ["--import", new URL("stopWithParent.mjs", import.meta.url).href, ...process.argv.slice(1)], { env });
}
