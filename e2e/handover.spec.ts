import { expect, test } from "@playwright/test";
import { picture } from "./picture.ts";
import { browserOf } from "./signIn.ts";

// A handover that is being prepared: read, signed, taken over by the other side, and held with the family.
test("a midwife signs, maternity care takes over, and both see that it was held", async ({ browser }) => {
  const receiver = await browserOf(browser, "Wilma Intake");
  const row = receiver.getByRole("row").filter({ hasText: "Overdracht naar de kraamzorg: neemt u het over?" }).first();
  await row.getByRole("link", { name: /Antwoorden/ }).click();
  await expect(receiver.getByText("Wie het is, ziet u als u het overneemt.")).toBeVisible();
  await expect(receiver.getByRole("link", { name: "Afdrukken (PDF)" })).toHaveCount(0);
  await picture(receiver, "overdracht-gevraagd");
  await receiver.getByText("Ondertekenen en overnemen").click();
  await receiver.getByRole("button", { name: "Ja, wij nemen het over" }).click();
  await expect(receiver.getByText("U nam het over en bent nu verantwoordelijk.")).toBeVisible();
  await expect(receiver.getByRole("heading", { name: "Wat werkt" })).toBeVisible();
  await picture(receiver, "overdracht-overgenomen");
  const paper = await receiver.request.get((await receiver.getByRole("link", { name: "Afdrukken (PDF)" }).getAttribute("href")) ?? "");
  expect(paper.headers()["content-type"]).toBe("application/pdf");
  const file = await receiver.request.get((await receiver.getByRole("link", { name: /Voor uw eigen dossier/ }).getAttribute("href")) ?? "");
  expect(((await file.json()) as { type: string }).type).toBe("document");
  await receiver.getByRole("link", { name: "Gehouden met het gezin" }).click();
  await receiver.getByRole("button", { name: "Vastleggen" }).click();
  await expect(receiver.getByText("Vastgelegd: de overdracht is samen met het gezin gehouden.")).toBeVisible();
});

test("what is being prepared is on the list of the midwife, with the words of the plan in it", async ({ browser }) => {
  const page = await browserOf(browser, "Tessa Proef");
  const row = page.getByRole("row").filter({ hasText: "Overdracht naar de kraamzorg afmaken" }).first();
  await expect(page.getByRole("heading", { name: "Mijn werk", level: 1 })).toBeVisible();
  if ((await row.count()) === 0) await page.goto("/werk?blad=2"); // there is more before it on some days
  await row.getByRole("link", { name: /Afmaken/ }).click();
  await page.getByRole("link", { name: "Inhoud nalezen" }).click();
  await page.getByLabel("Hechting").fill("Praat vaak tegen de buik");
  await picture(page, "overdracht-voorbereiden");
  await page.getByRole("button", { name: "Bewaren" }).click();
  await expect(page.getByText("De overdracht is bewaard.")).toBeVisible();
  await expect(page.getByText("Praat vaak tegen de buik")).toBeVisible();
});
