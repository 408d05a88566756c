import { formatDay } from "../../../kit/day.ts";
import type { StuckWork, WorkFacts, WorkPlace } from "../../trajectory/workKind.ts";
import type { VisitWorkKind } from "../rules/visitWork.ts";

const day = (facts: WorkFacts, name: string): string => {
  const fact = facts[name];
  return typeof fact === "string" ? formatDay(fact) : "";
};
const href = ({ trajectoryId, subjectId }: WorkPlace) => `/gezinnen/${trajectoryId ?? ""}/huisbezoeken/${subjectId}`;
const stuck = (words: (facts: WorkFacts) => string, atOnce?: true): StuckWork => ({
  reason: "visit",
  part: "exploration",
  words,
  href,
  ...(atOnce ? { atOnce } : {}),
});

/** What of a home visit is stuck, said to who leads or coordinates the case. */
export const stuckVisit: Readonly<Partial<Record<VisitWorkKind, StuckWork>>> = {
  "home-visit.answer": stuck((facts) => `Nog geen antwoord op het verzoek van ${day(facts, "requestedOn")} om een huisbezoek.`),
  "home-visit.plan": stuck(() => "Het huisbezoek is aangenomen, maar er is nog geen dag."),
  "home-visit.interpreter": stuck(() => "Er is nog geen tolk voor het huisbezoek."),
  "home-visit.hold": stuck((facts) => `Het huisbezoek van ${day(facts, "on")} is nog niet vastgelegd.`),
  "home-visit.report": stuck((facts) => `Het verslag van het huisbezoek van ${day(facts, "heldOn")} ontbreekt.`),
  "home-visit.declined": stuck(() => "Het huisbezoek is niet aangenomen. Er is nog geen ander gevraagd.", true),
  "home-visit.moved": stuck(
    (facts) => `Het gezin verhuisde naar ${String(facts["municipality"])}, en er is nog niet gezegd wie het huisbezoek doet.`,
  ),
  "home-visit.consent-gone": { ...stuck(() => "Het gezin staat het huisbezoek niet meer toe.", true), reason: "consent" },
};
