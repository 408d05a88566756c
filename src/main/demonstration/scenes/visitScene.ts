import { addDays, daysBetween, type Day } from "../../../kit/day.ts";
import { momentAt } from "../../../kit/moment.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { planVisits } from "../../../programme/delivery/server/door.ts";
import { did } from "../acts/cast.ts";
import { storyDay } from "../storyDay.ts";
import type { Step, Teller } from "../story.ts";

/** The youngest children whose hours the coordinator may plan, at the moment that she does: in their first days, or with a place in pillar 2. */
const familiesSql = `
  select t.id, t.born_on::text as "bornOn" from trajectory t
  where t.state = 'open' and t.loss_on is null and t.born_on between $1::date - 60 and $1::date - 1
    and (t.born_on > $1::date - 9 or exists (select from programme_place p where p.trajectory_id = t.id and p.pillar = 2 and p.state = 'taken'))
    and exists (select from access_grant g join team m on m.principal = g.principal
      where m.organisation_id = $2 and m.role = 'maternity_coordinator' and g.trajectory_id = t.id and g.part = trust.part('maternity_care') and g.may_write and g.until >= $1::date)
  order by t.born_on desc, t.id limit 3`;

const times = [
  ["08:00", "11:00", "Borstvoeding begeleiden en samen het badje oefenen."],
  ["12:00", "14:30", "Ritme in de dag. Moeder wil praten over slapen."],
  ["15:15", "17:15", "Huiltjes leren lezen, samen met de partner."],
] as const;

/** Today and tomorrow of one assistant, as they stand on her phone. */
export function visitScene({ region, today }: Teller): readonly Step[] {
  const coordinator = region.actor("Petra Planning");
  const assistantId = region.actor("Chantal Kraam").professionalId;
  const planDay = (day: Day, families: readonly { id: string; bornOn: Day }[]) =>
    families.map(({ id, bornOn }, nth) => async () => {
      const [from, until, agreed] = times[nth] ?? times[0];
      const visit = { id: crypto.randomUUID(), assistantId, from: momentAt(day, from), until: momentAt(day, until), agreed, why: null };
      const kind = daysBetween(bornOn, day) < 10 ? ("maternity" as const) : ("flexible" as const);
      const plans = { trajectoryId: id, kind, visits: [visit] };
      await did(
        "plan a visit",
        withActor(coordinator, "visit.planned", (work) =>
          planVisits(work, coordinator, plans, (_work, _actor, { planned }) => Promise.resolve(planned.map(() => "go" as const))),
        ),
      );
    });
  return [
    {
      on: storyDay(today, 1),
      run: async () => {
        const families = await region.asOwner<{ id: string; bornOn: Day }>(familiesSql, [today, coordinator.organisationId]);
        for (const plan of [...planDay(today, families), ...planDay(addDays(today, 1), families.slice(0, 2))]) await plan();
      },
    },
  ];
}
