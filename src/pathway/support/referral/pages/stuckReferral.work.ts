import { formatDay } from "../../../../kit/day.ts";
import type { StuckWork, WorkFacts, WorkPlace } from "../../../trajectory/workKind.ts";
import type { DeclineReason } from "../referral.ts";
import { declineReasonNames } from "../referral.texts.ts";

const word = (facts: WorkFacts, name: string): string => String(facts[name] ?? "");
const on = (facts: WorkFacts, name: string): string => (word(facts, name) === "" ? "" : formatDay(word(facts, name)));
const about = (facts: WorkFacts): string => `${word(facts, "offer")} (${word(facts, "asked")})`;
const href = ({ trajectoryId, subjectId }: WorkPlace) => `/gezinnen/${trajectoryId ?? ""}/verwijzingen/${subjectId}`;
const stuck = (words: (facts: WorkFacts) => string, more: Pick<StuckWork, "atOnce" | "alert"> = {}): StuckWork => ({
  reason: "referral",
  part: "referrals",
  words,
  href,
  ...more,
});

const whyLate: Readonly<Record<string, string>> = {
  closed: "de organisatie werkt niet meer mee",
  helper_left: "wie hielp, werkt daar niet meer",
  asker_left: "wie verwees, werkt daar niet meer",
  no_answer: "geen antwoord binnen de termijn",
  waits_too_long: "de verwachte dag van de wachtlijst is voorbij",
};

/** What of a referral is stuck, said to who leads or coordinates the case. */
export const stuckReferral: Readonly<Record<string, StuckWork>> = {
  "referral.answer": stuck((facts) => `${about(facts)}: nog geen antwoord. Gevraagd op ${on(facts, "requestedOn")}.`),
  "referral.chase": stuck((facts) => `${about(facts)}: nog niet gebeld. Deze organisatie werkt niet met Wieg.`),
  "referral.waiting": stuck((facts) => `${about(facts)}: staat nog op de wachtlijst, verwacht op ${on(facts, "expectedOn")}.`),
  "referral.bridge": stuck((facts) => `${about(facts)}: wachtlijst, en nog niets ter overbrugging.`),
  "referral.start": stuck((facts) => `${about(facts)}: aangenomen, nog niet begonnen.`),
  "referral.report": stuck((facts) => `${about(facts)}: lang niets gehoord over de hulp.`),
  "referral.declined": stuck(
    (facts) =>
      `${about(facts)}: afgewezen. ${declineReasonNames[word(facts, "reason") as DeclineReason] ?? ""}. Er is nog geen ander gevraagd.`,
    { atOnce: true },
  ),
  "referral.late": stuck((facts) => `${about(facts)}: ${whyLate[word(facts, "why")] ?? "vastgelopen"}.`, { atOnce: true, alert: true }),
  "referral.consent-gone": {
    ...stuck((facts) => `${about(facts)}: het gezin staat delen niet meer toe.`, { atOnce: true }),
    reason: "consent",
  },
};
