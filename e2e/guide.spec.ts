import { expect, test } from "@playwright/test";
import { picture } from "./picture.ts";
import { browserOf } from "./signIn.ts";

// The pages of the guide that no journey passes: each role finds them in her menu. Their pictures are made here.
const shown: readonly (readonly [name: string, pages: readonly (readonly [menu: string, picture: string])[]])[] = [
  [
    "Nadia Knoop",
    [
      ["Mijn werk", "werk-knooppunt"],
      ["Casussen", "casussen"],
      ["Overleggen", "overleggen"],
      ["Hulpvragen", "hulpvragen-gemeente"],
    ],
  ],
  [
    "Petra Planning",
    [
      ["Mijn werk", "werk-kraamzorg"],
      ["Geboortezorg Flex", "plaatsen"],
    ],
  ],
  ["Paul Huisarts", [["Mijn werk", "werk-huisarts"]]],
  ["Cora Centen", [["Mijn werk", "werk-hulpverlener"]]],
  ["Ria Kantoor", [["Mensen", "beheer-mensen"]]],
  [
    "Ben Beheer",
    [
      ["Organisaties", "beheer-organisaties"],
      ["Voordeur", "beheer-voordeur"],
      ["Factoren", "beheer-factoren"],
      ["Postcodes", "beheer-postcodes"],
    ],
  ],
  ["Pien Privacy", [["Noodtoegang", "noodtoegang"]]],
];

for (const [name, pages] of shown)
  test(`${name} finds the pages of the guide in the menu`, async ({ browser }) => {
    const page = await browserOf(browser, name);
    for (const [entry, file] of pages) {
      await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: entry, exact: true }).click();
      await expect(page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: entry, exact: true })).toHaveAttribute(
        "aria-current",
        "page",
      );
      await picture(page, file);
    }
  });

test("the door, as everyone sees it", async ({ page }) => {
  await page.goto("/aanmelden");
  await expect(page.getByRole("heading", { level: 1, name: "Aanmelden" })).toBeVisible();
  await picture(page, "aanmelden");
});
