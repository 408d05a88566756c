import { z } from "zod";
import type { Day } from "../../kit/day.ts";

/** What she reads before she says yes or no to a study: configuration, by version and language [001 6.1; domain 5.1]. */
export const studyPurposes = ["study_1", "study_2", "study_register_link", "study_quotes", "study_interview"] as const;
/** Each is a question of its own: two studies, linking with registers, quoting her words, and asking her for an interview. */
export type StudyPurpose = (typeof studyPurposes)[number];

export const studyLanguages = ["nl", "en"] as const;
export type StudyLanguage = (typeof studyLanguages)[number];

const line = z.string().trim().min(1);
const question = z.strictObject({ heading: line, about: z.array(line).min(1), question: line, yes: line, no: line });
const words = z.strictObject({
  title: line,
  opening: z.array(line).min(1),
  questions: z.record(z.enum(studyPurposes), question),
  /** What holds for every study: free to say no, stop whenever, what happens with what was answered. */
  know: z.strictObject({ heading: line, items: z.array(line).min(1) }),
});
export type StudyConsentWords = z.infer<typeof words>;

export const studyConsent = z.strictObject({
  version: z.string().regex(/^[0-9]{1,3}$/),
  /** Since when it is the text that is put before people; older answers keep the version they were given to. */
  since: z.iso.date(),
  /** Days to think about it. */
  thinkDays: z.number().int().positive().max(28),
  languages: z.record(z.enum(studyLanguages), words),
});
export type StudyConsent = z.infer<typeof studyConsent>;

/** The text that is put before people on a day: the newest that has begun. */
export function consentTextOn(versions: readonly StudyConsent[], today: Day): StudyConsent | null {
  return versions.filter(({ since }) => since <= today).toSorted((a, b) => b.since.localeCompare(a.since))[0] ?? null;
}
