import type { FlowFacts, Stage } from "../flow.ts";

/**
 * Where a family stands on the route; null when it is no longer on it. The furthest step counts: who has a place is not asked for a visit again.
 * The database says the same with trust.route_stage (a test walks both).
 */
export function stageOf({ over, category, visit, plan, placeIn1, placeIn2, noPlace, care }: FlowFacts): Stage | null {
  if (over) return null;
  if (placeIn2) return "flexible";
  if (placeIn1) return care ? "maternity" : "placed";
  if (noPlace) return "support";
  if (category === null) return "intake";
  if (category === "a") return "self_reliant";
  if (visit !== "held") return visit === "asked" ? "visit_asked" : "ask_visit";
  if (!plan) return "agreements";
  return category === "b" ? "support" : "decision";
}
