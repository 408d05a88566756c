import type { Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { SignalMove, SignalRefusal } from "../signal.ts";

/** What a move is decided on. */
export interface SignalNow {
  readonly state: "open" | "withdrawn";
  readonly observedOn: Day;
  readonly discussedOn: Day | null;
}

/** From which state each move is possible, and to which it leads. The whole life of a signal is in this table. */
export const moves: Readonly<
  Record<SignalMove, { readonly from: SignalNow["state"]; readonly to: SignalNow["state"]; readonly needs: "day" | "reason" | null }>
> = {
  discuss: { from: "open", to: "open", needs: "day" },
  withdraw: { from: "open", to: "withdrawn", needs: "reason" },
  restore: { from: "withdrawn", to: "open", needs: null },
};

export interface MoveFacts {
  readonly signal: SignalNow;
  readonly byAuthorsOrganisation: boolean;
  readonly today: Day;
  /** When it was discussed, for `discuss`. */
  readonly day?: Day | null;
  /** Why, for `withdraw`. */
  readonly reason?: string | null;
}

/** May this move be made? What an organisation noticed, only that organisation withdraws or calls discussed. */
export function decideMove(
  move: SignalMove,
  { signal, byAuthorsOrganisation, today, day, reason }: MoveFacts,
): Refusal<SignalRefusal> | "go" {
  const rule = moves[move];
  if (!byAuthorsOrganisation) return refuse("not-your-organisation");
  if (signal.state !== rule.from) return refuse("not-in-state", { state: signal.state });
  if (rule.needs === "reason" && (reason ?? "").trim().length < 3) return refuse("reason-needed");
  if (rule.needs !== "day") return "go";
  if (signal.discussedOn !== null) return refuse("discussed-already", { on: signal.discussedOn });
  if (!day || day > today) return refuse("in-the-future");
  return day < signal.observedOn ? refuse("discussed-before-seen", { observedOn: signal.observedOn }) : "go";
}
