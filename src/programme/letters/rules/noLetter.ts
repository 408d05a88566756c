import { addDays } from "../../../kit/day.ts";
import type { Section } from "../../../trust/home/home.ts";
import { type Letter, type LetterFrame, type LetterRefusal, type NoReason, objectionDays, type Pillar } from "../letter.ts";
import { letterTexts } from "../letter.texts.ts";
import { dayInWords } from "./dayInWords.ts";
import { list, paragraph, writeLetter } from "./writeLetter.ts";

/**
 * The letter to a family that can't take part: why, as far as it may be written; what it is offered instead [001 3.6]; and how
 * to ask that the decision is looked at again.
 */
export function noLetter(frame: LetterFrame, pillar: Pillar, reasons: readonly NoReason[]): Letter | LetterRefusal {
  const { no } = letterTexts[frame.language];
  return writeLetter(frame, {
    title: no.title(frame.programme),
    opening: no.opening(pillar).map((text) => text(frame.programme)),
    sections: [why(frame, reasons), instead(frame, pillar), disagree(frame)],
  });
}

function why({ language, programme }: LetterFrame, reasons: readonly NoReason[]): Section {
  const { why } = letterTexts[language].no;
  const named = reasons.map((code) => paragraph(why.reasons[code].text(programme), why.reasons[code].lead));
  return { heading: why.heading, blocks: [...named, paragraph(why.more(programme))] };
}

function instead({ language, programme }: LetterFrame, pillar: Pillar): Section {
  const { instead } = letterTexts[language].no;
  return {
    heading: instead.heading,
    blocks: [paragraph(instead.intro), list(instead.items(pillar)), paragraph(instead.together(programme))],
  };
}

function disagree({ language, date, objection }: LetterFrame): Section {
  const texts = letterTexts[language];
  const until = dayInWords(addDays(date, objectionDays), texts);
  return {
    heading: texts.no.disagree.heading,
    blocks: texts.no.disagree.paragraphs({ ...objection, until }).map((text) => paragraph(text)),
  };
}
