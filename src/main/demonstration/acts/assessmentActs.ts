import type { Day } from "../../../kit/day.ts";
import type { Category, Judgements } from "../../../pathway/assessment/assessment.ts";
import { assess } from "../../../pathway/assessment/server/assess.ts";
import { confirmCategory } from "../../../pathway/assessment/server/confirmCategory.ts";
import { findConfirmation } from "../../../pathway/assessment/server/confirmation.store.ts";
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
  null,
];

/** What is noticed, which category it comes to, and that both sides confirm it. */
export function assessmentActs({ chance, family, midwife, nurse }: Cast) {
  const { trajectoryId } = family;
  return {
    signal: (factorCodes: readonly string[], on: Day, discussed: boolean) => {
      const note = { aboutPerson: family.motherId, factorCodes, seen: chance.oneOf(words), observedOn: on, urgent: false };
      return did(
        "record a signal",
        raiseSignal(midwife, { ...note, trajectoryId: family.trajectoryId, discussedOn: discussed ? on : null }),
      );
    },
    assess: (category: Category) => {
      const judgements = judgementsFor[category];
      const input = { judgements, chosen: category, reason: null, seen: judgements, newestSeen: null };
      return did("assess", assess(midwife, { trajectoryId: family.trajectoryId, ...input }));
    },
    confirm: async (side: "midwife" | "nurse", category: Category) => {
      const actor = side === "midwife" ? midwife : nurse;
      const asked = await withActor(actor, "assessment.read", ({ db }) => findConfirmation(db, family.trajectoryId));
      if (!asked) throw new Error(`The demonstration found nothing to confirm for ${trajectoryId}.`);
      const opinion = { confirmationId: asked.id, version: asked.version, category, reason: null };
      await did("confirm the category", confirmCategory(actor, { trajectoryId: family.trajectoryId, ...opinion }));
    },
  };
}
