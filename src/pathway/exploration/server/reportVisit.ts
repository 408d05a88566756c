import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { findCategory, openConfirmation } from "../../assessment/server/door.ts";
import { listFactors, noteSignal } from "../../signal/server/door.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { HomeVisit, VisitRefusal } from "../homeVisit.ts";
import type { VisitReport } from "../visitReport.ts";
import { moveVisit, type VisitOutcome, type VisitSeen } from "./moveVisit.ts";
import { insertReport, keepSummary } from "./visitReport.store.ts";

export interface ReportInput extends VisitSeen, Omit<VisitReport, "visitId"> {
  /** The text that the family agreed to: all that the municipality may see. */
  readonly summary: string | null;
}

/** The report of the visit: kept once, and used everywhere. Factors become signals, a category is put before both, the rest waits for the plan. */
export function reportVisit(actor: Actor, input: ReportInput): Promise<VisitOutcome> {
  return withActor(actor, "home-visit.reported", async (work) => {
    const wrong = await decideReport(work, input);
    const outcome = await moveVisit(
      work,
      actor,
      input,
      "report",
      () => wrong ?? { reported_on: work.today },
      (visit) => keepReport(work, actor, visit, input),
    );
    work.about({ part: "exploration" });
    return outcome;
  });
}

async function decideReport({ db }: Work, input: ReportInput): Promise<Refusal<VisitRefusal> | null> {
  if (input.findings.length === 0 && input.familyWants === null && input.worksWell === null) return refuse("visit-report-empty");
  const known = await listFactors(db);
  if (input.factors.some((code) => !known.some((factor) => factor.code === code && factor.selectable)))
    return refuse("visit-factor-unknown");
  if (input.proposedCategory === null) return null;
  const now = await findCategory(db, input.trajectoryId);
  return now?.category !== input.proposedCategory && (input.proposalReason?.length ?? 0) < 3 ? refuse("visit-reason-needed") : null;
}

async function keepReport(work: Work, actor: Actor, visit: HomeVisit, input: ReportInput): Promise<boolean> {
  const { db } = work;
  const { trajectoryId } = visit;
  const heldOn = visit.status.state === "held" ? visit.status.heldOn : work.today;
  await insertReport(db, { ...input, visitId: visit.id, trajectoryId, organisationId: actor.organisationId });
  if (input.summary !== null)
    await keepSummary(db, {
      trajectoryId,
      subject: "home_visit",
      subjectId: visit.id,
      onDay: heldOn,
      summary: input.summary,
      organisationId: actor.organisationId,
    });
  await noteFactors(work, actor, input, heldOn);
  if (input.proposedCategory === null || visit.kind !== "prenatal") return false;
  return (
    (await openConfirmation(work, { trajectoryId, proposedCategory: input.proposedCategory, by: actor, reason: input.proposalReason })) !==
    null
  );
}

/** What was seen becomes a signal, so that the assessment rests on it: nobody types it again. */
async function noteFactors(work: Work, actor: Actor, input: ReportInput, heldOn: string): Promise<void> {
  const line = input.factors.length > 0 ? await findLine(work.db, input.trajectoryId) : null;
  if (!line) return;
  await noteSignal(work, actor, {
    trajectoryId: line.id,
    aboutPerson: line.motherId,
    urgent: false,
    factorCodes: input.factors,
    seen: null,
    observedOn: heldOn,
    discussedOn: input.seenByFamily ? heldOn : null,
  });
}
