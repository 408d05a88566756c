import { formatDay } from "../../kit/day.ts";
import type { ExceptionCondition } from "../configuration/settings/funding.ts";
import type { CoPaymentBy, FundingReason, Source } from "./funding.ts";

/** Who pays, to professionals. */
export const sourceNames: Readonly<Record<Source, string>> = {
  insurance: "zorgverzekering",
  insurance_exception: "zorgverzekering, bij uitzondering",
  programme: "programma, pijler 2",
  undecided: "nog niet besloten",
  provider: "eigen organisatie",
};

/** Why, in one sentence. */
export const reasonSentences: Readonly<Record<FundingReason, string>> = {
  "within-insured-days": "Dag 1 tot en met 10 na de geboorte: verzekerde kraamzorg.",
  "exception-agreed": "Na dag 10, binnen zes weken. De richtlijn is gevolgd en de verzekeraar is akkoord.",
  "flexible-place": "Na dag 10, binnen zes maanden, met een plaats in pijler 2.",
  "decided-by-coordinator": "Zo besloten door de coördinator.",
  "no-programme": "Er loopt hier geen programma, en er zijn dus geen regels vastgelegd.",
  "birth-not-known": "De dag van de geboorte staat niet vast, dus de dagen zijn niet te tellen.",
  "before-birth": "Vóór de geboorte: daarvoor is geen regel.",
  "no-place": "Na dag 10, zonder plaats in pijler 2 en zonder overleg over een uitzondering.",
  "exception-not-met": "Na dag 10. Er is overlegd over een uitzondering, maar die geldt niet.",
  "after-six-weeks-no-place": "Na de verzekerde dagen, zonder plaats in pijler 2.",
  "after-window": "Later dan zes maanden na de geboorte.",
};

/** Who pays the co-payment, where there is one. */
export const coPaymentSentences: Readonly<Record<CoPaymentBy, string | null>> = {
  programme: "Eigen bijdrage: het programma, pijler 1",
  family: "Eigen bijdrage: het gezin",
  none: null,
  unknown: null,
};

/** What the professional guidance asks of an exception. */
export const conditionNames: Readonly<Record<ExceptionCondition, string>> = {
  very_vulnerable: "Het gaat om een zeer kwetsbare situatie",
  midwife_indicated: "De verloskundige heeft de zorg geïndiceerd",
  no_days_between: "De zorg sluit aan op de kraamtijd, zonder dagen ertussen",
};

export const decisionNames: Readonly<Record<Exclude<Source, "undecided">, string>> = {
  insurance: "De zorgverzekering",
  insurance_exception: "De zorgverzekering, bij uitzondering",
  programme: "Het programma, pijler 2",
  provider: "Onze eigen organisatie",
};

const funderWords: Readonly<Record<string, string>> = {
  "insurer-unnamed": "Verzekeraar nog niet bekend",
  municipalities: "De gemeenten samen",
};

/** "CZ", "VGZ", a municipality by its name, or a party by name. */
export const funderName = (funder: string, municipalities: ReadonlyMap<string, string>): string =>
  funderWords[funder] ?? municipalities.get(funder) ?? funder;

/** A month by its first day, "maart 2026". */
export const monthName = (month: string): string => formatDay(month).split(" ").slice(2).join(" ");
