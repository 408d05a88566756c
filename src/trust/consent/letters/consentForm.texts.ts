import type { ShareablePart } from "../consent.ts";
import type { FormPurpose } from "./consentForm.ts";

/** Plain Dutch (B1). It speaks to who signs: "u" is the one whose data it is, or the parents of a child. */
export const purposeTexts: Readonly<
  Record<FormPurpose, { readonly heading: string; readonly text: (programme: string) => string; readonly yes: string }>
> = {
  sharing: {
    heading: "Gegevens delen",
    text: () => "Uw hulpverleners werken samen. Als zij gegevens delen, hoeft u uw verhaal niet steeds opnieuw te vertellen.",
    yes: "Ja, dat mag",
  },
  prenatal_home_visit: {
    heading: "Huisbezoek in de zwangerschap",
    text: () =>
      "Een verpleegkundige van de jeugdgezondheidszorg komt bij u thuis. Zij praat met u over wat goed gaat, en waar u hulp bij wilt. U spreekt samen een dag en een tijd af.",
    yes: "Ja, dat wil ik",
  },
  triangle_consultation: {
    heading: "Samen overleggen",
    text: () =>
      "Uw verloskundige, uw kraamverzorgende en de jeugdverpleegkundige overleggen met elkaar. Samen met u kiezen zij doelen die u belangrijk vindt, en hoe de kraamzorg daarbij helpt.",
    yes: "Ja, dat mag",
  },
  case_conference: {
    heading: "Uw vraag bespreken in een overleg",
    text: () =>
      "Hulpverleners bespreken samen uw vraag. U mag erbij zijn, of zeggen hoe zij uw mening horen. Zij krijgen een korte tekst die u eerst goedkeurt. Alleen rond het overleg kunnen zij uw gegevens zien.",
    yes: "Ja, dat mag",
  },
  programme: {
    heading: "Een plaats aanvragen",
    text: (programme) =>
      `Wij kijken of u kunt meedoen aan ${programme}. Daarvoor hebben wij uw gegevens nodig. Doet u mee? Dan gebruiken wij ze ook om de hulp te regelen en te betalen. Uw zorgverzekeraar krijgt hiervoor geen gegevens over u.`,
    yes: "Ja, dat mag",
  },
};

/** What is shared, in words. None of them tells more than the name of the part. */
export const partTexts: Readonly<Record<ShareablePart, string>> = {
  identity: "naam, geboortedatum, adres en telefoonnummer",
  signals: "wat opviel: wat goed gaat, en waar hulp fijn is",
  assessment: "welke hulp volgens uw hulpverlener past",
  exploration: "wat verteld is in gesprekken en bij het huisbezoek",
  plan: "het gezinsplan: doelen en afspraken",
  referrals: "welke hulp is aangevraagd, en hoe dat loopt",
  maternity_care: "de kraamzorg: uren en wat er gedaan is",
  programme: "of er een plaats is, en voor welke hulp",
};

const months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

/** "12 maart 2026" */
export function dayInWords(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.day} ${months[date.month - 1] ?? ""} ${date.year}`;
}

export const formTexts = {
  title: "Toestemming: wat mag, en met wie?",
  about: (name: string, bornOn: string) => `Dit formulier gaat over de gegevens van ${name}, geboren op ${dayInWords(bornOn)}.`,
  opening: [
    "U beslist. Bij elke vraag mag u ja of nee zeggen. Zegt u nee? Dan krijgt u gewoon zorg en hulp.",
    "Wilt u iets niet delen, of niet met iedereen? Streep het dan door.",
  ],
  withWhom: (recipients: readonly string[]) => ({ lead: "Met wie?", text: `${inOneLine(recipients)}.` }),
  what: "Wat mogen zij weten?",
  until: (until: string | null) => ({
    lead: "Tot wanneer?",
    text:
      until === null
        ? "Tot het kind 2 jaar is, of tot u uw toestemming intrekt."
        : `Tot en met ${dayInWords(until)}, of tot u uw toestemming intrekt.`,
  }),
  no: "Nee",
  rights: {
    heading: "Goed om te weten",
    items: (by: { name: string; telephone: string }) => [
      `U mag uw toestemming altijd intrekken. U hoeft niet te zeggen waarom. Bel ${by.name}, ${by.telephone}, of zeg het tegen een van uw hulpverleners.`,
      "Vanaf dan kunnen anderen uw gegevens niet meer zien. Wat zij zelf hebben opgeschreven, moeten zij wel bewaren.",
      "Trekt u uw toestemming in? Dan houdt u de hulp die u heeft.",
      "U mag zien wat er over u is opgeschreven, en wie dat heeft bekeken.",
      "Ieder beslist over de eigen gegevens. Een partner tekent een eigen formulier.",
      "Is iemand in direct gevaar? Dan mag een hulpverlener ook zonder toestemming kijken. Dat wordt altijd opgeschreven.",
    ],
  },
  signing: {
    heading: "Handtekening",
    text: "Ik begrijp wat er in dit formulier staat. Ik heb mijn keuzes zelf gemaakt.",
    header: ["Naam", "Wie is dit?", "Datum", "Handtekening"],
    as: {
      self: "ik, over mijn eigen gegevens",
      parent: "ouder of voogd",
      professional: (role: string) => `${role}, heeft het uitgelegd`,
      interpreter: (language: string) => `tolk (${language})`,
    },
  },
} as const;

function inOneLine(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  const line = names.length < 2 ? last : `${names.slice(0, -1).join(", ")} en ${last}`;
  return line.charAt(0).toLocaleUpperCase("nl") + line.slice(1);
}
