import { lessReasonNames } from "../../programme/indication/indication.texts.ts";
import { smallestShown } from "../disclosure/blocks.ts";
import type { FigureCode } from "./figures.ts";

interface FigureWords {
  readonly name: string;
  /** What the picture shows, after "Aandeel". */
  readonly share: string;
  readonly definition: string;
  readonly source: string;
}

const births =
  "alle kinderen die in de periode geboren zijn, vanaf 24+0 weken of met onbekende duur, naar de gemeente waar het gezin die dag woonde";

/** Each figure in words: what is counted, of whom, and where it comes from. */
export const figureWords: Readonly<Record<FigureCode, FigureWords>> = {
  preterm: {
    name: "Vroeggeboorte (Big 2)",
    share: "te vroeg geboren",
    definition: `Teller: kinderen geboren vóór 37+0 weken. Noemer: ${births}, van wie de zwangerschapsduur bekend is.`,
    source: "Geboorten die de zorg in Wieg vastlegt; grens van WHO en Perined.",
  },
  low_weight: {
    name: "Laag geboortegewicht (Big 2)",
    share: "lichter dan 2.500 gram",
    definition: `Teller: kinderen van minder dan 2.500 gram bij de geboorte. Noemer: ${births}, van wie het gewicht bekend is.`,
    source: "Geboorten die de zorg in Wieg vastlegt; grens van de WHO.",
  },
  small_for_age: {
    name: "Te licht voor de duur van de zwangerschap",
    share: "te licht voor de duur",
    definition: `Teller: kinderen die de zorgverlener volgens de groeitabel te licht vond voor de duur van de zwangerschap. Noemer: ${births}, van wie dat is vastgelegd.`,
    source: "Geboorten die de zorg in Wieg vastlegt.",
  },
  category: {
    name: "Categorie van het gezin",
    share: "categorie c of d",
    definition: `De laatste inschatting voor of op de dag van de geboorte. Teller: kinderen in een gezin van die categorie. Noemer: ${births}, met een inschatting.`,
    source: "Inschattingen a tot en met d in Wieg; definitie Rotterdam / Erasmus MC.",
  },
  route: {
    name: "Route",
    share: "route 2 of 3",
    definition: `De route die volgt uit de laatste inschatting voor of op de dag van de geboorte. Teller: kinderen in een gezin op die route. Noemer: ${births}, met een inschatting.`,
    source: "Inschattingen in Wieg; a is route 1, b route 2, c en d route 3.",
  },
  uptake: {
    name: "Minder of geen kraamzorg",
    share: "minder of geen kraamzorg",
    definition: `Wat het gezin aannam naast wat was geïndiceerd. Teller: kinderen in een gezin dat minder uren of geen kraamzorg aannam. Noemer: ${births}, met een indicatie en een antwoord op het aanbod.`,
    source: "Indicatie door de verloskundige en intake door de kraamzorg.",
  },
  less_reason: {
    name: "Waarom minder of geen kraamzorg",
    share: "vanwege de eigen bijdrage",
    definition: `Van wie minder uren of geen kraamzorg aannam: de reden die het gezin gaf. Meer dan één reden telt als ‘meer redenen’. Noemer: ${births}, in een gezin dat minder of geen kraamzorg aannam.`,
    source: "Intake door de kraamzorg.",
  },
  hours: {
    name: "Geleverde uren kraamzorg",
    share: "minder dan 24 uur",
    definition: `Uren op dag 1 tot en met 10. Teller: kinderen in een gezin met zoveel uren. Noemer: ${births}; van wie geen uren in Wieg staan, telt als ‘geen uren vastgelegd’.`,
    source: "Uren die de kraamzorg in Wieg vastlegt; 24 uur is het minimum, 42 uur het landelijk gemiddelde.",
  },
  birth_place: {
    name: "Plaats van de geboorte",
    share: "thuis of in een geboortecentrum",
    definition: `Waar het kind geboren is. Teller: kinderen die thuis of in een geboortecentrum zijn geboren. Noemer: ${births}, met een bekende plaats.`,
    source: "Geboorten die de zorg in Wieg vastlegt.",
  },
  care_line: {
    name: "Eerste lijn of ziekenhuis",
    share: "alleen eerste lijn",
    definition: `Wie voor de geboorte bij de zorg betrokken was. Teller: kinderen van wie alleen een verloskundigenpraktijk betrokken was en geen ziekenhuis. Noemer: ${births}, met een van beide.`,
    source: "Betrokken organisaties in Wieg. De verwachting is dat zorg van de tweede naar de eerste lijn gaat.",
  },
  births: {
    name: "Geboren kinderen",
    share: "geboren",
    definition: `Teller en noemer: ${births}.`,
    source: "Geboorten die de zorg in Wieg vastlegt.",
  },
};

const valueNames: Readonly<Record<string, string>> = {
  all: "Kinderen",
  preterm: "Vóór 37+0 weken",
  term: "Vanaf 37+0 weken",
  low: "Minder dan 2.500 gram",
  not_low: "2.500 gram of meer",
  small: "Te licht voor de duur",
  not_small: "Niet te licht",
  a: "a",
  b: "b",
  c: "c",
  d: "d",
  route_1: "Route 1",
  route_2: "Route 2",
  route_3: "Route 3",
  full: "Wat was geïndiceerd",
  less: "Minder uren",
  none: "Geen kraamzorg",
  no_less: "Niet minder, of niet bekend",
  ...lessReasonNames,
  several: "Meer redenen",
  not_said: "Geen reden genoteerd",
  from_42: "42 uur of meer",
  under_42: "24 tot 42 uur",
  under_24: "Minder dan 24 uur",
  hospital: "Ziekenhuis",
  birth_centre: "Geboortecentrum",
  home: "Thuis",
  elsewhere: "Ergens anders",
  first_line: "Alleen eerste lijn",
};

/** The values of one class: "Thuis of Geboortecentrum". */
export function sayClass(figure: FigureCode, values: readonly string[]): string {
  const said = values.map((value) => sayValue(figure, value));
  return said.length > 3
    ? `${said.slice(0, 2).join(", ")} of iets anders`
    : said.map((one, at) => (at === 0 ? one : one.toLocaleLowerCase("nl"))).join(" of ");
}

function sayValue(figure: FigureCode, value: string): string {
  if (value === "unknown") return figure === "category" || figure === "route" ? "Geen inschatting" : "Niet bekend";
  if (figure === "hours" && value === "none") return "Geen uren vastgelegd";
  if (figure === "care_line" && value === "hospital") return "Ook ziekenhuis";
  return valueNames[value] ?? value;
}

/** How small numbers are kept out, said once on each page, spreadsheet and print. */
export const howHidden = `Aantallen onder de ${smallestShown} staan hier niet, ook nul niet, en zijn ook niet uit te rekenen: kleine gemeenten en kleine groepen worden samen geteld. Wat eenmaal gepubliceerd is, verandert niet meer.`;
export const uncutSaid =
  "Dit zijn ook kleine aantallen, alleen voor de onderzoeksdesk en de coördinator kraamzorg. Deel wat gepubliceerd is.";
export const countsChildren = "Alles telt kinderen: een tweeling telt twee keer, ook bij wat van het gezin is.";

/** 0.073 as "7,3%". */
export const percent = (share: number | null): string => (share === null ? "–" : `${(share * 100).toFixed(1).replace(".", ",")}%`);
