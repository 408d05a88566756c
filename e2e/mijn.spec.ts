import { expect, test } from "@playwright/test";

// A mother on her phone: she comes in, reads her plan, agrees, and takes a consent back.
test("a mother reads her plan, agrees to it, and takes back what she allowed", async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 780 }, locale: "nl-NL" })).newPage();
  await page.goto("/mijn");
  await expect(page).toHaveURL(/\/mijn\/aanmelden$/);
  await page.locator('form[action="/mijn/demonstratie"] button').first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Dag ");
  await page.getByRole("link", { name: "Mijn plan bekijken" }).click();
  await page.getByRole("button", { name: "Ja, ik ben het eens" }).click();
  await expect(page.getByText("U bent het eens met het plan.")).toBeVisible();
  await page.goto("/mijn/toestemming");
  const before = await page.getByRole("link", { name: /Ik wil dit niet meer/ }).count();
  await page
    .getByRole("link", { name: /Ik wil dit niet meer: Gegevens delen/ })
    .first()
    .click();
  await expect(page.getByText("Wat betekent dat?")).toBeVisible();
  await page.getByRole("button", { name: "Ja, dit vind ik niet meer goed" }).click();
  await expect(page.getByText("Het geldt vanaf nu.")).toBeVisible();
  await expect(page.getByRole("link", { name: /Ik wil dit niet meer/ })).toHaveCount(before - 1);
  await page.getByRole("button", { name: "Afmelden" }).click();
  await page.goto("/mijn/plan");
  await expect(page).toHaveURL(/\/mijn\/aanmelden$/);
});
