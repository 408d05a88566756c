import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Outcome, OutcomePart, Seat, SittingRefusal } from "../sitting.ts";

/** What was decided about a case, each part with how it stands now. */
export async function listOutcome(db: Db, itemId: string): Promise<readonly OutcomePart[]> {
  const { rows } = await sql<OutcomePart>`
    select a.id, a.item_id as "itemId", a.kind, a.offer_id as "offerId", a.subject_id as "subjectId",
      coalesce(case a.kind when 'agreement' then (select g.wording from plan_agreement g where g.id = a.subject_id)
        when 'referral' then (select f.name from support_offer f where f.id = a.offer_id)
        else concat_ws(', ', (select d.display_name from membership m join professional d on d.id = m.professional_id where m.id = a.membership_id), o.name, a.role) end, '') as words,
      case a.kind when 'lead' then (select x.state from lead_transfer x where x.id = a.subject_id)
        when 'referral' then case when a.settled_at is null then 'open' when a.subject_id is null then 'not-wanted' else 'asked' end end as stand
    from agenda_outcome a left join organisation o on o.id = a.organisation_id where a.item_id = ${itemId}
    order by array_position(array['lead', 'join', 'agreement', 'referral'], a.kind), a.created_at, a.id`.execute(db);
  return rows;
}

export async function findOutcomePart(db: Db, id: string): Promise<(OutcomePart & { readonly trajectoryId: string }) | null> {
  const { rows } = await sql<{ itemId: string; trajectoryId: string }>`
    select a.item_id as "itemId", a.trajectory_id as "trajectoryId" from agenda_outcome a where a.id = ${id}`.execute(db);
  const row = rows[0];
  const part = row && (await listOutcome(db, row.itemId)).find((one) => one.id === id);
  return row && part ? { ...part, trajectoryId: row.trajectoryId } : null;
}

export async function saveOutcome(
  db: Db,
  seen: { readonly itemId: string; readonly version: number },
  outcome: Outcome,
  terms: { readonly answerBy: Day; readonly discussBy: Day },
): Promise<SittingRefusal | "done"> {
  const { rows } = await sql<{ code: SittingRefusal | "done" }>`
    select trust.decide_case(${seen.itemId}, ${seen.version}, ${outcome.decision}, ${JSON.stringify(outcome.joining)}::jsonb, ${outcome.lead && JSON.stringify(outcome.lead)}::jsonb,
      ${JSON.stringify(outcome.agreements)}::jsonb, ${[...outcome.offers]}::uuid[], ${terms.answerBy}, ${terms.discussBy}) as code`.execute(
    db,
  );
  return rows[0]?.code ?? "not-visible";
}

export async function saveSettled(db: Db, outcomeId: string, subjectId: string | null): Promise<boolean> {
  const { rows } = await sql<{ settled: boolean }>`select trust.settle_outcome(${outcomeId}, ${subjectId}) as settled`.execute(db);
  return rows[0]?.settled ?? false;
}

export type SeatPerson = Seat & { readonly name: string; readonly organisation: string };

/** Everyone who works in a team at the table, and each single one: who can be responsible, by name. */
export async function listPeopleAtTable(db: Db, sittingId: string, itemId: string): Promise<readonly SeatPerson[]> {
  const { rows } = await sql<SeatPerson>`
    select distinct m.id as "membershipId", d.display_name as name, o.name as organisation, m.organisation_id as "organisationId", m.role
    from conference_participant p join membership m on m.id = p.membership_id or p.membership_id is null and (m.organisation_id, m.role) = (p.organisation_id, p.role)
      join professional d on d.id = m.professional_id join organisation o on o.id = m.organisation_id and o.active
    where p.sitting_id = ${sittingId} and (p.item_id is null or p.item_id = ${itemId}) and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
      and exists (select from role_part r where r.role = m.role and r.part = 1) order by 3, 2 limit 300`.execute(db);
  return rows;
}

/** The family as the chair may name it: for agreements that a family member makes. */
export async function listFamilyAtTable(db: Db, trajectoryId: string): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select m.id, coalesce(m.given_name, m.family_name) as name from trajectory t join family_member m on m.family_id = t.family_id
    where t.id = ${trajectoryId} and m.kind in ('mother', 'partner') and m.until is null and m.died_on is null order by m.kind`.execute(db);
  return rows;
}
