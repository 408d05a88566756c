import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { choose } from "./choose.ts";
import { picture } from "./picture.ts";
import { browserOf } from "./signIn.ts";

// From a warm worklist to a signal or a referral saved in at most five presses [issue: figures]; an agreement is counted in plan.spec.ts.
// A press is a link, a button or a choice; typing is none.

const most = 5;

/** Someone at her worklist, and a count of what she presses. */
async function atWork(browser: Browser, name: string) {
  const page = await browserOf(browser, name);
  await page.goto("/werk");
  const count = { presses: 0 };
  return {
    page,
    count,
    press: async (what: Locator) => {
      await what.click();
      count.presses += 1;
    },
    tick: async (what: Locator) => {
      await choose(what);
      count.presses += 1;
    },
  };
}

/** The family of the first line of her work that has a name. */
const aFamily = (page: Page): Locator => page.getByRole("rowheader").getByRole("link").first();

test("from my work a signal is saved in at most five presses", async ({ browser }) => {
  const { page, count, press, tick } = await atWork(browser, "Marieke Voorbeeld");
  await press(aFamily(page));
  await expect(page).toHaveURL(/\/gezinnen\/[0-9a-f-]{36}/);
  await press(page.getByRole("link", { name: "Signaal vastleggen" }).first());
  await tick(page.getByRole("checkbox", { name: "Stress" }));
  await tick(page.getByRole("radio", { name: "Ja, vandaag" }));
  await press(page.getByRole("button", { name: "Vastleggen" }));
  await expect(page.getByText("Het signaal is vastgelegd.")).toBeVisible();
  expect(count.presses).toBeLessThanOrEqual(most);
});

test("from my work a referral is saved in at most five presses", async ({ browser }) => {
  const { page, count, press } = await atWork(browser, "Inge Fantasie");
  const declined = page.getByRole("row").filter({ hasText: "Verwijzing afgewezen" }).first();
  await press(declined.getByRole("rowheader").getByRole("link"));
  await press(page.getByRole("link", { name: "Steun zoeken en verwijzen" }).first());
  await picture(page, "steun");
  await press(page.getByRole("link", { name: "Vragen: Vrijwilligers en eigen netwerk" }).first());
  await press(page.getByRole("button", { name: "Verwijzing versturen" }));
  await expect(page.getByText("De verwijzing is verstuurd.")).toBeVisible();
  await picture(page, "verwijzing");
  expect(count.presses).toBeLessThanOrEqual(most);
});
