import type { ConsentListener } from "../../../trust/consent/consentListener.ts";
import { followConsent } from "./thread.store.ts";

/** What the family no longer lets someone read leaves her list in the same transaction; the conversation itself is gone for her at once. */
export const messageConsentListener: ConsentListener = ({ db }, _actor, event) => followConsent(db, event.trajectoryId);
