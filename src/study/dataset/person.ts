import type { Arm, ArmFacts } from "../design/study.ts";
import type { MissingReason } from "./dataset.ts";

/** What a data set is made of: one person under her pseudonym. No date, only days since her consent. */
export interface Person {
  /** Pseudonym. */
  readonly code: string;
  readonly site: string;
  readonly arm: Arm | null;
  /** She was first counted in the other arm. */
  readonly armCorrected: boolean;
  /** Her first list came when care had already begun. */
  readonly late: boolean;
  readonly language: string;
  readonly answersBy: AnswersBy;
  /** What decided on the arm, as it was at T0. */
  readonly facts: Partial<ArmFacts>;
  readonly ageBand: AgeBand | null;
  readonly ended: "loss" | "moved" | "study_over" | "other" | null;
  readonly care: Readonly<Record<string, number | null>>;
  readonly lists: readonly List[];
}

export type AnswersBy = "link" | "paper" | "help";
export type ListState = "planned" | "open" | "answered" | "declined" | "expired" | "stopped";

/** One list of questions of one person, by the wave of this study. */
export interface List {
  readonly wave: string;
  readonly state: ListState;
  readonly late: boolean;
  readonly way: AnswersBy | null;
  /** Days from consent to the answer. */
  readonly days: number | null;
  readonly instruments: readonly { readonly form: string; readonly language: string; readonly version: string }[];
  /** Of each item the value that counts, or why there is none. */
  readonly answers: Readonly<Record<string, number | MissingReason>>;
}

/** Age at consent, in bands that are wide enough for a region. */
export const ageBands = ["under_20", "20_24", "25_29", "30_34", "35_39", "40_up"] as const;
export type AgeBand = (typeof ageBands)[number];
