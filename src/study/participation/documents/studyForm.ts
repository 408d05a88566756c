import { formatDay, type Day } from "../../../kit/day.ts";
import type { ConsentForm } from "../../../trust/consent/letters/consentForm.ts";
import type { StudyConsent, StudyLanguage, StudyPurpose } from "../../design/studyConsent.ts";

export interface StudyFormInput {
  readonly text: StudyConsent;
  readonly language: StudyLanguage;
  readonly asks: readonly StudyPurpose[];
  readonly date: Day;
  readonly person: { readonly name: string; readonly birthDate: Day | null };
  /** From 12 to 15 she signs with her parents or guardian [BW 7:447, 7:450]. */
  readonly withParents: boolean;
  readonly explainedBy: { readonly name: string; readonly role: string; readonly organisation: string };
}

const words = {
  nl: {
    about: (name: string, born: string) => `Voor ${name}${born === "" ? "" : `, geboren op ${born}`}`,
    version: (version: string, language: string) => `Tekst ${version}, ${language}.`,
    signing: "Uw handtekening",
    signingText: "Zet bij elke vraag een kruis. Teken daarna hieronder. U krijgt een kopie.",
    header: ["Naam", "Wie", "Datum", "Handtekening"],
    self: "uzelf",
    parents: "ouder of voogd",
    born: (day: Day) => formatDay(day),
  },
  en: {
    about: (name: string, born: string) => `For ${name}${born === "" ? "" : `, born on ${born}`}`,
    version: (version: string, language: string) => `Text ${version}, ${language}.`,
    signing: "Your signature",
    signingText: "Mark an answer to each question. Then sign below. You will get a copy.",
    header: ["Name", "Who", "Date", "Signature"],
    self: "yourself",
    parents: "parent or guardian",
    born: (day: Day) => day,
  },
} as const;

/** The consent form for the studies, in words: each question with its own yes and no, what holds for all of it, and the lines to sign on. */
export function studyForm({ text, language, asks, date, person, withParents, explainedBy }: StudyFormInput): ConsentForm {
  const read = text.languages[language];
  const say = words[language];
  return {
    language,
    title: read.title,
    author: explainedBy.organisation,
    date,
    about: say.about(person.name, person.birthDate === null ? "" : say.born(person.birthDate)),
    opening: read.opening,
    sections: [
      { heading: read.know.heading, blocks: [{ kind: "list", items: read.know.items }] },
      ...asks.map((purpose, at) => {
        const { heading, about, question, yes, no } = read.questions[purpose];
        return {
          heading: `${at + 1}. ${heading}`,
          blocks: [
            ...about.map((line) => ({ kind: "paragraph", text: line }) as const),
            { kind: "paragraph", lead: question, text: "" } as const,
            { kind: "choice", options: [yes, no] } as const,
          ],
        };
      }),
    ],
    signing: {
      heading: say.signing,
      text: `${say.signingText} ${say.version(text.version, language)}`,
      header: say.header,
      rows: [
        [person.name, say.self, "", ""],
        ...(withParents ? [["", say.parents, "", ""]] : []),
        [explainedBy.name, explainedBy.role, "", ""],
      ],
    },
  };
}
