import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { WorkFacts } from "../../trajectory/workKind.ts";
import type { CaseRefusal, CaseScope } from "../cases.ts";

/** The open lines of these cases. */
export async function listCases(db: Db, scope: CaseScope): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from trust.my_cases(${scope}) as id order by id`.execute(db);
  return rows.map(({ id }) => id);
}

export interface CaseWorkRow {
  readonly id: string;
  readonly trajectoryId: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly dueOn: Day;
  readonly since: Day;
  readonly principal: number;
}

type Cells = readonly [id: string, trajectoryId: string, kind: string, subjectId: string, dueOn: Day, since: Day, principal: number];

/**
 * What is stuck in these cases, all of it in one question: the rule counts and orders, and thousands are no more than a list. As one value,
 * since rows would each be taken apart by themselves.
 */
export async function listCaseWork(db: Db, scope: CaseScope): Promise<readonly CaseWorkRow[]> {
  const { rows } = await sql<{ all: readonly Cells[] }>`
    select coalesce(json_agg(json_build_array(w.id::text, w.trajectory_id, w.kind, w.subject_id, w.due_on, w.since, w.principal)), '[]') as all
    from trust.case_work(${scope}) w`.execute(db);
  return (rows[0]?.all ?? []).map(([id, trajectoryId, kind, subjectId, dueOn, since, principal]) => ({
    id,
    trajectoryId,
    kind,
    subjectId,
    dueOn,
    since,
    principal,
  }));
}

/** One piece of it, with what its words need. */
export interface CaseFacts {
  readonly id: string;
  readonly trajectoryId: string;
  readonly kind: string;
  readonly facts: WorkFacts;
}

export async function listCaseFacts(db: Db, scope: CaseScope, ids: readonly string[]): Promise<readonly CaseFacts[]> {
  const { rows } = await sql<CaseFacts>`
    select w.id::text, w.trajectory_id as "trajectoryId", w.kind, w.facts from trust.case_work(${scope}, ${ids}::bigint[]) w`.execute(db);
  return rows;
}

/** Whose work it is: a professional, a team or an organisation, and how to call. */
export interface CaseWorker {
  readonly principal: number;
  readonly membershipId: string | null;
  readonly professional: string | null;
  readonly role: string | null;
  readonly organisationId: string;
  readonly organisation: string;
  readonly phone: string | null;
}

export async function listWorkers(db: Db, principals: readonly number[]): Promise<readonly CaseWorker[]> {
  const { rows } = await sql<CaseWorker>`
    with worker as (
      select m.principal, m.id as membership_id, p.display_name as professional, m.role, m.organisation_id, p.phone from membership m join professional p on p.id = m.professional_id
      where m.principal = any(${principals}::int[])
      union all select t.principal, null, null, t.role, t.organisation_id, null from team t where t.principal = any(${principals}::int[])
      union all select o.principal, null, null, null, o.id, null from organisation o where o.principal = any(${principals}::int[])
    )
    select w.principal, w.membership_id as "membershipId", w.professional, w.role, o.id as "organisationId", o.name as organisation, coalesce(w.phone, o.phone) as phone
    from worker w join organisation o on o.id = w.organisation_id`.execute(db);
  return rows;
}

export interface TakenUp {
  readonly subjectId: string;
  readonly membershipId: string;
  readonly professional: string;
  readonly on: Day;
}

/** Who looks into what. */
export async function listTakenUp(db: Db, subjects: readonly string[]): Promise<readonly TakenUp[]> {
  const { rows } = await sql<TakenUp>`
    select t.subject_id as "subjectId", t.membership_id as "membershipId", t.professional, t.taken_on as "on" from trust.taken_up(${subjects}::uuid[]) t`.execute(
    db,
  );
  return rows;
}

/** What I took up myself. */
export async function listMine(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select w.subject_id as id from work_item w where w.kind = 'case.taken-up' and w.closed_at is null and w.principal = any((select trust.my_principals())::int[])`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** How a case stands, as far as the asker may see it. */
export interface CaseLine {
  readonly id: string;
  readonly givenName: string | null;
  readonly prefix: string | null;
  readonly familyName: string | null;
  readonly dueDate: Day | null;
  readonly bornOn: Day | null;
  readonly place: string | null;
  readonly category: string | null;
  readonly lead: string | null;
  readonly leadSince: Day | null;
}

export async function findCaseLines(db: Db, ids: readonly string[]): Promise<readonly CaseLine[]> {
  const { rows } = await sql<CaseLine>`
    select t.id, m.given_name as "givenName", m.prefix, m.family_name as "familyName", case when t.loss_on is null then t.due_date end as "dueDate",
      case when t.loss_on is null then t.born_on end as "bornOn",
      (select a.place from family_address a where a.family_id = t.family_id and a.until is null limit 1) as place,
      (select c.category from category_route c where c.trajectory_id = t.id order by c.number desc limit 1) as category,
      concat_ws(', ', p.display_name, o.name) as lead, l.since as "leadSince"
    from unnest(${ids}::uuid[]) with ordinality as wanted(id, nr) join trajectory t on t.id = wanted.id
      left join lateral (select * from family_member m where m.family_id = t.family_id and m.kind = 'mother' order by m.created_at limit 1) m on true
      left join case_lead l on l.trajectory_id = t.id and l.ended_at is null
      left join professional p on p.id = l.professional_id left join organisation o on o.id = l.organisation_id
    order by wanted.nr`.execute(db);
  return rows;
}

/** "done", or why it can't be taken up (any more). */
export async function takeUp(db: Db, item: string, dueOn: Day, facts: WorkFacts): Promise<"done" | CaseRefusal> {
  const { rows } = await sql<{
    code: "done" | CaseRefusal;
  }>`select trust.take_up_case_work(${item}::bigint, ${dueOn}, ${JSON.stringify(facts)}::jsonb) as code`.execute(db);
  return rows[0]?.code ?? "case-not-stuck";
}
