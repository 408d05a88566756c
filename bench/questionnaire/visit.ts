import { chromium } from "@playwright/test";
import { median } from "../report.ts";

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } as const;
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
} as const;

/** First visits on the phone of `page`: milliseconds to the first content (the median), and bytes of script. */
export async function visitOnPhone(address: string, visits: number): Promise<{ painted: number; script: number }> {
  const browser = await chromium.launch({
    executablePath: process.env["WIEG_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
  });
  const painted: number[] = [];
  let script = 0;
  try {
    for (let round = 0; round <= visits; round++) {
      const context = await browser.newContext({ ...phone, locale: "nl-NL" });
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      await cdp.send("Network.enable");
      await cdp.send("Network.emulateNetworkConditions", line);
      await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      page.on("request", (request) => {
        if (request.resourceType() === "script") script += 1;
      });
      const response = await page.goto(address, { waitUntil: "networkidle" });
      if (response?.status() !== 200) throw new Error(`The list answered ${response?.status() ?? "nothing"}.`);
      const first = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN);
      if (round > 0) painted.push(first); // the first warms the server
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return { painted: median(painted), script };
}
