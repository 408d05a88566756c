// The browser tests: the built server over a database of its own, filled with the demonstration region, in Debian's Chromium.
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildIfNeeded } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { demonstrationTemplate } from "./demonstrationDatabase.mjs";
import { runProgram } from "./programs.mjs";

/** Filling the region takes a minute or two on a slow machine. */
const START_MS = 300_000;

/** Starts the built server on a free port and answers its address once it says that it is ready. */
async function startServer(root, node, databaseUrl, dataFolder) {
  const { freePort } = await import("../src/platform/embedded/freePort.ts");
  const port = await freePort();
  const env = {
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    WIEG_DEMONSTRATION: "yes",
    WIEG_DATA: dataFolder,
    PORT: String(port),
    HOST: "127.0.0.1",
  };
  const stopping = new AbortController();
  const ready = Promise.withResolvers();
  const onLine = (line) => /is ready/.test(line) && ready.resolve("ready");
  const ended = runProgram(node, ["--enable-source-maps", path.join(root, "build", "server.mjs")], {
    cwd: root,
    env,
    stop: stopping.signal,
    onLine,
  });
  const late = setTimeout(() => ready.resolve("late"), START_MS);
  const stop = () => {
    stopping.abort();
    return ended;
  };
  const outcome = await Promise.race([ready.promise, ended]);
  clearTimeout(late);
  if (outcome === "ready") return { url: `http://localhost:${port}`, stop };
  const { code, output } = await stop();
  throw new Error(`The server did not become ready (${outcome === "late" ? "in time" : `it ended with ${code}`}):\n${output}`);
}

/** Runs Playwright and counts what its report says. */
async function runPlaywright(root, node, url, { words, report, onLine }) {
  const cli = path.join(root, "node_modules", "@playwright", "test", "cli.js");
  const env = { WIEG_E2E_URL: url, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const { code, output } = await runProgram(node, [cli, "test", "--config", "e2e/playwright.config.ts", "--reporter=list,json", ...words], {
    cwd: root,
    env,
    onLine,
  });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, output: `${output}\nPlaywright made no report.\n` };
  const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
  const failed = stats.unexpected + stats.flaky + errors.length;
  const unexplained = stats.expected === 0 || (code !== 0 && failed === 0) ? 1 : 0;
  return { passed: stats.expected, failed: failed + unexplained, skipped: stats.skipped, output: failed + unexplained > 0 ? output : "" };
}

/** A started server fills an empty database with the region. */
async function fillDemonstration(root, node, databaseUrl, folder) {
  const server = await startServer(root, node, databaseUrl, folder);
  await server.stop();
}

/** All browser tests, or those that `words` name as Playwright's command line does, on a fresh copy of the demonstration region. */
export async function runBrowserTests({ root, node, cluster, words = [], log = () => undefined, onLine }) {
  if (globSync("e2e/**/*.spec.ts", { cwd: root }).length === 0)
    return { passed: 0, failed: 1, skipped: 0, output: "No browser tests were found.\n" };
  await ensureChromium(log);
  await buildIfNeeded(root);
  const { testDatabase } = await import("../src/platform/testing/testDatabase.ts");
  const folder = mkdtempSync(path.join(os.tmpdir(), "wieg-e2e-"));
  try {
    process.env.WIEG_TEST_ADMIN_URL = cluster.adminUrl;
    process.env.WIEG_TEST_TEMPLATE = await demonstrationTemplate(root, cluster, (url) => fillDemonstration(root, node, url, folder));
    const database = await testDatabase();
    try {
      const server = await startServer(root, node, database.adminUrl, folder);
      try {
        return await runPlaywright(root, node, server.url, { words, report: path.join(folder, "report.json"), onLine });
      } finally {
        await server.stop();
      }
    } finally {
      await database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const browserStep = (startCluster) => ({
  name: "browser",
  title: "browser",
  run: async ({ root, node }) => runBrowserTests({ root, node, cluster: await startCluster(), log: console.log }),
});
