import type { ClosingCheck } from "../../trajectory/closing.ts";
import { findCaseLead } from "../server/caseLead.store.ts";
import { findPlan } from "../server/plan.store.ts";

/** Agreements are the family's own: they may go on without Wieg. */
export const agreementClosing: ClosingCheck = {
  kind: "agreements",
  title: "Afspraken uit het gezinsplan",
  way: "goes_on",
  next: "Evalueer ze met het gezin, of spreek af wie ermee doorgaat.",
  find: async (db, trajectoryId) =>
    (await findPlan(db, trajectoryId)).agreements
      .filter(({ state }) => state === "open")
      .map(({ id, wording }) => ({ id, name: wording, href: `/gezinnen/${trajectoryId}/plan` })),
};

export const leadClosing: ClosingCheck = {
  kind: "lead",
  title: "Casusregie",
  way: "ends",
  next: "De casusregie stopt met de lijn, en komt terug als de lijn weer opengaat.",
  find: async (db, trajectoryId) => {
    const lead = await findCaseLead(db, trajectoryId);
    return lead === null ? [] : [{ id: lead.id, name: lead.professional, href: `/gezinnen/${trajectoryId}/regie` }];
  },
};
