import { refuse } from "../../kit/refusal.ts";
import { findWordNotForHome, linesOf, type Section } from "../../trust/home/home.ts";
import type { InvitationLetter, InvitationLetterInput, InvitationLetterRefusal } from "./invitationLetter.ts";
import { invitationLetterTexts, letterDay } from "./invitationLetter.texts.ts";

/** The letter in words; refused when a name in it says too much for who else reads it. */
export function invitationLetterText(input: InvitationLetterInput): InvitationLetter | InvitationLetterRefusal {
  const { language, owner, date, code, until, address, from } = input;
  const texts = invitationLetterTexts[language];
  const opening = (owner === "partner" ? texts.openingPartner : texts.opening)(from.organisation);
  const sections: readonly Section[] = [
    { heading: texts.how, blocks: [{ kind: "list", items: texts.steps(address) }] },
    {
      heading: texts.know,
      blocks: [{ kind: "list", items: texts.rules(letterDay(until, language), `${from.name}, ${from.organisation}`) }],
    },
  ];
  const word = findWordNotForHome([...opening, ...linesOf(sections)].join("\n"));
  if (word !== null) return refuse("letter-says-too-much", { word });
  return { title: texts.title, author: from.organisation, language, date, opening, code, sections };
}
