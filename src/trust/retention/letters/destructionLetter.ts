import type { Day } from "../../../kit/day.ts";
import { renderPdf } from "../../../platform/pdf/renderPdf.ts";
import type { HomeLanguage, Section } from "../../home/home.ts";
import type { KeepReason, RecordKind, RequestState } from "../retention.ts";
import { destructionLetterTexts, type LetterKind } from "./destructionLetter.texts.ts";

export interface DestructionLetterInput {
  readonly language: HomeLanguage;
  readonly date: Day;
  readonly askedOn: Day;
  readonly state: RequestState;
  readonly destroyed: readonly RecordKind[];
  readonly kept: Readonly<Partial<Record<RecordKind, KeepReason>>>;
  readonly contact: { readonly name: string; readonly organisation: string; readonly telephone: string | null };
}

export interface DestructionLetter {
  readonly title: string;
  readonly author: string;
  readonly language: HomeLanguage;
  readonly date: Day;
  readonly opening: readonly string[];
  readonly sections: readonly Section[];
}

/** The letter with the decision, without a name: it can be written when the file is gone. Null while nothing is decided. */
export function destructionLetter(input: DestructionLetterInput): DestructionLetter | null {
  const texts = destructionLetterTexts[input.language];
  const kind = kindOf(input);
  if (kind === null) return null;
  const kept = Object.entries(input.kept) as [RecordKind, KeepReason][];
  const sections: readonly Section[] = [
    ...(input.destroyed.length === 0
      ? []
      : [
          listed(
            texts.gone,
            input.destroyed.map((one) => texts.kinds[one]),
          ),
        ]),
    ...(kept.length === 0
      ? []
      : [
          listed(
            texts.stays,
            kept.map(([one, why]) => `${texts.kinds[one]}: ${texts.reasons[why]}.`),
          ),
        ]),
    listed(texts.always.heading, texts.always.items),
    listed(texts.disagree.heading, [
      ...texts.disagree.items,
      texts.contact(input.contact.name, input.contact.organisation, input.contact.telephone),
    ]),
  ];
  return {
    title: texts.title[kind],
    author: input.contact.organisation,
    language: input.language,
    date: input.date,
    opening: texts.opening(kind, dayInWords(input.askedOn, input.language)),
    sections,
  };
}

function kindOf({ state, kept }: DestructionLetterInput): LetterKind | null {
  if (state === "refused" || state === "carried_out") return state;
  if (state !== "granted" && state !== "confirmed") return null;
  return Object.keys(kept).length > 0 ? "partly" : "granted";
}

const listed = (heading: string, items: readonly string[]): Section => ({ heading, blocks: [{ kind: "list", items }] });

const dayInWords = (day: Day, language: HomeLanguage): string =>
  Temporal.PlainDate.from(day).toLocaleString(language === "nl" ? "nl-NL" : "en-GB", { day: "numeric", month: "long", year: "numeric" });

const template = import.meta.resolve("./destructionLetter.typ");

/** As a tagged PDF (PDF/UA-1). */
export const printDestructionLetter = (letter: DestructionLetter): Promise<Uint8Array> =>
  renderPdf(template, {
    document: { title: letter.title, author: letter.author, language: letter.language, date: letter.date },
    data: letter,
  });
