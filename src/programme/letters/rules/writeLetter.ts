import { refuse } from "../../../kit/refusal.ts";
import { type Block, findWordNotForHome, type Section } from "../../../trust/home/home.ts";
import type { Letter, LetterFrame, LetterRefusal } from "../letter.ts";
import { type LetterTexts, letterTexts } from "../letter.texts.ts";
import { dayInWords } from "./dayInWords.ts";

/** What all letters share: the head, whom to ask, where to complain, the close. Refused when a name in it says too much for a home. */
export function writeLetter(frame: LetterFrame, body: Pick<Letter, "title" | "opening" | "sections">): Letter | LetterRefusal {
  const texts = letterTexts[frame.language];
  return (
    saysTooMuch(frame) ?? {
      language: frame.language,
      title: body.title,
      author: frame.sender.organisation,
      date: frame.date,
      dateInWords: dayInWords(frame.date, texts),
      addressee: frame.addressee,
      sender: frame.sender,
      salutation: texts.salutation(frame.addressee.name),
      opening: body.opening,
      sections: [...body.sections, contactSection(texts, frame), complaintSection(texts, frame)],
      closing: texts.closing,
      contact: frame.contact,
    }
  );
}

export const paragraph = (text: string, lead?: string): Block =>
  lead === undefined ? { kind: "paragraph", text } : { kind: "paragraph", text, lead };
export const list = (items: readonly string[]): Block => ({ kind: "list", items });

function contactSection({ contact }: LetterTexts, { contact: person }: LetterFrame): Section {
  const text = `${contact.ask(person.name, person.role)} ${contact.call(person.telephone, person.reachable)}`;
  return { heading: contact.heading, blocks: [paragraph(text)] };
}

const complaintSection = ({ complaint }: LetterTexts, { complaints }: LetterFrame): Section => ({
  heading: complaint.heading,
  blocks: [paragraph(complaint.text(complaints.to, complaints.telephone))],
});

/** Our own texts are tested; what organisations fill in is looked at here. Her own name and address are hers: they are not. */
function saysTooMuch({ sender, contact, programme, objection, complaints }: LetterFrame): LetterRefusal | null {
  for (const [group, fields] of Object.entries({ sender, contact, programme, objection, complaints }))
    for (const [field, value] of Object.entries<string | number>({ ...fields })) {
      const word = findWordNotForHome(String(value));
      if (word !== null) return refuse("letter-says-too-much", { field: `${group}.${field}`, word });
    }
  return null;
}
