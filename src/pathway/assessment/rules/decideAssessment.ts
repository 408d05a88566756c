import type { Category, Judgements } from "../assessment.ts";
import { decideCategory } from "./decideCategory.ts";

export interface Decision {
  readonly judgements: Judgements;
  /** What she decided; empty as long as she has not seen the proposal. */
  readonly chosen: Category | null;
  readonly reason: string | null;
  /** The judgements of the proposal that she saw. */
  readonly seen: Judgements | null;
}

/**
 * May this decision be kept? She sees the proposal that belongs to her judgements first, and says why where she decides otherwise or
 * where the definition has no proposal [domain 3.2].
 */
export function decideAssessment({
  judgements,
  chosen,
  reason,
  seen,
}: Decision):
  | { readonly refused: "judgements-contradict" | "look-at-proposal" | "reason-needed" }
  | { readonly category: Category; readonly proposal: Category | null } {
  if (judgements.urgentRisk && !judgements.riskNow) return { refused: "judgements-contradict" };
  if (chosen === null || seen === null || !same(judgements, seen)) return { refused: "look-at-proposal" };
  const proposal = decideCategory(judgements);
  const proposed = proposal.covered ? proposal.category : null;
  if (chosen !== proposed && (reason === null || reason.trim().length < 3)) return { refused: "reason-needed" };
  return { category: chosen, proposal: proposed };
}

const same = (one: Judgements, other: Judgements): boolean =>
  one.riskNow === other.riskNow && one.urgentRisk === other.urgentRisk && one.protectiveSufficient === other.protectiveSufficient;
