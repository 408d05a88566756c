import type { Db } from "../../../platform/db/withActor.ts";
import { closeWork, putWork, type WorkFor } from "../../trajectory/server/door.ts";
import type { WorkFacts } from "../../trajectory/workKind.ts";
import type { HomeVisit } from "../homeVisit.ts";
import { goneWork, workOfVisit, type VisitWork } from "../rules/visitWork.ts";
import { tellAsking } from "./homeVisit.store.ts";

/** Puts before everyone what this state asks of them, and takes away what the state before asked. */
export async function followVisit(db: Db, visit: HomeVisit, confirmationOpened = false): Promise<void> {
  const wanted = workOfVisit(visit, confirmationOpened);
  await closeWork(db, {
    trajectoryId: visit.trajectoryId,
    kind: goneWork(visit.status.state, wanted),
    subjectId: visit.id,
    why: visit.status.state,
  });
  for (const one of wanted) {
    if (visit.status.state === "declined") await tellAsking(db, visit.id, { kind: one.kind, dueOn: one.dueOn, facts: factsOf(visit) });
    else
      await putWork(db, {
        for: workerOf(visit, one),
        trajectoryId: visit.trajectoryId,
        kind: one.kind,
        subjectId: visit.id,
        side: one.side,
        dueOn: one.dueOn,
        facts: factsOf(visit),
      });
  }
}

/** Whom a piece of work is for: the youth nurses of who was asked, the one who took it on, or who asked. */
export function workerOf(visit: HomeVisit, work: Pick<VisitWork, "for">): WorkFor {
  const nurse = "nurse" in visit.status ? visit.status.nurse : null;
  if (work.for === "asker") return { membershipId: visit.askedBy.membershipId };
  return work.for === "nurse" && nurse
    ? { membershipId: nurse.membershipId }
    : { organisationId: visit.asked.organisationId, role: "youth_nurse" };
}

/** Days, codes and names of organisations: never who the family is. */
export const factsOf = (visit: HomeVisit): WorkFacts => ({
  kind: visit.kind,
  asked: visit.asked.organisation,
  asking: visit.asking.organisation,
  requestedOn: visit.requestedOn,
  answerBy: visit.answerBy,
  visitBefore: visit.visitBefore,
  urgent: visit.urgent ? 1 : 0,
  municipality: visit.municipality,
  missed: visit.missed,
  on: visit.status.state === "scheduled" || visit.status.state === "no_show" ? visit.status.on : null,
  heldOn: "heldOn" in visit.status ? visit.status.heldOn : null,
  reason: "reason" in visit.status ? visit.status.reason : null,
});
