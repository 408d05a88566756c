import { formatDay } from "../../../kit/day.ts";
import type { WorkFacts, WorkKind, WorkKinds } from "../../trajectory/workKind.ts";
import { moments, type DeclineReason, type HandoverMoment, type WithdrawReason } from "../handover.ts";
import { declineReasonNames, momentNames, momentReasons, withdrawReasonNames } from "../handover.texts.ts";
import type { HandoverWorkKind } from "../rules/handoverWork.ts";
import { stuckHandover } from "./stuckHandover.work.ts";

const word = (facts: WorkFacts, name: string): string => String(facts[name] ?? "");
const day = (facts: WorkFacts, name: string): string => (word(facts, name) === "" ? "" : formatDay(word(facts, name)));
const named = (facts: WorkFacts): string => momentNames[word(facts, "moment") as HandoverMoment] ?? "Overdracht";

const kind = (title: string | ((facts: WorkFacts) => string), reason: (facts: WorkFacts) => string, action = "Bekijken"): WorkKind => ({
  title: typeof title === "string" ? () => title : title,
  reason,
  action,
  href: ({ trajectoryId, subjectId }) => `/gezinnen/${trajectoryId ?? ""}/overdrachten/${subjectId}`,
});

const whyLate: Readonly<Record<string, (facts: WorkFacts) => string>> = {
  moment_passed: (facts) => `Zij had uiterlijk ${day(facts, "momentOn")} gehouden moeten zijn`,
  no_answer: (facts) => `${word(facts, "to")} antwoordde niet binnen de termijn`,
  sender_closed: (facts) => `${word(facts, "from")} werkt niet meer mee`,
  receiver_closed: (facts) => `${word(facts, "to")} werkt niet meer mee`,
};

const words: Readonly<Record<HandoverWorkKind | "handover.late" | "handover.consent-gone", WorkKind>> = {
  "handover.finish": kind(
    (facts) => `${named(facts)} afmaken`,
    (facts) => `In voorbereiding. Uiterlijk ${day(facts, "momentOn")} gehouden.`,
    "Afmaken",
  ),
  "handover.answer": kind(
    (facts) => `${named(facts)}: neemt u het over?`,
    (facts) =>
      `${word(facts, "from")} draagt een gezin${word(facts, "municipality") === "" ? "" : ` in ${word(facts, "municipality")}`} aan u over.`,
    "Antwoorden",
  ),
  "handover.awaited": kind(
    (facts) => `Antwoord op: ${named(facts)}`,
    (facts) => `${word(facts, "to")} is gevraagd. Tot zij het overneemt, bent u verantwoordelijk.`,
  ),
  "handover.hold": kind(
    (facts) => `${named(facts)}: spreek samen met het gezin`,
    (facts) => `U nam het over van ${word(facts, "from")}. Het gesprek met het gezin moet nog komen.`,
    "Vastleggen",
  ),
  "handover.holding": kind(
    (facts) => `${named(facts)}: het gesprek met het gezin`,
    (facts) => `${word(facts, "to")} nam het over en spreekt een dag met u en het gezin af.`,
  ),
  "handover.held": kind(
    (facts) => `${named(facts)} is gehouden`,
    (facts) => `Samen met het gezin, op ${day(facts, "heldOn")}.`,
    "Lezen",
  ),
  "handover.lead": {
    ...kind("Draag ook de casusregie over", (facts) => `${word(facts, "to")} nam het gezin over. U bent nog casusregisseur.`, "Overdragen"),
    href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}/regie`,
  },
  "handover.declined": kind(
    (facts) => `${named(facts)} is afgewezen`,
    (facts) =>
      `${word(facts, "to")}: ${(declineReasonNames[word(facts, "reason") as DeclineReason] ?? "").toLowerCase()}. U blijft verantwoordelijk; vraag een ander.`,
  ),
  "handover.withdrawn": kind(
    (facts) => `${named(facts)} is ingetrokken`,
    (facts) =>
      `${word(facts, "from")}: ${(withdrawReasonNames[word(facts, "reason") as WithdrawReason] ?? "").toLowerCase()}. U hoeft niets te doen.`,
  ),
  "handover.late": kind(
    (facts) => `${named(facts)} is te laat`,
    (facts) => `${whyLate[word(facts, "why")]?.(facts) ?? ""}. Bel elkaar.`,
  ),
  "handover.consent-gone": kind(
    "Toestemming voor een overdracht is weg",
    (facts) => `${named(facts)} aan ${word(facts, "to")}: het gezin staat dit niet meer toe. Overleg met het gezin.`,
  ),
};

/** A moment of the line is here: the one press goes to its beginning. */
const due = (moment: HandoverMoment): WorkKind => ({
  title: () => `${momentNames[moment]} voorbereiden`,
  reason: (facts) => `${momentReasons[moment]} Uiterlijk ${day(facts, "dueOn")}.`,
  action: "Voorbereiden",
  href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}/overdrachten/nieuw?soort=${moment}`,
});

/** The database puts the work of a handover, and each takes what only tells off her own list. */
export const handoverWork: WorkKinds = Object.fromEntries(
  [
    ...Object.entries(words),
    ...moments.filter((one) => one !== "other").map((moment) => [`handover.due.${moment}`, due(moment)] as const),
  ].map(([name, one]) => [name, { ...one, by: [], ...(stuckHandover[name] && { stuck: stuckHandover[name] }) }]),
);
