// Runs programs for the test runner: their output is kept until we know whether it matters, and none outlives us.
import { spawn } from "node:child_process";

const running = new Set();

/** Ends what still runs, with everything that it started. */
export function endPrograms() {
  for (const child of running) {
    try {
      process.kill(-child.pid, "SIGTERM");
    } catch {
      // it ended by itself
    }
  }
}

/** Exit code and all output. `onLine` sees each line as it comes; `stop` ends the program as Ctrl-C does. */
export function runProgram(command, args, { cwd, env, stop, onLine = () => undefined } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"], detached: true });
    running.add(child);
    stop?.addEventListener("abort", () => child.kill("SIGINT"));
    let output = "";
    let rest = "";
    const take = (chunk) => {
      output += chunk;
      const lines = `${rest}${chunk}`.split("\n");
      rest = lines.pop();
      for (const line of lines) onLine(line);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", take);
    child.once("error", (error) => take(`${command}: ${error.message}\n`));
    child.once("close", (code) => {
      running.delete(child);
      if (rest) onLine(rest);
      resolve({ code: code ?? 1, output });
    });
  });
}
