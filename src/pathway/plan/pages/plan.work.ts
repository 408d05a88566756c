import { formatDay } from "../../../kit/day.ts";
import type { StuckWork, WorkFacts, WorkKinds } from "../../trajectory/workKind.ts";

import type { ReportOutcome } from "../familyPlan.ts";
import { reportNames } from "../familyPlan.texts.ts";

const day = (value: WorkFacts[string] | undefined): string => (typeof value === "string" ? formatDay(value) : "");
type Item = { trajectoryId: string | null; subjectId: string };
const plan = ({ trajectoryId }: Item) => `/gezinnen/${trajectoryId ?? ""}/plan`;

const stuck = (words: StuckWork["words"], href: NonNullable<StuckWork["href"]>, atOnce?: true): StuckWork => ({
  reason: "plan",
  part: "plan",
  words,
  href,
  ...(atOnce ? { atOnce } : {}),
});
const part = (item: Item) => `${plan(item)}#${item.subjectId}`;

/** The words of the work around the family plan: what it is about stands on the page alone. */
export const planWork: WorkKinds = {
  "plan.agreement": {
    title: () => "Afspraak uit het gezinsplan",
    reason: ({ on, by }) => `Afgesproken voor ${day(on)}${typeof by === "string" ? `, vastgelegd door ${by}` : ""}.`,
    by: ["plan"],
    action: "Bekijken",
    href: part,
    stuck: stuck(({ on }) => `Een afspraak voor ${day(on)} staat nog open.`, part),
  },
  "plan.evaluation": {
    title: ({ what }) => (what === "goal" ? "Doel evalueren met het gezin" : "Vragen hoe het ging met een afspraak"),
    reason: ({ on }) => `Afgesproken voor ${day(on)}: bereikt, doorgaan, opschalen, afschalen of stoppen?`,
    by: ["plan"],
    action: "Evalueren",
    href: (item) => `${plan(item)}/onderdelen/${item.subjectId}/evaluatie`,
    stuck: stuck(
      ({ what, on }) =>
        what === "goal"
          ? `Over het doel voor ${day(on)} is nog niet gesproken.`
          : `Van de afspraak voor ${day(on)} is niet bekend hoe het ging.`,
      part,
    ),
  },
  "plan.reported": {
    title: ({ outcome }) => `Over een afspraak gemeld: ${reportNames[outcome as ReportOutcome] ?? ""}`,
    reason: ({ on, by }) => `Op ${day(on)}${typeof by === "string" ? `, door ${by}` : ""}. Kijk met het gezin hoe het verder gaat.`,
    by: ["plan"],
    action: "Bekijken",
    href: (item) => `${plan(item)}/onderdelen/${item.subjectId}/evaluatie`,
  },
  "plan.responsible-left": {
    title: () => "Wie neemt deze afspraak over?",
    reason: () => "Wie dit zou doen, is niet meer betrokken. Spreek met het gezin af wie het nu doet.",
    by: ["plan"],
    action: "Iemand kiezen",
    href: (item) => `${plan(item)}/afspraken/${item.subjectId}`,
    stuck: stuck(
      () => "Wie een afspraak zou doen, is niet meer betrokken.",
      (item) => `${plan(item)}/afspraken/${item.subjectId}`,
      true,
    ),
  },
  "plan.discuss": {
    title: () => "Gezinsplan bespreken met het gezin",
    reason: ({ on }) => `Veranderd op ${day(on)}. Leg vast dat het gezin akkoord is.`,
    by: ["plan"],
    action: "Bespreken",
    href: plan,
    stuck: stuck(({ on }) => `Het gezin is nog niet akkoord met het plan, veranderd op ${day(on)}.`, plan),
  },
};
