import { formatDay } from "../../../kit/day.ts";
import type { WorkFacts, WorkKind, WorkKinds } from "../../trajectory/workKind.ts";
import { cancelReasonNames, declineReasonNames } from "../homeVisit.texts.ts";
import type { VisitWorkKind } from "../rules/visitWork.ts";
import { stuckVisit } from "./stuckVisit.work.ts";

const href = ({ trajectoryId, subjectId }: { trajectoryId: string | null; subjectId: string }) =>
  `/gezinnen/${trajectoryId ?? ""}/huisbezoeken/${subjectId}`;
const word = (facts: WorkFacts, name: string): string => {
  const fact = facts[name];
  return typeof fact === "string" ? fact : "";
};
const day = (facts: WorkFacts, name: string): string => (word(facts, name) === "" ? "" : formatDay(word(facts, name)));
const reasonIn = (names: Readonly<Record<string, string>>, facts: WorkFacts): string => names[word(facts, "reason")] ?? "";
const kind = (title: string, reason: (facts: WorkFacts) => string, action: string): WorkKind => ({
  title: () => title,
  reason,
  action,
  href,
});

/** The words of the work that a home visit brings, for both sides. */
const visitWork: Readonly<Record<VisitWorkKind, WorkKind>> = {
  "home-visit.answer": {
    title: (facts) => (facts["urgent"] === 1 ? "Verzoek om huisbezoek, met haast" : "Verzoek om huisbezoek"),
    reason: (facts) =>
      `Gevraagd op ${day(facts, "requestedOn")} door ${word(facts, "asking")}${word(facts, "municipality") ? `, voor een gezin in ${word(facts, "municipality")}` : ""}. Bezoek uiterlijk ${day(facts, "visitBefore")}.`,
    action: "Bekijken",
    href,
  },
  "home-visit.answer-awaited": kind(
    "Antwoord op uw verzoek om huisbezoek",
    (facts) => `Gevraagd op ${day(facts, "requestedOn")} aan ${word(facts, "asked")}.`,
    "Bekijken",
  ),
  "home-visit.plan": {
    title: (facts) => (Number(facts["missed"] ?? 0) > 0 ? "Nieuwe dag afspreken: er was niemand thuis" : "Huisbezoek plannen"),
    reason: (facts) => `U nam het aan. Bezoek uiterlijk ${day(facts, "visitBefore")}: 21 dagen na het verzoek, en vóór week 34.`,
    action: "Plannen",
    href: (item) => `${href(item)}/plannen`,
  },
  "home-visit.interpreter": kind(
    "Tolk regelen voor het huisbezoek",
    () => "Dit gezin heeft een tolk nodig, en er is er nog geen geregeld.",
    "Bekijken",
  ),
  "home-visit.hold": kind("Huisbezoek", (facts) => `Afgesproken op ${day(facts, "on")}. Leg daarna vast dat u er was.`, "Bekijken"),
  "home-visit.awaited": kind(
    "Huisbezoek",
    (facts) =>
      day(facts, "on")
        ? `${word(facts, "asked")} gaat op ${day(facts, "on")}.`
        : `${word(facts, "asked")} nam het aan en maakt een afspraak.`,
    "Bekijken",
  ),
  "home-visit.report": {
    ...kind(
      "Verslag van het huisbezoek",
      (facts) => `U was er op ${day(facts, "heldOn")}. Het verslag is de start van het plan.`,
      "Schrijven",
    ),
    href: (item) => `${href(item)}/verslag`,
  },
  "home-visit.report-awaited": kind(
    "Verslag van het huisbezoek",
    (facts) => `${word(facts, "asked")} was er op ${day(facts, "heldOn")}.`,
    "Bekijken",
  ),
  "home-visit.read": kind(
    "Verslag van het huisbezoek lezen",
    (facts) => `${word(facts, "asked")} was er op ${day(facts, "heldOn")}.`,
    "Lezen",
  ),
  "home-visit.declined": kind(
    "Huisbezoek niet aangenomen",
    (facts) => `${word(facts, "asked")}: ${reasonIn(declineReasonNames, facts)}. Vraag een ander, of bel.`,
    "Bekijken",
  ),
  "home-visit.cancelled": kind(
    "Huisbezoek gaat niet door",
    (facts) => `${reasonIn(cancelReasonNames, facts)}.${word(facts, "reason") === "moved" ? " Vraag de JGZ waar het nu woont." : ""}`,
    "Bekijken",
  ),
  "home-visit.consent-gone": kind(
    "Toestemming voor het huisbezoek is weg",
    () => "Het gezin staat het bezoek niet meer toe. Ga niet, en sluit het af.",
    "Bekijken",
  ),
  "home-visit.moved": kind(
    "Gezin verhuisd: wie doet het huisbezoek?",
    (facts) => `Het gezin woont nu in ${word(facts, "municipality")}, waar ${word(facts, "asked")} niet werkt. Spreek af wie gaat.`,
    "Bekijken",
  ),
};

export const explorationWork: WorkKinds = Object.fromEntries(
  (Object.keys(visitWork) as VisitWorkKind[]).map((name) => {
    const stuck = stuckVisit[name];
    return [name, { ...visitWork[name], by: ["exploration"], ...(stuck && { stuck }) }];
  }),
);
