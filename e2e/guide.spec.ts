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
      ["Gedeelde vragen", "gedeelde-vragen"],
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
  [
    "Pien Privacy",
    [
      ["Noodtoegang", "noodtoegang"],
      ["Bewaren", "bewaren"],
    ],
  ],
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

test("the chair finds a sitting with its agenda and a guest who works elsewhere", async ({ browser }) => {
  const page = await browserOf(browser, "Vera Voorzitter");
  await page.goto("/overleggen");
  await page
    .getByRole("link", { name: /20\d\d, 13\.30/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Overleg Parkstad" })).toBeVisible();
  await expect(page.getByText("Gerda Buiten").first()).toBeVisible();
  await picture(page, "overleg");
});

test("a midwife finds a family's time line, messages, groups, handovers, file and own pages", async ({ browser, page }) => {
  await page.goto("/mijn");
  const name = await page.locator('form[action="/mijn/demonstratie"] button').first().textContent();
  const desk = await browserOf(browser, "Lotte Bedacht");
  await desk.goto("/gezinnen");
  await desk
    .getByRole("link", { name: new RegExp(name?.split(" ").at(-1) ?? "") })
    .first()
    .click();
  await expect(desk).toHaveURL(/\/gezinnen\/[0-9a-f-]{36}$/);
  const family = new URL(desk.url()).pathname;
  for (const [part, heading, file] of [
    ["tijdlijn", "Tijdlijn", "tijdlijn"],
    ["berichten", "Berichten", "berichten"],
    ["eigen-pagina", "Eigen pagina", "eigen-pagina"],
    ["dossier", "Dossier meegeven", "dossier"],
    ["tolk/nieuw", "Tolk", "tolk"],
  ] as const) {
    await desk.goto(`${family}/${part}`);
    await expect(desk.getByRole("heading", { level: 1 })).toContainText(heading);
    await picture(desk, file);
  }
});

test("who takes over finds a handover, a midwife a group", async ({ browser }) => {
  const intake = await browserOf(browser, "Wilma Intake");
  await intake.getByRole("link", { name: "Bekijken" }).first().click();
  await expect(intake.getByRole("heading", { level: 1 })).toContainText("Overdracht");
  await picture(intake, "overdracht");
  const midwife = await browserOf(browser, "Marieke Voorbeeld");
  await midwife.goto("/groepen");
  await midwife.getByRole("link", { name: "Centering Heerlen, groep 1" }).click();
  await expect(midwife.getByRole("heading", { level: 1 })).toContainText("Centering");
  await picture(midwife, "groep");
});

/** On a telephone, as they read it. */
const telephone = { viewport: { width: 390, height: 780 } };
for (const [place, who] of [
  [0, "mother"],
  [1, "partner"],
] as const)
  test(`a ${who} finds the pages of the guide`, async ({ browser }) => {
    const page = await (await browser.newContext(telephone)).newPage();
    await page.goto("/mijn");
    await page.locator('form[action="/mijn/demonstratie"] button').nth(place).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Dag ");
    await picture(page, who === "mother" ? "mijn-begin" : "partner-begin");
    await page.goto("/mijn/toestemming");
    await expect(page.getByRole("heading", { level: 1, name: "Wat ik goed vind" })).toBeVisible();
    if (who === "mother") await picture(page, "mijn-toestemming");
    await expect(page.getByText("Mag uw partner uw plan lezen?")).toHaveCount(who === "mother" ? 1 : 0);
  });
