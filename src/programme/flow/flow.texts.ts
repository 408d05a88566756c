import type { Stage } from "./flow.ts";

/** The steps as the plan calls them [001 ch. 4]; `short` stands in the picture. */
export const stageNames: Readonly<Record<Stage, { readonly short: string; readonly name: string; readonly about: string }>> = {
  intake: { short: "Intake", name: "Intake", about: "De verloskundige praat over alle levensdomeinen en maakt een inschatting." },
  self_reliant: { short: "Zelfredzaam", name: "Zelfredzaam", about: "De gewone zorg gaat door, met oog voor wat nieuw is." },
  ask_visit: {
    short: "Huisbezoek bespreken",
    name: "Huisbezoek bespreken",
    about: "De inschatting is er; een huisbezoek is nog niet gevraagd.",
  },
  visit_asked: {
    short: "Wacht op huisbezoek",
    name: "Wacht op huisbezoek",
    about: "Gevraagd bij de jeugdgezondheidszorg, nog niet geweest.",
  },
  agreements: {
    short: "Afspraken maken",
    name: "Afspraken maken",
    about: "Het huisbezoek is geweest; er is nog geen gezinsplan waar het gezin het mee eens is.",
  },
  support: { short: "Steun op maat", name: "Steun op maat", about: "Steun uit het gezinsplan, zonder plaats in het programma." },
  decision: {
    short: "Besluit over plaats",
    name: "Besluit over een plaats",
    about: "Er is een gezinsplan; over een plaats is nog niet besloten.",
  },
  placed: { short: "Plaats, voor de zorg", name: "Plaats in pijler 1", about: "Er is een plaats; de kraamzorg is nog niet begonnen." },
  maternity: { short: "Kraamzorg pijler 1", name: "Kraamzorg met pijler 1", about: "De kraamverzorgende is geweest." },
  flexible: { short: "Flexibel, pijler 2", name: "Flexibele kraamzorg, pijler 2", about: "Een plaats in pijler 2, na de tiende dag." },
};

export const waited = (days: number): string => (days === 1 ? "1 dag" : `${days} dagen`);
