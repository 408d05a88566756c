import { expect, test } from "@playwright/test";

// A mother on her phone: she comes in, reads her plan, agrees, writes, gives a consent and takes one back.
test("a mother reads her plan, agrees to it, writes, allows something and takes something back", async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 780 }, locale: "nl-NL" })).newPage();
  await page.goto("/mijn");
  await expect(page).toHaveURL(/\/mijn\/aanmelden$/);
  await page.locator('form[action="/mijn/demonstratie"] button').first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Dag ");
  await page.getByRole("link", { name: "Mijn plan bekijken" }).click();
  await page.getByRole("button", { name: "Ja, ik ben het eens" }).click();
  await expect(page.getByText("U bent het eens met het plan.")).toBeVisible();
  await page.getByRole("link", { name: "Berichten" }).first().click();
  await page.getByRole("link", { name: "Uw afspraak van volgende week" }).click();
  await page.getByLabel("Uw antwoord").fill("Tot donderdag!");
  await page.getByRole("button", { name: "Versturen" }).click();
  await expect(page.getByText("Uw bericht is verstuurd.")).toBeVisible();
  await page.goto("/mijn/toestemming");
  await page.getByRole("link", { name: /Bekijk de vraag/ }).click();
  await page.getByRole("button", { name: "Ja, dat vind ik goed" }).click();
  await expect(page.getByText("U vindt dit goed. Het geldt vanaf nu.")).toBeVisible();
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
