import type { Day } from "../../kit/day.ts";
import type { Arm } from "../design/study.ts";

/** The words of the research desk's overview: counts and lists of participants, by pseudonym [domain 5, access.md]. */

/** How one list of one participant stands; `later` is one that was not asked yet. */
export const listStates = ["later", "open", "answered", "declined", "expired", "stopped"] as const;
export type ListState = (typeof listStates)[number];

/** Why a participant is in a study no more. The study being over for her is no loss. */
export const outReasons = ["withdrawn", "loss", "moved", "other"] as const;
export type OutReason = (typeof outReasons)[number];

/** Participants that are alike in all of this, and how many they are. */
export interface FlowCell {
  readonly site: string;
  readonly arm: Arm | null;
  /** The arm can't become known any more: T0 is over, and she belongs to none. */
  readonly armIsOver: boolean;
  readonly out: OutReason | null;
  /** By wave; a wave that is not there was not asked yet. */
  readonly lists: Readonly<Record<string, ListState>>;
  readonly count: number;
}

/** Families that were asked for a study at a site, by what they answered. */
export interface AskedCell {
  readonly site: string;
  readonly answer: "yes" | "no" | "open";
  readonly count: number;
}

export const flowGroups = ["intervention", "control", "open", "none"] as const;
/** An arm; `open`: to be fixed at T0; `none`: T0 is over and she belongs to neither. */
export type FlowGroup = (typeof flowGroups)[number];

export interface WaveFlow {
  readonly wave: string;
  readonly lists: Readonly<Record<ListState, number>>;
}

export interface GroupFlow {
  readonly group: FlowGroup;
  readonly total: number;
  readonly waves: readonly WaveFlow[];
  readonly out: Readonly<Record<OutReason, number>>;
  /** Not out: still in, or done with all of it. */
  readonly inStudy: number;
}

export interface Flow {
  /** Null while nobody counts who was asked. */
  readonly asked: { readonly all: number; readonly no: number; readonly open: number } | null;
  readonly consented: number;
  readonly groups: readonly GroupFlow[];
}

/** One list of one participant, as the desk follows it. */
export interface DeskList {
  readonly id: string;
  readonly code: string;
  readonly site: string;
  readonly waves: readonly { readonly study: string; readonly wave: string; readonly arm: Arm | null }[];
  readonly state: "planned" | "open" | "answered" | "declined" | "expired" | "stopped";
  readonly way: "link" | "paper" | "help" | null;
  readonly late: boolean;
  readonly opensOn: Day;
  readonly remindOn: readonly Day[];
  readonly expiresOn: Day;
  readonly answeredOn: Day | null;
  /** Whether she could be told of it. */
  readonly told: "mail" | "no_address" | "paper" | "help" | "no_text" | null;
  readonly reminded: number;
  readonly printed: boolean;
  /** She saved a page of it. */
  readonly begun: boolean;
  readonly stoppedBecause: string | null;
}

/** What the desk asks for: whom to wait for, and who is missing. */
export const standings = ["due", "missing", "stopped", "planned", "answered"] as const;
export type Standing = (typeof standings)[number];

/** In what way a list stands where it does. */
export const whyCodes = [
  "not_begun",
  "half_way",
  "no_address",
  "no_text",
  "paper_to_print",
  "paper_out",
  "help_waits",
  "declined",
  "withdrawn",
  "loss",
  "moved",
  "ended",
  "waits",
  "answered",
] as const;
export type WhyCode = (typeof whyCodes)[number];

/** What the study is meant to take in, by when. */
export interface InflowPlan {
  readonly startsOn: Day;
  readonly months: number;
}

/** Consents of one month in one arm; null while the arm is not fixed. */
export interface InflowCell {
  /** First day of the month. */
  readonly month: Day;
  readonly arm: Arm | null;
  readonly count: number;
}

/** Until the end of this month: how many consented, and how many were meant to. */
export interface InflowPoint {
  readonly month: Day;
  readonly inMonth: number;
  readonly actual: number;
  readonly expected: number;
}

/** Of one measure in one arm before anything was done: how many of whom it is known, mean and spread. */
export interface BaselineOfArm {
  readonly known: number;
  readonly missing: number;
  readonly mean: number | null;
  readonly sd: number | null;
}

export interface BaselineLine {
  /** The form of a scale, or a fact: "category_d", "other_language", "late". */
  readonly measure: string;
  readonly kind: "score" | "share";
  readonly arms: Readonly<Record<Arm, BaselineOfArm>>;
  /** Null where it can't be computed: too few, or no spread. */
  readonly difference: number | null;
}

/** What is known of one participant at T0: scores by form, and yes or no by fact. Null or absent: not known. */
export interface BaselineRow {
  readonly arm: Arm;
  readonly scores: Readonly<Record<string, number | null>>;
  readonly shares: Readonly<Record<string, boolean | null>>;
}

/** What was counted for one study, and kept. */
export interface Comparison {
  readonly lines: readonly BaselineLine[];
  /** Participants in each arm who did not withdraw. */
  readonly in: Readonly<Record<Arm, number>>;
}
