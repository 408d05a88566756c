import type { ConsentEvent, ConsentListener } from "../../../trust/consent/consentListener.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import { findCategory, stepDeclined } from "../../assessment/server/door.ts";
import { findLine, putWork } from "../../trajectory/server/door.ts";
import { openVisitStates } from "../homeVisit.ts";
import { listVisits } from "./homeVisit.store.ts";
import { factsOf, workerOf } from "./visitWork.ts";

/**
 * The family no longer allows the visit: who has it in her hands is told at once, before she stands at the door. A no before anyone was
 * asked is a step of the route that the family did not want; the line goes on without it [domain 3.3].
 */
export const visitConsentListener: ConsentListener = async (work, _actor, event) => {
  if (event.purpose !== "prenatal_home_visit" || event.kind === "given") return;
  const line = await findLine(work.db, event.trajectoryId);
  if (line && event.aboutPerson !== line.motherId) return; // the partner's own data
  const open = (await listVisits(work.db, event.trajectoryId)).filter(({ status }) => openVisitStates.includes(status.state));
  for (const visit of open) {
    const isTakenOn = "nurse" in visit.status && visit.status.nurse !== null;
    await putWork(work.db, {
      for: workerOf(visit, { for: isTakenOn ? "nurse" : "asked-team" }),
      trajectoryId: visit.trajectoryId,
      kind: "home-visit.consent-gone",
      subjectId: visit.id,
      dueOn: work.today,
      facts: factsOf(visit),
    });
  }
  if (open.length === 0 && event.kind === "refused") await declineStep(work, event);
};

async function declineStep(work: Work, { trajectoryId, reason }: ConsentEvent): Promise<void> {
  const line = await findLine(work.db, trajectoryId);
  if (!line || line.bornOn !== null || (await findCategory(work.db, trajectoryId)) === null) return;
  await stepDeclined(work, {
    trajectoryId,
    step: "ask_home_visit",
    reason: reason !== null && reason.length >= 3 ? reason : "Geen reden genoemd",
  });
}
