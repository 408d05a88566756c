import { formatDay } from "../../../kit/day.ts";
import type { ClosingCheck } from "../../trajectory/closing.ts";
import { openStates } from "../handover.ts";
import { listHandovers } from "../server/handover.store.ts";

/** The sender stays responsible until a handover was held: a line does not close in between. */
export const handoverClosing: ClosingCheck = {
  kind: "handovers",
  title: "Overdrachten die nog lopen",
  way: "settle",
  next: "Houd de overdracht samen met het gezin, of trek haar in.",
  find: async (db, trajectoryId) =>
    (await listHandovers(db, trajectoryId))
      .filter(({ status }) => openStates.includes(status.state))
      .map(({ id, momentOn, to }) => ({
        id,
        name: `${to === null ? "Overdracht in voorbereiding" : `Overdracht aan ${to.organisation}`}, uiterlijk ${formatDay(momentOn)}`,
        href: `/gezinnen/${trajectoryId}/overdrachten/${id}`,
      })),
};
