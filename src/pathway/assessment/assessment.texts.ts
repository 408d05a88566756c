import type { Category, Route, RouteStep } from "./assessment.ts";

/** What the categories are called, and what the definition says of them in plain words [001 annex 1]. */
export const categoryNames: Readonly<Record<Category, string>> = {
  a: "zelfredzaam",
  b: "potentieel kwetsbaar",
  c: "kwetsbaar",
  d: "zeer kwetsbaar",
};

export const categoryMeanings: Readonly<Record<Category, string>> = {
  a: "Risicofactoren spelen nu geen rol. De beschermende factoren zijn toereikend om iets op te vangen.",
  b: "Er spelen risicofactoren. De beschermende factoren zijn in principe toereikend.",
  c: "Er spelen risicofactoren. De beschermende factoren zijn niet toereikend.",
  d: "Als c, met een urgente risicofactor: die kan de zwangerschap direct schaden.",
};

export const routeMeanings: Readonly<Record<Route, string>> = {
  1: "Gewone zorg, en letten op nieuwe risico's.",
  2: "Prenataal huisbezoek, en een casusregisseur die de lijn bewaart.",
  3: "Als route 2, en bespreken in het MDO of Knooppunt.",
};

/** Where the definition comes from; shown beside each proposal. */
export const definition = {
  name: "Definitie Rotterdam / Erasmus MC",
  href: "http://www.dvprijnmond.nl/wp-content/uploads/2019/10/003-2019-09-02-Definitie-Kwetsbaarheid_def.pdf",
} as const;

export const categoryLabel = (category: Category): string => `${category} ${categoryNames[category]}`;

/** The steps, as something that has to happen and as something that happened. */
export const stepNames: Readonly<Record<RouteStep, { readonly title: string; readonly open: string }>> = {
  first_referral: { title: "Eerste verwijzing starten", open: "Eerste verwijzing nog niet gestart" },
  ask_home_visit: { title: "Prenataal huisbezoek aanvragen", open: "Huisbezoek nog niet aangevraagd" },
  hold_home_visit: { title: "Prenataal huisbezoek", open: "Huisbezoek nog niet geweest" },
  confirm_category: { title: "Categorie samen bevestigen", open: "Categorie nog niet samen bevestigd" },
  conference: { title: "Bespreken in het MDO of Knooppunt", open: "Nog niet besproken in het MDO of Knooppunt" },
  case_lead: { title: "Casusregie beleggen", open: "Casusregie nog niet belegd" },
  reassess: { title: "Opnieuw inschatten", open: "Opnieuw inschatten" },
};

/** The word of a step in an address. */
export const stepWords: Readonly<Record<RouteStep, string>> = {
  first_referral: "verwijzing",
  ask_home_visit: "huisbezoek-vragen",
  hold_home_visit: "huisbezoek",
  confirm_category: "bevestigen",
  conference: "overleg",
  case_lead: "regie",
  reassess: "inschatting",
};

/** Why each step is there, with its term and source. */
export const stepReasons: Readonly<Record<RouteStep, string>> = {
  first_referral: "Zeer kwetsbaar: directe toeleiding naar de juiste hulp. Termijn: dezelfde werkdag.",
  ask_home_visit: "De JGZ komt langs, met toestemming van het gezin. Termijn: 7 dagen na de inschatting.",
  hold_home_visit: "Termijn: 21 dagen na de aanvraag, en vóór week 34 als dat nog kan.",
  confirm_category: "Verloskundige en JGZ komen na het huisbezoek samen tot de categorie. Pijler 1 vraagt daarom.",
  conference: "Het overleg bepaalt wie de regie neemt en wie er aansluit.",
  case_lead: "JGZ of Knooppunt neemt de regie, of u zorgt dat een ander dat doet, ook na de zwangerschap.",
  reassess: "Zelfredzaam: in elk trimester een keer, en aan het eind van de kraamtijd.",
};

/** The sentence for each refusal. */
export const assessmentRefusals = {
  "judgements-contradict": "Een urgente risicofactor is ook een risicofactor. Kies bij de eerste vraag “ja”, of bij de tweede “nee”.",
  "look-at-proposal": "Dit hoort bij uw antwoorden. Kies hieronder wat u besluit.",
  "reason-needed": "Schrijf kort waarom u dit besluit. Het wijkt af van het voorstel, of er is geen voorstel.",
  "changed-meanwhile":
    "Een collega was u net voor. Hieronder staat wat nu vastligt. Kijk of uw inschatting nog klopt en stuur haar dan opnieuw.",
  "not-visible": "Dit gezin is niet (meer) voor u te zien.",
  "not-your-side": "Bevestigen doen een verloskundige (of gynaecoloog) en een jeugdverpleegkundige (of jeugdarts) samen.",
  "same-organisation": "U werkt bij dezelfde organisatie als wie het voorstelde. Een collega van de andere organisatie bevestigt.",
  "confirmed-already": "Uw kant heeft al geantwoord.",
  "not-open": "Deze vraag staat niet meer open. Er is een nieuwere inschatting.",
  "step-not-open": "Deze stap staat niet meer open.",
} as const;
