import { daysBetween, type Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { EntryMove, EntryState, PlanRefusal, PlanStand } from "../familyPlan.ts";

interface MoveRule {
  readonly from: readonly EntryState[];
  readonly to: EntryState;
  /** Whether it goes on, so that a next evaluation moment must be named. Questions have none: their goals and agreements do. */
  readonly next: boolean;
}

/** The whole life of a question, a goal or an agreement: what is open stays on its way to a day; what ended can be taken up again. */
export const planMoves: Readonly<Record<EntryMove, MoveRule>> = {
  change: { from: ["open"], to: "open", next: true },
  go_on: { from: ["open"], to: "open", next: true },
  scale_up: { from: ["open"], to: "open", next: true },
  scale_down: { from: ["open"], to: "open", next: true },
  reached: { from: ["open"], to: "reached", next: false },
  stop: { from: ["open"], to: "stopped", next: false },
  reopen: { from: ["reached", "stopped"], to: "open", next: true },
};

/** The life of the plan itself: final only as the family agreed to it, and a draft again with the first change of what was agreed. */
export const standMoves = {
  /** Something of what the family agreed to, or has yet to agree to, was added, changed or dropped. */
  change: { from: ["empty", "draft", "final"], to: "draft" },
  /** The family agreed to all of it. */
  agree: { from: ["draft"], to: "final" },
} as const satisfies Readonly<Record<string, { from: readonly PlanStand[]; to: PlanStand }>>;

/** No evaluation moment lies further ahead: a line ends at the second birthday. */
const furthestDays = 730;

/** May this move be made now, and with this next day? */
export function decideMove(
  move: EntryMove,
  facts: { state: EntryState; nextOn: Day | null; today: Day; withoutDay?: boolean },
): Refusal<PlanRefusal> | "go" {
  const rule = planMoves[move];
  if (!rule.from.includes(facts.state)) return refuse("not-open");
  if (!rule.next || facts.withoutDay === true) return "go";
  return facts.nextOn === null ? refuse("next-day-needed") : decideDay(facts.nextOn, facts.today);
}

/** An evaluation moment lies ahead, and not beyond the line. */
export function decideDay(day: Day, today: Day): Refusal<PlanRefusal> | "go" {
  const ahead = daysBetween(today, day);
  if (ahead < 0) return refuse("day-passed");
  return ahead > furthestDays ? refuse("day-too-far") : "go";
}

/** May it be recorded that the family agreed? */
export function decideAgree(facts: {
  stand: PlanStand;
  agreedOn: Day;
  today: Day;
  lastAgreedOn: Day | null;
  agreedBy: readonly string[];
  members: readonly string[];
}): Refusal<PlanRefusal> | "go" {
  const from: readonly PlanStand[] = standMoves.agree.from;
  if (!from.includes(facts.stand)) return refuse(facts.stand === "empty" ? "plan-empty" : "agreed-already");
  if (facts.agreedOn > facts.today) return refuse("agreed-in-future");
  if (facts.lastAgreedOn !== null && facts.agreedOn < facts.lastAgreedOn) return refuse("agreed-before-last");
  const known = facts.agreedBy.length > 0 && facts.agreedBy.every((id) => facts.members.includes(id));
  return known ? "go" : refuse("nobody-agreed");
}
