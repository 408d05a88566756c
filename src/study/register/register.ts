import type { Day } from "../../kit/day.ts";

/** The words of register data: what registers know of a participant by her pseudonym, and what Wieg knows of her care [domain 5.3]. */
export const registerKinds = ["jgz_referral", "hospital_contact"] as const;
export type RegisterKind = (typeof registerKinds)[number];

/** One line of the register. */
export interface RegisterEntry {
  readonly kind: RegisterKind;
  readonly from: Day;
  readonly until: Day;
  readonly count: number;
}

/** A line of a file that can be taken over. */
export interface GoodLine extends RegisterEntry {
  /** Where it starts in the file. */
  readonly line: number;
  readonly code: string;
  /** What the register had for the same period; null: nothing. */
  readonly before: number | null;
}

/** Why a line is not taken over. */
export const lineFaults = [
  "columns",
  "no-code",
  "unknown-code",
  "no-consent",
  "kind",
  "count",
  "count-range",
  "from",
  "until",
  "period-turned",
  "period-long",
  "future",
  "too-early",
  "twice",
  "overlap",
] as const;
export type LineFault = (typeof lineFaults)[number];

export interface RefusedLine {
  readonly line: number;
  readonly cells: readonly string[];
  readonly faults: readonly LineFault[];
}

/** Why a file as a whole can't be read. */
export type FileFault =
  | { readonly code: "no-text" }
  | { readonly code: "empty" }
  | { readonly code: "headings"; readonly missing: readonly string[] }
  | { readonly code: "column-not-allowed"; readonly column: number }
  | { readonly code: "too-many"; readonly most: number };

export interface ReadFile {
  readonly headings: readonly string[];
  readonly good: readonly GoodLine[];
  readonly refused: readonly RefusedLine[];
}

/** Of a pseudonym in the file: may it be linked, and what does the register have of it? */
export interface KnownParticipant {
  readonly mayLink: boolean;
  readonly entries: readonly RegisterEntry[];
}

/** Care of one participant as Wieg has it. Days are days after the birth. */
export interface CareFacts {
  readonly indicatedMinutes: number | null;
  readonly acceptedMinutes: number | null;
  readonly deliveredMinutes: number | null;
  readonly flexibleFrom: number | null;
  readonly flexibleUntil: number | null;
  readonly flexibleMinutes: number;
  readonly flexibleVisits: number;
  /** By content, how many visits. */
  readonly flexibleContents: Readonly<Record<string, number>>;
}
