import { formatDay } from "../../../../kit/day.ts";
import type { WorkFacts, WorkKind, WorkKinds } from "../../../trajectory/workKind.ts";
import type { DeclineReason, StopReason } from "../referral.ts";
import { declineReasonNames, stopReasonNames } from "../referral.texts.ts";
import type { ReferralWorkKind } from "../rules/referralWork.ts";
import { stuckReferral } from "./stuckReferral.work.ts";

const href = ({ trajectoryId, subjectId }: { trajectoryId: string | null; subjectId: string }) =>
  `/gezinnen/${trajectoryId ?? ""}/verwijzingen/${subjectId}`;
const word = (facts: WorkFacts, name: string): string => String(facts[name] ?? "");
const day = (facts: WorkFacts, name: string): string => (word(facts, name) === "" ? "" : formatDay(word(facts, name)));
const kind = (title: string | ((facts: WorkFacts) => string), reason: (facts: WorkFacts) => string, action = "Bekijken"): WorkKind => ({
  title: typeof title === "string" ? () => title : title,
  reason,
  action,
  href,
});
const about = (facts: WorkFacts): string => `${word(facts, "offer")} (${word(facts, "asked")})`;

type Extra = "referral.reported" | "referral.feedback" | "referral.late" | "referral.consent-gone";

const whyLate: Readonly<Record<string, string>> = {
  no_answer: "Er kwam geen antwoord binnen de termijn",
  closed: "De organisatie werkt niet meer mee",
  helper_left: "Wie hielp, werkt daar niet meer",
  asker_left: "Wie verwees, werkt daar niet meer",
  waits_too_long: "De verwachte dag van de wachtlijst is voorbij",
};

const words: Readonly<Record<ReferralWorkKind | Extra, WorkKind>> = {
  "referral.answer": kind(
    (facts) => (facts["urgent"] === 1 ? `Verwijzing naar ${word(facts, "offer")}, met haast` : `Verwijzing naar ${word(facts, "offer")}`),
    (facts) =>
      `Gevraagd op ${day(facts, "requestedOn")} door ${word(facts, "asking")}${word(facts, "municipality") === "" ? "" : `, voor een gezin in ${word(facts, "municipality")}`}.`,
    "Antwoorden",
  ),
  "referral.chase": kind(
    (facts) => `Bel over ${word(facts, "offer")}`,
    (facts) => `${word(facts, "asked")} werkt niet met Wieg: u houdt bij hoe het staat.`,
  ),
  "referral.awaited": kind(
    (facts) => `Antwoord op uw verwijzing naar ${word(facts, "offer")}`,
    (facts) =>
      word(facts, "expectedOn") === ""
        ? `Gevraagd op ${day(facts, "requestedOn")} aan ${word(facts, "asked")}.`
        : `Wachtlijst van ${word(facts, "asked")}, verwacht op ${day(facts, "expectedOn")}.`,
  ),
  "referral.waiting": kind(
    "Gezin op uw wachtlijst",
    (facts) => `${word(facts, "offer")}: u verwachtte plaats op ${day(facts, "expectedOn")}.`,
  ),
  "referral.bridge": kind(
    "Wachtlijst: wat helpt tot die tijd?",
    (facts) => `${about(facts)} heeft plaats op ${day(facts, "expectedOn")}. Kies iets ter overbrugging.`,
    "Overbruggen",
  ),
  "referral.declined": kind(
    "Verwijzing afgewezen",
    (facts) => `${about(facts)}: ${declineReasonNames[word(facts, "reason") as DeclineReason] ?? ""}. Vraag een ander, of bel.`,
  ),
  "referral.start": kind(
    (facts) => `Beginnen met ${word(facts, "offer")}`,
    () => "U nam dit gezin aan. Spreek een eerste dag af en leg vast dat u begon.",
  ),
  "referral.report": kind(
    (facts) => `Hoe gaat het met ${word(facts, "offer")}?`,
    () => "Laat weten hoe het gaat, of rond het af.",
  ),
  "referral.running": kind(
    (facts) => `${word(facts, "offer")} loopt`,
    (facts) => `${word(facts, "asked")} helpt dit gezin.`,
  ),
  "referral.completed": kind("Hulp afgerond", (facts) => `${about(facts)}. Lees hoe het ging.`, "Lezen"),
  "referral.stopped": kind(
    "Hulp gestopt",
    (facts) => `${about(facts)}: ${stopReasonNames[word(facts, "reason") as StopReason] ?? ""}. Is er iets anders nodig?`,
  ),
  "referral.withdrawn": kind(
    "Verwijzing ingetrokken",
    (facts) => `${about(facts)}: ${word(facts, "by") === "family" ? "het gezin wil het niet (meer)" : "door de aanvrager"}.`,
  ),
  "referral.taken": kind(
    "Verwijzing vervallen",
    (facts) => `Een andere organisatie nam het verzoek van ${word(facts, "asking")} eerder aan. U hoeft niets te doen.`,
  ),
  "referral.reported": kind("Bericht over de hulp", (facts) => `${about(facts)} laat weten hoe het gaat.`, "Lezen"),
  "referral.feedback": kind("Terugkoppeling", (facts) => `De hulp van ${about(facts)} is geëindigd.`, "Lezen"),
  "referral.late": kind(
    "Verwijzing zit vast",
    (facts) => `${about(facts)}: ${whyLate[word(facts, "why")] ?? ""}. Bel, of vraag een ander.`,
  ),
  "referral.consent-gone": kind(
    "Toestemming voor een verwijzing is weg",
    (facts) => `${about(facts)}: het gezin staat delen niet meer toe. Overleg met het gezin, en sluit het zo nodig af.`,
  ),
};

/** The database puts the work of a referral, and each takes it off her own list. */
export const referralWork: WorkKinds = Object.fromEntries(
  Object.entries(words).map(([name, one]) => [name, { ...one, by: [], ...(stuckReferral[name] && { stuck: stuckReferral[name] }) }]),
);
