import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { HandoverMove, HandoverRefusal, HandoverState } from "../handover.ts";

/** The whole life of a handover: from, to, by which side, with consent or not [domain 3.8]. */
export const moves: Readonly<
  Record<HandoverMove, { from: readonly HandoverState[]; to: HandoverState; by: "sender" | "receiver" | "either"; needsConsent: boolean }>
> = {
  change: { from: ["prepared"], to: "prepared", by: "sender", needsConsent: false },
  offer: { from: ["prepared"], to: "offered", by: "sender", needsConsent: true },
  // To someone outside Wieg: the family itself agreed, since no consent can be kept for who is not here.
  give: { from: ["prepared"], to: "given", by: "sender", needsConsent: false },
  accept: { from: ["offered"], to: "accepted", by: "receiver", needsConsent: true },
  decline: { from: ["offered"], to: "declined", by: "receiver", needsConsent: false },
  // Not after acceptance: then the receiver is responsible, and hands over herself where that was wrong.
  withdraw: { from: ["prepared", "offered"], to: "withdrawn", by: "sender", needsConsent: false },
  hold: { from: ["accepted"], to: "held", by: "either", needsConsent: false },
};

/** On which side the asker stands. */
export interface Sides {
  readonly sender: boolean;
  readonly receiver: boolean;
}

/** What the family said about sharing with the receiver. */
export interface HandoverConsent {
  readonly inForce: boolean;
  readonly withdrawnOn: string | null;
  readonly parts: readonly string[];
}

export interface MoveFacts {
  readonly state: HandoverState;
  readonly sides: Sides;
  readonly consent: HandoverConsent | null;
}

/** May this move be made now? Consent counts at the moment of the move; to end is always allowed. */
export function decideMove(move: HandoverMove, { state, sides, consent }: MoveFacts): Refusal<HandoverRefusal> | "go" {
  const rule = moves[move];
  const theirs = rule.by === "either" ? sides.sender || sides.receiver : sides[rule.by];
  if (!theirs) return refuse("handover-not-your-side");
  if (!rule.from.includes(state))
    return state === "accepted" && ["accept", "withdraw"].includes(move)
      ? refuse("handover-accepted-already", { move })
      : refuse("handover-not-in-state", { state, move });
  return rule.needsConsent ? decideConsent(consent) : "go";
}

/** Does the family allow that the receiver knows who it is, and reads its plan? */
export function decideConsent(consent: HandoverConsent | null): Refusal<HandoverRefusal> | "go" {
  if (consent === null || !consent.inForce) return refuse("handover-no-consent", { withdrawnOn: consent?.withdrawnOn ?? null });
  return consent.parts.includes("identity") && consent.parts.includes("plan") ? "go" : refuse("handover-consent-too-narrow");
}

/** Who answers for the family: the sender until the receiver accepted [domain 3.8]. */
export const responsibleSide = (state: HandoverState): "sender" | "receiver" =>
  state === "accepted" || state === "held" ? "receiver" : "sender";
