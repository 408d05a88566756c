import type { Day } from "../../../../kit/day.ts";
import { refuse, type Refusal } from "../../../../kit/refusal.ts";
import type { BookingMove, BookingState } from "../interpreter.ts";

interface Rule {
  readonly from: readonly BookingState[];
  readonly to: BookingState;
}

/** The life of an interpreter for one appointment. */
export const moves: Readonly<Record<BookingMove, Rule>> = {
  arrange: { from: ["asked"], to: "arranged" },
  confirm: { from: ["arranged"], to: "confirmed" },
  hold: { from: ["arranged", "confirmed"], to: "held" },
  miss: { from: ["arranged", "confirmed"], to: "missed" },
  cancel: { from: ["asked", "arranged", "confirmed"], to: "cancelled" },
};

export type BookingRefusal = "not-in-state" | "needs-agency" | "not-yet";
export interface BookingFacts {
  readonly state: BookingState;
  readonly onDay: Day;
  readonly today: Day;
  readonly agency: string | null;
}

export function decideMove(move: BookingMove, { state, onDay, today, agency }: BookingFacts): Refusal<BookingRefusal> | "go" {
  const rule = moves[move];
  if (!rule.from.includes(state)) return refuse("not-in-state", { state });
  if (move === "arrange" && agency === null) return refuse("needs-agency");
  return (move === "hold" || move === "miss") && onDay > today ? refuse("not-yet") : "go";
}

/** What waits for who arranges it. */
export function workOfBooking(
  state: BookingState,
  onDay: Day,
  today: Day,
  daysBefore: number,
): { kind: "interpreter.arrange" | "interpreter.confirm"; dueOn: Day } | null {
  if (state !== "asked" && state !== "arranged") return null;
  const before = Temporal.PlainDate.from(onDay)
    .subtract({ days: state === "asked" ? daysBefore : 1 })
    .toString();
  return { kind: state === "asked" ? "interpreter.arrange" : "interpreter.confirm", dueOn: before < today ? today : before };
}
