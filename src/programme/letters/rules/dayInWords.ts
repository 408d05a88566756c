import type { Day } from "../../../kit/day.ts";
import type { LetterTexts } from "../letter.texts.ts";

/** "12 maart 2026": without the day of the week, as letters have it. */
export function dayInWords(day: Day, { months }: Pick<LetterTexts, "months">): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.day} ${months[date.month - 1] ?? ""} ${date.year}`;
}
