import { refuse } from "../../../kit/refusal.ts";
import { findWordNotForHome, linesOf, type Section } from "../../../trust/home/home.ts";
import type { PlanLetter, PlanLetterInput, PlanLetterRefusal } from "./planLetter.ts";
import { planLetterTexts, type PlanLetterTexts } from "./planLetter.texts.ts";

/** The plan in plain words, for at home; refused when anything in it says too much for who else reads it there. */
export function planLetterText(input: PlanLetterInput): PlanLetter | PlanLetterRefusal {
  const texts = planLetterTexts[input.language];
  const { agreed, contact, language, date } = input;
  const opening = [texts.opening, agreed === null ? texts.draft : texts.agreed(agreed.number, texts.day(agreed.on))];
  const sections: readonly Section[] = [
    ...partsOf(input, texts),
    { heading: texts.closing.heading, blocks: [{ kind: "list", items: texts.closing.items(contact) }] },
  ];
  const word = findWordNotForHome(linesOf(sections).join("\n"), input.factors);
  if (word !== null) return refuse("letter-says-too-much", { word });
  return { title: texts.title, author: contact.organisation, language, date, opening, sections };
}

function partsOf({ content: { questions, goals, agreements }, who }: PlanLetterInput, texts: PlanLetterTexts): readonly Section[] {
  const rows = agreements
    .toSorted((a, b) => (a.evaluateOn < b.evaluateOn ? -1 : 1))
    .map(({ id, wording, evaluateOn }) => [wording, who.get(id) ?? "", texts.day(evaluateOn)]);
  const { heading, header, about } = texts.agreements;
  return [
    ...(questions.length === 0 ? [] : [listed(texts.questions, questions)]),
    ...(goals.length === 0 ? [] : [listed(texts.goals, goals)]),
    ...(rows.length === 0
      ? []
      : [
          {
            heading,
            blocks: [
              { kind: "table", header, rows },
              { kind: "paragraph", text: about },
            ],
          } satisfies Section,
        ]),
  ];
}

const listed = (heading: string, parts: readonly { readonly wording: string }[]): Section => ({
  heading,
  blocks: [{ kind: "list", items: parts.map(({ wording }) => wording) }],
});
