import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { picture } from "./picture.ts";
import { browserOf } from "./signIn.ts";

// Professionals write to each other about a family, and the timeline leads to what they wrote [issue 3: messages, timeline].

const accessible = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

test("a message comes on the list, its answer is drafted, kept over a refresh, sent and read", async ({ browser }) => {
  const midwife = await browserOf(browser, "Lotte Bedacht");
  const unread = midwife.getByRole("row").filter({ hasText: "Nieuw bericht" }).first();
  await expect(unread).not.toContainText("woningcorporatie"); // nothing of it on the list
  await unread.getByRole("link", { name: /Lezen/ }).click();
  await expect(midwife.getByRole("heading", { level: 1, name: "Wie gaat mee naar het gesprek bij de woningcorporatie?" })).toBeVisible();
  await accessible(midwife);
  await picture(midwife, "gesprek");
  const family = midwife.url().split("/").slice(0, 5).join("/");
  await midwife.getByLabel("Bericht").fill("Fijn, ik vertel het haar.");
  await midwife.reload();
  await expect(midwife.getByLabel("Bericht")).toHaveValue("Fijn, ik vertel het haar.");
  await midwife.getByRole("button", { name: "Versturen" }).click();
  await expect(midwife.getByText("Het bericht is verstuurd.")).toBeVisible();
  await expect(midwife.getByText("Nog door niemand gelezen.")).toBeVisible();

  const lead = await browserOf(browser, "Nadia Knoop");
  await lead.getByRole("row").filter({ hasText: "Nieuw bericht" }).first().getByRole("link", { name: /Lezen/ }).click();
  await expect(lead.getByText("Fijn, ik vertel het haar.")).toBeVisible();
  await midwife.reload();
  await expect(midwife.getByText(/Gelezen door Nadia Knoop \(.*Verbeteren/).last()).toBeVisible();

  await midwife.goto(`${family}/tijdlijn`);
  await expect(midwife.getByRole("img", { name: /^Tijdlijn van / })).toBeVisible();
  await accessible(midwife);
  await picture(midwife, "tijdlijn");
  await midwife.getByLabel("Wat").selectOption({ label: "Berichten (2)" });
  await midwife.getByRole("button", { name: "Tonen" }).click();
  await midwife.getByRole("link", { name: /^Wie gaat mee naar het gesprek/ }).click();
  await expect(midwife.getByText("Fijn, ik vertel het haar.")).toBeVisible();
});

test("on a phone the timeline runs from top to bottom, and nothing sticks out", async ({ browser }) => {
  const nurse = await browserOf(browser, "Marloes Ontwerp");
  await nurse.goto("/gezinnen");
  await nurse.getByRole("rowheader").getByRole("link").first().click();
  await nurse.setViewportSize({ width: 360, height: 740 });
  await nurse.getByRole("link", { name: /^Heel de tijdlijn/ }).click();
  const drawn = await nurse.getByRole("img", { name: /^Tijdlijn van / }).boundingBox();
  expect(drawn?.height ?? 0).toBeGreaterThan((drawn?.width ?? 0) * 2);
  expect(await nurse.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  await accessible(nurse);
});
