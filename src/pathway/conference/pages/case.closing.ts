import type { ClosingCheck } from "../../trajectory/closing.ts";
import { findCaseOfLine } from "../server/conferenceCase.store.ts";

/** A family that waits for a conference is discussed, or taken off with the reason. */
export const caseClosing: ClosingCheck = {
  kind: "conference",
  title: "Overleg",
  way: "settle",
  next: "Dit gezin staat op de lijst van het overleg. Bespreek het, of haal het eraf met de reden.",
  find: async (db, trajectoryId) => {
    const waiting = await findCaseOfLine(db, trajectoryId);
    return waiting === null ? [] : [{ id: waiting.id, name: "Op de lijst van het overleg", href: `/overleggen/${waiting.id}/eraf` }];
  },
};
