import { addDays } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { PlanRefusal, ReportOutcome } from "../familyPlan.ts";
import { planTerms } from "../rules/planTerms.ts";
import { saveReport } from "./agreementReport.store.ts";
import { findPlanView } from "./readPlan.ts";

export interface ReportInput {
  readonly trajectoryId: string;
  readonly id: string;
  readonly version: number;
  readonly outcome: ReportOutcome;
  readonly sentence: string;
}

/** Who carries out an agreement and does not write the plan says how it goes. The plan changes only with the family: it comes before its lead. */
export const reportAgreement = (actor: Actor, input: ReportInput): Promise<Done | Refusal<PlanRefusal>> =>
  withActor(actor, "plan.agreement-reported", async (work) => {
    const line = await findLine(work.db, input.trajectoryId);
    const view = line && (await findPlanView(work, line, actor));
    if (!view?.agreements.some(({ id }) => id === input.id)) return refuse("not-visible");
    work.about({ trajectories: [input.trajectoryId], part: "own_agreements" });
    if (!view.reportable.includes(input.id)) return refuse("not-open");
    const code = await saveReport(work.db, input, input, addDays(work.today, planTerms.reportedDays));
    return code === "done" ? done({}) : refuse(code);
  });
