import { formatMinutes } from "../../kit/money.ts";
import type { Feeding } from "../configuration/settings/indication.ts";
import type { BuildUpLine, IndicationRefusal, IntakeWay, LessReason, Occasion } from "./indication.ts";

export const feedingNames: Readonly<Record<Feeding, string>> = { bottle: "Flesvoeding", breast: "Borstvoeding" };

export const occasionNames: Readonly<Record<Occasion, string>> = {
  intake: "bij de intake",
  pregnancy: "opnieuw, in de zwangerschap",
  birth: "na de geboorte",
  changed: "opnieuw, in de kraamweek",
  hospital: "dagen in het ziekenhuis",
};

export const intakeWayNames: Readonly<Record<IntakeWay, string>> = { home: "Thuis", phone: "Telefoon", office: "Op kantoor" };

/** Said so that it may be read along with the family. */
export const lessReasonNames: Readonly<Record<LessReason, string>> = {
  co_payment: "De eigen bijdrage",
  own_help: "Familie of vrienden helpen",
  no_stranger: "Liever niemand over de vloer",
  earlier_experience: "Eerdere ervaring met kraamzorg",
  no_room: "De woning laat het niet toe",
  not_needed: "Vindt het niet nodig",
  away_from_home: "Is die dagen ergens anders",
  other: "Iets anders",
};

/** A line of the build-up in words. */
export function sayLine({ kind, code, label, times }: BuildUpLine): string {
  if (kind === "basis") return `Basis bij ${feedingNames[code as Feeding].toLowerCase()}`;
  if (kind === "extra-child") return times === 1 ? "Tweeling: nog een kind" : `Meerling: nog ${times} kinderen`;
  if (kind === "addition") return label ?? code;
  if (kind === "own") return "Eigen oordeel";
  if (kind === "minimum") return "Tot het minimum van het protocol";
  if (kind === "maximum") return "Tot het maximum van het protocol";
  return times === 1 ? "1 dag in het ziekenhuis" : `${times} dagen in het ziekenhuis`;
}

/** "+ 8 u 00", "- 5 u 30": what a line adds or takes away. */
export const sayStep = (minutes: number): string => `${minutes < 0 ? "−" : "+"} ${formatMinutes(Math.abs(minutes))}`;

/** What the family takes, in words. */
export const sayAccepted = (minutes: number | null): string =>
  minutes === null ? "nog niet besproken" : minutes === 0 ? "geen kraamzorg" : formatMinutes(minutes);

const sentences: Readonly<Record<IndicationRefusal["code"], string>> = {
  "not-visible": "Dit gezin is niet te zien.",
  "no-protocol": "Er is voor deze regio nog geen indicatieprotocol ingesteld.",
  "not-your-role": "De verloskundige indiceert. Bij de intake kan de kraamzorg dat ook.",
  "line-ended": "Deze lijn is afgesloten. De uren blijven te lezen.",
  "unknown-addition": "Deze reden staat niet in het protocol. Kies opnieuw.",
  "why-needed": "Schrijf op waarom de uren veranderen",
  "own-why-needed": "Schrijf op waarom u uren toevoegt of weglaat",
  "nothing-to-change": "Dit is gelijk aan wat er al staat. Er is niets vastgelegd.",
  "not-born-yet": "De geboorte is nog niet vastgelegd.",
  "no-indication": "Er zijn nog geen uren geïndiceerd.",
  "less-why-needed": "Kies waarom het gezin minder uren neemt, of geen",
  "day-to-come": "Vul een dag in die geweest is",
  "after-loss": "Na een verlies vraagt Wieg niets meer. Wat er staat, blijft te lezen.",
  "changed-meanwhile": "Een collega was u voor. Kijk eerst wat er nu staat.",
};
export const refusalSentence = ({ code }: IndicationRefusal): string => sentences[code];
