import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { browserOf, signIn } from "./signIn.ts";

// A trace of each of these pages would take longer than looking at them; what is wrong is said in words.
test.use({ trace: "off" });

/** One person of the demonstration region for each role that has pages of its own. */
const people = [
  "Noor Schets",
  "Karin Model",
  "Hilde Voorbeeld",
  "Nadia Knoop",
  "Sjef Loket",
  "Petra Planning",
  "Wilma Intake",
  "Chantal Kraam",
  "Paul Huisarts",
  "Cora Centen",
  "Kim Nest",
  "Nelleke Cijfer",
  "Thomas Traject",
  "Vera Voorzitter",
  "Nico Neutraal",
  "Pien Privacy",
  "Ria Kantoor",
  "Ben Beheer",
] as const;
const widths = [1280, 360] as const;

/** What stands in the way of somebody, each with its place on the page. */
async function obstacles(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes
        .map(({ target }) => target.join(" "))
        .slice(0, 3)
        .join("; ")})`,
  );
}

/** The page says what it is, has one heading of the first level, and nobody has to scroll sideways, down to 320 px [WCAG 1.4.10]. */
async function checkPage(page: Page, address: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const response = await page.goto(address);
    expect.soft(response?.status(), address).toBe(200);
    expect.soft(await obstacles(page), `${address} at ${width} px`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 900 });
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect.soft(wide, `${address} at 320 px`).toBeLessThanOrEqual(seen ?? 0);
  expect.soft(await page.getByRole("heading", { level: 1 }).count(), `headings of ${address}`).toBe(1);
}

const ownAddresses = (page: Page, within: string): Promise<readonly string[]> =>
  page.locator(within).evaluateAll((links) => {
    const here = links.map((link) => new URL((link as HTMLAnchorElement).href)).filter(({ origin }) => origin === location.origin);
    return [
      ...new Set(here.filter(({ pathname }) => !/\.(pdf|csv|json|ics)$/.test(pathname)).map(({ pathname, search }) => pathname + search)),
    ];
  });

for (const name of people)
  test(`every page in the menu of ${name}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const page = await browserOf(browser, name);
    const menu = await ownAddresses(page, "nav[aria-label=Hoofdmenu] a");
    for (const address of [...menu, "/account"]) await checkPage(page, address);
  });

for (const name of ["Noor Schets", "Hilde Voorbeeld", "Nadia Knoop", "Petra Planning"] as const)
  test(`a family's page and every page and form that it leads to, for ${name}`, async ({ browser }) => {
    test.setTimeout(1_200_000);
    const page = await browserOf(browser, name);
    const family = await aFamilyOf(page);
    const seen = new Set([family]);
    for (const address of seen) {
      await checkPage(page, address);
      const further = await ownAddresses(page, `main a[href^='${family}']`);
      const shapes = new Set([...seen].map(shapeOf));
      for (const next of further)
        if (!shapes.has(shapeOf(next))) {
          seen.add(next);
          shapes.add(shapeOf(next));
        }
    }
    expect(seen.size).toBeGreaterThan(3);
  });

/** The first family that she comes across. No family to look at would be no test. */
async function aFamilyOf(page: Page): Promise<string> {
  for (const address of ["/gezinnen", "/werk", "/geboortezorg-flex", "/overleggen"]) {
    await page.goto(address);
    const links = await ownAddresses(page, "main a[href^='/gezinnen/']");
    const family = links.find((link) => /^\/gezinnen\/[0-9a-f-]{36}$/.test(link));
    if (family !== undefined) return family;
  }
  throw new Error("The demonstration has no family for her.");
}

/** Two pages of the same kind: one of them is enough. */
const shapeOf = (address: string): string => address.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ":id");

test("forms that stand on their own", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "Marieke Voorbeeld");
  for (const address of ["/gezinnen/nieuw", "/gezinnen/importeren", "/signalen/nieuw"]) await checkPage(page, address);
  await page.goto("/gezinnen/nieuw");
  await page.getByRole("button", { name: "Gezin aanmelden" }).click();
  await expect(page.getByRole("link", { name: "Vul de achternaam in" }).first()).toBeVisible();
  expect(await obstacles(page), "a form with faults").toEqual([]);
});

test("the doors: signing in and asking for help", async ({ page }) => {
  for (const address of ["/aanmelden", "/hulp-vragen", "/en/ask-for-help"]) await checkPage(page, address);
});

test("with the keyboard alone: past the menu, through the menu, and a form sent", async ({ page }) => {
  await signIn(page, "Marieke Voorbeeld");
  await page.goto("/werk");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Naar de inhoud" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#inhoud$/);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null), "the next stop is in the content").toBe(true);
  await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Gezinnen" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Gezinnen" })).toBeVisible();
  await page.goto("/gezinnen/nieuw");
  await page.getByRole("group", { name: "De zwangere of moeder" }).getByLabel("Achternaam").focus();
  await page.keyboard.type("Toetsenbord");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: /geboortedatum/i }).first()).toBeVisible();
  await expect(page.getByRole("group", { name: "De zwangere of moeder" }).getByLabel("Achternaam")).toHaveValue("Toetsenbord");
});

test("on a phone the menu opens with one press, without JavaScript too", async ({ browser }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await browserOf(browser, "Marieke Voorbeeld", { javaScriptEnabled });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/werk");
    const link = page.getByRole("link", { name: "Gezinnen", exact: true });
    if (!(await link.isVisible())) await page.getByText("Menu", { exact: true }).click();
    await link.click();
    await expect(page.getByRole("heading", { level: 1, name: "Gezinnen" })).toBeVisible();
  }
});

test("on paper there is no menu and no button", async ({ page }) => {
  await signIn(page, "Marieke Voorbeeld");
  await page.goto("/gezinnen");
  await page.locator("main a[href^='/gezinnen/']").filter({ hasText: /\w/ }).first().click();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Hoofdmenu" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Afmelden" })).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
