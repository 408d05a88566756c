import type { Work } from "../../../platform/db/withActor.ts";
import { closeWork, findLine, putWork } from "../../trajectory/server/door.ts";
import type { RouteStep } from "../assessment.ts";
import { workedSteps } from "../rules/whoReports.ts";
import { findNewest, type CategoryRow } from "./assessment.store.ts";
import { stepsNow } from "./readRoute.ts";

export const workOf = (step: RouteStep): string => `route.${step}`;

/** Sets the work of the route: what has to happen now is put before the team that assessed last, the rest is taken away. */
export async function followRoute(work: Work, trajectoryId: string, before: CategoryRow | null): Promise<void> {
  const { db } = work;
  const line = await findLine(db, trajectoryId);
  const newest = await findNewest(db, trajectoryId);
  if (!line || !newest) return;
  const steps = await stepsNow(work, line, newest);
  const { organisationId, role } = newest.assessedBy;
  const otherTeam = before !== null && (before.assessedBy.organisationId !== organisationId || before.assessedBy.role !== role);
  for (const step of workedSteps) {
    const open = steps.find((one) => one.step === step && (one.state === "now" || one.state === "late"));
    if (!open || otherTeam)
      await closeWork(db, { trajectoryId, kind: workOf(step), subjectId: trajectoryId, why: open ? "other-team" : "not-needed" });
    if (open?.dueOn)
      await putWork(db, {
        for: { organisationId, role },
        trajectoryId,
        kind: workOf(step),
        subjectId: trajectoryId,
        dueOn: open.dueOn,
        facts: { category: newest.category, since: newest.since },
      });
  }
}
