import type { ConsentListener } from "../../../trust/consent/consentListener.ts";
import { followPlanSharing } from "./handover.store.ts";

/** The family no longer allows sharing, or does so again: both sides of an open handover are told at once, in the same transaction. */
export const handoverConsentListener: ConsentListener = async ({ db }, _actor, event) => {
  if (event.purpose === "sharing") await followPlanSharing(db, event.trajectoryId);
};
