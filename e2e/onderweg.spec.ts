import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { browserOf } from "./signIn.ts";

// The assistant's phone: taken in use, without network, locked, restarted, sent once, blocked. A browser of its own, which keeps what a phone keeps.
const pin = "481920";
let folder = "";
let phone: BrowserContext;

test.beforeEach(async ({ baseURL }, { project }) => {
  folder = mkdtempSync(path.join(os.tmpdir(), "wieg-phone-"));
  const { launchOptions } = project.use;
  phone = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    ...(baseURL !== undefined && { baseURL }),
  });
});
test.afterEach(async () => {
  await phone.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(page: Page, code = pin): Promise<void> {
  await page.getByLabel("Pincode").fill(code);
  await page.getByRole("button", { name: "Openen" }).click();
}

/** Signed in once with two factors, and from then on with a PIN alone. */
async function takeInUse(label: string, who = "Chantal Kraam"): Promise<Page> {
  const page = await phone.newPage();
  await page.goto("/aanmelden");
  await page.getByRole("button", { name: `Aanmelden als ${who}`, exact: true }).click();
  await page.waitForURL("**/werk");
  await page.goto("/onderweg");
  await page.getByLabel("Naam van deze telefoon").fill(label);
  await page.getByLabel("Kies een pincode").fill(pin);
  await page.getByLabel("Nog een keer dezelfde pincode").fill(pin);
  await page.getByRole("button", { name: "In gebruik nemen" }).click();
  await expect(page.getByRole("heading", { name: /^Vandaag/ })).toBeVisible();
  await expect(page.getByText("Alles is verzonden")).toBeVisible();
  return page;
}

test("what she enters without network survives a restart and the lock, and is sent once there is a line", async () => {
  const first = await takeInUse("Telefoon zonder netwerk");
  const visits = first.locator(".day-list").first().getByRole("button");
  await expect(visits.first()).toBeVisible();
  await phone.setOffline(true);
  await visits.last().click();
  await first.getByLabel("Wat zag u?").fill("Zij lacht weer.");
  await first.close();
  const page = await phone.newPage();
  await page.goto("/onderweg");
  await open(page, "111111");
  await expect(page.getByText("Deze pincode klopt niet. U kunt het nog 5 keer proberen.")).toBeVisible();
  await open(page);
  await page.locator(".day-list").first().getByRole("button").last().click();
  await expect(page.getByLabel("Wat zag u?")).toHaveValue("Zij lacht weer.");
  await page.getByRole("button", { name: /Zoals gepland/ }).click();
  await page.getByRole("button", { name: "Bewaren" }).click();
  await expect(page.getByText("1 bezoek nog niet verzonden")).toBeVisible();
  await phone.setOffline(false);
  await expect(page.getByText("Alles is verzonden")).toBeVisible();
  await expect(page.locator(".day-list").first().getByRole("button").last()).toContainText("Verzonden");
});

test("a visit that nobody planned: with a family of hers, kept while it is noted, and sent", async () => {
  const page = await takeInUse("Telefoon voor onverwacht bezoek");
  const before = await page.locator(".day-list").first().getByRole("button").count();
  await page.getByRole("button", { name: "Een bezoek dat niet gepland was" }).click();
  await page.locator(".day-list").getByRole("button").first().click();
  await expect(page.getByText("Dit bezoek stond niet op de planning.")).toBeVisible();
  await page.getByLabel("Van", { exact: true }).fill("00:05");
  await page.getByLabel("Tot", { exact: true }).fill("00:10");
  await page.goBack();
  await expect(page.getByText("Nog niet bewaard")).toBeVisible();
  await page.getByRole("button").filter({ hasText: "Nog niet bewaard" }).click();
  await page.getByRole("button", { name: "Bewaren" }).click();
  await expect(page.getByText("Alles is verzonden")).toBeVisible();
  await expect(page.locator(".day-list").first().getByRole("button")).toHaveCount(before + 1);
  await expect(page.locator(".day-list").first().getByRole("button").first()).toContainText("Verzonden");
});

test("six wrong PINs: everything is gone, and it says so", async ({ browser }) => {
  const page = await takeInUse("Telefoon met zes keer fout");
  await page.getByRole("button", { name: "Meer" }).click();
  await page.getByRole("button", { name: "Nu op slot" }).click();
  for (let left = 5; left > 0; left -= 1) {
    await open(page, "999111");
    await expect(page.getByText(`nog ${left} keer`)).toBeVisible();
  }
  await open(page, "999111");
  await expect(page.getByRole("heading", { name: "Deze telefoon is gewist" })).toBeVisible();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  const coordinator = await browserOf(browser, "Petra Planning");
  await coordinator.goto("/beheer/telefoons");
  await expect(coordinator.getByRole("row", { name: /Telefoon met zes keer fout/ })).toContainText("gewist na zes verkeerde pincodes");
});

test("a phone that is blocked from a distance wipes itself, also while it is locked", async ({ browser }) => {
  const page = await takeInUse("Telefoon die kwijt is", "Debbie Wieg");
  await page.getByRole("button", { name: "Meer" }).click();
  await page.getByRole("button", { name: "Nu op slot" }).click();
  const coordinator = await browserOf(browser, "Petra Planning");
  await coordinator.goto("/beheer/telefoons");
  await coordinator.getByRole("link", { name: /Telefoon die kwijt is/ }).click();
  await coordinator.getByLabel("Waarom?").fill("verloren in de trein");
  await coordinator.getByRole("button", { name: "Telefoon blokkeren" }).click();
  await expect(coordinator.getByText("geblokkeerd, nog geen contact")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Deze telefoon is geblokkeerd en gewist" })).toBeVisible();
  await coordinator.reload();
  await expect(coordinator.getByText("geblokkeerd en gewist").first()).toBeVisible();
});
