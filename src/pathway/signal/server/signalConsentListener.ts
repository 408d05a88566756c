import type { ConsentListener } from "../../../trust/consent/consentListener.ts";
import { followOutcomeConsent } from "./signalOutcome.store.ts";

/** What became of a signal is told as far as the family allows, and no longer than that. */
export const signalConsentListener: ConsentListener = ({ db }, _actor, { trajectoryId }) => followOutcomeConsent(db, trajectoryId);
