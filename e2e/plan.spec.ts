import { expect, test, type Locator } from "@playwright/test";
import { picture } from "./picture.ts";
import { browserOf } from "./signIn.ts";

// An agreement from a warm worklist, in at most five presses [issue: figures], and on paper.
test("from my work an agreement is saved in at most five presses, and the family has it on paper", async ({ browser }) => {
  const page = await browserOf(browser, "Nadia Knoop");
  let presses = 0;
  const press = async (what: Locator) => {
    await what.click();
    presses += 1;
  };
  const family = page.getByRole("row").filter({ hasText: "Afspraak uit het gezinsplan" }).first().getByRole("rowheader").getByRole("link");
  await press(family);
  await press(page.getByRole("link", { name: "Afspraak maken" }));
  await page.getByLabel("Wat is afgesproken?").fill("Samen naar het spreekuur gaan");
  await picture(page, "afspraak-maken");
  await press(page.getByRole("button", { name: "Afspraak bewaren" }));
  await expect(page.getByText("De afspraak is bewaard.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Samen naar het spreekuur gaan" })).toContainText("Nadia Knoop");
  expect(presses).toBeLessThanOrEqual(5);
  await picture(page, "gezinsplan");
  const paper = await page.request.get((await page.getByRole("link", { name: "Afdrukken (PDF)" }).getAttribute("href")) ?? "");
  expect(paper.headers()["content-type"]).toBe("application/pdf");
  await page.getByRole("link", { name: "Akkoord vastleggen" }).click();
  await page.getByRole("button", { name: "Akkoord vastleggen" }).click();
  await expect(page.getByText("Vastgelegd: het gezin is akkoord.")).toBeVisible();
});
