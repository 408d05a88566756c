import { refuse } from "../../../kit/refusal.ts";
import type { VisitMove, VisitRefusal, VisitState } from "../visit.ts";

/** Who may make a move: who plans (coordinator, intake), or also the assistant whose visit it is. */
type MovedBy = "planner" | "assistant";

/** The whole life of a visit: from, to, by whom, and whether it says why. */
export const moves: Readonly<
  Record<VisitMove, { readonly from: readonly VisitState[]; readonly to: VisitState; readonly by: MovedBy; readonly saysWhy: boolean }>
> = {
  replan: { from: ["planned"], to: "planned", by: "planner", saysWhy: false },
  start: { from: ["planned"], to: "planned", by: "assistant", saysWhy: false },
  // Missed by what was known that day, and yet she had come: the hours were given, so they are recorded [domain 4.2].
  deliver: { from: ["planned", "missed", "cancelled", "refused"], to: "delivered", by: "assistant", saysWhy: false },
  correct: { from: ["delivered"], to: "delivered", by: "assistant", saysWhy: true },
  refuse: { from: ["planned"], to: "refused", by: "assistant", saysWhy: true },
  miss: { from: ["planned"], to: "missed", by: "assistant", saysWhy: true },
  cancel: { from: ["planned"], to: "cancelled", by: "planner", saysWhy: true },
  // It never was, or it was with another family: what was booked is booked back.
  takeBack: { from: ["delivered"], to: "cancelled", by: "planner", saysWhy: true },
};

export interface MoveFacts {
  readonly state: VisitState;
  readonly mayPlan: boolean;
  /** It is her own visit. */
  readonly own: boolean;
  readonly saysWhy: boolean;
}

/** May this move be made now? */
export function decideMove(move: VisitMove, { state, mayPlan, own, saysWhy }: MoveFacts): VisitRefusal | "go" {
  const rule = moves[move];
  if (!mayPlan && !(own && rule.by === "assistant")) return refuse(rule.by === "planner" ? "not-your-role" : "not-your-visit");
  if (!rule.from.includes(state)) return refuse("visit-not-in-state", { state, move });
  return rule.saysWhy && !saysWhy ? refuse("reason-needed", { move }) : "go";
}

/** The moves by which a visit does not take place. */
export const endingMoves = ["refuse", "miss", "cancel", "takeBack"] as const;
export type EndingMove = (typeof endingMoves)[number];

/** Which of these may be made of this visit, by whom asks. */
export const endingMovesNow = (facts: Omit<MoveFacts, "saysWhy">): readonly EndingMove[] =>
  endingMoves.filter((move) => decideMove(move, { ...facts, saysWhy: true }) === "go");
