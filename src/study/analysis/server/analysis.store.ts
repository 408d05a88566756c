import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { analysisPlan, type AnalysisPlan, type KeptPlan } from "../analysisPlan.ts";
import { releasedResult, studyResult, type Costs, type ReleasedResult, type StudyResult } from "../studyResult.ts";

/** The versions of the plans, the newest of each study first; for the research desk alone. */
export async function listPlans(db: Db, study: string | null): Promise<readonly KeptPlan[]> {
  const { rows } = await sql<Omit<KeptPlan, "content" | "locked"> & { content: unknown; lockedBy: string | null; lockedAt: Date | null }>`
    select p.id, p.study, p.number, p.content, p.sha256, p.why, p.after_result as "afterResult", m.display_name as "madeBy", p.made_at as "madeAt",
      l.display_name as "lockedBy", p.locked_at as "lockedAt"
    from study_plan p join professional m on m.id = p.made_by left join professional l on l.id = p.locked_by
    where ${study}::text is null or p.study = ${study} order by p.study, p.number desc`.execute(db);
  return rows.map(({ content, lockedBy, lockedAt, ...rest }) => ({
    ...rest,
    content: analysisPlan.parse(content),
    locked: lockedBy !== null && lockedAt !== null ? { by: lockedBy, at: lockedAt } : null,
  }));
}

export async function keepPlan(db: Db, plan: AnalysisPlan, why: string | null): Promise<"done" | "why-missing"> {
  const { rows } = await sql<{ code: "done" | "why-missing" }>`
    select trust.keep_study_plan(${plan.study}, ${JSON.stringify(plan)}::jsonb, ${why}) as code`.execute(db);
  return rows[0]?.code ?? "why-missing";
}

/** Before it is, no outcome by arm is shown, frozen or handed out. */
export async function planIsLocked(db: Db, study: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`select trust.has_locked_plan(${study}) as locked`.execute(db);
  return rows[0]?.locked ?? false;
}

export type LockOutcome = "done" | "not-visible" | "changed-meanwhile" | "locked-already";
export async function lockPlanOf(db: Db, study: string, number: number, sha256: string): Promise<LockOutcome> {
  const { rows } = await sql<{ code: LockOutcome }>`select trust.lock_study_plan(${study}, ${number}, ${sha256}) as code`.execute(db);
  return rows[0]?.code ?? "not-visible";
}

/** The making of a result in the background. */
export interface ResultRun {
  readonly id: string;
  readonly planId: string;
  readonly datasetId: string;
  readonly state: "waiting" | "running" | "done" | "failed";
  readonly step: string;
  readonly stepsDone: number;
  readonly steps: number;
  readonly failure: string | null;
  readonly resultId: string | null;
  readonly askedBy: string;
  readonly askedAt: Date;
}

const runColumns = sql`r.id, r.plan_id as "planId", r.dataset_id as "datasetId", r.state, r.step, r.steps_done as "stepsDone", r.steps, r.failure,
  r.result_id as "resultId", a.display_name as "askedBy", r.asked_at as "askedAt" from study_result_run r join professional a on a.id = r.asked_by`;

/** The latest of a study, the newest first. */
export async function listRuns(db: Db, study: string): Promise<readonly ResultRun[]> {
  const { rows } = await sql<ResultRun>`select ${runColumns} join study_plan p on p.id = r.plan_id where p.study = ${study}
    order by r.asked_at desc limit 10`.execute(db);
  return rows;
}

export async function findRun(db: Db, id: string): Promise<ResultRun | null> {
  const { rows } = await sql<ResultRun>`select ${runColumns} where r.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Null where the plan is not locked. */
export async function askResult(db: Db, planId: string, datasetId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select trust.ask_study_result(${planId}, ${datasetId}) as id`.execute(db);
  return rows[0]?.id ?? null;
}

export type RunChange = Partial<Pick<ResultRun, "state" | "step" | "stepsDone" | "steps" | "failure" | "resultId">>;
export async function changeRun(db: Db, id: string, change: RunChange): Promise<void> {
  await sql`update study_result_run set state = coalesce(${change.state ?? null}, state), step = coalesce(${change.step ?? null}, step),
    steps = coalesce(${change.steps ?? null}, steps), steps_done = coalesce(${change.stepsDone ?? null}, steps_done), failure = ${change.failure ?? null},
    result_id = ${change.resultId ?? null}, ended_at = case when ${change.state ?? null} in ('done', 'failed') then now() end where id = ${id}`.execute(
    db,
  );
}

