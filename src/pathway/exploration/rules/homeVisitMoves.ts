import type { Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Line } from "../../trajectory/line.ts";
import type { VisitKind, VisitMove, VisitRefusal, VisitState } from "../homeVisit.ts";

/** From which states each move is possible, where it leads, and who makes it. The whole life of a home visit is on this page. */
export const moves: Readonly<
  Record<VisitMove, { from: readonly VisitState[]; to: VisitState; by: "asked" | "either"; needsConsent: boolean }>
> = {
  accept: { from: ["requested"], to: "accepted", by: "asked", needsConsent: true },
  decline: { from: ["requested"], to: "declined", by: "asked", needsConsent: false },
  schedule: { from: ["accepted", "scheduled", "no_show"], to: "scheduled", by: "asked", needsConsent: true },
  missed: { from: ["scheduled"], to: "no_show", by: "asked", needsConsent: true },
  hold: { from: ["scheduled"], to: "held", by: "asked", needsConsent: true },
  report: { from: ["held"], to: "reported", by: "asked", needsConsent: true },
  // Also after the visit: without consent there is no report, and the visit must still come to an end.
  cancel: { from: ["requested", "accepted", "scheduled", "no_show", "held"], to: "cancelled", by: "either", needsConsent: false },
};

/** On which side the asker stands; both, when a youth health service asks itself. */
export interface Sides {
  readonly asked: boolean;
  readonly asking: boolean;
}

/** What the family said about this visit, to this organisation. */
export interface VisitConsent {
  readonly inForce: boolean;
  readonly withdrawnOn: Day | null;
  readonly parts: readonly string[];
}

export interface MoveFacts {
  readonly state: VisitState;
  readonly sides: Sides;
  readonly consent: VisitConsent | null;
}

/** May this move be made now? Consent counts at the moment of the move [001 3.6]; to end it is always allowed. */
export function decideMove(move: VisitMove, { state, sides, consent }: MoveFacts): Refusal<VisitRefusal> | "go" {
  const rule = moves[move];
  const theirs = rule.by === "either" ? sides.asked || sides.asking : sides.asked;
  if (!theirs) return refuse("visit-not-your-organisation");
  // Who was asked and is not involved yet declines; she has nothing to cancel.
  const isTheirs = move !== "cancel" || state !== "requested" || sides.asking;
  if (!rule.from.includes(state) || !isTheirs) return refuse("visit-not-in-state", { state, move });
  return rule.needsConsent ? decideConsent(consent) : "go";
}

/** After a move either side says that who was asked goes all the same; who was asked first has to take it on. */
export const mayKeep = (sides: Sides, state: VisitState): boolean => sides.asking || (sides.asked && state !== "requested");

/** What a request is made on. */
export interface AskFacts {
  readonly kind: VisitKind;
  readonly line: Pick<Line, "state" | "bornOn">;
  /** Whether who is asked is a youth health service at all. */
  readonly known: boolean;
  readonly consent: VisitConsent | null;
}

/** May a visit be asked for now? Not on a line that ended, before the birth a prenatal one, after it a postnatal one. */
export function decideAsk({ kind, line, known, consent }: AskFacts): Refusal<VisitRefusal> | "go" {
  if (line.state !== "open") return refuse("visit-line-ended");
  if (kind === "prenatal" && line.bornOn !== null) return refuse("visit-not-prenatal");
  if (kind === "postnatal" && line.bornOn === null) return refuse("visit-not-postnatal");
  return known ? decideConsent(consent) : refuse("visit-nobody-asked");
}

/** Does the family allow this visit by this organisation? A visit to someone whose name one may not know cannot be. */
export function decideConsent(consent: VisitConsent | null): Refusal<VisitRefusal> | "go" {
  if (consent === null || !consent.inForce) return refuse("visit-no-consent", { withdrawnOn: consent?.withdrawnOn ?? null });
  return consent.parts.includes("identity") && consent.parts.includes("exploration") ? "go" : refuse("visit-consent-too-narrow");
}
