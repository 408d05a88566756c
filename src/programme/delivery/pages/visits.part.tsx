import type { CarePart } from "../../indication/carePart.ts";
import type { Moment } from "../../../pathway/trajectory/familySection.ts";
import { formatMinutes } from "../../../kit/money.ts";
import { sumVisits } from "../rules/sumVisits.ts";
import { mayPlan, mayVisit } from "../rules/whoPlans.ts";
import { dayOf } from "../server/readVisits.ts";
import { listVisitsOfLine } from "../server/visit.store.ts";
import type { CareVisit } from "../visit.ts";
import { visitHref } from "./visitHref.ts";
import { VisitsCard } from "./VisitsCard.tsx";

/** Visits and hours on the page of a family's maternity care. */
export const visitsPart: CarePart = {
  id: "visits",
  records: { care_visit: "Bezoek kraamzorg" },
  async load({ db }, line, actor) {
    const visits = await listVisitsOfLine(db, line.id);
    const mayRecord = mayVisit(actor.role);
    if (visits.length === 0 && !mayRecord) return null;
    const { planned, delivered } = sumVisits(visits);
    return {
      card: (
        <VisitsCard
          trajectoryId={line.id}
          visits={visits}
          mayPlan={mayPlan(actor.role)}
          mayRecord={mayRecord}
          open={line.state === "open"}
          lost={line.lossOn !== null}
        />
      ),
      ...(visits.length === 0
        ? {}
        : { facts: [{ label: "Uren", value: `${formatMinutes(delivered)} gegeven, ${formatMinutes(planned)} gepland` }] }),
      moments: momentsOf(visits),
    };
  },
};

/** The first and the last visit that was: the days between say nothing more on a timeline of two years. */
function momentsOf(visits: readonly CareVisit[]): readonly Moment[] {
  const given = visits.filter(({ state }) => state === "delivered");
  const [first, last] = [given[0], given.at(-1)];
  if (!first || !last) return [];
  const moment = (visit: CareVisit, label: string): Moment => ({ on: dayOf(visit), label, tone: "ok", href: visitHref(visit) });
  return first === last
    ? [moment(first, "kraamzorg")]
    : [moment(first, "eerste bezoek kraamzorg"), moment(last, "laatste bezoek kraamzorg")];
}
