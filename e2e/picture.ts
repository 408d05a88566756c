import { statSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "@playwright/test";

const folder = path.join(import.meta.dirname, "..", "docs", "guide", "pictures");
const largest = 120 * 1024;

/** A picture for the guide, of what is on the screen now. Only with WIEG_GUIDE=1 (`npm run guide`), so that a test run changes no file. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env["WIEG_GUIDE"] !== "1") return;
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, scale: "css", animations: "disabled", caret: "hide" });
  expect(statSync(file).size, `size of ${name}.png`).toBeLessThan(largest);
}
