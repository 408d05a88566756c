import { type Cents, formatCents } from "../../../kit/money.ts";
import type { HomeLanguage, Block } from "../../../trust/home/home.ts";
import { type LetterTexts, letterTexts } from "../letter.texts.ts";
import type { LetterFrame, YesFacts } from "../letter.ts";
import { dayInWords } from "./dayInWords.ts";
import { paragraph } from "./writeLetter.ts";

/** What a place means for her: hours x euro where both are known, and no amount at all where one is not. */
export function meaningOf(facts: YesFacts, frame: LetterFrame): readonly Block[] {
  const texts = letterTexts[frame.language];
  return facts.pillar === 1 ? coPayment(facts, frame, texts) : extraHours(facts, frame, texts);
}

function coPayment(
  { hours, year, rate }: Extract<YesFacts, { pillar: 1 }>,
  { language, programme }: LetterFrame,
  { yes }: LetterTexts,
): Block[] {
  const texts = yes.coPayment;
  const blocks: Block[] = [paragraph(texts.none(programme))];
  if (rate === null) blocks.push(paragraph(texts.rateUnknown(year)));
  else if (rate.centsPerHour === 0) blocks.push(paragraph(texts.rateZero(year)));
  else if (hours === null) blocks.push(paragraph(texts.rateOnly(year, euros(rate.centsPerHour, language))));
  else
    blocks.push({
      kind: "table",
      header: texts.header,
      rows: [
        texts.row(number(hours, language), euros(rate.centsPerHour, language), euros(Math.round(hours * rate.centsPerHour), language)),
      ],
    });
  if (rate?.assumed) blocks.push(paragraph(texts.assumed));
  blocks.push(paragraph(hours === null ? texts.hoursOpen : texts.otherHours));
  return blocks;
}

function extraHours({ hours, until }: Extract<YesFacts, { pillar: 2 }>, { language, programme }: LetterFrame, texts: LetterTexts): Block[] {
  const { extraHours: words } = texts.yes;
  return [
    paragraph(words.help(programme)),
    paragraph(hours === null ? words.hoursOpen : words.agreed(number(hours, language))),
    paragraph(`${until === null ? words.untilOpen(programme) : words.until(dayInWords(until, texts))} ${words.free(programme)}`),
  ];
}

/** "€ 1.264,60" in Dutch, "€ 1,264.60" in English. */
function euros(cents: Cents, language: HomeLanguage): string {
  const dutch = formatCents(cents).replace("€ ", "€\u00a0");
  return language === "nl" ? dutch : dutch.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));
}

const number = (value: number, language: HomeLanguage): string => (language === "nl" ? String(value).replace(".", ",") : String(value));
