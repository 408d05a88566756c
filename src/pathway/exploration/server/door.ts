import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { VisitKind, VisitState } from "../homeVisit.ts";
import type { VisitReport } from "../visitReport.ts";
import { listVisits } from "./homeVisit.store.ts";
import { findReportOf, listSummaries } from "./visitReport.store.ts";

/** What other concepts may ask of the exploration. */
export { listConversations } from "./conversation.store.ts";
export { listLeftForPlan, type LeftForPlan } from "./forPlan.store.ts";
export { listSummaries };

/** What is known of a visit, for criteria and overviews. */
export interface VisitFacts {
  readonly visitId: string;
  readonly kind: VisitKind;
  readonly state: VisitState;
  readonly requestedOn: Day;
  readonly visitBefore: Day;
  readonly scheduledOn: Day | null;
  readonly heldOn: Day | null;
  readonly reportedOn: Day | null;
  /** Why it was declined or cancelled, as a code. */
  readonly endReason: string | null;
  readonly askedOrganisationId: string;
}

/** The newest visit of a line, of one kind where that is said; null when there is none or the asker may not know. */
export async function findVisit(db: Db, trajectoryId: string, kind?: VisitKind): Promise<VisitFacts | null> {
  const visit = (await listVisits(db, trajectoryId)).find((one) => kind === undefined || one.kind === kind);
  if (!visit) return null;
  const { status } = visit;
  return {
    visitId: visit.id,
    kind: visit.kind,
    state: status.state,
    requestedOn: visit.requestedOn,
    visitBefore: visit.visitBefore,
    askedOrganisationId: visit.asked.organisationId,
    scheduledOn: status.state === "scheduled" ? status.on : null,
    heldOn: "heldOn" in status ? status.heldOn : null,
    reportedOn: status.state === "reported" ? status.reportedOn : null,
    endReason: "reason" in status ? status.reason : null,
  };
}

/** The report of the newest reported visit, for the plan to take over; null when there is none or the asker may not read it. */
export async function findReport(db: Db, trajectoryId: string): Promise<(VisitReport & { readonly heldOn: Day }) | null> {
  for (const { id, status } of await listVisits(db, trajectoryId)) {
    if (status.state !== "reported") continue;
    const report = await findReportOf(db, id);
    if (report) return { ...report, heldOn: status.heldOn };
  }
  return null;
}
