import type { Day } from "../../../kit/day.ts";
import { refuse } from "../../../kit/refusal.ts";
import type { Pillar, ProgrammeSettings } from "../../configuration/programme.ts";
import type { AnswerNow, EnrolmentRefusal } from "../enrolment.ts";

export interface EntryFacts {
  readonly today: Day;
  readonly lineState: "open" | "ended";
  readonly bornOn: Day | null;
  readonly holdsPlace: boolean;
  /** What the family said about taking part. */
  readonly programme: AnswerNow | null;
}

/** What must hold beside the criteria before a place can be taken at all. A loss is no reason: support goes on [domain 3.10]. */
export function mayEnter(pillar: Pillar, windows: ProgrammeSettings["windows"], facts: EntryFacts): EnrolmentRefusal | "go" {
  if (facts.holdsPlace) return refuse("place-already");
  if (facts.lineState === "ended") return refuse("line-ended");
  if (windows.inflowUntil !== null && facts.today > windows.inflowUntil) return refuse("inflow-closed", { on: windows.inflowUntil });
  const lastDay = lastDayOfPillar2(facts.bornOn, windows);
  if (pillar === 2 && lastDay !== null && facts.today > lastDay) return refuse("period-over", { on: lastDay });
  if (facts.programme !== null && !facts.programme.inForce && (!facts.programme.given || facts.programme.withdrawnOn !== null))
    return refuse("family-does-not-want", { on: facts.programme.withdrawnOn ?? facts.programme.givenOn });
  return "go";
}

/** Until six months after birth [001 3.3.2]; null before the birth. */
export const lastDayOfPillar2 = (bornOn: Day | null, { pillar2Months }: Pick<ProgrammeSettings["windows"], "pillar2Months">): Day | null =>
  bornOn === null ? null : Temporal.PlainDate.from(bornOn).add({ months: pillar2Months }).toString();
