// `npm run bench -- NAME`: see bench/run.ts.
import path from "node:path";
import { bundle } from "./build.mjs";
import { becomeChild } from "./runChild.mjs";

export async function main({ root, node, rest }) {
  await bundle(root, "bench/region/serve.ts", "build/bench-serve.mjs");
  const preload = new URL("stopWithParent.mjs", import.meta.url).href;
  await becomeChild(node, ["--import", preload, "--import", import.meta.resolve("tsx"), path.join(root, "bench", "run.ts"), ...rest], {
    cwd: root,
  });
}
