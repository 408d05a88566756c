import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { EntryKind } from "../familyPlan.ts";
import { agreePlan, digestOf, type AgreeInput } from "../server/agreePlan.ts";
import { addAgreement, type AgreementInput } from "../server/changePlan.ts";
import { findPlanView, type PlanView } from "../server/readPlan.ts";

/** An agreement as most are: her sister helps, within two weeks. */
export const anAgreement = (change: Partial<AgreementInput> = {}): AgreementInput => ({
  wording: "Samen de post openen",
  responsible: { kind: "network", name: "Haar zus" },
  evaluateOn: "2026-11-23",
  questionId: null,
  goalId: null,
  ...change,
});

/** The plan as this actor sees it; null when she sees none. */
export const planOf = (actor: Actor, trajectoryId: string): Promise<PlanView | null> =>
  withActor(actor, "plan.read", async (work) => {
    const line = await findLine(work.db, trajectoryId);
    return line && findPlanView(work, line, actor);
  });

/** One of the parts, by its words. */
export async function partOf<Kind extends EntryKind>(actor: Actor, trajectoryId: string, kind: Kind, wording: string) {
  const parts: readonly PlanView[`${Kind}s`][number][] = (await planOf(actor, trajectoryId))?.[`${kind}s`] ?? [];
  const found = parts.find((one) => one.wording === wording);
  if (!found) throw new Error(`No ${kind} ${wording}.`);
  return found;
}

export async function addedAgreement(actor: Actor, trajectoryId: string, change: Partial<AgreementInput> = {}): Promise<string> {
  const outcome = await addAgreement(actor, { trajectoryId, ...anAgreement(change) });
  if (!("id" in outcome)) throw new Error(outcome.code);
  return outcome.id;
}

/** The family agrees to the plan as it stands. */
export async function agreed(actor: Actor, line: { trajectoryId: string; motherId: string }, change: Partial<AgreeInput> = {}) {
  const view = await planOf(actor, line.trajectoryId);
  if (!view) throw new Error("No plan to agree to.");
  return agreePlan(actor, {
    trajectoryId: line.trajectoryId,
    seen: digestOf(view.content),
    agreedOn: "2026-11-09",
    way: "spoken",
    agreedBy: [line.motherId],
    ...change,
  });
}
