import type { Day } from "../../kit/day.ts";
import type { Arm } from "../design/study.ts";
import type { StudyLanguage, StudyPurpose } from "../design/studyConsent.ts";

/** The words of taking part in a study. The research desk knows a participant by her pseudonym and by nothing else [access.md 2]. */
export const participantStates = ["active", "withdrawn", "ended"] as const;
export type ParticipantState = (typeof participantStates)[number];

export const endings = ["loss", "moved", "study_over", "other"] as const;
export type Ending = (typeof endings)[number];

/** How she answers: by a personal link, on paper by post, or with the help of a professional. */
export const answerWays = ["link", "paper", "help"] as const;
export type AnswerWay = (typeof answerWays)[number];

/** How it stands with the list before the decision: the gate is closed while it is open [domain 5.2]. */
export const t0States = ["open", "completed", "declined", "expired"] as const;
export type T0State = (typeof t0States)[number];

export interface Participation {
  readonly study: string;
  readonly consentOn: Day;
  readonly consentVersion: string;
  readonly consentWay: "digital" | "paper";
  /** Empty while it is not fixed, or when a fact was not known at T0. */
  readonly arm: Arm | null;
  readonly armFixedOn: Day | null;
  /** T0 was asked at entry after the birth. */
  readonly late: boolean;
  readonly registerLink: boolean;
  readonly quotes: boolean;
  readonly t0: T0State;
  readonly t0Until: Day | null;
  readonly withdrawnOn: Day | null;
  readonly version: number;
}

export interface Participant {
  readonly id: string;
  /** The pseudonym, such as W-7KQ2MF. */
  readonly code: string;
  readonly siteId: string;
  readonly site: string;
  readonly language: string;
  readonly answersBy: AnswerWay;
  readonly state: ParticipantState;
  readonly endedOn: Day | null;
  readonly endedBecause: Ending | null;
  readonly studies: readonly Participation[];
}

/** What she said to one question of the studies, as a professional may know it: yes or no, never an arm or an answer. */
export interface Said {
  readonly purpose: StudyPurpose;
  readonly given: boolean;
  readonly inForce: boolean;
  readonly givenOn: Day;
  readonly withdrawnOn: Day | null;
  readonly way: "spoken" | "signed" | "portal";
  readonly textVersion: string | null;
  readonly textLanguage: string | null;
  readonly askedBy: string;
}

/** The question that waits for her answer. */
export interface Proposed {
  readonly asks: readonly StudyPurpose[];
  readonly textVersion: string;
  readonly language: StudyLanguage;
  readonly way: "digital" | "paper";
  readonly until: Day;
  readonly askedOn: Day;
  readonly askedBy: string;
  readonly askedFor: string;
}

/** A frozen data set that was made while she took part. */
export interface Used {
  readonly study: string;
  readonly number: number;
  readonly frozenOn: Day;
}

export type StudyRefusal =
  | "study-not-visible"
  | "study-not-now"
  | "study-not-proposable"
  | "study-no-pages"
  | "study-with-parents"
  | "study-answered-before"
  | "study-withdrawn-before"
  | "study-nothing-asked"
  | "study-needs-a-study"
  | "study-nothing-to-withdraw"
  | "study-in-future"
  | "study-not-theirs-to-give"
  | "study-text-unknown";
