import { formatMinutes } from "../../../kit/money.ts";
import { isRole, mayUse } from "../../../trust/access/route.ts";
import type { CarePart } from "../../indication/carePart.ts";
import { listHourLines } from "../server/hours.store.ts";

/** Delivered hours in the card of the maternity care. */
export const hoursPart: CarePart = {
  id: "uren",
  records: { hour_line: "Uren kraamzorg", hours_decision: "Besluit over uren", exception_consultation: "Overleg over een uitzondering" },
  async load({ db }, line, { role }) {
    if (!isRole(role) || !mayUse(role, "visits")) return null;
    const minutes = (await listHourLines(db, line.id)).reduce((sum, one) => sum + one.minutes, 0);
    if (minutes === 0) return null;
    const value = <a href={`/gezinnen/${line.id}/kraamzorg/uren`}>{formatMinutes(minutes)}, en wie betaalt</a>;
    return { card: null, facts: [{ label: "Gegeven", value }] };
  },
};
