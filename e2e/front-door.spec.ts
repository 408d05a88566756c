import { type Browser, expect, type Page, test } from "@playwright/test";
import { choose } from "./choose.ts";
import { picture } from "./picture.ts";
import { browserOf } from "./signIn.ts";

// No account, and no JavaScript: what someone with an old phone has.
test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

const dangerNumbers = async (page: Page) => {
  await expect(page.getByRole("link", { name: "112" })).toHaveAttribute("href", "tel:112");
  await expect(page.getByRole("link", { name: "0800 2000" })).toHaveAttribute("href", "tel:08002000");
};

test("someone asks for help in Dutch, and the team of her municipality finds it on its list", async ({ page, browser }) => {
  await page.goto("/hulp-vragen");
  await dangerNumbers(page);
  await picture(page, "hulp-vragen-1");
  await page.getByLabel("Of kies uw gemeente").selectOption({ label: "Heerlen" });
  await page.getByRole("button", { name: "Verder" }).click();
  await choose(page.getByRole("checkbox", { name: "Geld of rekeningen" }));
  await picture(page, "hulp-vragen-2");
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByLabel("In uw eigen woorden").fill("Ik weet niet hoe ik de huur moet betalen als de baby er is.");
  const givenName = `Noor${Date.now().toString(36).replaceAll(/\d/g, "")}`;
  await page.getByLabel("Hoe mogen wij u noemen?").fill(givenName);
  await page.getByRole("button", { name: "Verder" }).click();
  await choose(page.getByRole("radio", { name: "Bel mij" }));
  await page.getByLabel("Uw telefoonnummer of e-mailadres").fill("06 12345678");
  await picture(page, "hulp-vragen-4");
  await page.getByRole("button", { name: "Verder" }).click();
  await choose(page.getByRole("checkbox", { name: "Maandag tot en met vrijdag, 's ochtends" }));
  await choose(page.getByRole("radio", { name: "Nee, alleen ik" }));
  await dangerNumbers(page);
  await page.getByRole("button", { name: "Mijn vraag versturen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Uw vraag is verstuurd" })).toBeVisible();
  await dangerNumbers(page);
  await picture(page, "hulp-vragen-verstuurd");
  const sent = await page.getByRole("main").innerText();
  expect(sent).toMatch(/JGZ Zuid-Limburg \(demonstratie\) neemt contact met u op, uiterlijk/);
  await arrivesAt(browser, givenName);
});

/** A professional at her desk. */
const desk = { javaScriptEnabled: true, viewport: { width: 1060, height: 640 } };

/** One of the team picks it up; another organisation does not know that it exists. */
async function arrivesAt(browser: Browser, givenName: string): Promise<void> {
  const nurse = await browserOf(browser, "Cindy Gedacht", desk);
  await nurse.goto("/hulpvragen");
  await picture(nurse, "hulpvragen");
  const question = nurse.getByRole("row").filter({ hasText: givenName });
  await question.getByRole("link", { name: /^Openen/ }).click();
  await expect(nurse.getByRole("heading", { level: 1, name: `Hulpvraag van ${givenName}` })).toBeVisible();
  await expect(nurse.getByText("Ik weet niet hoe ik de huur moet betalen als de baby er is.")).toBeVisible();
  await expect(nurse.getByText("mag niets horen: zeg alleen iets tegen haar zelf")).toBeVisible();
  const address = nurse.url();
  await nurse.getByRole("button", { name: "Ik pak dit op" }).click();
  await expect(nurse.getByText("U hebt dit opgepakt")).toBeVisible();
  await picture(nurse, "hulpvraag");
  const elsewhere = await browserOf(browser, "Ans Toegang", desk);
  expect([403, 404], "another organisation").toContain((await elsewhere.goto(address))?.status());
}

test("someone asks for help in English", async ({ page }) => {
  await page.goto("/hulp-vragen");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByLabel("Or choose your municipality").selectOption({ label: "Kerkrade" });
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await choose(page.getByRole("radio", { name: "I will call myself" }));
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Send my question" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your question was sent" })).toBeVisible();
  await expect(page.getByText("Your number")).toBeVisible();
});

test("what is missing is said in plain words, and what was filled in stays", async ({ page }) => {
  await page.goto("/hulp-vragen");
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.getByRole("alert").or(page.getByText("Vul uw postcode in of kies uw gemeente.")).first()).toBeVisible();
  await page.getByLabel("Of kies uw gemeente").selectOption({ label: "Landgraaf" });
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByRole("link", { name: "Terug" }).click();
  await expect(page.getByLabel("Of kies uw gemeente")).toHaveValue("GM0882");
});

test("leaving the page at once throws away what was filled in", async ({ page }) => {
  await page.route(/^https?:\/\/(?!localhost)/, (route) =>
    route.fulfill({ status: 200, contentType: "text/html", body: "<title>elsewhere</title>" }),
  );
  await page.goto("/hulp-vragen");
  await page.getByLabel("Of kies uw gemeente").selectOption({ label: "Heerlen" });
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByRole("link", { name: "Snel weg" }).click();
  await expect(page).toHaveTitle("elsewhere");
  await page.goto("/hulp-vragen/2");
  await expect(page.getByRole("heading", { level: 1, name: "Uw antwoorden zijn weg" })).toBeVisible();
});
