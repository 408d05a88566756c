/** What a home visit found: the words that the plan takes over as they stand. Source: [domain 3.4]. */
import type { Day } from "../../kit/day.ts";
import type { Category } from "../assessment/assessment.ts";
import type { LifeDomain } from "../signal/signal.ts";

export interface VisitReport {
  readonly visitId: string;
  readonly worksWell: string | null;
  /** In the family's own words: becomes the question of the plan. */
  readonly familyWants: string | null;
  readonly factors: readonly string[];
  readonly proposedCategory: Category | null;
  readonly proposalReason: string | null;
  readonly seenByFamily: boolean;
  readonly findings: readonly Finding[];
  readonly agreements: readonly VisitAgreement[];
}

export interface Finding {
  readonly dimension: LifeDomain;
  readonly found: string;
}

/** Becomes an agreement of the plan. */
export interface VisitAgreement {
  readonly what: string;
  readonly who: string;
  readonly dueOn: Day | null;
}

/** All that a role with "R summary" sees of a visit or a conversation. */
export interface ExplorationSummary {
  readonly subject: "home_visit" | "broad_conversation";
  readonly subjectId: string;
  readonly onDay: Day;
  readonly summary: string;
  readonly organisation: string;
}
