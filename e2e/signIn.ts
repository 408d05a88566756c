import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";

/** Two clicks: the door, and who one is in the demonstration region. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto("/aanmelden");
  await page.getByRole("button", { name: `Aanmelden als ${name}`, exact: true }).click();
  await expect(page.getByRole("banner").getByRole("link", { name })).toBeVisible();
}

/** A browser of her own, signed in as this person of the demonstration region. */
export async function browserOf(browser: Browser, name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await signIn(page, name);
  return page;
}
