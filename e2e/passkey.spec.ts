import { type Browser, expect, type Page, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { browserOf } from "./signIn.ts";

/** An administrator invites someone and hands her link over. */
async function invited(browser: Browser, name: string): Promise<string> {
  const page = await browserOf(browser, "Ria Kantoor");
  await page.goto("/beheer/mensen/nieuw");
  await page.getByLabel("Naam").fill(name);
  await page.getByLabel("Werk-e-mailadres").fill(`${crypto.randomUUID()}@demaas.example`);
  await page.getByText("verloskundige", { exact: true }).click();
  await page.getByText("Zelf overhandigen").click();
  await page.getByRole("button", { name: "Uitnodigen" }).click();
  const link = await page.locator(".wieg-secret").textContent();
  await page.context().close();
  return link ?? "";
}

/** A device with a fingerprint reader, as Chromium pretends it. */
async function aDevice(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    /** Whether the finger that touches it is hers. */
    recognises: (her: boolean) => session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: her }),
    forgetAll: () => session.send("WebAuthn.clearCredentials", { authenticatorId }),
  };
}

test("someone who is invited makes a passkey, and signs in with her finger from then on", async ({ browser }) => {
  const link = await invited(browser, "Petra Sleutel");
  const page = await (await browser.newContext()).newPage();
  const device = await aDevice(page);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Welkom bij Wieg" })).toBeVisible();
  await page.getByRole("button", { name: "Toegangssleutel maken" }).click();
  await expect(page.getByRole("heading", { name: "Mijn werk" })).toBeVisible();

  await page.getByRole("button", { name: "Afmelden" }).click();
  await page.getByRole("button", { name: "Aanmelden met een toegangssleutel" }).click();
  await expect(page.getByRole("link", { name: /Petra Sleutel/ })).toBeVisible();
  await page.goto("/account");
  await expect(page.getByRole("rowheader", { name: /^Chrome op .* gemaakt/ })).toBeVisible();

  await page.getByRole("button", { name: "Toegangssleutel toevoegen" }).click();
  await expect(page.getByText("Dit apparaat heeft al een toegangssleutel voor Wieg.")).toBeVisible();

  await page.getByRole("button", { name: "Afmelden" }).click();
  await device.recognises(false);
  await page.getByRole("button", { name: "Aanmelden met een toegangssleutel" }).click();
  await expect(page.getByText("Het is niet gelukt of gestopt. Probeer het opnieuw.")).toBeVisible();
  await device.forgetAll();
  expect((await page.goto(link))?.status()).toBe(404);
});

test("without a script one chooses a password and a code app, and signs in with both", async ({ browser }) => {
  const link = await invited(browser, "Wilma Wachtwoord");
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Toegangssleutel maken" })).toBeHidden();
  const login = (await page.getByText("@demaas.example").textContent()) ?? "";
  await page.getByLabel("Nieuw wachtwoord").fill("drie fietsen in de regen");
  await page.getByLabel("Nogmaals hetzelfde wachtwoord").fill("drie fietsen in de regen");
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.getByRole("img", { name: /QR-code/ })).toBeVisible();
  await page.getByText("Scannen lukt niet").click();
  const secret = ((await page.locator(".wieg-secret").textContent()) ?? "").replaceAll(" ", "");
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  await page.getByLabel("Code van 6 cijfers").fill(app.generate());
  await page.getByRole("button", { name: "Klaar" }).click();
  await expect(page.getByRole("heading", { name: "Bewaar deze herstelcodes" })).toBeVisible();
  await expect(page.locator(".wieg-codes li")).toHaveCount(10);
  await page.getByRole("link", { name: "Verder naar Wieg" }).click();
  await expect(page.getByRole("heading", { name: "Mijn werk" })).toBeVisible();

  await page.getByRole("button", { name: "Afmelden" }).click();
  await page.getByLabel("E-mailadres").fill(login);
  await page.getByLabel("Wachtwoord").fill("drie fietsen in de regen");
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByLabel("Code van 6 cijfers").fill(app.generate({ timestamp: Date.now() + 30_000 }));
  await page.getByRole("button", { name: "Aanmelden" }).click();
  await expect(page.getByRole("link", { name: /Wilma Wachtwoord/ })).toBeVisible();
});
