/** The words of cases: what is stuck in the lines that someone leads or coordinates [domain 3.9; screens.md: "what is stuck and with whom"]. */
import type { Day } from "../../kit/day.ts";
import type { StuckReason } from "../trajectory/workKind.ts";

/** Whose cases: those that I lead, or those of my municipality. */
export const caseScopes = ["lead", "municipality"] as const;
export type CaseScope = (typeof caseScopes)[number];

/** A piece of someone's work on a case, with what its kind says of getting stuck. */
export interface FollowedWork {
  readonly trajectoryId: string;
  readonly subjectId: string;
  readonly reason: StuckReason;
  readonly atOnce: boolean;
  readonly alert: boolean;
  readonly since: Day;
  readonly dueOn: Day;
  /** Whose work it is. */
  readonly principal: number;
}

/** One thing that is stuck: for how many days, and with whom. */
export type Stuck<Work extends FollowedWork = FollowedWork> = Work & { readonly days: number };

export type CaseRefusal = "case-not-stuck" | "case-taken-already";
