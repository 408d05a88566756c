import type { StuckWork, WorkFacts, WorkPlace } from "../../trajectory/workKind.ts";
import { moments, type HandoverMoment } from "../handover.ts";
import { momentNames } from "../handover.texts.ts";

const word = (facts: WorkFacts, name: string): string => String(facts[name] ?? "");
const named = (facts: WorkFacts): string => momentNames[word(facts, "moment") as HandoverMoment] ?? "Overdracht";
const all = ({ trajectoryId }: WorkPlace) => `/gezinnen/${trajectoryId ?? ""}/overdrachten`;
const one = (item: WorkPlace) => `${all(item)}/${item.subjectId}`;
const stuck = (words: StuckWork["words"], more: Partial<StuckWork> = {}): StuckWork => ({
  reason: "handover",
  part: "plan",
  words,
  href: one,
  ...more,
});

/** What of a handover is stuck, said to who leads or coordinates the case. What is still being prepared is its author's alone. */
export const stuckHandover: Readonly<Record<string, StuckWork>> = {
  "handover.answer": stuck((facts) => `${named(facts)}: ${word(facts, "to")} antwoordde nog niet.`),
  "handover.hold": stuck((facts) => `${named(facts)}: het gesprek met het gezin moet nog komen.`),
  "handover.declined": stuck((facts) => `${named(facts)}: afgewezen door ${word(facts, "to")}. Er is nog geen ander gevraagd.`, {
    atOnce: true,
  }),
  "handover.late": stuck((facts) => `${named(facts)} is te laat.`, { atOnce: true, alert: true }),
  "handover.consent-gone": stuck((facts) => `${named(facts)}: het gezin staat dit niet meer toe.`, { atOnce: true, reason: "consent" }),
  ...Object.fromEntries(
    moments
      .filter((moment) => moment !== "other")
      .map((moment) => [`handover.due.${moment}`, stuck(() => `${momentNames[moment]}: nog niet voorbereid.`, { href: all })]),
  ),
};
