import { formatDay } from "../../../../kit/day.ts";
import type { WorkFacts, WorkKinds } from "../../../trajectory/workKind.ts";
import { occasions, type Occasion } from "../interpreter.ts";
import { occasionNames } from "../interpreter.texts.ts";

const occasionOf = ({ occasion }: WorkFacts): string =>
  occasionNames[(occasions as readonly unknown[]).includes(occasion) ? (occasion as Occasion) : "other"];
const dayOf = ({ onDay }: WorkFacts): string => (onDay === null || onDay === undefined ? "" : ` op ${formatDay(String(onDay))}`);
const href = ({ trajectoryId, subjectId }: { trajectoryId: string | null; subjectId: string }) =>
  `/gezinnen/${trajectoryId ?? ""}/tolk/${subjectId}`;

/** The work of an interpreter, for who arranges it. */
export const interpreterWork: WorkKinds = {
  "interpreter.arrange": {
    title: (facts) => `Tolk regelen: ${occasionOf(facts)}${dayOf(facts)}`,
    reason: () => "Dit gezin spreekt een andere taal. Vraag op tijd een tolk aan.",
    action: "Regelen",
    by: ["plan"],
    href,
  },
  "interpreter.confirm": {
    title: (facts) => `Komt de tolk? ${occasionOf(facts)}${dayOf(facts)}`,
    reason: () => "De tolk is aangevraagd, en nog niet bevestigd.",
    action: "Bekijken",
    by: ["plan"],
    href,
  },
  "interpreter.missing": {
    title: (facts) => `Nog geen tolk: ${occasionOf(facts)}${dayOf(facts)}`,
    reason: () => "Dit gezin heeft een tolk nodig. Niemand regelde er een.",
    action: "Tolk regelen",
    by: ["plan"],
    href: ({ trajectoryId, subjectId }) => `/gezinnen/${trajectoryId ?? ""}/tolk/nieuw?afspraak=${subjectId}`,
  },
};
