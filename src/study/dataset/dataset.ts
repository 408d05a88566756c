/**
 * The words of a data set: variables with their labels and missing reasons, and rows of values in the order of the variables. One description, from which
 * codebook, CSV, `.sav` and R are all made, so that they can't tell different things.
 */
export interface ValueLabel {
  readonly value: number;
  readonly label: string;
}

/** Why a value is not there, as a code that no measurement can be. */
export interface MissingCode {
  readonly code: number;
  readonly label: string;
  readonly reason: MissingReason;
}

/**
 * What a variable is for. `group`: something of the person that others may know (who knows several may know her); `moment`: a number of days since
 * her consent; `check`: tells something of the answers, such as a contradiction.
 */
export type VariableRole = "participant" | "wave" | "arm" | "site" | "group" | "moment" | "list" | "item" | "score" | "check" | "care";

export interface Variable {
  /** Known in every program: letter first, letters, digits and _; at most 64 bytes; distinct without regard to case. */
  readonly name: string;
  readonly label: string;
  readonly kind: "number" | "text" | "date";
  readonly measure: "nominal" | "ordinal" | "scale";
  readonly values: readonly ValueLabel[];
  readonly missing: readonly MissingCode[];
  readonly decimals: number;
  /** In what way it was made, in one sentence for the codebook. */
  readonly source: string;
  readonly role: VariableRole;
  /** The form of the scale that a score, item or check belongs to, such as brs-6. */
  readonly form: string | null;
}

/** A number, a text, a day (YYYY-MM-DD) for a date; null is the system-missing value. */
export type Cell = number | string | null;

export interface DataSet {
  /** Code of the study, such as study_1. */
  readonly study: string;
  readonly variables: readonly Variable[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Every reason has one code in every variable [domain 5.4]: a code that was mistaken for a number is the oldest fault of data sets. */
export const missingCodes = {
  skipped: -1,
  declined: -2,
  not_reached: -3,
  not_due: -4,
  lost: -5,
  withdrawn: -6,
  illegible: -7,
  no_response: -8,
  not_scored: -9,
} as const;
export type MissingReason = keyof typeof missingCodes;

/** Person x wave, or one row for each person. */
export type Shape = "long" | "wide";
