import type { Actor } from "../../../platform/db/actor.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import { dayFor, planTerms } from "../rules/planTerms.ts";
import { findPlan } from "./plan.store.ts";
import { insertGoal, insertQuestion, lockPlan } from "./planEntries.store.ts";
import { followStand } from "./planWork.ts";

/**
 * Open questions and goals of an earlier line, written anew on the next one: there the family has yet to agree to them. The earlier plan
 * stays as it is. Agreements do not come along: they were made with others, for then. How many came along.
 */
export async function carryOverPlan(work: Work, actor: Actor, from: string, to: string): Promise<number> {
  const { db, today } = work;
  await lockPlan(db, to, "whole");
  const { questions, goals } = openOf(await findPlan(db, from));
  const ids = new Map<string, string>();
  for (const { id, wording } of questions) ids.set(id, await insertQuestion(db, { trajectoryId: to, wording, source: null }));
  for (const { wording, questionId, evaluateOn } of goals)
    await insertGoal(db, {
      trajectoryId: to,
      wording,
      source: null,
      questionId: questionId === null ? null : (ids.get(questionId) ?? null),
      evaluateOn: dayFor(evaluateOn, today, planTerms.goalDays),
    });
  const taken = questions.length + goals.length;
  if (taken > 0) await followStand(work, actor, to);
  return taken;
}

/** What of a plan is still to be reached. */
export function openOf({ questions, goals }: Pick<Awaited<ReturnType<typeof findPlan>>, "questions" | "goals">) {
  const open = <Entry extends { readonly state: string }>(list: readonly Entry[]) => list.filter(({ state }) => state === "open");
  return { questions: open(questions), goals: open(goals) };
}
