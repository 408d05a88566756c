import { visitConsentListener } from "../pathway/exploration/server/visitConsentListener.ts";
import { signalConsentListener } from "../pathway/signal/server/signalConsentListener.ts";
import { messageConsentListener } from "../pathway/messages/server/messageConsentListener.ts";
import { referralConsentListener } from "../pathway/support/referral/server/referralConsentListener.ts";
import { handoverConsentListener } from "../pathway/handover/server/handoverConsentListener.ts";
import type { ConsentListener } from "../trust/consent/consentListener.ts";

/** Who acts on what a family allows, refuses or withdraws, in the same transaction. */
export const consentListeners: readonly ConsentListener[] = [
  signalConsentListener,
  visitConsentListener,
  referralConsentListener,
  handoverConsentListener,
  messageConsentListener,
];
