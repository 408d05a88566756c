import { refuse, type Refusal } from "../../../../kit/refusal.ts";
import type { AnswerWay, CandidateState, ReferralMove, ReferralRefusal } from "../referral.ts";

/** The whole life of a referral to one candidate: from, to, by whom, with consent or not. `taken` is no move: it follows from another's acceptance. */
export const moves: Readonly<
  Record<ReferralMove, { from: readonly CandidateState[]; to: CandidateState; by: "asked" | "either"; needsConsent: boolean }>
> = {
  accept: { from: ["requested", "waitlisted"], to: "accepted", by: "asked", needsConsent: true },
  decline: { from: ["requested", "waitlisted"], to: "declined", by: "asked", needsConsent: false },
  waitlist: { from: ["requested", "waitlisted"], to: "waitlisted", by: "asked", needsConsent: false },
  start: { from: ["accepted"], to: "started", by: "asked", needsConsent: true },
  complete: { from: ["started"], to: "completed", by: "asked", needsConsent: false },
  stop: { from: ["accepted", "started"], to: "stopped", by: "asked", needsConsent: false },
  // The family any time, through whoever hears it; who asked takes her own request back.
  withdraw: { from: ["requested", "waitlisted", "accepted", "started"], to: "withdrawn", by: "either", needsConsent: false },
};

/** On which side the asker stands; both when an organisation asks itself. */
export interface Sides {
  readonly asked: boolean;
  readonly asking: boolean;
}

/** What the family said about sharing with this candidate. */
export interface ReferralConsent {
  readonly inForce: boolean;
  readonly withdrawnOn: string | null;
  readonly parts: readonly string[];
}

export interface MoveFacts {
  readonly state: CandidateState;
  readonly way: AnswerWay;
  readonly sides: Sides;
  readonly consent: ReferralConsent | null;
  /** Places that the offer still has; null or left out where nobody counts them. */
  readonly room?: number | null;
}

/** May this move be made now? Consent counts at the moment of the move; to end is always allowed. Who has no account is answered for by who asked. */
export function decideMove(move: ReferralMove, { state, way, sides, consent, room = null }: MoveFacts): Refusal<ReferralRefusal> | "go" {
  const rule = moves[move];
  const theirs = sides.asked || (sides.asking && (rule.by === "either" || way !== "wieg"));
  // Who was asked and does not know the family yet declines; she has nothing to withdraw.
  const knows = move !== "withdraw" || sides.asking || state === "accepted" || state === "started";
  if (!theirs || !knows) return refuse("referral-not-your-side");
  if (state === "taken") return refuse("referral-taken");
  if (!rule.from.includes(state)) return refuse("referral-not-in-state", { state, move });
  const allowed = rule.needsConsent ? decideConsent(consent) : "go";
  // Who works without Wieg knows her own places.
  return allowed === "go" && move === "accept" && way === "wieg" && room === 0 ? refuse("referral-last-place-gone") : allowed;
}

/** Does the family allow that this organisation knows who it is? */
export function decideConsent(consent: ReferralConsent | null): Refusal<ReferralRefusal> | "go" {
  if (consent === null || !consent.inForce) return refuse("referral-no-consent", { withdrawnOn: consent?.withdrawnOn ?? null });
  return consent.parts.includes("identity") ? "go" : refuse("referral-consent-too-narrow");
}
