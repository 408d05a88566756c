import type { Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { ChildcareRefusal, ChildcareState } from "../childcare.ts";

/** What may follow on what: from a wish to a place, and on to an end from anywhere. To stay where it is, is to mend what was typed. */
export const follows: Readonly<Record<ChildcareState, readonly ChildcareState[]>> = {
  wished: ["wished", "asked", "waiting", "placed", "ended"],
  asked: ["asked", "waiting", "placed", "ended"],
  waiting: ["waiting", "asked", "placed", "ended"],
  placed: ["placed", "ended"],
  ended: [],
};

/** What is typed of a place. */
export interface ChildcareFacts {
  readonly state: ChildcareState;
  readonly where: string | null;
  readonly since: Day | null;
  readonly until: Day | null;
  readonly vveOn: Day | null;
}

/** May this be recorded, where it stood so before? `from` is null for a new one. */
export function decidePlace(from: ChildcareState | null, typed: ChildcareFacts, today: Day): Refusal<ChildcareRefusal> | "go" {
  if (from === null ? typed.state === "ended" : !follows[from].includes(typed.state)) return refuse("childcare-not-in-state");
  if (typed.state === "placed" && typed.where === null) return refuse("childcare-where-needed");
  if (typed.state === "placed" && typed.since === null) return refuse("childcare-since-needed");
  if (typed.vveOn !== null && typed.vveOn > today) return refuse("childcare-day-wrong", { field: "vveOn" });
  if (typed.state === "ended" && (typed.until === null || typed.until > today || (typed.since !== null && typed.until < typed.since)))
    return refuse("childcare-day-wrong", { field: "until" });
  return "go";
}
