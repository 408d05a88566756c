// Runs a program and passes on what the person at the keyboard asks: Ctrl-C reaches the program once, and then we wait for it.
import { spawn } from "node:child_process";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const SAME_PRESS_MS = 1000; // the terminal and npm both send a Ctrl-C on: that is one press

/** npm passes a SIGTERM to its shell, which ends without passing it on: then our parent is gone, and that is how we know. */
function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event || process.channel) return undefined;
  const parent = process.ppid;
  return setInterval(() => process.ppid !== parent && onGone(), 500).unref();
}

/**
 * Answers the exit code, and whether somebody asked to stop. The program gets a session of its own, so that a Ctrl-C comes only from
 * here; it notices by its channel when we are gone (scripts/stopWithParent.mjs).
 */
export function runChild(command, args, options = {}) {
  return new Promise((resolve) => {
    const { channel = true, ...rest } = options;
    const stdio = channel ? ["ignore", "inherit", "inherit", "ipc"] : ["ignore", "inherit", "inherit"];
    const child = spawn(command, args, { stdio, detached: true, ...rest });
    let last = 0;
    const pass = (signal) => {
      const now = Date.now();
      if (now - last > SAME_PRESS_MS) child.kill(signal === "SIGHUP" ? "SIGTERM" : signal); // a closed terminal is a stop like any other
      last = now;
    };
    for (const signal of SIGNALS) process.on(signal, pass);
    const watch = watchNpm(() => pass("SIGTERM"));
    const end = (code) => {
      clearInterval(watch);
      for (const signal of SIGNALS) process.off(signal, pass);
      resolve({ code, stopped: last > 0 });
    };
    child.once("error", (error) => {
      console.error(`${command} could not be run: ${error.message}`);
      end(1);
    });
    child.once("exit", (code, signal) => end(code ?? (last > 0 ? 0 : 1), signal));
  });
}

/** Runs a program as the last thing we do: its end is ours. A stop that was asked for is no error. */
export async function becomeChild(command, args, options) {
  const { code, stopped } = await runChild(command, args, options);
  process.exit(stopped ? 0 : code);
}
