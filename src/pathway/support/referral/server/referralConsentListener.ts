import type { ConsentListener } from "../../../../trust/consent/consentListener.ts";
import { followSharingAnswer } from "./referral.store.ts";

/**
 * The family no longer allows sharing, or does so again: who asked and who helps are told at once, in the same transaction. The database
 * reads the answer itself, since whoever records it may see less than that.
 */
export const referralConsentListener: ConsentListener = async ({ db }, _actor, event) => {
  if (event.purpose === "sharing") await followSharingAnswer(db, event.trajectoryId);
};
