import type { Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { ClosingReason, HelpMove, HelpRefusal, HelpState } from "../helpRequest.ts";
import { signalTerms } from "./signalTerms.ts";

/** From which states each move is possible, who makes it, and to which state it leads. The whole life of a question is in this table. */
export const helpMoveRules: Readonly<
  Record<
    HelpMove,
    { readonly from: readonly HelpState[]; readonly by: "anyone" | "holder" | "not-holder"; readonly to: HelpState | "same" }
  >
> = {
  take: { from: ["waiting"], by: "anyone", to: "taken" },
  takeOver: { from: ["taken", "answered"], by: "not-holder", to: "same" },
  release: { from: ["taken"], by: "holder", to: "waiting" },
  noContact: { from: ["taken"], by: "holder", to: "same" },
  spoke: { from: ["taken", "answered"], by: "holder", to: "answered" },
  link: { from: ["taken", "answered"], by: "holder", to: "same" },
  forward: { from: ["waiting", "taken"], by: "anyone", to: "waiting" },
  close: { from: ["taken", "answered"], by: "holder", to: "closed" },
};

export interface HelpFacts {
  readonly state: HelpState;
  readonly receivedOn: Day;
  /** Membership of who took it up. */
  readonly takenBy: string | null;
  readonly takenByName: string | null;
  readonly actor: string;
  readonly today: Day;
  /** Days on which she was tried and not reached. */
  readonly attempts: readonly Day[];
  readonly day?: Day;
  readonly reason?: ClosingReason;
  readonly note?: string;
}

/** May this move be made? One person holds a question; who comes second is told who was first. */
export function decideHelpMove(move: HelpMove, facts: HelpFacts): Refusal<HelpRefusal> | "go" {
  const rule = helpMoveRules[move];
  const holds = facts.takenBy === facts.actor;
  if (move === "take" && facts.takenBy !== null && facts.state !== "closed") return refuse("taken-already", { by: facts.takenByName });
  if (!rule.from.includes(facts.state)) return refuse("not-in-state", { state: facts.state });
  if (rule.by === "holder" && !holds) return refuse("not-yours", { by: facts.takenByName });
  if (rule.by === "not-holder" && holds) return refuse("taken-already", { by: facts.takenByName });
  if (move === "forward" && facts.state === "taken" && !holds) return refuse("not-yours", { by: facts.takenByName });
  if ((move === "spoke" || move === "noContact") && facts.day !== undefined) {
    if (facts.day > facts.today) return refuse("in-the-future");
    if (facts.day < facts.receivedOn) return refuse("before-received", { receivedOn: facts.receivedOn });
  }
  if ((move === "spoke" || move === "forward") && (facts.note ?? "").trim().length < 3) return refuse("reason-needed");
  return move === "close" ? decideClosing(facts) : "go";
}

/** "Answered" needs that somebody spoke with her; "not reached" needs enough attempts, on more than one day. */
function decideClosing({ reason, state, attempts }: HelpFacts): Refusal<HelpRefusal> | "go" {
  if (reason === "answered" && state !== "answered") return refuse("speak-first");
  const enough = attempts.length >= signalTerms.attemptsBeforeClosing && new Set(attempts).size > 1;
  if (reason === "not_reached" && state !== "answered" && !enough)
    return refuse("try-more", { needed: signalTerms.attemptsBeforeClosing, done: attempts.length });
  return "go";
}
