import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { isDone } from "../../../kit/refusal.ts";
import type { AnalysisPlan } from "../analysisPlan.ts";
import { proposalFor } from "../pilotPlans.ts";
import { listPlans } from "../server/analysis.store.ts";
import { keepAnalysisPlan, lockAnalysisPlan } from "../server/planAnalysis.ts";

/** The plan that is proposed for a study, kept and locked by the research desk: from then on its outcomes may be opened. */
export async function lockProposedPlan(desk: Actor, study: string, change: Partial<AnalysisPlan> = {}): Promise<void> {
  const proposal = proposalFor(study);
  if (!proposal) throw new Error(`No plan is proposed for ${study}.`);
  const kept = await keepAnalysisPlan(desk, { plan: { ...proposal, ...change }, why: null });
  const [newest] = await withActor(desk, "analysis.read", ({ db }) => listPlans(db, study));
  if (!isDone(kept) || !newest) throw new Error(`The plan was not kept: ${kept.code}.`);
  const locked = await lockAnalysisPlan(desk, { study, number: newest.number, sha256: newest.sha256 });
  if (!isDone(locked)) throw new Error(`The plan was not locked: ${locked.code}.`);
}
