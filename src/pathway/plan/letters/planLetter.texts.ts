import type { Day } from "../../../kit/day.ts";
import type { HomeLanguage } from "../../../trust/home/home.ts";

export interface PlanLetterTexts {
  readonly title: string;
  readonly opening: string;
  readonly draft: string;
  readonly agreed: (number: number, day: string) => string;
  readonly questions: string;
  readonly goals: string;
  readonly agreements: { readonly heading: string; readonly header: readonly string[]; readonly about: string };
  readonly closing: {
    readonly heading: string;
    readonly items: (contact: { name: string; organisation: string; telephone: string | null }) => readonly string[];
  };
  readonly day: (day: Day) => string;
}

const dutchMonths = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
];
const englishMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const dayWith =
  (months: readonly string[]) =>
  (day: Day): string => {
    const date = Temporal.PlainDate.from(day);
    return `${date.day} ${months[date.month - 1] ?? ""} ${date.year}`;
  };

/** Plain words (B1), "u" to the family. */
export const planLetterTexts: Readonly<Record<HomeLanguage, PlanLetterTexts>> = {
  nl: {
    title: "Uw plan",
    opening: "Hier staat wat u wilt bereiken, en wie u daarbij helpt. Het is uw plan: u kunt het altijd veranderen.",
    draft: "Dit is een voorstel. U heeft nog niet gezegd dat u het ermee eens bent. Klopt er iets niet? Zeg het dan.",
    agreed: (number, day) => `Dit is versie ${number}. U zei op ${day} dat u het ermee eens bent.`,
    questions: "Waar u steun bij wilt",
    goals: "Wat u wilt bereiken",
    agreements: {
      heading: "Wat wij samen hebben afgesproken",
      header: ["Wat spreken we af?", "Wie doet dit?", "Wanneer?"],
      about: "Op de dag die hier staat, vragen wij u hoe het ging.",
    },
    closing: {
      heading: "Vragen, of iets veranderen?",
      items: ({ name, organisation, telephone }) => [
        telephone === null ? `Vraag het ${name}, ${organisation}.` : `Bel ${name}, ${organisation}: ${telephone}.`,
        "U mag altijd nee zeggen tegen een afspraak. U houdt dan de andere hulp.",
        "U mag zien wat er over u is opgeschreven, en wie dat heeft bekeken.",
      ],
    },
    day: dayWith(dutchMonths),
  },
  en: {
    title: "Your plan",
    opening: "This paper says what you want to achieve, and who helps you. It is your plan: you can always change it.",
    draft: "This is a proposal. You have not said yes to it yet. Is something not right? Please tell us.",
    agreed: (number, day) => `This is version ${number}. You said yes to it on ${day}.`,
    questions: "What you would like help with",
    goals: "What you want to achieve",
    agreements: {
      heading: "What we agreed together",
      header: ["What did we agree?", "Who does this?", "When?"],
      about: "On the day in this list we ask you how it went.",
    },
    closing: {
      heading: "Questions, or a change?",
      items: ({ name, organisation, telephone }) => [
        telephone === null ? `Ask ${name}, ${organisation}.` : `Call ${name}, ${organisation}: ${telephone}.`,
        "You may always say no to something in this list. You keep the other help.",
        "You may see what was written about you, and who looked at it.",
      ],
    },
    day: dayWith(englishMonths),
  },
};
