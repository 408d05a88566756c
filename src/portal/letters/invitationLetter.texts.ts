import { formatDay } from "../../kit/day.ts";
import type { HomeLanguage } from "../../trust/home/home.ts";

interface Texts {
  readonly title: string;
  readonly opening: (organisation: string) => readonly string[];
  /** For the partner: his pages tell nothing of hers that she does not share. */
  readonly openingPartner: (organisation: string) => readonly string[];
  readonly how: string;
  readonly steps: (address: string) => readonly string[];
  readonly know: string;
  readonly rules: (until: string, from: string) => readonly string[];
}

/** Plain words (B1): no category, no reason, nothing that only she was told. */
export const invitationLetterTexts: Readonly<Record<HomeLanguage, Texts>> = {
  nl: {
    title: "Uw eigen pagina's",
    opening: (organisation) => [
      `U krijgt deze brief van ${organisation}.`,
      "Op uw eigen pagina's leest u wat er is afgesproken en wie er bij u komt. U kunt er ook iets vragen. Het hoeft niet: u krijgt zonder die pagina's dezelfde zorg.",
    ],
    openingPartner: (organisation) => [
      `U krijgt deze brief van ${organisation}.`,
      "Op uw eigen pagina's ziet u wat u zelf goedvindt, en kunt u hulp vragen. Het hoeft niet.",
    ],
    how: "Zo begint u",
    steps: (address) => [
      `Ga met uw telefoon of computer naar ${address}`,
      "Vul de code van deze brief in, en uw geboortedatum.",
      "Kies daarna hoe u zich voortaan aanmeldt.",
    ],
    know: "Goed om te weten",
    rules: (until, from) => [
      `De code werkt één keer, tot en met ${until}.`,
      "Geef de code aan niemand anders. De pagina's zijn van u alleen.",
      `Lukt het niet, of wilt u het niet (meer)? Zeg het tegen ${from}.`,
    ],
  },
  en: {
    title: "Your own pages",
    opening: (organisation) => [
      `You receive this letter from ${organisation}.`,
      "On your own pages you can read what was agreed and who will visit you. You can also ask something. You do not have to: without these pages you get the same care.",
    ],
    openingPartner: (organisation) => [
      `You receive this letter from ${organisation}.`,
      "On your own pages you see what you agreed to yourself, and you can ask for help. You do not have to.",
    ],
    how: "How to begin",
    steps: (address) => [
      `On your phone or computer, go to ${address}`,
      "Fill in the code in this letter, and your date of birth.",
      "Then choose how you will sign in from now on.",
    ],
    know: "Good to know",
    rules: (until, from) => [
      `The code works once, until ${until}.`,
      "Do not give the code to anyone else. The pages are yours alone.",
      `Does it not work, or do you not want this (any more)? Tell ${from}.`,
    ],
  },
};

const englishMonths = "January February March April May June July August September October November December".split(" ");

export function letterDay(day: string, language: HomeLanguage): string {
  if (language === "nl") return formatDay(day);
  const date = Temporal.PlainDate.from(day);
  return `${date.day} ${englishMonths[date.month - 1] ?? ""} ${date.year}`;
}
