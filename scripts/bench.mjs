// `npm run bench -- NAME`: see bench/run.ts.
import path from "node:path";
import { bundle } from "./build.mjs";
import { ensureDebian } from "./debian.mjs";
import { becomeChild } from "./runChild.mjs";

/** What `dataset` is measured beside. */
const HAVEN = { "r-base-core": "/usr/bin/Rscript", "r-cran-haven": "/usr/lib/R/site-library/haven/DESCRIPTION" };

export async function main({ root, node, rest }) {
  if (rest.length === 0 || rest.includes("dataset")) await ensureDebian(HAVEN, console.log);
  await bundle(root, "bench/region/serve.ts", "build/bench-serve.mjs");
  const preload = new URL("stopWithParent.mjs", import.meta.url).href;
  await becomeChild(node, ["--import", preload, "--import", import.meta.resolve("tsx"), path.join(root, "bench", "run.ts"), ...rest], {
    cwd: root,
  });
}
