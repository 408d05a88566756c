import type { Criterion } from "../enrolment.ts";

/** The piece of work that an unknown criterion is, and who can answer it. */
export interface ToDo {
  /** Such as `programme-insurer-unknown`. */
  readonly kind: `programme-${string}-unknown`;
  readonly by: "obstetric" | "youth";
}

export const toDoOf = ({ code, reason }: Pick<Criterion, "code" | "reason">): ToDo => ({
  kind: `programme-${code.replaceAll("_", "-")}-unknown`,
  by: reason === "need-youth-not-agreed" ? "youth" : "obstetric",
});
