import type { Day } from "../../kit/day.ts";

/** The words of a file that someone takes home. Sources: AVG 15, BW 7:456, Wabvpz 15d; access.md 5 and 7. */
export const fileStates = ["asked", "making", "ready", "handed", "taken", "failed", "expired"] as const;
export type FileState = (typeof fileStates)[number];
export const fileMoves = ["begin", "finish", "fail", "retry", "hand", "take_one", "take_last", "expire"] as const;
export type FileMove = (typeof fileMoves)[number];
export type FileFailure = "no_room" | "script" | "fault";
export type FileFormat = "pdf" | "data";

/** Days that a link works, and that a file that is ready waits. */
export const linkDays = 14;
export const readyDays = 30;

/** One record as the database has it. */
export interface KeptRow {
  readonly table: string;
  readonly part: string;
  readonly recordedOn: Day;
  readonly professional: string | null;
  readonly organisation: string | null;
  readonly content: Readonly<Record<string, unknown>>;
}
export interface KeptConsent {
  readonly purpose: string;
  readonly given: boolean;
  readonly givenOn: Day;
  readonly until: Day | null;
  readonly withdrawnOn: Day | null;
  readonly parts: readonly string[];
  readonly recipient: string;
  readonly way: string;
}
export interface KeptInvolved {
  readonly organisation: string;
  readonly basis: string;
  readonly since: Day;
  readonly until: Day | null;
}
export interface KeptLook {
  readonly professional: string;
  readonly role: string;
  readonly organisation: string;
  readonly ground: string;
  readonly first: Date;
  readonly last: Date;
  readonly times: number;
  readonly changed: number;
}

/** Everything of one person, as it is put in her file. */
export interface WholeFile {
  readonly language: "nl" | "en";
  readonly today: Day;
  readonly organisation: string;
  readonly about: "mother" | "partner" | "child" | "other";
  readonly rows: readonly KeptRow[];
  readonly consents: readonly KeptConsent[];
  readonly involved: readonly KeptInvolved[];
  readonly looks: readonly KeptLook[];
}
