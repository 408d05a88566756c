import type { BookingState, CancelReason, Cost, Occasion, Way } from "./interpreter.ts";
import type { BookingRefusal } from "./rules/bookingMoves.ts";

export const occasionNames: Readonly<Record<Occasion, string>> = {
  home_visit: "huisbezoek",
  conversation: "gesprek",
  sitting: "overleg",
  handover: "warme overdracht",
  other: "andere afspraak",
};
export const wayNames: Readonly<Record<Way, string>> = { person: "erbij aanwezig", telephone: "per telefoon", video: "per video" };
export const costNames: Readonly<Record<Cost, string>> = {
  organisation: "mijn organisatie",
  municipality: "de gemeente",
  insurer: "de zorgverzekeraar",
  programme: "het programma",
  unknown: "nog niet bekend",
};
export const stateNames: Readonly<Record<BookingState, string>> = {
  asked: "nog te regelen",
  arranged: "aangevraagd",
  confirmed: "bevestigd",
  held: "geweest",
  missed: "niet gekomen",
  cancelled: "afgezegd",
};
export const cancelReasonNames: Readonly<Record<CancelReason, string>> = {
  family_no: "Het gezin wil geen tolk",
  moved: "De afspraak is verzet of vervallen",
  not_needed: "Er is iemand van het team die de taal spreekt",
  no_interpreter: "Er was geen tolk te krijgen",
  mistake: "Per vergissing aangevraagd",
};
export const bookingSentences: Readonly<Record<BookingRefusal | "changed-meanwhile" | "already-booked" | "day-past", string>> = {
  "not-in-state": "Deze tolk is intussen verder. Kijk hoe het er nu voor staat.",
  "needs-agency": "Vul in waar u de tolk aanvroeg.",
  "not-yet": "De afspraak moet nog komen.",
  "changed-meanwhile": "Iemand anders was u net voor. Kijk hoe het er nu voor staat.",
  "already-booked": "Voor deze afspraak is al een tolk gevraagd.",
  "day-past": "Deze dag is al geweest. Kijk de datum na.",
};
