import { languageName } from "../../../../registry/family.texts.ts";
import type { ReferralMove } from "../referral.ts";

/** The word of each move in its address. */
export const moveWords: Readonly<Record<ReferralMove, string>> = {
  accept: "aannemen",
  decline: "afwijzen",
  waitlist: "wachtlijst",
  start: "begonnen",
  complete: "afronden",
  stop: "stoppen",
  withdraw: "intrekken",
};

const periods: Readonly<Record<string, string>> = {
  preconception: "nog niet zwanger",
  pregnancy: "zwanger",
  postpartum: "in de kraamtijd",
  infancy: "kind geboren",
  after_loss: "na een verlies",
};

/** When in the line it was asked: weeks by four, so that nobody is known by it. */
export function momentWords({ period, weeksFrom }: Readonly<{ period: string; weeksFrom: number | null }>): string {
  const name = periods[period] ?? period;
  if (weeksFrom === null || period === "postpartum") return name;
  const range = `${weeksFrom} tot ${weeksFrom + 4} weken`;
  return period === "pregnancy" ? `${range} zwanger` : `kind van ${range}`;
}

export const languageWords = ({ language, interpreterNeeded }: Readonly<{ language: string | null; interpreterNeeded: boolean }>): string =>
  `${language === null ? "onbekend" : languageName(language)}${interpreterNeeded ? ", tolk nodig" : ""}`;
