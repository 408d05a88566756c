import type { ClosingCheck } from "../../trajectory/closing.ts";
import { listSignals } from "../server/signal.store.ts";

/** A signal that was not discussed is never lost with a line. */
export const signalClosing: ClosingCheck = {
  kind: "signals",
  title: "Signalen die nog niet zijn besproken",
  way: "settle",
  next: "Bespreek ze met het gezin, of trek ze in met de reden.",
  find: async (db, trajectoryId) => {
    const open = (await listSignals(db, trajectoryId)).filter(({ state, discussedOn }) => state === "open" && discussedOn === null);
    const notes = [...new Map(open.map((signal) => [signal.notedTogether, signal])).values()];
    return notes.map(({ notedTogether, organisation }) => ({
      id: notedTogether,
      name: `Signaal van ${organisation}`,
      href: `/gezinnen/${trajectoryId}/signalen`,
    }));
  },
};
