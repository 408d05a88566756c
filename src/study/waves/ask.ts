import { z } from "zod";
import type { Day } from "../../kit/day.ts";

/** Of one list: not open yet, open, or how it ended. */
export const askStates = ["planned", "open", "answered", "declined", "expired", "stopped"] as const;
export type AskState = (typeof askStates)[number];

/** How it is answered: by a personal link, on paper by post, or with help of a professional. */
export const askWays = ["link", "paper", "help"] as const;
export type AskWay = (typeof askWays)[number];

/** Whether she could be told that it is there. */
export type Told = "mail" | "no_address" | "paper" | "help" | "no_text";

/** Why an item has no answer. */
export const missingReasons = ["skipped", "declined", "not_reached", "illegible"] as const;
export type MissingReason = (typeof missingReasons)[number];

/** A text as it was when the list opened: a next version leaves it as it is. */
export const fixedInstrument = z.object({
  form: z.string(),
  language: z.string(),
  version: z.string(),
  validated: z.boolean(),
  items: z.array(z.string()),
});
export type FixedInstrument = z.infer<typeof fixedInstrument>;

/** One list of one participant, by pseudonym. */
export interface Ask {
  readonly id: string;
  readonly participantId: string;
  /** Such as `study_1:T1`. */
  readonly waves: readonly string[];
  readonly instruments: readonly FixedInstrument[];
  readonly opensOn: Day;
  readonly remindOn: readonly Day[];
  readonly expiresOn: Day;
  readonly state: AskState;
  readonly late: boolean;
  readonly way: AskWay | null;
  readonly told: Told | null;
  readonly reminded: number;
  readonly formCode: string | null;
  readonly printedOn: Day | null;
  readonly answeredOn: Day | null;
  readonly stoppedBecause: string | null;
  readonly reached: string | null;
  readonly version: number;
}

/** The answer to one item that counts: settled, else the two entries that are equal, else her own. */
export interface CountedAnswer {
  readonly askId: string;
  readonly item: string;
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly value: number | null;
  readonly missing: MissingReason | null;
  readonly way: AskWay;
  readonly answeredAt: Date;
}

/** "study_1:T1" in its two parts. */
export function partsOfWave(wave: string): { readonly study: string; readonly wave: string } {
  const [study = "", code = ""] = wave.split(":");
  return { study, wave: code };
}
