import { formatDay } from "../../../../kit/day.ts";
import type { ClosingCheck } from "../../../trajectory/closing.ts";
import { openStates } from "../interpreter.ts";
import { occasionNames } from "../interpreter.texts.ts";
import { listBookings } from "../server/interpreter.store.ts";

/** An interpreter who is coming is told that it is off. */
export const interpreterClosing: ClosingCheck = {
  kind: "interpreters",
  title: "Tolken die nog komen",
  way: "settle",
  next: "Zeg de tolk af, of leg vast dat hij er was.",
  find: async (db, trajectoryId) =>
    (await listBookings(db, trajectoryId))
      .filter(({ state }) => openStates.includes(state))
      .map(({ id, occasion, onDay }) => ({
        id,
        name: `Tolk bij ${occasionNames[occasion]}, ${formatDay(onDay)}`,
        href: `/gezinnen/${trajectoryId}/tolk/${id}`,
      })),
};
