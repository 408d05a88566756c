import type { Day } from "../../../kit/day.ts";
import { done, refuse } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { entryKinds, type Evaluation } from "../familyPlan.ts";
import { planMoves, decideMove } from "../rules/planMoves.ts";
import { insertEvaluation, saveEntry } from "./planEntries.store.ts";
import { followStand, nothingAsked, tellResponsible } from "./planWork.ts";
import { entryOf, mayBeResponsible, staleness, writingPlan } from "./writingPlan.ts";

export interface EvaluationInput {
  readonly trajectoryId: string;
  /** Of a question, a goal or an agreement: no two have the same. */
  readonly id: string;
  readonly version: number;
  readonly outcome: Evaluation["outcome"];
  /** How it went, in one sentence. */
  readonly sentence: string;
  readonly nextOn: Day | null;
}

/** How it went, and what follows: reached, go on, scale up, scale down, stop, or taken up again [003 phase 3]. */
export const evaluate = (actor: Actor, input: EvaluationInput) =>
  writingPlan(actor, "plan.evaluated", input.trajectoryId, async (writing) => {
    const { id, trajectoryId, outcome } = input;
    const kind = entryKinds.find((one) => entryOf(writing.plan, one, id) !== null);
    const now = kind && entryOf(writing.plan, kind, id);
    if (!kind || !now) return refuse("not-visible");
    const stale = staleness(now, input.version);
    if (stale) return stale;
    const goesOn = planMoves[outcome].next && kind !== "question";
    const nextOn = goesOn ? input.nextOn : null;
    const decided = decideMove(outcome, { state: now.state, nextOn, today: writing.today, withoutDay: kind === "question" });
    if (decided !== "go")
      return decided.code === "day-passed" || decided.code === "day-too-far" ? refuse(decided.code, { field: "nextOn" }) : decided;
    const state = planMoves[outcome].to;
    if (!(await saveEntry(writing.db, kind, input, { state, ...(nextOn === null ? {} : { evaluateOn: nextOn }) })))
      return refuse("changed-meanwhile");
    await insertEvaluation(writing.db, trajectoryId, { kind, subjectId: id, outcome, sentence: input.sentence, nextOn });
    await nothingAsked(writing, trajectoryId, id, outcome === "stop" ? "stopped" : "evaluated");
    const agreement = nextOn === null ? null : entryOf(writing.plan, "agreement", id);
    if (agreement && nextOn !== null && (await mayBeResponsible(writing, trajectoryId, agreement.responsible)))
      await tellResponsible(writing, actor, trajectoryId, { ...agreement, evaluateOn: nextOn });
    await followStand(writing, actor, trajectoryId);
    return done({ scaledUp: outcome === "scale_up" });
  });
