import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Done, done, type Refusal, refuse } from "../../../kit/refusal.ts";

/** What R is asked: a script whose last expression is a vector of texts, and the files beside it. */
export interface AskedOfR {
  readonly script: string;
  readonly files: Readonly<Record<string, string>>;
}

export interface Bounds {
  readonly seconds: number;
  readonly megabytes: number;
}

const wide: Bounds = { seconds: 300, megabytes: 1500 };

const answered = z.union([
  z.object({ lines: z.array(z.string()) }),
  z.object({ error: z.string() }),
  z.object({ tooMuch: z.literal(true) }),
]);

/**
 * Runs R in a process of its own, with a limit to its time and memory: what goes wrong there ends there. It gets no environment, so no secrets, and
 * numbers of pseudonyms only. A script that stops says why in `r-stopped`.
 */
export async function runR(asked: AskedOfR, { seconds, megabytes }: Bounds = wide): Promise<Done<{ lines: readonly string[] }> | Refusal> {
  const entry = fileURLToPath(new URL("./rChild.ts", import.meta.url));
  const child = spawn(process.execPath, ["--max-old-space-size=512", "--no-warnings", entry], {
    env: {},
    stdio: ["pipe", "pipe", "ignore"],
  });
  let late = false;
  const end = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, seconds * 1000);
  const ended = new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  child.stdin.on("error", () => undefined).end(JSON.stringify({ ...asked, mostBytes: megabytes * 1e6 }));
  try {
    const [said] = await Promise.all([text(child.stdout), ended]);
    if (late) return refuse("r-took-too-long", { seconds });
    const answer = said === "" ? { error: "nothing was said" } : answered.parse(JSON.parse(said));
    if ("tooMuch" in answer) return refuse("r-took-too-much", { megabytes });
    return "error" in answer ? refuse("r-stopped", { said: answer.error.slice(0, 500) }) : done({ lines: answer.lines });
  } finally {
    clearTimeout(end);
  }
}
