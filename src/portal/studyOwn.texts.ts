import type { Day } from "../kit/day.ts";
import type { PortalLanguage } from "./portal.ts";

/** What she reads about taking part beside the text of the consent itself. */
interface StudyTexts {
  readonly title: string;
  readonly asked: (by: string, until: string) => string;
  readonly look: string;
  readonly send: string;
  readonly back: string;
  readonly choose: string;
  readonly thanks: string;
  readonly since: (day: string) => string;
  readonly stopOne: string;
  readonly stopAll: string;
  readonly stopText: string;
  readonly stopped: string;
  readonly didStop: string;
  readonly used: string;
  readonly usedOne: (number: number, day: string) => string;
  readonly nothingUsed: string;
  readonly gone: string;
  readonly withParents: string;
}

export const studyTexts: Readonly<Record<PortalLanguage, StudyTexts>> = {
  nl: {
    title: "Onderzoek",
    asked: (by, until) => `${by} vraagt of u mee wilt doen aan onderzoek. U mag erover nadenken tot en met ${until}.`,
    look: "Lees en kies",
    send: "Dit is mijn antwoord",
    back: "Later kiezen",
    choose: "Kies bij ten minste één vraag ja of nee.",
    thanks: "Dank u wel. Uw antwoord is bewaard en geldt meteen.",
    since: (day) => `U doet mee sinds ${day}.`,
    stopOne: "Hiermee stoppen",
    stopAll: "Met al het onderzoek stoppen",
    stopText:
      "U mag altijd stoppen, zonder reden. Het werkt meteen: u krijgt geen vragenlijst meer en uw antwoorden gaan nergens meer in mee.",
    stopped: "U bent gestopt. Het geldt vanaf nu. Aan uw zorg verandert niets.",
    didStop: "U bent gestopt met onderzoek.",
    used: "Dit was al gemaakt met uw antwoorden. Uw naam staat er niet in. Dit blijft:",
    usedOne: (number, day) => `verzameling ${number}, gemaakt op ${day}`,
    nothingUsed: "Er is nog niets gemaakt met uw antwoorden.",
    gone: "Deze vraag staat niet meer open.",
    withParents: "U beslist dit samen met uw ouders of voogd. Praat erover met uw verloskundige.",
  },
  en: {
    title: "Research",
    asked: (by, until) => `${by} asks whether you want to take part in research. You may think about it until ${until}.`,
    look: "Read and choose",
    send: "This is my answer",
    back: "Choose later",
    choose: "Choose yes or no for at least one question.",
    thanks: "Thank you. Your answer is kept and holds at once.",
    since: (day) => `You take part since ${day}.`,
    stopOne: "Stop with this",
    stopAll: "Stop with all research",
    stopText:
      "You may always stop, without a reason. It works at once: you get no more lists, and your answers go into nothing that is made after this.",
    stopped: "You have stopped. It holds from now on. Nothing changes in your care.",
    didStop: "You have stopped taking part in research.",
    used: "This was already made with your answers. Your name is not in it. It stays:",
    usedOne: (number, day) => `collection ${number}, made on ${day}`,
    nothingUsed: "Nothing was made with your answers yet.",
    gone: "This question is no longer open.",
    withParents: "You decide this together with your parents or guardian. Talk about it with your midwife.",
  },
};

/** What she sees of research in her own pages. */
export interface OwnStudy {
  readonly asked: { readonly asks: readonly string[]; readonly textVersion: string; readonly until: Day; readonly by: string } | null;
  readonly given: readonly { readonly purpose: string; readonly since: Day; readonly textVersion: string | null }[];
  readonly stopped: boolean;
  readonly used: readonly { readonly study: string; readonly number: number; readonly frozenOn: Day }[];
}
