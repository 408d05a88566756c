import type { Db, Work } from "../../../platform/db/withActor.ts";
import type { Line } from "../../trajectory/line.ts";
import type { CategoryNow } from "../assessment.ts";
import { stepsOf, type Step } from "../rules/stepsOf.ts";
import { findNewest, listSettled, type CategoryRow } from "./assessment.store.ts";
import { findConfirmation, type Confirmation } from "./confirmation.store.ts";

export interface RouteStepNow extends Step {
  /** Why the family did not want it, where the asker may know. */
  readonly reason: string | null;
}

/** The steps of the route as they stand today. */
export async function stepsNow({ db, today }: Work, line: Line, newest: CategoryRow): Promise<readonly RouteStepNow[]> {
  const settled = await listSettled(db, line.id);
  const steps = stepsOf(newest.route, {
    category: newest.category,
    since: newest.since,
    assessedOn: newest.assessedOn,
    today,
    dueDate: line.dueDate,
    bornOn: line.bornOn,
    settled: settled.map(({ step, outcome, on, at }) => ({ step, outcome, on, underThisCategory: new Date(at) >= newest.sinceAt })),
  });
  return steps.map((step) => ({
    ...step,
    reason: settled.find((one) => one.step === step.step && step.state === "declined")?.reason ?? null,
  }));
}

/** The category that holds, and whether both sides confirmed it; null when the asker may not see one [001 3.3.1]. */
export async function findCategory(db: Db, trajectoryId: string): Promise<CategoryNow | null> {
  const [newest, asked] = await Promise.all([findNewest(db, trajectoryId), findConfirmation(db, trajectoryId)]);
  if (!newest) return null;
  const { sinceAt, ...category } = newest;
  return { ...category, confirmedByBoth: confirmedByBoth(asked, { ...category, sinceAt }) };
}

/** A confirmation holds as long as the category stays what both came to. */
export function confirmedByBoth(
  asked: Confirmation | null,
  newest: Pick<CategoryRow, "category" | "sinceAt">,
): CategoryNow["confirmedByBoth"] {
  if (
    asked?.state !== "confirmed" ||
    asked.category !== newest.category ||
    !asked.obstetric ||
    !asked.youth ||
    !asked.settledOn ||
    !asked.settledAt
  )
    return null;
  if (new Date(asked.settledAt) < newest.sinceAt) return null;
  return {
    on: asked.settledOn,
    by: [asked.obstetric, asked.youth].map(({ organisationId, organisation, role }) => ({ organisationId, organisation, role })),
  };
}
