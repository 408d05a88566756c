import { addDays, type Day } from "../../../kit/day.ts";
import { addWorkingDays } from "../../../kit/workingDays.ts";

/** Terms of a handover. Only the moments themselves are in the sources; the rest is our choice, to be confirmed by the region. */
export const handoverTerms = {
  /** Week 34 is 42 days before the due date; proposed two weeks earlier, so that it can be prepared [domain 3.8]. */
  maternityCareDaysBefore: 42,
  maternityCareOpensBefore: 56,
  /** The last of the ten days of the maternity period; proposed from the fifth. */
  youthHealthDay: 9,
  youthHealthOpens: 4,
  /** Days after a birth in hospital. */
  firstLineDays: 3,
  /** Days after a birth that a handover of its time is still proposed. */
  afterBirthDays: 42,
  /** Before the second birthday, when the line ends. */
  childcareDaysBefore: 28,
  childcareOpensBefore: 84,
  /** Days after a move. */
  moveDays: 14,
  moveProposedDays: 365,
  /** Days that who becomes involved after a moment still has. */
  newcomerDays: 7,
  answerWorkingDays: 5,
  /** Working days after which the team of the one who was asked has it too: she may be away. */
  personWorkingDays: 2,
  /** Days after acceptance to hold it, when its moment is sooner or passed. */
  holdDays: 14,
  /** Days after it was held that who does not stay can still be asked. */
  afterwardsDays: 14,
  readDays: 3,
  /** Furthest day that can be chosen. */
  longestDays: 800,
} as const;

export const answerBy = (today: Day): Day => addWorkingDays(today, handoverTerms.answerWorkingDays);

/** Last day to hold it: its moment, or some days after acceptance when that is too soon. */
export function holdBy(acceptedOn: Day, momentOn: Day): Day {
  const later = addDays(acceptedOn, handoverTerms.holdDays);
  return momentOn > acceptedOn ? momentOn : later;
}

/** The day on or before which who was asked in person must have been asked for her team to have it too, today. */
export function teamSince(today: Day): Day {
  let day = addDays(today, -1);
  while (addWorkingDays(day, handoverTerms.personWorkingDays) > today) day = addDays(day, -1);
  return day;
}