/** For the job alone. */
export async function abandonRun(db: Db, id: string): Promise<void> {
  await sql`select trust.abandon_study_run(${id})`.execute(db);
}

export interface NewResult {
  readonly planId: string;
  readonly datasetId: string;
  readonly datasetSha256: string;
  readonly content: StudyResult;
  readonly rScript: string;
}
export async function keepResult(db: Db, one: NewResult): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select trust.keep_study_result(${one.planId}, ${one.datasetId}, ${one.datasetSha256}, ${JSON.stringify(one.content)}::jsonb, ${one.rScript}) as id`.execute(
    db,
  );
  return rows[0]?.id ?? "";
}

/** A result as it is listed: nothing of its figures. */
export interface ListedResult {
  readonly id: string;
  readonly planNumber: number;
  readonly sha256: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly releasedOn: Day | null;
}
export async function listResults(db: Db, study: string): Promise<readonly ListedResult[]> {
  const { rows } = await sql<ListedResult>`
    select r.id, p.number as "planNumber", r.sha256, m.display_name as "madeBy", r.made_at as "madeAt", s.released_on as "releasedOn"
    from study_result r join study_plan p on p.id = r.plan_id join professional m on m.id = r.made_by left join study_release s on s.result_id = r.id
    where r.study = ${study} order by r.made_at desc limit 50`.execute(db);
  return rows;
}

export interface HeldResult extends Omit<ListedResult, "releasedOn"> {
  readonly content: StudyResult;
  readonly rScript: string;
  readonly planLockedOn: Day;
  readonly planAfterResult: boolean;
}

/** Null for who is not of the research desk. */
export async function findResult(db: Db, id: string): Promise<HeldResult | null> {
  const { rows } = await sql<HeldResult & { content: unknown }>`
    select r.id, p.number as "planNumber", r.sha256, m.display_name as "madeBy", r.made_at as "madeAt", r.content, r.r_script as "rScript",
      (p.locked_at at time zone 'Europe/Amsterdam')::date as "planLockedOn", p.after_result as "planAfterResult"
    from study_result r join study_plan p on p.id = r.plan_id join professional m on m.id = r.made_by where r.id = ${id}`.execute(db);
  const [row] = rows;
  return row ? { ...row, content: studyResult.parse(row.content) } : null;
}

export interface HeldRelease {
  readonly resultId: string;
  readonly content: ReleasedResult;
  readonly releasedOn: Day;
}
const releases = sql`select result_id as "resultId", content, released_on as "releasedOn" from study_release`;
const parseRelease = (row: HeldRelease): HeldRelease => ({ ...row, content: releasedResult.parse(row.content) });

export async function findRelease(db: Db, resultId: string): Promise<HeldRelease | null> {
  const { rows } = await sql<HeldRelease>`${releases} where result_id = ${resultId}`.execute(db);
  return rows[0] ? parseRelease(rows[0]) : null;
}

/** What was released, the newest first. */
export async function listReleases(db: Db): Promise<readonly HeldRelease[]> {
  const { rows } = await sql<HeldRelease>`${releases} order by released_on desc, result_id limit 50`.execute(db);
  return rows.map(parseRelease);
}

export async function keepRelease(db: Db, resultId: string, content: ReleasedResult): Promise<"done" | "released-already"> {
  const { rows } = await sql<{ code: "done" | "released-already" }>`
    select trust.release_study_result(${resultId}, ${JSON.stringify(content)}::jsonb) as code`.execute(db);
  return rows[0]?.code ?? "released-already";
}

/** What a pillar cost, as booked until a day; null: no hours, or of fewer than ten families. */
export async function findCosts(db: Db, pillar: 1 | 2, until: Day): Promise<Costs | null> {
  const { rows } = await sql<Record<"families" | "minutes" | "cents" | "unknownMinutes", string>>`
    select families, minutes, cents, unknown_minutes as "unknownMinutes" from trust.study_costs(${until}::date) where pillar = ${pillar}`.execute(
    db,
  );
  const [row] = rows;
  return row
    ? {
        until,
        families: Number(row.families),
        minutes: Number(row.minutes),
        cents: Number(row.cents),
        unknownMinutes: Number(row.unknownMinutes),
      }
    : null;
}
