import { expect, test } from "@playwright/test";
import { choose } from "./choose.ts";
import { dayFromNow, inventFamily } from "./inventFamily.ts";
import { picture } from "./picture.ts";
import { browserOf } from "./signIn.ts";

// Before, between and after: what goes on around a family when the pregnancy is not, or no longer, the whole of it.

test("a contact moment from my work to what stood out, in at most five presses", async ({ browser }) => {
  const page = await browserOf(browser, "Hilde Voorbeeld");
  let presses = 0;
  const press = async (name: string, role: "link" | "button" = "link") => {
    await page.getByRole(role, { name }).first().click();
    presses += 1;
  };
  const waiting = page.getByRole("row").filter({ hasText: "Contactmoment" }).first();
  await waiting.getByRole("link", { name: "Vastleggen" }).click();
  presses += 1;
  await expect(page.getByRole("heading", { level: 1, name: "Contactmomenten" })).toBeVisible();
  await picture(page, "contactmomenten");
  const open = page
    .getByRole("row")
    .filter({ has: page.getByText(/^(?:nu|te laat)$/) })
    .first();
  await open.getByRole("link", { name: /Vastleggen/ }).click();
  presses += 1;
  await page.getByLabel("Wat viel op?").fill("Loopt los, ouders vragen naar de peuteropvang");
  await press("Vastleggen", "button");
  await expect(page.getByText("Het contactmoment is vastgelegd.")).toBeVisible();
  expect(presses).toBeLessThanOrEqual(5);
});

test("a wish for a child, with no pregnancy yet: the line, the conversation, and the wish among the signals", async ({ browser }) => {
  const page = await browserOf(browser, "Marieke Voorbeeld");
  const family = inventFamily();
  await page.goto("/gezinnen/nieuw");
  await page.getByLabel("Voornaam").first().fill(family.givenName);
  await page.getByLabel("Achternaam").first().fill(family.familyName);
  await page.getByLabel("Geboortedatum").first().fill(family.birthDate);
  await choose(page.getByLabel("Nog niet zwanger"));
  await page.getByRole("button", { name: "Gezin aanmelden" }).click();
  await expect(page.getByText("Het gezin is aangemeld.")).toBeVisible();
  await page.getByRole("link", { name: "Gesprek vastleggen" }).click();
  await choose(page.getByLabel("wil nu (weer) zwanger worden"));
  await choose(page.getByLabel("foliumzuur"));
  await picture(page, "kinderwens");
  await page.getByRole("button", { name: "Vastleggen" }).click();
  await expect(page.getByText("Het gesprek is vastgelegd.")).toBeVisible();
  await page.goto(/\/gezinnen\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "");
  await expect(page.getByText("Wens voor een volgend kind").first()).toBeVisible();
});

test("a group with its meetings; a family is signed up from its own page", async ({ browser }) => {
  const page = await browserOf(browser, "Lotte Bedacht");
  const name = `Centering ${inventFamily().familyName}`;
  await page.goto("/groepen/nieuw");
  await page.getByLabel("Van welk aanbod?").selectOption({ index: 1 });
  await page.getByLabel("Naam van de groep").fill(name);
  await page.getByLabel("Eerste keer").fill(dayFromNow(14));
  await page.getByRole("button", { name: "Groep maken" }).click();
  await expect(page.getByText("0 van 10 plaatsen, 10 vrij")).toBeVisible();
  await page.goto("/gezinnen");
  await page.getByRole("row").getByRole("rowheader").getByRole("link").first().click();
  await page.getByRole("link", { name: "Aanmelden voor een groep" }).click();
  await choose(page.getByLabel(name));
  await choose(page.getByLabel("Het gezin wil dit zelf"));
  await page.getByRole("button", { name: "Aanmelden", exact: true }).click();
  await expect(page.getByText("Het gezin doet mee.")).toBeVisible();
  await picture(page, "groep-gezin");
});

test("shared questions: figures without a family, and the way to an offer for all of them", async ({ browser }) => {
  const page = await browserOf(browser, "Nadia Knoop");
  await page.getByRole("link", { name: "Gedeelde vragen" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Gedeelde hulpvragen" })).toBeVisible();
  await picture(page, "gedeelde-vragen");
  await page.goto("/groepen/gezamenlijk?thema=money");
  await expect(page.getByLabel("Onderwerp")).toHaveValue("money");
});
