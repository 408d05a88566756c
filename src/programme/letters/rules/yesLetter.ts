import type { Letter, LetterFrame, LetterRefusal, YesFacts } from "../letter.ts";
import { letterTexts } from "../letter.texts.ts";
import { list, writeLetter } from "./writeLetter.ts";
import { meaningOf } from "./yesMeaning.ts";

/** The letter to a family that got a place: what it means, what to do, whom to ask. Nothing about why she was chosen. */
export function yesLetter(frame: LetterFrame, facts: YesFacts): Letter | LetterRefusal {
  const { yes } = letterTexts[frame.language];
  return writeLetter(frame, {
    title: yes.title(frame.programme),
    opening: [yes.opening(facts.pillar)(frame.programme)],
    sections: [
      { heading: yes.meaning, blocks: meaningOf(facts, frame) },
      { heading: yes.toDo.heading, blocks: [list(yes.toDo.items(facts.pillar, frame.programme))] },
      { heading: yes.goodToKnow.heading, blocks: [list(yes.goodToKnow.items.map((item) => item(frame.programme)))] },
    ],
  });
}
