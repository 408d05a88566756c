import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import { leadNotices, type CaseLead, type LeadNotice, type LeadRefusal, type LeadTransfer } from "../caseLead.ts";

/** Who leads now; null when nobody does or the asker may not see the line. */
export async function findCaseLead(db: Db, trajectoryId: string): Promise<CaseLead | null> {
  if (holdsNone(db, trajectoryId, "case_lead")) return null;
  const { rows } = await sql<CaseLead>`
    select l.id, l.membership_id as "membershipId", l.organisation_id as "organisationId", o.name as organisation, p.display_name as professional, l.role,
      coalesce(p.phone, o.phone) as phone, l.basis, l.since, (not o.active or coalesce(m.until, 'infinity') < app.today()) as left
    from case_lead l join organisation o on o.id = l.organisation_id join professional p on p.id = l.professional_id join membership m on m.id = l.membership_id
    where l.trajectory_id = ${trajectoryId} and l.ended_at is null`.execute(db);
  return rows[0] ?? null;
}

/** Those who led before, the last one first. */
export async function listFormerLeads(
  db: Db,
  trajectoryId: string,
): Promise<readonly { professional: string; organisation: string; role: string; since: Day; until: Day }[]> {
  const { rows } = await sql<{ professional: string; organisation: string; role: string; since: Day; until: Day }>`
    select p.display_name as professional, o.name as organisation, l.role, l.since, l.ended_on as until
    from case_lead l join organisation o on o.id = l.organisation_id join professional p on p.id = l.professional_id
    where l.trajectory_id = ${trajectoryId} and l.ended_at is not null order by l.ended_at desc limit 20`.execute(db);
  return rows;
}

const transferRow = sql`
  select x.id, x.trajectory_id as "trajectoryId", x.state, x.offered_on as "offeredOn", x.answer_by as "answerBy", x.answered_on as "answeredOn", x.reason, b.display_name as "offeredBy",
    (select n.name from municipality n where n.code = x.municipality_code) as municipality,
    jsonb_build_object('organisationId', f.id, 'organisation', f.name, 'phone', f.phone) as "from",
    jsonb_build_object('organisationId', o.id, 'organisation', o.name, 'phone', o.phone, 'role', x.to_role, 'membershipId', x.to_membership_id,
      'professional', (select p.display_name from membership m join professional p on p.id = m.professional_id where m.id = x.to_membership_id)) as "to"
  from lead_transfer x join organisation f on f.id = x.from_organisation_id join organisation o on o.id = x.to_organisation_id left join professional b on b.id = x.author_id`;

