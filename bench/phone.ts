// The assistant's phone: cold start without network on a processor 4 times slower, the size of its script, and a month of visits over 1.6 Mbit/s.
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import pg from "pg";
import { prepareDatabase } from "../src/main/prepareDatabase.ts";
import { startEmbedded } from "../src/platform/embedded/embeddedPostgres.ts";
import { projectRoot } from "../src/platform/projectRoot.ts";
import { startServing } from "./region/startServing.ts";
import { median, report } from "./report.ts";
import { fillPhones, type FilledPhone } from "./visitApp/fillPhones.ts";

const starts = 7;
/** Visits of one assistant in a month: four a day, five days a week. */
const month = 80;
const pin = "481920";
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
} as const;
const folder = mkdtempSync(path.join(os.tmpdir(), "wieg-bench-phone-"));

/** Runs inside the page: milliseconds from the line's return until the screen says that all is sent. As text, since tsx marks functions. */
const untilSent = `new Promise((resolve) => {
  addEventListener("online", () => {
    const begun = performance.now();
    const watcher = new MutationObserver(() => {
      if (!document.body.textContent.includes("Alles is verzonden")) return;
      watcher.disconnect();
      resolve(performance.now() - begun);
    });
    watcher.observe(document, { childList: true, subtree: true, characterData: true });
  }, { once: true });
})`;

const cluster = await startEmbedded({ dataDir: path.join(projectRoot, "data", "bench-phone") });
const admin = new pg.Client({ connectionString: cluster.adminUrl });
await admin.connect();
await admin.query("drop database if exists bench_phone with (force)");
await admin.query("create database bench_phone");
const url = new URL(cluster.adminUrl);
url.pathname = "/bench_phone";
try {
  await prepareDatabase(url.toString());
  const { owner, phones } = await fillPhones(url.toString(), { phones: 1, visits: month, daysAgo: 0 });
  await owner.end();
  const { child, port } = await startServing(url.toString());
  try {
    if (!phones[0]) throw new Error("no phone was filled");
    await measure(`http://localhost:${port}`, phones[0]);
  } finally {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
  await admin.query("drop database if exists bench_phone with (force)");
  await admin.end();
  await cluster.stop();
}

/** The browser of the phone, begun anew: nothing of it is in memory. */
const begin = (): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    executablePath: process.env["WIEG_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    locale: "nl-NL",
  });

async function measure(origin: string, { session }: FilledPhone): Promise<void> {
  await takeInUse(origin, session);
  const cold: number[] = [];
  for (let round = 0; round < starts; round++) cold.push(await coldStart(origin));
  process.stdout.write(`cold starts: ${cold.map((each) => each.toFixed(0)).join(", ")} ms\n`);
  const synchronised = await syncMonth(origin);
  report("phone", [
    { name: "cold start without network, 4 x slower: a PIN can be typed", value: median(cold), unit: "ms", goal: 1000 },
    { name: "JavaScript, compressed", value: scriptBytes() / 1024, unit: "KB", goal: 150 },
    { name: `${month} visits synchronised over 1.6 Mbit/s, 4 x slower`, value: synchronised, unit: "ms", goal: 2000 },
  ]);
}

async function takeInUse(origin: string, session: string): Promise<void> {
  const context = await begin();
  await context.addCookies([{ name: "wieg-sessie", value: session, url: origin }]);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${origin}/onderweg`);
  await page.getByLabel("Kies een pincode").fill(pin);
  await page.getByLabel("Nog een keer dezelfde pincode").fill(pin);
  await page.getByRole("button", { name: "In gebruik nemen" }).click();
  await page.getByText("Alles is verzonden").waitFor();
  await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
  await context.close();
}

/** From nothing running to a field for the PIN: the first that is painted, with its handlers on it. */
async function coldStart(origin: string): Promise<number> {
  const context = await begin();
  await context.setOffline(true);
  const page = context.pages()[0] ?? (await context.newPage());
  await slow(page);
  await page.goto(`${origin}/onderweg`);
  await page.getByLabel("Pincode").waitFor();
  const painted = await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
  await context.close();
  return painted;
}

async function slow(page: Page): Promise<void> {
  await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

/** Fills in a month without network, as if it were one long day; then there is a line, and it is measured until Wieg has all of it and her day is new. */
async function syncMonth(origin: string): Promise<number> {
  const context = await begin();
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${origin}/onderweg`);
  await page.getByLabel("Pincode").fill(pin);
  await page.getByRole("button", { name: "Openen" }).click();
  await page.getByText("Alles is verzonden").waitFor();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", { ...line, offline: true });
  const visits = page.locator(".day-list").first().getByRole("button");
  for (let nth = 0; nth < month; nth++) {
    await visits.nth(nth).click();
    await page.getByRole("button", { name: /Zoals gepland/ }).click();
    await page.getByLabel("Wat zag u?").fill("Zij legt zelf aan en slaapt beter. De partner helpt met het badje.");
    await page.getByRole("button", { name: "Bewaren" }).click();
  }
  await page.getByText(`${month} bezoeken nog niet verzonden`).waitFor();
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const synchronised = page.evaluate<number>(untilSent);
  await cdp.send("Network.emulateNetworkConditions", line);
  const waited = await synchronised;
  await context.close();
  return waited;
}

/** Every script of the app as it goes over the line. */
function scriptBytes(): number {
  const built = path.join(projectRoot, "build", "assets", "onderweg");
  return readdirSync(built)
    .filter((file) => file.endsWith(".js.br"))
    .reduce((sum, file) => sum + statSync(path.join(built, file)).size, 0);
}
