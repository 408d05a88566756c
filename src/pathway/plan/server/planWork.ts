import { addDays } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import { closeWork, putWork } from "../../trajectory/server/door.ts";
import type { Agreement, PlanStand } from "../familyPlan.ts";
import { contentOf, reachedOf, standOf } from "../rules/planContent.ts";
import { planTerms } from "../rules/planTerms.ts";
import { findPlan } from "./plan.store.ts";
import { listVersions } from "./planVersions.store.ts";

/** What is asked about one part of the plan, of whomever. */
const aboutOne = ["plan.evaluation", "plan.agreement", "plan.responsible-left", "plan.reported"];

/** Nothing more is asked about this part, until its next day. */
export const nothingAsked = ({ db }: Work, trajectoryId: string, subjectId: string, why: string): Promise<void> =>
  closeWork(db, { trajectoryId, kind: aboutOne, subjectId, why });

/** A professional who is responsible has it on her list, with its day. */
export async function tellResponsible(
  { db }: Work,
  actor: Actor,
  trajectoryId: string,
  one: Pick<Agreement, "id" | "responsible" | "evaluateOn">,
): Promise<void> {
  if (one.responsible.kind !== "professional") return;
  await putWork(db, {
    for: { membershipId: one.responsible.membershipId },
    trajectoryId,
    kind: "plan.agreement",
    subjectId: one.id,
    dueOn: one.evaluateOn,
    facts: { on: one.evaluateOn, by: actor.organisation },
  });
}

/** Who changes what the family agreed to, or has yet to agree to, discusses it with the family; that stays in view until it agreed. */
export async function followStand(work: Work, actor: Actor, trajectoryId: string): Promise<PlanStand> {
  const { db, today } = work;
  const [newest] = await listVersions(db, trajectoryId);
  const plan = await findPlan(db, trajectoryId);
  const stand = standOf(contentOf(plan), newest?.content ?? null, reachedOf(plan));
  if (stand === "draft")
    await putWork(db, {
      for: { membershipId: actor.membershipId },
      trajectoryId,
      kind: "plan.discuss",
      subjectId: trajectoryId,
      dueOn: addDays(today, planTerms.discussDays),
      facts: { on: today },
    });
  else await closeWork(db, { trajectoryId, kind: "plan.discuss", subjectId: trajectoryId, why: stand });
  return stand;
}
