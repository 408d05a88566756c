/** The words of the letters on a place in Geboortezorg Flex. Sources: domain.md 4.1, 5.1, 5.2; [001 3.6]. */
import type { Day } from "../../kit/day.ts";
import type { Cents } from "../../kit/money.ts";
import type { Refusal } from "../../kit/refusal.ts";
import type { HomeLanguage, Section } from "../../trust/home/home.ts";

export type Pillar = 1 | 2;

/** The inclusion criteria by their codes (domain.md 4.1). */
export const criterionCodes = [
  "vulnerability",
  "insurer",
  "residence",
  "maternity_care",
  "home_visit_consent",
  "triangle_consent",
  "capacity",
  "need",
] as const;
export type CriterionCode = (typeof criterionCodes)[number];
export type CriterionOutcome = "met" | "not_met" | "unknown";

/** The reasons for a "no" that may stand on paper in a home, in the order in which a letter names them. */
export const reasonsForPaper = [
  "residence",
  "insurer",
  "maternity_care",
  "home_visit_consent",
  "triangle_consent",
  "capacity",
] as const satisfies readonly CriterionCode[];
export type NoReason = (typeof reasonsForPaper)[number];

/**
 * Where a woman stands towards the evaluation. `none`: she said no to it, or no study takes people in. `undecided`: she was
 * not asked yet, or did not answer. Who stopped on the way is still `taking_part`: her arm is kept (5.1).
 */
export type StudyStanding =
  | { readonly state: "none" }
  | { readonly state: "undecided"; readonly until?: Day | null }
  | {
      readonly state: "taking_part";
      readonly t0: "open" | "completed" | "declined" | "expired";
      readonly arm: "intervention" | "control" | null;
      /** Last day on which T0 can be answered; empty while the date it is counted from is not known. */
      readonly until?: Day | null;
    };

export interface LetterSituation {
  readonly pillar: Pillar;
  /** What was decided; the outcomes are those kept with that decision, not today's: criteria are tested once. */
  readonly decision: "place" | "no_place" | null;
  readonly outcomes: Readonly<Partial<Record<CriterionCode, CriterionOutcome>>>;
  readonly study: StudyStanding;
  /** After the loss of a pregnancy or a child nothing is sent by itself (3.10). */
  readonly loss: boolean;
  /** The place that was decided on is given back: a letter that says yes would not be true any more. */
  readonly givenBack: boolean;
  /** Somebody recorded that post to this address is safe for her (6.3). */
  readonly postIsSafe: boolean;
}

/** Why no letter goes out. Each has its sentence for the professional in `letter.texts.ts`. */
export type NoLetterBecause =
  | "loss"
  | "not_decided"
  | "study_undecided"
  | "t0_open"
  | "control_arm"
  | "arm_unknown"
  | "given_back"
  | "post_not_safe"
  | "told_in_person"
  | "no_reason";

export type LetterDecision =
  | { readonly kind: "yes"; readonly pillar: Pillar }
  | { readonly kind: "no"; readonly pillar: Pillar; readonly reasons: readonly NoReason[] }
  | { readonly kind: "none"; readonly because: NoLetterBecause };

/** The co-payment of one calendar year; that it is assumed is said wherever its money is shown. */
export interface CoPaymentRate {
  readonly centsPerHour: Cents;
  readonly assumed: boolean;
}

/** What a "yes" says beside the yes itself. Hours may be halves, null means: not agreed yet. A rate that is unknown is null, never 0. */
export type YesFacts =
  | { readonly pillar: 1; readonly hours: number | null; readonly year: number; readonly rate: CoPaymentRate | null }
  | { readonly pillar: 2; readonly hours: number | null; readonly until: Day | null };

/** Names of the programme that letters use, in the language of the letter: configuration, another region has others. */
export interface ProgrammeNames {
  /** "Geboortezorg Flex" */
  readonly name: string;
  /** "Parkstad of Sittard-Geleen": as it reads after "wonen in". */
  readonly area: string;
  /** "CZ of VGZ": as it reads after "verzekerd bij". */
  readonly insurers: string;
  /** "Geboortezorg Limburg" */
  readonly maternityCare: string;
  /** Until how many months after the birth pillar 2 lasts. */
  readonly monthsAfterBirth: number;
}

export interface ContactPerson {
  readonly name: string;
  /** "verloskundige" */
  readonly role: string;
  readonly organisation: string;
  readonly telephone: string;
  /** "maandag tot en met vrijdag van 9.00 tot 17.00 uur" */
  readonly reachable: string;
}

/** Who sends it, to whom, and where to turn: the same for every kind of letter. */
export interface LetterFrame {
  readonly language: HomeLanguage;
  readonly date: Day;
  readonly addressee: { readonly name: string; readonly lines: readonly string[] };
  readonly sender: { readonly organisation: string; readonly returnAddress: string; readonly window: "left" | "right" };
  readonly contact: ContactPerson;
  readonly programme: ProgrammeNames;
  /** Where one asks to look at the decision again. */
  readonly objection: { readonly to: string; readonly address: string; readonly telephone: string };
  readonly complaints: { readonly to: string; readonly telephone: string };
}

/** A letter in words, ready to be drawn. */
export interface Letter {
  readonly language: HomeLanguage;
  readonly title: string;
  readonly author: string;
  readonly date: Day;
  readonly dateInWords: string;
  readonly addressee: LetterFrame["addressee"];
  readonly sender: LetterFrame["sender"];
  readonly salutation: string;
  readonly opening: readonly string[];
  readonly sections: readonly Section[];
  readonly closing: string;
  readonly contact: ContactPerson;
}

/** Something that an organisation filled in says too much for a home: which field, and which word. */
export type LetterRefusal = Refusal<"letter-says-too-much">;

/** An objection is made within this many days of the letter's date (six weeks, as Awb 6:7 has it for decisions by public bodies). */
export const objectionDays = 42;
