import { type Browser, expect, type Page, test } from "@playwright/test";
import { choose } from "./choose.ts";
import { dayFromNow, inventFamily } from "./inventFamily.ts";
import { picture } from "./picture.ts";
import { browserOf } from "./signIn.ts";

const midwifeName = "Marieke Voorbeeld";
const nurseName = "Hilde Voorbeeld";
const youthHealth = "JGZ Zuid-Limburg (demonstratie)";

/** The pictures of the guide are made in the walk with JavaScript. */
type Walk = Readonly<{ browser: Browser; javaScriptEnabled: boolean; photo: (page: Page, name: string) => Promise<void> }>;

for (const javaScriptEnabled of [true, false])
  test(`one family's line, from the first signal to a place in Geboortezorg Flex, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const walk: Walk = { browser, javaScriptEnabled, photo: async (page, name) => (javaScriptEnabled ? picture(page, name) : undefined) };
    const midwife = await browserOf(browser, midwifeName, { javaScriptEnabled });
    await walk.photo(midwife, "mijn-werk");
    const family = await register(midwife, walk);
    await recordSignal(midwife, walk);
    await assess(midwife, walk);
    await allowVisit(midwife, family, walk);
    const asked = { ...family, visit: await askVisit(midwife, family, walk) };
    const nurse = await browserOf(browser, nurseName, { javaScriptEnabled });
    await walk.photo(nurse, "werk-jeugdverpleegkundige");
    await visit(nurse, asked, walk);
    await confirmTogether(midwife, family, walk);
    await decidePlace(midwife, family, walk);
    await seeTrail(family, walk);
  });

interface RegisteredFamily {
  readonly name: string;
  readonly address: string;
  readonly id: string;
}

async function register(page: Page, { photo }: Walk): Promise<RegisteredFamily> {
  const { givenName, familyName, birthDate } = inventFamily();
  await page.getByRole("link", { name: "Gezinnen", exact: true }).click();
  await photo(page, "gezinnen");
  await page.getByRole("link", { name: "Gezin aanmelden" }).click();
  const mother = page.getByRole("group", { name: "De zwangere of moeder" });
  await mother.getByLabel("Voornaam").fill(givenName);
  await mother.getByLabel("Achternaam").fill(familyName);
  await mother.getByLabel("Geboortedatum").fill(birthDate);
  await page.getByLabel("Uitgerekende datum").fill(dayFromNow(120));
  await photo(page, "gezin-aanmelden");
  await page.getByRole("combobox", { name: "Gemeente" }).selectOption({ label: "Heerlen" });
  await page.getByLabel("Zorgverzekeraar").fill("CZ");
  await page.getByRole("combobox", { name: "Kraamzorg" }).selectOption({ label: "Geboortezorg Limburg" });
  await page.getByRole("button", { name: "Gezin aanmelden" }).click();
  await expect(page.getByText("Het gezin is aangemeld.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: `Gezin ${familyName}` })).toBeVisible();
  await photo(page, "gezin");
  const address = new URL(page.url()).pathname;
  return { name: familyName, address, id: address.split("/").at(-1) ?? "" };
}

async function recordSignal(page: Page, { photo }: Walk): Promise<void> {
  await page.getByRole("link", { name: "Signaal vastleggen" }).first().click();
  await choose(page.getByRole("checkbox", { name: "Armoede of schulden" }));
  await choose(page.getByRole("checkbox", { name: "Stress" }));
  await page.getByLabel("Wat zag of hoorde u?").fill("Vertelde bij de controle dat er brieven van deurwaarders liggen.");
  await choose(page.getByRole("radio", { name: "Ja, vandaag" }));
  await photo(page, "signaal");
  await page.getByRole("button", { name: "Vastleggen" }).click();
  await expect(page.getByText("Het signaal is vastgelegd.")).toBeVisible();
}

async function assess(page: Page, { photo }: Walk): Promise<void> {
  await page
    .getByRole("link", { name: /inschatting maken|inschatten/i })
    .first()
    .click();
  await choose(page.getByRole("radiogroup", { name: "Spelen er nu risicofactoren?" }).getByRole("radio", { name: "Ja" }));
  await choose(page.getByRole("radiogroup", { name: "Is er een urgente bij?" }).getByRole("radio", { name: "Nee" }));
  await choose(page.getByRole("radiogroup", { name: "Zijn de beschermende factoren toereikend?" }).getByRole("radio", { name: "Nee" }));
  await page.getByRole("button", { name: "Naar het voorstel" }).click();
  await expect(page.getByRole("heading", { name: /^Voorstel: c/ })).toBeVisible();
  await photo(page, "inschatting");
  await expect(page.getByRole("radio", { name: /^c, / })).toBeChecked();
  await page.getByRole("button", { name: "Inschatting vastleggen" }).click();
  await expect(page.getByText("De inschatting is vastgelegd.")).toBeVisible();
}

async function allowVisit(page: Page, family: RegisteredFamily, { photo }: Walk): Promise<void> {
  await page.goto(family.address);
  await page.getByRole("link", { name: "Huisbezoek aanvragen" }).first().click();
  await expect(page.getByRole("heading", { name: "Vraag eerst of het gezin dit wil" })).toBeVisible();
  await page.getByRole("link", { name: "Toestemming vragen" }).click();
  await choose(page.getByRole("radiogroup", { name: "Wat zegt het gezin?" }).getByRole("radio", { name: "Ja" }));
  await expect(page.getByRole("checkbox", { name: youthHealth })).toBeChecked();
  await choose(page.getByRole("radiogroup", { name: "Hoe gaf het gezin antwoord?" }).getByRole("radio").first());
  await photo(page, "toestemming");
  await page.getByRole("button", { name: "Antwoord vastleggen" }).click();
  await expect(page.getByText("Het antwoord is vastgelegd en werkt meteen.")).toBeVisible();
}

type AskedFamily = RegisteredFamily & Readonly<{ visit: string }>;

/** The address of the visit: what the nurse finds on her list. */
async function askVisit(page: Page, family: RegisteredFamily, { photo }: Walk): Promise<string> {
  await page.goto(family.address);
  await page.getByRole("link", { name: "Huisbezoek aanvragen" }).first().click();
  await page.getByLabel("Waar moet het bezoek op letten?").fill("Kunt u samen kijken naar de rekeningen?");
  await photo(page, "huisbezoek-vragen");
  await page.getByRole("button", { name: "Huisbezoek vragen" }).click();
  await expect(page.getByText("Het huisbezoek is gevraagd.")).toBeVisible();
  return new URL(page.url()).pathname;
}

async function visit(nurse: Page, { name, address, visit: visitAddress }: AskedFamily, { photo }: Walk): Promise<void> {
  expect((await nurse.goto(address))?.status(), "before she accepts, the family does not exist for her").toBe(404);
  await nurse.goto(visitAddress);
  await expect(nurse.getByText("Wie het is, ziet u als u het verzoek aanneemt.")).toBeVisible();
  await expect(nurse.getByRole("main")).not.toContainText(name);
  await photo(nurse, "huisbezoek-verzoek");
  await nurse.getByRole("button", { name: "Ik neem het aan" }).click();
  await expect(nurse.getByText("U nam het huisbezoek aan.")).toBeVisible();
  await expect(nurse.getByRole("main")).toContainText(name);
  await nurse.getByRole("link", { name: "Plannen" }).click();
  await nurse.getByLabel("Welke dag sprak u af?").fill(dayFromNow(0));
  await nurse.getByLabel("Hoe laat?").fill("14.30");
  await photo(nurse, "huisbezoek-plannen");
  await nurse.getByRole("button", { name: "Afspraak vastleggen" }).click();
  await expect(nurse.getByText("De afspraak is vastgelegd.")).toBeVisible();
  await nurse.getByRole("link", { name: "Het bezoek is geweest" }).click();
  await nurse.getByRole("button", { name: "Vastleggen, en dan het verslag" }).click();
  await report(nurse, photo);
}

async function report(nurse: Page, photo: Walk["photo"]): Promise<void> {
  await nurse.getByLabel("Wat wil het gezin zelf?").fill("Overzicht over onze rekeningen, voordat de baby er is.");
  await nurse.getByLabel("Wat gaat goed, en wie is er voor hen?").fill("Oma woont om de hoek en helpt graag.");
  await choose(nurse.getByRole("radiogroup", { name: "Categorie" }).getByRole("radio", { name: /^c/ }));
  await nurse.getByLabel("Afspraak 1").fill("Alle post samen openen");
  await nurse.getByLabel("Wie doet dat?").first().fill("Moeder, met oma");
  await choose(nurse.getByRole("radiogroup", { name: "Weet het gezin wat hier staat?" }).getByRole("radio", { name: "Ja" }));
  await photo(nurse, "verslag");
  await nurse.getByRole("button", { name: "Verslag vastleggen" }).click();
  await expect(nurse.getByText("Het verslag is vastgelegd.")).toBeVisible();
}

async function confirmTogether(midwife: Page, { address }: RegisteredFamily, { photo }: Walk): Promise<void> {
  await midwife.goto(address);
  await photo(midwife, "samen-bevestigen");
  await midwife.getByRole("button", { name: "Ik bevestig c" }).click();
  await expect(midwife.getByText("De categorie is nu samen bevestigd.")).toBeVisible();
}

async function decidePlace(midwife: Page, { address }: RegisteredFamily, { photo }: Walk): Promise<void> {
  await midwife.goto(address);
  await midwife.getByRole("link", { name: "Criteria bekijken" }).click();
  await expect(midwife.getByRole("heading", { name: "Nog één vraag open" })).toBeVisible();
  const page = midwife.url();
  await photo(midwife, "geboortezorg-flex");
  await midwife.getByRole("link", { name: "Toestemming vragen" }).first().click();
  await choose(midwife.getByRole("radiogroup", { name: "Wat zegt het gezin?" }).getByRole("radio", { name: "Ja" }));
  await choose(midwife.getByRole("checkbox", { name: youthHealth }));
  await choose(midwife.getByRole("checkbox", { name: "Geboortezorg Limburg" }));
  await choose(midwife.getByRole("radiogroup", { name: "Hoe gaf het gezin antwoord?" }).getByRole("radio").first());
  await midwife.getByRole("button", { name: "Antwoord vastleggen" }).click();
  await expect(midwife.getByText("Het antwoord is vastgelegd en werkt meteen.")).toBeVisible();
  await midwife.goto(page);
  await midwife.getByRole("button", { name: "Besluit: geef een plaats" }).click();
  await expect(midwife.getByText("De plaats is gegeven.")).toBeVisible();
  await midwife.goto(address);
  await expect(midwife.getByText("Flex pijler 1")).toBeVisible();
  await photo(midwife, "gezin-met-plaats");
}

async function seeTrail({ id, name }: RegisteredFamily, { browser, javaScriptEnabled, photo }: Walk): Promise<void> {
  const officer = await browserOf(browser, "Pien Privacy", { javaScriptEnabled });
  await officer.getByRole("link", { name: "Inzage", exact: true }).click();
  await officer.getByLabel("Kenmerk van het gezin").fill(id);
  await officer.getByRole("button", { name: "Zoeken" }).click();
  const found = officer.getByRole("table", { name: "Gebeurtenissen" });
  for (const [who, what] of [
    [midwifeName, "programme.decided"],
    [nurseName, "home-visit.reported"],
    [midwifeName, "consent.recorded"],
  ] as const)
    await expect(found.getByRole("row").filter({ hasText: who }).filter({ hasText: what }).first()).toBeVisible();
  await expect(officer.getByRole("main"), "who watches the watchers sees no names of families").not.toContainText(name);
  await photo(officer, "inzage");
  expect((await officer.goto(`/gezinnen/${id}`))?.status(), "a privacy officer does not see the family itself").not.toBe(200);
}
