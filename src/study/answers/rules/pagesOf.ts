import { ordinalValue, type Instrument } from "../../instruments/instrument.ts";
import type { AnswerPage } from "../answers.ts";

/** Questions on one page at most: a phone shows them without much scrolling, and little is lost when a battery dies. */
const most = 4;

/** The pages of a list: each of one instrument, as even as can be. The same list always has the same pages, so that she can go on where she was. */
export function pagesOf(texts: readonly Instrument[]): readonly AnswerPage[] {
  const chunks = texts.flatMap((text) => even(text.questionnaire.item).map((items) => ({ text, items })));
  let number = 0;
  return chunks.map(({ text: { scale, questionnaire, validated }, items }, at) => ({
    number: at + 1,
    of: chunks.length,
    instrument: `${scale.form}.${questionnaire.language}`,
    version: scale.version,
    language: questionnaire.language,
    validated,
    title: questionnaire.title,
    introduction: questionnaire.description,
    questions: items.map(({ linkId, text, answerOption }) => {
      number += 1;
      return {
        item: linkId,
        number,
        text,
        options: answerOption.map(({ valueCoding, extension }) => ({
          code: valueCoding.code,
          label: valueCoding.display,
          value: extension.find(({ url }) => url === ordinalValue)?.valueDecimal ?? 0,
        })),
      };
    }),
  }));
}

function even<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const pages = Math.ceil(items.length / most);
  const size = Math.ceil(items.length / pages);
  return Array.from({ length: pages }, (_page, at) => items.slice(at * size, (at + 1) * size));
}
