// The first visit on a phone, and a press inside the product: Chromium over CDP, a processor 4 times slower, 1.6 Mbit/s, 150 ms.
import { once } from "node:events";
import { type Browser, chromium, type CDPSession, type Page } from "@playwright/test";
import { openBench } from "./region/benchDatabase.ts";
import { benchToken } from "./region/people.store.ts";
import { region } from "./region/size.ts";
import { type Goal, median, report } from "./report.ts";
import { startServing } from "./region/startServing.ts";

const visits = 5;
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } as const;
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
} as const;

interface Visit {
  /** Milliseconds until the first content was painted. */
  readonly painted: number;
  /** Milliseconds until the form's last field and button stood in the page, the style in force: before this nothing can be typed. */
  readonly usable: number;
  /** Bytes of scripts that came over the line. */
  readonly script: number;
}

async function onPhone(browser: Browser, origin: string, signedIn: boolean): Promise<{ page: Page; cdp: CDPSession }> {
  const context = await browser.newContext({ ...phone, baseURL: origin, locale: "nl-NL" });
  if (signedIn) await context.addCookies([{ name: "wieg-sessie", value: benchToken("small"), url: origin }]);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", line);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  return { page, cdp };
}

/** One first visit: nothing is kept of an earlier one. */
async function firstVisit(browser: Browser, origin: string, address: string, signedIn: boolean): Promise<Visit> {
  const { page, cdp } = await onPhone(browser, origin, signedIn);
  const scripts = new Set<string>();
  let script = 0;
  cdp.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  const response = await page.goto(address, { waitUntil: "networkidle" });
  if (response?.status() !== 200) throw new Error(`${address} answered ${response?.status() ?? "nothing"}.`);
  const { painted, read } = await page.evaluate(() => ({
    painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    read: (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming).domInteractive,
  }));
  await page.context().close();
  return { painted, usable: Math.max(painted, read), script };
}

/** Runs inside the page: milliseconds from the press to a new page or visible progress. As text, since tsx marks functions with a name that a page lacks. */
const answeredAfter = `new Promise((resolve) => {
  let pressed = NaN;
  addEventListener("click", () => { pressed = performance.now(); }, { capture: true, once: true });
  const watcher = new MutationObserver(() => {
    if (document.querySelector(".turbo-progress-bar, [aria-busy='true']") === null && location.pathname !== "/gezinnen") return;
    watcher.disconnect();
    requestAnimationFrame(() => resolve(performance.now() - pressed));
  });
  watcher.observe(document, { childList: true, subtree: true, attributes: true });
})`;

/** A press on the menu's "Gezinnen", seen from inside the page, so that the bench's own way costs nothing. */
async function press(browser: Browser, origin: string): Promise<number> {
  const { page } = await onPhone(browser, origin, true);
  await page.goto("/werk", { waitUntil: "networkidle" });
  const answered = page.evaluate<number>(answeredAfter);
  await page
    .locator("a[href='/gezinnen']")
    .last()
    .evaluate((link) => (link as HTMLElement).click());
  const waited = await answered;
  await page.context().close();
  return waited;
}

async function medianVisit(browser: Browser, origin: string, address: string, signedIn: boolean): Promise<Visit> {
  const all: Visit[] = [];
  for (let round = 0; round <= visits; round++) {
    const visit = await firstVisit(browser, origin, address, signedIn);
    if (round > 0) all.push(visit); // the first warms the server
  }
  return {
    painted: median(all.map(({ painted }) => painted)),
    usable: median(all.map(({ usable }) => usable)),
    script: Math.max(...all.map(({ script }) => script)),
  };
}

function goalsOf(address: string, { painted, usable, script }: Visit, kilobytes: number): readonly Goal[] {
  return [
    { name: `${address}: first content`, value: painted, unit: "ms", goal: 1000 },
    { name: `${address}: usable after first content`, value: usable - painted, unit: "ms", goal: 100 },
    { name: `${address}: script over the line`, value: script / 1024, unit: "KB", goal: kilobytes },
  ];
}

async function measureAll(origin: string): Promise<readonly Goal[]> {
  const executablePath = process.env["WIEG_CHROMIUM"] ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
  try {
    const presses: number[] = [];
    for (let round = 0; round < visits; round++) presses.push(await press(browser, origin));
    return [
      ...goalsOf("/hulp-vragen", await medianVisit(browser, origin, "/hulp-vragen", false), 0),
      ...goalsOf("/aanmelden", await medianVisit(browser, origin, "/aanmelden", false), 45),
      ...goalsOf("/werk", await medianVisit(browser, origin, "/werk", true), 45),
      { name: "a press from /werk to /gezinnen is answered", value: median(presses), unit: "ms", goal: 300 },
    ];
  } finally {
    await browser.close();
  }
}

const database = await openBench(region, (text) => process.stderr.write(`  ${text}\n`));
const { child, port } = await startServing(database.adminUrl);
try {
  report("page", await measureAll(`http://localhost:${port}`));
} finally {
  child.kill("SIGTERM");
  await once(child, "exit");
  await database.stop();
}
