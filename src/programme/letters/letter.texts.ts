import type { HomeLanguage } from "../../trust/home/home.ts";
import { english } from "./letterInEnglish.ts";
import { dutch } from "./letterInDutch.ts";
import type { NoLetterBecause, NoReason, Pillar, ProgrammeNames } from "./letter.ts";

/** A sentence with the programme's own names in it. */
type Named = (names: ProgrammeNames) => string;
interface Item {
  readonly lead: string;
  readonly text: Named;
}

/** Every word of the letters, in one language. The compiler sees to it that no language lacks one. */
export interface LetterTexts {
  readonly months: readonly string[];
  readonly salutation: (name: string) => string;
  readonly closing: string;
  readonly contact: {
    readonly heading: string;
    readonly ask: (name: string, role: string) => string;
    readonly call: (telephone: string, reachable: string) => string;
  };
  readonly complaint: { readonly heading: string; readonly text: (to: string, telephone: string) => string };
  readonly yes: {
    readonly title: Named;
    readonly opening: (pillar: Pillar) => Named;
    readonly meaning: string;
    readonly coPayment: CoPaymentTexts;
    readonly extraHours: ExtraHoursTexts;
    readonly toDo: { readonly heading: string; readonly items: (pillar: Pillar, names: ProgrammeNames) => readonly string[] };
    readonly goodToKnow: { readonly heading: string; readonly items: Named[] };
  };
  readonly no: {
    readonly title: Named;
    readonly opening: (pillar: Pillar) => readonly Named[];
    readonly why: { readonly heading: string; readonly reasons: Readonly<Record<NoReason, Item>>; readonly more: Named };
    readonly instead: {
      readonly heading: string;
      readonly intro: string;
      readonly items: (pillar: Pillar) => readonly string[];
      readonly together: Named;
    };
    readonly disagree: { readonly heading: string; readonly paragraphs: (facts: ObjectionFacts) => readonly string[] };
  };
}

interface CoPaymentTexts {
  readonly none: Named;
  readonly header: readonly [string, string, string, string];
  readonly row: (hours: string, cents: string, total: string) => readonly [string, string, string, string];
  readonly rateOnly: (year: number, cents: string) => string;
  readonly rateUnknown: (year: number) => string;
  readonly rateZero: (year: number) => string;
  readonly assumed: string;
  readonly otherHours: string;
  readonly hoursOpen: string;
}

interface ExtraHoursTexts {
  readonly help: Named;
  readonly agreed: (hours: string) => string;
  readonly hoursOpen: string;
  readonly until: (day: string) => string;
  readonly untilOpen: Named;
  readonly free: Named;
}

export interface ObjectionFacts {
  readonly to: string;
  readonly address: string;
  readonly telephone: string;
  readonly until: string;
}

export const letterTexts: Readonly<Record<HomeLanguage, LetterTexts>> = { nl: dutch, en: english };

/** For the professional who made the decision: why nothing goes out, and what to do instead. */
export const noLetterTexts: Readonly<Record<NoLetterBecause, string>> = {
  loss: "Na een verlies gaat er niets vanzelf naar het gezin. Bespreek met het gezin hoe het verder gaat.",
  not_decided: "Er is nog geen besluit over een plaats.",
  study_undecided: "Zij denkt nog na over meedoen aan het onderzoek. Leg haar antwoord vast, of wacht tot de bedenktijd om is.",
  t0_open: "De vragenlijst vooraf staat nog open. De brief kan daarna.",
  control_arm: "Dit gezin krijgt geen brief. Vraagt zij ernaar, leg het dan zelf uit.",
  arm_unknown: "Dit gezin krijgt nog geen brief. Vraagt zij ernaar, leg het dan zelf uit. Controleer of haar verzekeraar is vastgelegd.",
  given_back: "De plaats is teruggegeven. Vertel het gezin zelf wat dat betekent; er gaat geen brief uit.",
  post_not_safe: "Er staat niet vast dat een brief naar dit adres veilig is. Vertel het zelf, of leg vast dat een brief veilig is.",
  told_in_person: "Deze reden vertelt u zelf, in een gesprek. Hiervoor gaat geen brief naar huis.",
  no_reason: "Er staat geen reden vast die in een brief kan. Vertel het zelf.",
};
