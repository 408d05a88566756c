/** What other concepts may ask of referrals. */
export { askReferralWithin, type AskInput } from "./askReferral.ts";
