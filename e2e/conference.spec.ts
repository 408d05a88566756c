import { expect, test } from "@playwright/test";
import { leaveOut } from "./choose.ts";
import { picture } from "./picture.ts";
import { browserOf } from "./signIn.ts";

// From the agenda to the plan and the lead [002]: a case is taken to a sitting of today, shown on the wall, decided, and carried on by who leads.
test("a sitting from its agenda to the outcome in plan and lead", async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await browserOf(browser, "Vera Voorzitter");
  await page.goto("/overleggen");
  await picture(page, "overleggen-voorzitter");
  await page.getByRole("row").filter({ hasText: "agenda staat vast" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "U zit voor" })).toBeVisible();
  const coming = page.url();
  await page.getByRole("link", { name: "Agenda wijzigen" }).click();
  const boxes = page.getByRole("checkbox");
  await expect(boxes.first()).toBeChecked();
  const count = await boxes.count();
  const label = await page.getByRole("group").locator("label").last().innerText();
  await leaveOut(boxes.last());
  await page.getByRole("button", { name: "Agenda vaststellen" }).click();
  await expect(page.getByText("De agenda staat vast. Wie aan tafel zit")).toBeVisible();
  await picture(page, "overleg-agenda");
  expect(count).toBeGreaterThan(1);

  // a sitting of today with the case that was taken off
  await page.goto("/overleggen");
  await page.getByRole("link", { name: "Overleg Parkstad", exact: true }).click();
  await page.getByRole("link", { name: "Bijeenkomst plannen" }).click();
  const today = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam" }).format(new Date());
  await page.getByLabel("Dag").first().fill(today);
  await page.getByRole("button", { name: "Bijeenkomst plannen" }).click();
  await page.getByRole("link", { name: "Agenda maken" }).click();
  await page.getByRole("button", { name: "Agenda vaststellen" }).click();
  const sitting = page.url();
  expect(sitting).not.toBe(coming);
  const family = await page
    .getByRole("term")
    .filter({ hasText: /^Gezin$/ })
    .first()
    .locator("xpath=following-sibling::dd[1]")
    .innerText();
  expect(label).toContain(family);
  await page.getByRole("link", { name: "Overleg beginnen" }).click();
  await page.getByRole("button", { name: "Overleg beginnen" }).click();

  // the wall: large, one case, moved through by the keyboard
  await expect(page.getByText(`Casus 1 van 1, gezin ${family}`)).toBeVisible();
  await expect(page.getByRole("banner")).toHaveCount(0);
  await picture(page, "overleg-scherm");
  await page.getByRole("link", { name: "Uitkomst vastleggen" }).click();
  await page.getByLabel("Wat is besloten?").fill("De jeugdverpleegkundige houdt de lijn vast.");
  await page.getByLabel("Wie wordt casusregisseur?").selectOption({ label: "Cindy Gedacht, JGZ Zuid-Limburg (demonstratie)" });
  await page.getByLabel("Wat is afgesproken?").fill("Samen naar de inloop in de wijk");
  await page.getByLabel("Wie doet dit?").first().selectOption({ label: "Cindy Gedacht, JGZ Zuid-Limburg (demonstratie)" });
  await picture(page, "overleg-uitkomst");
  await page.getByRole("button", { name: "Uitkomst vastleggen" }).click();
  await expect(page.getByText("De jeugdverpleegkundige houdt de lijn vast.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByText("Overleg sluiten").click();
  await page.getByRole("button", { name: "Sluiten", exact: true }).click();
  await expect(page.getByText("Het overleg is gesloten.")).toBeVisible();
  await expect(page.getByText("Voor u is er niets meer te zien")).toBeVisible();

  // who was named takes the lead, and finds the agreement in the plan
  const nurse = await browserOf(browser, "Cindy Gedacht");
  await nurse
    .getByRole("row")
    .filter({ hasText: "Verzoek om casusregie" })
    .getByRole("link", { name: /Bekijken/ })
    .first()
    .click();
  await nurse.getByRole("button", { name: "Ik neem de regie aan" }).click();
  await expect(nurse.getByText("U bent nu de casusregisseur van dit gezin.")).toBeVisible();
  const [line] = /\/gezinnen\/[0-9a-f-]{36}/.exec(nurse.url()) ?? [""];
  await nurse.goto(`${line}/plan`);
  await expect(nurse.getByText("Samen naar de inloop in de wijk").first()).toBeVisible();
  await nurse.goto(line);
  await expect(nurse.getByText("Besloten in het overleg")).toBeVisible();
});