/** The newest transfer of the line that the asker may see. */
export async function findLastTransfer(db: Db, trajectoryId: string): Promise<LeadTransfer | null> {
  if (holdsNone(db, trajectoryId, "lead_transfer")) return null;
  const { rows } =
    await sql<LeadTransfer>`${transferRow} where x.trajectory_id = ${trajectoryId} order by x.created_at desc limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function findTransfer(db: Db, id: string): Promise<LeadTransfer | null> {
  const { rows } = await sql<LeadTransfer>`${transferRow} where x.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export interface Candidate {
  readonly organisationId: string;
  readonly organisation: string;
  readonly role: string;
  readonly membershipId: string | null;
  readonly professional: string | null;
  readonly involved: boolean;
}

/**
 * Who can be asked: teams that may write the plan, of organisations involved, and of the youth health service and municipality of where the
 * family lives; and the professionals of those involved.
 */
export async function listCandidates(db: Db, line: { id: string; municipality: string | null }): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    with asked as (
      select o.id, o.name, exists (select from care_relation r where r.trajectory_id = ${line.id} and r.organisation_id = o.id and r.since <= app.today()
        and coalesce(r.until, 'infinity') >= app.today()) as involved, o.kind, o.home_municipality
      from organisation o where o.active
    ), near as (
      select a.* from asked a where a.involved or (a.kind in ('youth_health', 'municipality')
        and (a.home_municipality = ${line.municipality} or exists (select from organisation_area x where x.organisation_id = a.id and x.municipality_code = ${line.municipality})))
    ), job as (
      select m.id, m.organisation_id, m.role, p.display_name from membership m join professional p on p.id = m.professional_id
      join role_part r on r.role = m.role and r.part = trust.part('plan') and r.may_write and not r.own_only
      where m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
    )
    select distinct n.id as "organisationId", n.name as organisation, j.role, null::uuid as "membershipId", null::text as professional, n.involved from near n join job j on j.organisation_id = n.id
    union all
    select n.id, n.name, j.role, j.id, j.display_name, n.involved from near n join job j on j.organisation_id = n.id where n.involved
    order by 6 desc, 2, 3, 5 nulls first limit 500`.execute(db);
  return rows;
}

export async function offerLead(
  db: Db,
  offer: { trajectoryId: string; organisationId: string; role: string; membershipId: string | null; answerBy: Day },
): Promise<{ code: LeadRefusal | "done"; transfer: string | null }> {
  const { rows } = await sql<{ code: LeadRefusal | "done"; transfer: string | null }>`
    select code, transfer from trust.offer_case_lead(${offer.trajectoryId}, ${offer.organisationId}, ${offer.role}, ${offer.membershipId}, ${offer.answerBy})`.execute(
    db,
  );
  return rows[0] ?? { code: "no-lead", transfer: null };
}

export async function answerLead(
  db: Db,
  answer: { transferId: string; accept: boolean; reason: string | null },
): Promise<"done" | "answered-already"> {
  const { rows } = await sql<{
    code: "done" | "answered-already";
  }>`select trust.answer_case_lead(${answer.transferId}, ${answer.accept}, ${answer.reason}) as code`.execute(db);
  return rows[0]?.code ?? "answered-already";
}

export async function withdrawLead(db: Db, transferId: string): Promise<"done" | "answered-already"> {
  const { rows } = await sql<{ code: "done" | "answered-already" }>`select trust.withdraw_case_lead(${transferId}) as code`.execute(db);
  return rows[0]?.code ?? "answered-already";
}

export async function isInvolved(db: Db, trajectoryId: string, organisationId: string): Promise<boolean> {
  const { rows } = await sql<{
    involved: boolean;
  }>`select exists (select from care_relation r where r.trajectory_id = ${trajectoryId} and r.organisation_id = ${organisationId}
    and r.since <= app.today() and coalesce(r.until, 'infinity') >= app.today()) as involved`.execute(db);
  return rows[0]?.involved ?? false;
}

export interface LeadAlert {
  readonly id: string;
  readonly kind: "not_accepted" | "lead_left";
  readonly trajectoryId: string;
  readonly raisedOn: Day;
  readonly settled: boolean;
  readonly municipality: string | null;
  readonly leadOrganisation: string;
  readonly leadPhone: string | null;
  readonly askedOrganisation: string | null;
  readonly askedPhone: string | null;
  /** The coordinator may see the family itself. */
  readonly familyVisible: boolean;
}

export async function findAlert(db: Db, id: string): Promise<LeadAlert | null> {
  const { rows } = await sql<LeadAlert>`
    select a.id, a.kind, a.trajectory_id as "trajectoryId", a.raised_on as "raisedOn", a.settled_at is not null as settled,
      (select n.name from municipality n where n.code = a.municipality_code) as municipality, l.name as "leadOrganisation", l.phone as "leadPhone",
      o.name as "askedOrganisation", o.phone as "askedPhone", exists (select from trajectory t where t.id = a.trajectory_id) as "familyVisible"
    from lead_alert a join organisation l on l.id = a.lead_organisation_id left join organisation o on o.id = a.asked_organisation_id where a.id = ${id}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Raises what got stuck; how many were new. */
export async function raiseAlerts(db: Db): Promise<number> {
  const { rows } = await sql<{ raised: number }>`select trust.alert_case_leads() as raised`.execute(db);
  return rows[0]?.raised ?? 0;
}

/** What the asker was told about this line and has not marked as seen. */
export async function listNotices(db: Db, trajectoryId: string): Promise<readonly { kind: LeadNotice; on: Day }[]> {
  const rows = await db
    .selectFrom("work_item")
    .select(["kind", "since"])
    .where("trajectory_id", "=", trajectoryId)
    .where("closed_at", "is", null)
    .where("kind", "in", [...leadNotices])
    .orderBy("since")
    .execute();
  return rows.map(({ kind, since }) => ({ kind: kind as LeadNotice, on: since }));
}
