import { formatDay } from "../../../kit/day.ts";
import type { ClosingCheck } from "../../trajectory/closing.ts";
import { listVisits } from "../server/homeVisit.store.ts";

const ended = ["reported", "declined", "cancelled"];

/** A visit that was asked for is held, reported or cancelled before the line closes. */
export const visitClosing: ClosingCheck = {
  kind: "visits",
  title: "Huisbezoek dat nog loopt",
  way: "settle",
  next: "Leg het verslag vast, of zeg het bezoek af.",
  find: async (db, trajectoryId) =>
    (await listVisits(db, trajectoryId))
      .filter(({ status }) => !ended.includes(status.state))
      .map(({ id, requestedOn }) => ({
        id,
        name: `Huisbezoek, gevraagd op ${formatDay(requestedOn)}`,
        href: `/gezinnen/${trajectoryId}/huisbezoeken/${id}`,
      })),
};
