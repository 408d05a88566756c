import type { HandoverState } from "../handover.ts";

export interface LetGoFacts {
  readonly state: HandoverState;
  readonly senderStays: boolean;
  /** The sender's organisation leads the case. */
  readonly senderLeads: boolean;
  /** The receiver's organisation is active, and its care relation is open. */
  readonly receiverInvolved: boolean;
  /** The sender took the family on again since, by a later handover. */
  readonly receivedSince: boolean;
}

/**
 * Does the care relation of the sender end? Only once it was held, never of who leads the case, and never while the receiver is not
 * involved: then nobody would be. The database does the same (trust.let_sender_go).
 */
export function letsGo({
  state,
  senderStays,
  senderLeads,
  receiverInvolved,
  receivedSince,
}: LetGoFacts): "stays" | "not-yet" | "lead-first" | "goes" {
  if (senderStays || receivedSince) return "stays";
  if (state !== "accepted" && state !== "held") return "not-yet";
  if (senderLeads) return "lead-first";
  return state === "held" && receiverInvolved ? "goes" : "not-yet";
}
