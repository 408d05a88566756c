import type { Role } from "../../access/rules/policy.ts";

/** With whom to begin: one for each thing that Wieg does. What she sees, in one line. */
export const beginWith: Readonly<Record<string, string>> = {
  "Marieke Voorbeeld": "De lijst van een praktijk: gezinnen, signalen, inschattingen en besluiten.",
  "Hilde Voorbeeld": "Verzoeken om een huisbezoek, verslagen en hulpvragen van de voordeur.",
  "Nadia Knoop": "Gezinnen waarvan zij de regie heeft, en wie wacht op een overleg.",
  "Petra Planning": "De plaatsen in Geboortezorg Flex: gegeven, aangenomen en vrij.",
  "Karin Model": "Gezinnen die in het ziekenhuis onder controle zijn.",
  "Paul Huisarts": "Eén gezin, met noodtoegang die vandaag begon.",
  "Pien Privacy": "Wie wat zag, en noodtoegang die zij nog beoordeelt.",
  "Ben Beheer": "Organisaties, de voordeur, factoren en postcodes. Geen gezinnen.",
};

interface Group {
  readonly title: string;
  /** The same in one word, for the way there. */
  readonly short: string;
  readonly sees: string;
  readonly roles: readonly Role[];
}

/** Everyone else, by what they do. Who is in no group stands in the last. */
export const groups: readonly Group[] = [
  {
    title: "Verloskunde en ziekenhuis",
    short: "Verloskunde",
    sees: "Melden gezinnen aan, leggen signalen vast, schatten in en besluiten.",
    roles: ["midwife", "clinical_midwife", "gynaecologist", "social_paediatrics"],
  },
  {
    title: "Jeugdgezondheidszorg",
    short: "JGZ",
    sees: "Nemen huisbezoeken aan, schrijven het verslag en beantwoorden hulpvragen.",
    roles: ["youth_nurse", "youth_doctor"],
  },
  {
    title: "Kraamzorg",
    short: "Kraamzorg",
    sees: "Zien gezinnen met een plaats die hun organisatie aannam.",
    roles: ["maternity_coordinator", "maternity_intake", "maternity_assistant"],
  },
  {
    title: "Gemeente en Knooppunt",
    short: "Gemeente",
    sees: "Zien gezinnen die dat goed vinden, overleggen en hulpvragen.",
    roles: ["knooppunt_coordinator", "municipal_worker"],
  },
  {
    title: "Huisarts, hulpverlener en kinderopvang",
    short: "Huisarts",
    sees: "Zien een gezin alleen als dat nodig is en mag. Vaak is hun lijst leeg.",
    roles: ["gp", "support_provider", "childcare"],
  },
  {
    title: "Meldcode, toezicht, programma en beheer",
    short: "Beheer",
    sees: "Zien geen gezinnen, behalve wat hun taak vraagt.",
    roles: [],
  },
];
