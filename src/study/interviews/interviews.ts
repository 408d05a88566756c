import type { Day } from "../../kit/day.ts";

/** The words of the interviews: some ten professionals over their roles, ten families at random [001 6.1; domain 5.3]. */
export const interviewKinds = ["professional", "family"] as const;
export type InterviewKind = (typeof interviewKinds)[number];

export const strataKinds = ["role", "arm", "none"] as const;
export type StrataBy = (typeof strataKinds)[number];

/** Roles that professionals are drawn from [001 6.1]. */
export const drawnRoles = ["midwife", "maternity_intake", "maternity_assistant", "youth_nurse"] as const;

/** How many interviews, unless the desk says otherwise [001 6.1]. */
export const usualNumber = 10;

/** How long who was invited has to answer. */
export const answerDays = 14;

export const interviewStates = ["drawn", "asked", "invited", "agreed", "held", "declined", "no_answer", "stopped"] as const;
export type InterviewState = (typeof interviewStates)[number];

export const interviewMoves = ["ask", "invite", "agree", "decline", "plan", "hold", "no_answer", "stop"] as const;
export type InterviewMove = (typeof interviewMoves)[number];

/** Who makes a move: the research desk, the key keeper (of families alone), or the professional herself. */
export type Mover = "desk" | "keeper" | "self";

export const themes = [
  "satisfaction",
  "threshold",
  "preparation",
  "cooperation",
  "work_pleasure",
  "child",
  "improvement",
  "other",
] as const;
export type Theme = (typeof themes)[number];

/** Somebody on the list: a membership, or a participant by pseudonym. */
export interface Listed {
  readonly id: string;
  readonly stratum: string;
}

export interface Draw {
  readonly id: string;
  readonly study: string;
  readonly kind: InterviewKind;
  readonly strataBy: StrataBy;
  readonly wanted: number;
  readonly seed: string;
  readonly list: readonly Listed[];
  readonly order: Readonly<Record<string, readonly string[]>>;
  readonly drawnOn: Day;
}

export interface Interview {
  readonly id: string;
  readonly drawId: string;
  readonly study: string;
  readonly kind: InterviewKind;
  readonly stratum: string;
  readonly place: number;
  readonly state: InterviewState;
  readonly since: Day;
  readonly plannedOn: Day | null;
  readonly mayQuote: boolean;
  /** A pseudonym, or the name of a professional with her organisation. */
  readonly who: string;
  readonly version: number;
}

export interface Note {
  readonly id: string;
  readonly interviewId: string;
  readonly kind: InterviewKind;
  readonly stratum: string;
  readonly theme: Theme;
  readonly quote: boolean;
  readonly text: string;
}

/** What the key keeper sees of a family that she invites: no pseudonym. */
export interface Invitation {
  readonly id: string;
  readonly state: InterviewState;
  readonly version: number;
  readonly since: Day;
  readonly plannedOn: Day | null;
  readonly name: string;
  readonly language: string;
  readonly ways: readonly string[];
}

export type InterviewRefusal = "not-now" | "changed-meanwhile" | "seed-used" | "nobody" | "not-held" | "no-quotes" | "day-needed";
