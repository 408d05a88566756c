// `npm start`: builds what changed and serves it, until Ctrl-C.
import path from "node:path";
import { buildIfNeeded } from "./build.mjs";
import { becomeChild } from "./runChild.mjs";

export async function main({ root, node, rest }) {
  await buildIfNeeded(root).catch((error) => {
    console.error(`Wieg could not be built: ${error.message}`);
    process.exit(1);
  });
  const preload = new URL("stopWithParent.mjs", import.meta.url).href;
  const args = ["--enable-source-maps", "--import", preload, path.join(root, "build", "server.mjs"), ...rest];
  await becomeChild(node, args, { cwd: root, env: { ...process.env, NODE_ENV: "production" } });
}
