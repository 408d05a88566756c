import type { Category, Judgements } from "../assessment.ts";

/** What the definition says: a category with its reasons, or that it does not cover this [001 annex 1; domain 3.2]. */
export type Proposal =
  | { readonly covered: true; readonly category: Category; readonly warning: "urgent-though-sufficient" | null }
  | { readonly covered: false };

/**
 * The category that follows from three judgements. The program proposes, the professional decides. Protective factors that fall short
 * without any risk factor are not in the definition: there is no proposal then.
 */
export function decideCategory({ riskNow, protectiveSufficient, urgentRisk }: Judgements): Proposal {
  if (!riskNow) return protectiveSufficient ? propose("a") : { covered: false };
  if (protectiveSufficient) return { ...propose("b"), warning: urgentRisk ? "urgent-though-sufficient" : null };
  return propose(urgentRisk ? "d" : "c");
}

const propose = (category: Category) => ({ covered: true, category, warning: null }) as const;
