import type { Day } from "../../../kit/day.ts";
import type { Category, Judgements, RouteStep } from "../../../pathway/assessment/assessment.ts";
import { assess } from "../../../pathway/assessment/server/assess.ts";
import { confirmCategory } from "../../../pathway/assessment/server/confirmCategory.ts";
import { findConfirmation } from "../../../pathway/assessment/server/confirmation.store.ts";
import { refuseStep, reportStep } from "../../../pathway/assessment/server/settleStep.ts";
import { askQuestion } from "../../../pathway/conference/server/changeCase.ts";
import { findCaseOfLine } from "../../../pathway/conference/server/conferenceCase.store.ts";
import { raiseSignal } from "../../../pathway/signal/server/raiseSignal.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { did, type Cast } from "./cast.ts";

const judgementsFor: Readonly<Record<Category, Judgements>> = {
  a: { riskNow: false, urgentRisk: false, protectiveSufficient: true },
  b: { riskNow: true, urgentRisk: false, protectiveSufficient: true },
  c: { riskNow: true, urgentRisk: false, protectiveSufficient: false },
  d: { riskNow: true, urgentRisk: true, protectiveSufficient: false },
};
const words = [
  "Vertelde het zelf bij de controle.",
  "Kwam ter sprake bij de intake.",
  "Heeft veel aan haar hoofd en slaapt slecht.",
  "Wil er graag iets aan doen.",
  "Moeder van mevrouw woont om de hoek en helpt veel.",
  null,
];

/** What families agreed to have told at the table, and what they want to say there themselves. */
const summaries = [
  "Wij verwachten een kind en hebben zorgen over geld. De post bleef lang liggen. Wij willen hulp die blijft, en zelf meebeslissen.",
  "Ik ben vaak moe en somber, en mijn moeder woont ver weg. Ik wil iemand die ik kan bellen, ook 's avonds.",
  "Ons huis is te klein voor een baby erbij. Wij staan ingeschreven, maar weten niet hoe het verder moet.",
];
const ownWords = [
  "Vraag het aan ons zelf, dan zeggen wij wat wij nodig hebben.",
  "Wij willen niet steeds opnieuw ons verhaal vertellen.",
  "Het helpt als er één iemand is die alles weet.",
];

/** What is noticed, which category it comes to, and what its route asks. */
export function assessmentActs({ chance, family, midwife }: Cast) {
  let newest: string | null = null;
  const ofLine = () => ({ trajectoryId: family.trajectoryId });
  return {
    signal: (factorCodes: readonly string[], on: Day, discussed = true) => {
      const note = { aboutPerson: family.motherId, factorCodes, seen: chance.oneOf(words), observedOn: on, urgent: false };
      return did("record a signal", raiseSignal(midwife, { ...note, ...ofLine(), discussedOn: discussed ? on : null }));
    },
    assess: async (category: Category) => {
      const judgements = judgementsFor[category];
      const input = { ...ofLine(), judgements, chosen: category, reason: null, seen: judgements, newestSeen: newest };
      newest = (await did("assess", assess(midwife, input))).id;
    },
    confirm: async (category: Category) => {
      const asked = await withActor(midwife, "assessment.read", ({ db }) => findConfirmation(db, family.trajectoryId));
      const opinion = { confirmationId: asked?.id ?? "", version: asked?.version ?? 0, category, reason: null };
      await did("confirm the category", confirmCategory(midwife, { ...ofLine(), ...opinion }));
    },
    /** She comes to another category than the nurse. */
    differ: async (category: Category, reason: string) => {
      const asked = await withActor(midwife, "assessment.read", ({ db }) => findConfirmation(db, family.trajectoryId));
      const opinion = { confirmationId: asked?.id ?? "", version: asked?.version ?? 0, category, reason };
      await did("come to another category", confirmCategory(midwife, { ...ofLine(), ...opinion }));
    },
    report: (step: RouteStep) => did(`report ${step}`, reportStep(midwife, { ...ofLine(), step })),
    refuse: (step: RouteStep, reason: string) => did(`refuse ${step}`, refuseStep(midwife, { ...ofLine(), step, reason })),
    askConference: async (question: string) => {
      const found = await withActor(midwife, "conference.case-read", ({ db }) => findCaseOfLine(db, family.trajectoryId));
      const prepared = {
        summary: chance.oneOf(summaries),
        familyAgreed: true,
        presence: chance.oneOf(["words", "comes"] as const),
        familyWords: chance.oneOf(ownWords),
      };
      const seen = { caseId: found?.id ?? "", version: found?.version ?? 0 };
      await did("ask the conference", askQuestion(midwife, { ...seen, ...prepared, question }));
    },
  };
}
