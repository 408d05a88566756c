import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { SignalOutcome } from "../signal.ts";

/** What became of a note, as far as the asker may read it: the policies of each table decide, and of an assessment that there is one. */
export async function listOutcomes(db: Db, note: string): Promise<readonly SignalOutcome[]> {
  const { rows } = await sql<{ what: SignalOutcome["what"]; on: Day; by: string; subjectId: string | null }>`
    with noted as (select s.trajectory_id, min(s.created_at) as at, min(s.recorded_on) as on_day from signal s where s.noted_together = ${note} group by s.trajectory_id)
    select * from (
      select 'assessed' as what, a.on_day as "on", a.organisation as by, null::uuid as "subjectId" from trust.signal_taken_along(${note}) a
      union all select 'visit-asked', v.requested_on, o.name, v.id from noted n join home_visit v on v.trajectory_id = n.trajectory_id and v.requested_on >= n.on_day
        join organisation o on o.id = v.asked_organisation_id
      union all select 'visit', v.held_on, o.name, v.id from noted n join home_visit v on v.trajectory_id = n.trajectory_id and v.requested_on >= n.on_day and v.held_on is not null
        join organisation o on o.id = v.asked_organisation_id
      union all (select 'plan', (p.created_at at time zone 'Europe/Amsterdam')::date, o.name, null from noted n join plan_agreement p on p.trajectory_id = n.trajectory_id and p.created_at > n.at
        join organisation o on o.id = p.author_organisation_id order by p.created_at limit 1)
      union all (select 'help', c.requested_on, f.name, c.id from noted n join referral_candidate c on c.trajectory_id = n.trajectory_id and c.requested_on >= n.on_day
        join support_offer f on f.id = c.offer_id order by c.requested_on limit 20)
      union all select 'closed', t.ended_on, '', null from noted n join trajectory t on t.id = n.trajectory_id and t.state = 'ended'
    ) became order by "on", what`.execute(db);
  return rows;
}

/** What may no longer be heard leaves the lists. */
export async function followOutcomeConsent(db: Db, trajectoryId: string): Promise<void> {
  await sql`select trust.follow_outcome_consent(${trajectoryId})`.execute(db);
}

/** Whether it waits on the asker's own list. */
export async function isTold(db: Db, note: string): Promise<boolean> {
  const { rows } =
    await sql`select from work_item w where w.subject_id = ${note} and w.kind = 'signal-followed' and w.closed_at is null limit 1`.execute(
      db,
    );
  return rows.length > 0;
}
