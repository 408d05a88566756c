import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { projectRoot } from "../../src/platform/projectRoot.ts";

/** Starts `serve.ts` in a process of its own, in one file as the product runs (scripts/bench.mjs made it); the load comes from this process. */
export async function startServing(adminUrl: string): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(path.join(projectRoot, "build", "bench-serve.mjs"), [adminUrl], {
    execArgv: ["--enable-source-maps"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return { child, port };
}
