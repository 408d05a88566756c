import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { EvaluationMoment, ExpectedVersion, MonthCount, Municipality, SteeringAction, SteeringPerson } from "../steering.ts";

/** A coordinator of another organisation has nothing to do with this programme. */
export async function readsSteering(db: Db, programmeId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select trust.reads_steering(${programmeId}) as may`.execute(db);
  return rows[0]?.may ?? false;
}

/** Places that stand, by month, municipality and pillar, beside what is expected by the newest version. */
export async function listCounts(db: Db, programmeId: string): Promise<readonly MonthCount[]> {
  const { rows } = await sql<MonthCount>`
    with came as (
      select pillar, municipality_code, month, sum(given - given_back)::integer as actual from steering_inflow where programme_id = ${programmeId} group by 1, 2, 3),
    awaited as (
      select e.* from expected_inflow e where e.version_id = (select v.id from expected_version v where v.programme_id = ${programmeId} order by v.number desc limit 1))
    select pillar, municipality_code as municipality, to_char(month, 'YYYY-MM') as month, coalesce(came.actual, 0) as actual, (awaited.tenths / 10.0)::float8 as expected
    from came full join awaited using (pillar, municipality_code, month) order by 1, 2, 3`.execute(db);
  return rows;
}

export async function findExpectedVersion(db: Db, programmeId: string): Promise<ExpectedVersion | null> {
  const { rows } = await sql<ExpectedVersion>`
    select v.id, v.number, v.reason, v.decided_on as "decidedOn", p.display_name as "decidedBy" from expected_version v join professional p on p.id = v.decided_by
    where v.programme_id = ${programmeId} order by v.number desc limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function listExpectedVersions(db: Db, programmeId: string): Promise<readonly ExpectedVersion[]> {
  const { rows } = await sql<ExpectedVersion>`
    select v.id, v.number, v.reason, v.decided_on as "decidedOn", p.display_name as "decidedBy" from expected_version v join professional p on p.id = v.decided_by
    where v.programme_id = ${programmeId} order by v.number desc limit 100`.execute(db);
  return rows;
}

export interface NewExpectation {
  readonly pillar: number;
  readonly municipality: string;
  /** First day of the month. */
  readonly month: Day;
  readonly tenths: number;
}

export async function keepExpectation(db: Db, programmeId: string, reason: string, pattern: readonly NewExpectation[]): Promise<void> {
  await sql`select trust.expect_inflow(${programmeId}, ${reason}, ${JSON.stringify(pattern)}::jsonb)`.execute(db);
}

const actions = sql`
    select s.id, s.deviation, s.action, s.owner_membership_id as "ownerMembershipId", p.display_name as owner, s.due_on as "dueOn", s.done_on as "doneOn", s.outcome,
      s.decided_on as "decidedOn", s.version
    from steering_action s join membership m on m.id = s.owner_membership_id join professional p on p.id = m.professional_id`;

export async function listActions(db: Db, programmeId: string): Promise<readonly SteeringAction[]> {
  const { rows } =
    await sql<SteeringAction>`${actions} where s.programme_id = ${programmeId} order by s.done_on desc nulls first, s.due_on limit 200`.execute(
      db,
    );
  return rows;
}

export async function findAction(db: Db, id: string): Promise<SteeringAction | null> {
  const { rows } = await sql<SteeringAction>`${actions} where s.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

const moments = sql`select id, planned_on as "plannedOn", about, decision, decided_on as "decidedOn", version from evaluation_moment`;

export async function listMoments(db: Db, programmeId: string): Promise<readonly EvaluationMoment[]> {
  const { rows } = await sql<EvaluationMoment>`${moments} where programme_id = ${programmeId} order by planned_on limit 200`.execute(db);
  return rows;
}

export async function findMoment(db: Db, id: string): Promise<EvaluationMoment | null> {
  const { rows } = await sql<EvaluationMoment>`${moments} where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function listPeople(db: Db, programmeId: string): Promise<readonly SteeringPerson[]> {
  const { rows } =
    await sql<SteeringPerson>`select membership_id as "membershipId", name, organisation from trust.steering_people(${programmeId})`.execute(
      db,
    );
  return rows;
}

export async function listMunicipalitiesOf(db: Db, codes: readonly string[]): Promise<readonly Municipality[]> {
  return db
    .selectFrom("municipality")
    .select(["code", "name"])
    .where("code", "in", [...codes])
    .orderBy("name")
    .execute();
}

export interface NewAction {
  readonly programmeId: string;
  readonly deviation: string;
  readonly action: string;
  readonly owner: string;
  readonly dueOn: Day;
}

/** The id of the action; null when its owner is nobody of the programme. */
export async function keepAction(db: Db, one: NewAction): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null;
  }>`select trust.decide_steering_action(${one.programmeId}, ${one.deviation}, ${one.action}, ${one.owner}, ${one.dueOn}) as id`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}

type Ended = "done" | "not-visible" | "changed-meanwhile";

export async function endAction(db: Db, one: { id: string; version: number; outcome: string }): Promise<Ended> {
  const { rows } = await sql<{ code: Ended }>`select trust.end_steering_action(${one.id}, ${one.version}, ${one.outcome}) as code`.execute(
    db,
  );
  return rows[0]?.code ?? "not-visible";
}

export async function keepMoment(db: Db, one: { programmeId: string; on: Day; about: string }): Promise<"done" | "day-taken"> {
  const { rows } = await sql<{
    code: "done" | "day-taken";
  }>`select trust.plan_evaluation_moment(${one.programmeId}, ${one.on}, ${one.about}) as code`.execute(db);
  return rows[0]?.code ?? "day-taken";
}

export async function decideMoment(db: Db, one: { id: string; version: number; decision: string }): Promise<Ended> {
  const { rows } = await sql<{
    code: Ended;
  }>`select trust.decide_evaluation_moment(${one.id}, ${one.version}, ${one.decision}) as code`.execute(db);
  return rows[0]?.code ?? "not-visible";
}
