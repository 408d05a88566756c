import { defineConfig, devices } from "@playwright/test";

/** Started by scripts/browserTests.mjs, which serves the demonstration region at this address. */
const baseURL = process.env["WIEG_E2E_URL"];
if (!baseURL) throw new Error("Run the browser tests with: npm run e2e");

const executablePath = process.env["WIEG_CHROMIUM"] ?? "/usr/bin/chromium";
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  retries: 0, // a test that passes the second time has found something
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 }, // on a machine that does more at once
  use: {
    ...devices["Desktop Chrome"],
    ...(process.env["WIEG_GUIDE"] === "1" ? { viewport: { width: 1060, height: 640 } } : {}), // small pictures for the guide
    baseURL,
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    actionTimeout: 10_000, // whoever can't press a button in that time has found something
    trace: "retain-on-failure",
    launchOptions: { executablePath, args: ["--no-sandbox", ...quiet] },
  },
});
