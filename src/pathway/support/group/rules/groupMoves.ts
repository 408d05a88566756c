import { refuse, type Refusal } from "../../../../kit/refusal.ts";
import type { GroupRefusal, PlaceMove, PlaceState } from "../group.ts";

/** The whole life of a family in a group: from, to, by whom. `ask` is the database's: who waits longest, as soon as a place is free. */
export const moves: Readonly<
  Record<PlaceMove, { from: readonly PlaceState[]; to: PlaceState; by: "giver" | "anyone" | "system"; needsConsent: boolean }>
> = {
  ask: { from: ["waiting"], to: "asked", by: "system", needsConsent: true },
  accept: { from: ["asked"], to: "placed", by: "giver", needsConsent: true },
  decline: { from: ["asked"], to: "signed_off", by: "giver", needsConsent: false },
  // A family signs off through whoever hears it.
  signOff: { from: ["placed", "waiting", "asked"], to: "signed_off", by: "anyone", needsConsent: false },
  finish: { from: ["placed"], to: "finished", by: "giver", needsConsent: false },
};

/** Which states hold a place. */
export const holding: readonly PlaceState[] = ["placed", "asked"];

export interface MoveFacts {
  readonly state: PlaceState;
  /** Works where the group is given. */
  readonly gives: boolean;
  /** The family is of that organisation, or allows that it knows who it is. */
  readonly consent: boolean;
}

/** May this move be made now? To leave is always allowed. */
export function decidePlaceMove(move: Exclude<PlaceMove, "ask">, { state, gives, consent }: MoveFacts): Refusal<GroupRefusal> | "go" {
  const rule = moves[move];
  if (rule.by === "giver" && !gives) return refuse("group-not-yours");
  if (!rule.from.includes(state)) return refuse("group-not-in-state", { state });
  return rule.needsConsent && !consent ? refuse("group-no-consent") : "go";
}

/** May this family come in, and as what? Full is no "no": it may wait. `free` is null for a group that is over. */
export function decideSignUp(facts: {
  readonly free: number | null;
  readonly inAlready: boolean;
  readonly consent: boolean;
  readonly mayWait: boolean;
}): Refusal<GroupRefusal> | Extract<PlaceState, "placed" | "waiting"> {
  if (facts.free === null) return refuse("group-over");
  if (facts.inAlready) return refuse("group-in-already");
  if (!facts.consent) return refuse("group-no-consent");
  if (facts.free > 0) return "placed";
  return facts.mayWait ? "waiting" : refuse("group-full");
}
