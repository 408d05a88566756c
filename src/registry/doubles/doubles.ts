/** The words of doubles: two records that may be one person and one pregnancy. */
import type { Day } from "../../kit/day.ts";

/** What a double is recognised by; the least that says it. */
export interface Person {
  readonly givenName: string | null;
  readonly prefix: string | null;
  readonly familyName: string;
  readonly birthDate: Day | null;
  readonly dueDate: Day | null;
  /** Without a space. */
  readonly postcode: string | null;
}

/** What is alike in two records: why they may be one. */
export type Likeness =
  | "name-same"
  | "name-letter-off"
  | "name-part"
  | "name-other"
  | "given-same"
  | "given-letter-off"
  | "given-initial"
  | "birth-same"
  | "birth-swapped"
  | "birth-digit-off"
  | "due-same"
  | "due-near"
  | "postcode-same"
  | "postcode-near";

/** `same-line`: the same person and the same pregnancy. `same-person`: she seems to be known from another pregnancy. */
export interface Verdict {
  readonly kind: "same-line" | "same-person" | "different";
  readonly likeness: readonly Likeness[];
}
