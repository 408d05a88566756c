import type { Day } from "../../kit/day.ts";
import type { Refusal } from "../../kit/refusal.ts";

/** The words of pillar 2 as it runs [domain 4.3]. */
export const flexibleOutcomes = ["self_reliant", "handed_over", "stopped", "period_over"] as const;
/** How it ended [domain 4.3]. */
export type FlexibleOutcome = (typeof flexibleOutcomes)[number];

/** What was decided while it ran. */
export interface FlexibleDecision {
  readonly id: string;
  readonly kind: "raised" | "ended";
  readonly minutesBefore: number | null;
  readonly minutesAfter: number | null;
  readonly outcome: FlexibleOutcome | null;
  readonly reason: string;
  readonly decidedOn: Day;
  readonly decidedBy: string;
}

/** Why a visit of pillar 2 is not planned, or a decision not taken. The sentence stands in `flexibleCare.texts.ts`. */
export type FlexibleRefusal = Refusal<
  | "flexible-no-place"
  | "flexible-given-back"
  | "flexible-ended"
  | "flexible-birth-unknown"
  | "flexible-before"
  | "flexible-past"
  | "flexible-too-many"
  | "flexible-too-long"
  | "flexible-over-hours"
  | "flexible-not-trained"
  | "flexible-other-assistant"
  | "flexible-not-more"
  | "changed-meanwhile"
  | "not-visible"
  | "not-your-role"
>;
