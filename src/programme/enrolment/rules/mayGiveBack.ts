import type { Day } from "../../../kit/day.ts";
import { refuse } from "../../../kit/refusal.ts";
import type { EnrolmentRefusal, GivenBackReason } from "../enrolment.ts";

export interface GiveBackFacts {
  readonly why: GivenBackReason;
  /** No care was delivered on this place, and none will be: the professional says so. */
  readonly noCare: boolean;
  readonly bornOn: Day | null;
  readonly lossOn: Day | null;
}

/** Only a place on which no care was or will be delivered is given back; after a loss only when the family says so [domain 4.1]. */
export function mayGiveBack({ why, noCare, bornOn, lossOn }: GiveBackFacts): EnrolmentRefusal | "go" {
  if (lossOn !== null && why !== "family_asks_after_loss" && why !== "mistake") return refuse("only-when-family-asks");
  if (lossOn === null && why === "family_asks_after_loss") return refuse("no-loss");
  if (!noCare) return refuse("care-delivered");
  if (why === "moved_before_birth" && bornOn !== null) return refuse("moved-after-birth", { on: bornOn });
  return "go";
}
