import { sql } from "kysely";
import type { Moment } from "../../../kit/moment.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type { CareVisit } from "../visit.ts";

const moment = (column: string) => sql.raw(`to_char(v.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

const visits = sql`
  select v.id, v.trajectory_id as "trajectoryId", v.kind, v.assistant_id as "assistantId", p.display_name as assistant, v.state,
    ${moment("planned_from")} as "plannedFrom", ${moment("planned_until")} as "plannedUntil", v.agreed,
    ${moment("started_at")} as "startedAt", ${moment("ended_at")} as "endedAt", v.break_minutes as "breakMinutes", v.contents, v.observation,
    v.why_code as "whyCode", v.why, v.recorded_by_way as way, ${moment("noted_at")} as "notedAt", v.check_date as "checkDate",
    v.author_organisation_id as "organisationId", v.version
  from care_visit v join professional p on p.id = v.assistant_id`;

/** Visits of a line that the asker may see, in the order of their time. */
export async function listVisitsOfLine(db: Db, trajectoryId: string): Promise<readonly CareVisit[]> {
  if (holdsNone(db, trajectoryId, "care_visit")) return [];
  const { rows } =
    await sql<CareVisit>`${visits} where v.trajectory_id = ${trajectoryId} order by coalesce(v.started_at, v.planned_from), v.id`.execute(
      db,
    );
  return rows;
}

/** Visits of one assistant between two moments that the asker may see. */
export async function listVisitsOfAssistant(
  db: Db,
  assistantId: string,
  between: { from: Moment; until: Moment },
): Promise<readonly CareVisit[]> {
  const { rows } = await sql<CareVisit>`${visits} where v.assistant_id = ${assistantId}
    and coalesce(v.started_at, v.planned_from) >= ${between.from}::timestamptz and coalesce(v.started_at, v.planned_from) < ${between.until}::timestamptz
    order by coalesce(v.started_at, v.planned_from), v.id`.execute(db);
  return rows;
}

/** Visits of a whole organisation between two moments. */
export async function listVisitsOfOrganisation(
  db: Db,
  organisationId: string,
  between: { from: Moment; until: Moment },
): Promise<readonly CareVisit[]> {
  const { rows } = await sql<CareVisit>`${visits} where v.author_organisation_id = ${organisationId}
    and coalesce(v.started_at, v.planned_from) >= ${between.from}::timestamptz and coalesce(v.started_at, v.planned_from) < ${between.until}::timestamptz
    order by coalesce(v.started_at, v.planned_from), v.id`.execute(db);
  return rows;
}

/** One visit; null when it is not there or not the asker's to see. */
export async function findVisit(db: Db, visitId: string): Promise<CareVisit | null> {
  const { rows } = await sql<CareVisit>`${visits} where v.id = ${visitId}`.execute(db);
  return rows[0] ?? null;
}

/** What a visit is made of or changed to. */
export type VisitFields = Omit<CareVisit, "id" | "assistant" | "organisationId" | "version">;

/** Writes a new visit. False when this id is taken: the same was sent before. */
export async function insertVisit(db: Db, id: string, one: VisitFields): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into care_visit (id, trajectory_id, kind, assistant_id, state, planned_from, planned_until, agreed, started_at, ended_at, break_minutes, contents,
      observation, why_code, why, recorded_by_way, noted_at, check_date, author_organisation_id)
    values (${id}, ${one.trajectoryId}, ${one.kind}, ${one.assistantId}, ${one.state}, ${one.plannedFrom}::timestamptz, ${one.plannedUntil}::timestamptz, ${one.agreed},
      ${one.startedAt}::timestamptz, ${one.endedAt}::timestamptz, ${one.breakMinutes}, ${[...one.contents]}::text[], ${one.observation}, ${one.whyCode}, ${one.why}, ${one.way},
      ${one.notedAt}::timestamptz, ${one.checkDate}, gen_random_uuid())
    on conflict (id) do nothing`.execute(db);
  return numAffectedRows === 1n;
}

/** Changes a visit that is still as it was seen. False when someone was first. */
export async function updateVisit(db: Db, seen: Pick<CareVisit, "id" | "version">, one: VisitFields): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update care_visit set assistant_id = ${one.assistantId}, state = ${one.state}, planned_from = ${one.plannedFrom}::timestamptz,
      planned_until = ${one.plannedUntil}::timestamptz, agreed = ${one.agreed}, started_at = ${one.startedAt}::timestamptz, ended_at = ${one.endedAt}::timestamptz,
      break_minutes = ${one.breakMinutes}, contents = ${[...one.contents]}::text[], observation = ${one.observation}, why_code = ${one.whyCode}, why = ${one.why},
      recorded_by_way = ${one.way}, noted_at = ${one.notedAt}::timestamptz, check_date = ${one.checkDate}, version = version + 1
    where id = ${seen.id} and version = ${seen.version}`.execute(db);
  return numAffectedRows === 1n;
}

/** From now on nobody else plans or records visits of this assistant, until this transaction ends. */
export async function lockVisitsOf(db: Db, assistantId: string): Promise<void> {
  await sql`select trust.lock_visits_of(${assistantId})`.execute(db);
}

/** When this assistant is with a family between two moments; with which, nobody is told here. */
export async function listBusy(
  db: Db,
  assistantId: string,
  from: Moment,
  until: Moment,
): Promise<readonly { visitId: string; from: Moment; until: Moment }[]> {
  const { rows } = await sql<{ visitId: string; from: Moment; until: Moment }>`
    select visit_id as "visitId", to_char(from_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "from", to_char(until_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as until
    from trust.assistant_visits_between(${assistantId}, ${from}::timestamptz, ${until}::timestamptz)`.execute(db);
  return rows;
}

/** Takes work of a line off the asker's own list. */
export async function takeOffList(db: Db, trajectoryId: string, kind: string): Promise<void> {
  await sql`select trust.close_own_work(${trajectoryId}, ${kind})`.execute(db);
}

/** Who can be planned: assistants of this organisation who work there today. */
export async function listAssistants(
  db: Db,
  organisationId: string,
): Promise<readonly { id: string; name: string; membershipId: string }[]> {
  const { rows } = await sql<{ id: string; name: string; membershipId: string }>`
    select p.id, p.display_name as name, m.id as "membershipId" from membership m join professional p on p.id = m.professional_id
    where m.organisation_id = ${organisationId} and m.role = 'maternity_assistant' and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
    order by p.display_name, p.id`.execute(db);
  return rows;
}

/** The present moment: the clock's own, on the day that the database calls today. */
export async function findNow(db: Db): Promise<Moment> {
  const { rows } = await sql<{ now: Moment }>`
    select to_char((now() + (app.today() - (now() at time zone 'Europe/Amsterdam')::date) * interval '1 day') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as now`.execute(
    db,
  );
  return rows[0]?.now ?? new Date().toISOString();
}
