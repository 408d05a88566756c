import type { Day } from "../../kit/day.ts";

/** The words of the Meldcode. Source: [domain 3.1; Besluit verplichte meldcode 2019; Wmo 2015 5.2.6]. */
export const meldcodeSteps = [1, 2, 3, 4, 5] as const;
/** Map the signals, consult, talk with those involved, weigh, decide. */
export type MeldcodeStep = (typeof meldcodeSteps)[number];

export const entryKinds = [
  "signals",
  "consult_veilig_thuis",
  "consult_officer",
  "consult_colleague",
  "ask_officer",
  "advice",
  "talked",
  "not_talked",
  "weighed",
  "decided",
  "closed",
  "reopened",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** The five questions of weighing, of the basic model of 2019; each profession has its own framework, which goes before it. */
export const weighingQuestions = ["suspicion", "unsafe", "ableToHelp", "acceptsHelp", "lasting"] as const;
export type WeighingQuestion = (typeof weighingQuestions)[number];
export type WeighingAnswer = "yes" | "no" | "unknown";
export type WeighingAnswers = Readonly<Record<WeighingQuestion, WeighingAnswer>>;

/** Step 5: a report to Veilig Thuis, help organised by oneself, both, or neither. */
export const decisions = ["report", "help", "both", "neither"] as const;
export type Decision = (typeof decisions)[number];

/** What was done, by whom. */
export interface MeldcodeEntry {
  readonly id: number;
  readonly kind: EntryKind;
  readonly onDay: Day;
  readonly words: string | null;
  readonly answers: Readonly<Record<string, string>>;
  readonly who: string;
}

export interface MeldcodeCase {
  readonly id: string;
  readonly trajectoryId: string | null;
  readonly aboutWhom: string;
  readonly state: "open" | "closed";
  readonly nextOn: Day | null;
  readonly startedOn: Day;
  readonly author: string;
  readonly authorId: string;
  readonly version: number;
}

export type MeldcodeRefusal =
  | "closed-already"
  | "open-already"
  | "in-the-future"
  | "words-needed"
  | "answer-all"
  | "choose-decision"
  | "author-only"
  | "officer-only"
  | "no-officer"
  | "day-passed"
  | "changed-meanwhile"
  | "not-visible";
