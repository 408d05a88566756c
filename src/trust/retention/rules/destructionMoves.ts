import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Mover, RequestMove, RequestState } from "../retention.ts";

interface Rule {
  readonly from: readonly RequestState[];
  readonly to: RequestState;
  readonly by: Mover["side"];
}

/** The life of a request to destroy. From `confirmed` there is no way back. */
export const moves: Readonly<Record<RequestMove, Rule>> = {
  grant: { from: ["asked"], to: "granted", by: "officer" },
  refuse: { from: ["asked"], to: "refused", by: "officer" },
  extend: { from: ["asked"], to: "asked", by: "officer" },
  confirm: { from: ["granted"], to: "confirmed", by: "organisation" },
  carry_out: { from: ["confirmed"], to: "carried_out", by: "job" },
  withdraw: { from: ["asked", "granted"], to: "withdrawn", by: "organisation" },
};

export type MoveRefusal = "not-your-side" | "not-in-state" | "same-person";

/** May this move be made now, by whom? Two persons: who decided does not confirm. */
export function decideMove(move: RequestMove, state: RequestState, mover: Mover): Refusal<MoveRefusal> | "go" {
  const rule = moves[move];
  if (rule.by !== mover.side) return refuse("not-your-side");
  if (!rule.from.includes(state)) return refuse("not-in-state", { state });
  return move === "confirm" && mover.decided ? refuse("same-person") : "go";
}
