import type { ContactMove, ContactOutcome, ContactState } from "../youthContact.ts";

/** The whole life of one contact moment: from, to. Who did not come is asked again; who did not want it may still come. */
export const moves: Readonly<Record<ContactMove, { from: readonly ContactState[]; to: ContactState }>> = {
  hold: { from: ["planned", "missed", "declined"], to: "held" },
  miss: { from: ["planned", "missed"], to: "missed" },
  decline: { from: ["planned", "missed"], to: "declined" },
  takeBack: { from: ["missed", "held", "declined"], to: "planned" },
};

export const moveOf: Readonly<Record<ContactOutcome, Exclude<ContactMove, "takeBack">>> = {
  held: "hold",
  no_show: "miss",
  declined: "decline",
};

export const mayMove = (move: ContactMove, state: ContactState): boolean => moves[move].from.includes(state);

/** Where a contact moment stands, from what was recorded of it and not taken back, in the order of recording. */
export function stateFrom(outcomes: readonly ContactOutcome[]): ContactState {
  if (outcomes.includes("held")) return "held";
  if (outcomes.includes("declined")) return "declined";
  return outcomes.includes("no_show") ? "missed" : "planned";
}
