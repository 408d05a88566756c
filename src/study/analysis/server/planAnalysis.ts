import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { pilotStudies } from "../../design/pilotStudies.ts";
import type { AnalysisPlan, PlanRefusal } from "../analysisPlan.ts";
import { checkPlan } from "../rules/checkPlan.ts";
import { keepPlan, listPlans, lockPlanOf } from "./analysis.store.ts";

/** Keeps a next version of the plan as a draft. The former stays as it is, with its hash; after a locked one the reason goes along. */
export const keepAnalysisPlan = (
  actor: Actor,
  { plan, why }: { readonly plan: AnalysisPlan; readonly why: string | null },
): Promise<Done | PlanRefusal> =>
  withActor(actor, "analysis.plan-kept", async ({ db, about }) => {
    about({ purpose: plan.study });
    const study = pilotStudies.find(({ code }) => code === plan.study);
    if (!study) return refuse("not-visible");
    const problems = checkPlan(plan, study);
    if (problems.length > 0) return { code: "problems", problems } as const;
    const [newest] = await listPlans(db, plan.study);
    if (newest && JSON.stringify(newest.content) === JSON.stringify(plan)) return refuse("unchanged");
    const kept = await keepPlan(db, plan, why);
    return kept === "done" ? done({}) : refuse(kept);
  });

/** Locks the newest version as it was seen. From then on outcomes by arm can be opened, with this plan. */
export const lockAnalysisPlan = (
  actor: Actor,
  { study, number, sha256 }: { readonly study: string; readonly number: number; readonly sha256: string },
): Promise<Done | PlanRefusal> =>
  withActor(actor, "analysis.plan-locked", async ({ db, about }) => {
    about({ purpose: `${study} ${number}` });
    const locked = await lockPlanOf(db, study, number, sha256);
    return locked === "done" ? done({}) : refuse(locked);
  });
