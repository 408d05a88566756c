import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { picture } from "./picture.ts";
import { browserOf } from "./signIn.ts";

const file = path.join(import.meta.dirname, "..", "src", "registry", "caseload", "testing", "caseload-example.csv");

test("a practice takes its caseload over: look, take over, mend what was refused, offer it again", async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await browserOf(browser, "Yasmin Voorstel");
  await page.goto("/gezinnen");
  await page
    .getByRole("link", { name: /bestand/i })
    .first()
    .click();
  await picture(page, "overnemen");
  await page.getByLabel("Uw bestand").setInputFiles(file);
  await page.getByRole("button", { name: "Bestand inlezen" }).click();
  const take = page.getByRole("button", { name: /^Neem \d+ gezinnen over$/ });
  await expect(take).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("link", { name: /niet te lezen/ }).first()).toBeVisible();
  await picture(page, "overnemen-nakijken");
  const upload = page.url();
  await take.click();
  await expect(page.getByText(/\d+ gezinnen overgenomen/)).toBeVisible({ timeout: 60_000 });
  await picture(page, "overnemen-klaar");

  const [refused] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Bestand om te herstellen" }).click(),
  ]);
  const lines = readFileSync(await refused.path(), "utf8");
  expect(refused.suggestedFilename()).toBe("te-herstellen.csv");
  expect(lines).toContain("Achternaam");
  await page.getByRole("link", { name: "Bekijk de regels" }).click();
  await expect(page.getByRole("table", { name: "Regels die niet te lezen zijn" })).toBeVisible();
  await picture(page, "overnemen-geweigerd");

  await page.goto("/gezinnen/importeren");
  await page.getByLabel("Uw bestand").setInputFiles(file);
  await page.getByRole("button", { name: "Bestand inlezen" }).click();
  await expect(page.getByText("Dit bestand is eerder aangeboden")).toBeVisible();
  await expect(page.getByText(/gezinnen stonden er al in, zonder verschil/)).toBeVisible({ timeout: 60_000 });
  expect(page.url()).not.toBe(upload);
});

test("what is no list of families is said in one sentence, and nothing is taken over", async ({ browser }) => {
  const page = await browserOf(browser, "Inge Fantasie");
  await page.goto("/gezinnen/importeren");
  await page.getByRole("button", { name: "Bestand inlezen" }).click();
  await expect(page.getByText("Kies eerst een bestand.").first()).toBeVisible();
  await page
    .getByLabel("Uw bestand")
    .setInputFiles({ name: "foto.csv", mimeType: "text/csv", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) });
  await page.getByRole("button", { name: "Bestand inlezen" }).click();
  await expect(page.getByText(/kunnen wij niet lezen|niet te lezen|geen/i).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Neem / })).toHaveCount(0);
});
