/** The words of taking a caseload over: how a line compares with the practice's own families, and what the uploader answers. */
import type { Day } from "../../kit/day.ts";
import type { Finding } from "./caseload.ts";

export const uploadStates = ["reading", "unreadable", "open", "taking"] as const;
export type UploadState = (typeof uploadStates)[number];

/** `ready` goes in at the next press; `asked`, `changed` and `double` wait for an answer; the rest is done or stays out. */
export const lineStates = ["ready", "asked", "changed", "double", "known", "left_out", "refused", "taken", "failed"] as const;
export type LineState = (typeof lineStates)[number];

/** Where someone lives, as it is kept. */
export interface Residence {
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly postcode: string | null;
  readonly place: string | null;
  readonly municipality: string | null;
}

/** A family as a file tells it, in the form in which it is kept. Null: the file says nothing. */
export interface FileFamily {
  readonly givenName: string | null;
  readonly prefix: string | null;
  readonly familyName: string;
  readonly birthDate: Day | null;
  readonly dueDate: Day | null;
  readonly address: Residence | null;
  readonly insurer: string | null;
  readonly language: string | null;
  readonly parity: string | null;
  readonly maternityCare: string | null;
  readonly phones: readonly string[];
  readonly email: string | null;
}

/** A family that the organisation may see already, with the line that is compared. */
export interface OwnFamily extends FileFamily {
  readonly trajectoryId: string;
  readonly familyId: string;
  readonly bornOn: Day | null;
  readonly ended: boolean;
}

export const differenceFields = [
  "name",
  "birthDate",
  "dueDate",
  "address",
  "insurer",
  "language",
  "parity",
  "maternityCare",
  "phone",
  "email",
] as const;
export type DifferenceField = (typeof differenceFields)[number];

/** What the file says otherwise; both as shown. */
export interface Difference {
  readonly field: DifferenceField;
  readonly was: string | null;
  readonly becomes: string;
}

/** Why someone asks whether this is a family that is known: the number says so but the person does not, or the person does. */
export type DoubleReason = "number-of-another" | "likely-same" | "other-pregnancy";

/** How a line compares with the own families. */
export type Match =
  | { readonly kind: "new" }
  | { readonly kind: "known"; readonly trajectoryId: string }
  | { readonly kind: "changed"; readonly trajectoryId: string; readonly differences: readonly Difference[] }
  | {
      readonly kind: "double";
      readonly reason: DoubleReason;
      readonly trajectoryId: string;
      readonly differences: readonly Difference[];
    };

/** What the uploader decided about a match. */
export const matchDecisions = ["update", "keep", "attach-update", "attach", "pregnancy", "other"] as const;
export type MatchDecision = (typeof matchDecisions)[number];

/** A match with what was decided. */
export interface SettledMatch {
  readonly match: Match;
  readonly decision: MatchDecision | null;
  /** Lines of which the uploader said that they are another family's. */
  readonly not: readonly string[];
  /** She said so of the line behind this client number: it can't tell the two apart. */
  readonly numberOfAnother: boolean;
}

/** The answer to one doubt: the proposal, as written, or what was typed instead. */
export type Answer = { readonly choice: "accept" } | { readonly choice: "keep" } | { readonly choice: "typed"; readonly text: string };

/** Answers by the key of the doubt (`keyOf`). */
export type Answers = Readonly<Record<string, Answer>>;

/** One doubt of a line. */
export const keyOf = (finding: Pick<Finding, "code" | "field">): string => `${finding.code}.${finding.field}`;
