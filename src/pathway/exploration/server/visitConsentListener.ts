import type { ConsentListener } from "../../../trust/consent/consentListener.ts";
import { followVisitAnswer } from "./homeVisit.store.ts";

/**
 * The family no longer allows the visit: who has it in her hands is told at once, before she stands at the door. A no before anyone was
 * asked is a step of the route that the family did not want; the line goes on without it [domain 3.3]. The database does both: who
 * recorded the no may be someone who sees nothing of the visit.
 */
export const visitConsentListener: ConsentListener = async ({ db }, _actor, { purpose, kind, trajectoryId }) => {
  if (purpose === "prenatal_home_visit" && kind !== "given") await followVisitAnswer(db, trajectoryId);
};
