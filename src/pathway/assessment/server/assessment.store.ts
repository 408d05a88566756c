import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Category, CategoryNow, Judgements, Route, RouteStep, StepOutcome } from "../assessment.ts";
import { stampedFromSession } from "../../../platform/db/whoRecorded.ts";
import { askOnce, holdsNone } from "../../../trust/access/server/door.ts";

export interface NewAssessment {
  readonly trajectoryId: string;
  readonly way: "judged" | "after_visit";
  readonly judgements: Judgements | null;
  readonly factors: {
    readonly risk: readonly string[];
    readonly urgent: readonly string[];
    readonly protective: readonly string[];
    readonly context: readonly string[];
  };
  readonly proposal: Category | null;
  readonly category: Category;
  readonly route: Route;
  readonly reason: string | null;
  readonly role: string;
  /** Since when it is this category without a break. */
  readonly since: Day;
  readonly sinceAt: Date | null;
  readonly conferenceBy: Day | null;
  readonly assessedOn: Day;
}

/** One assessment of a line at a time: the second sees what the first recorded. */
export async function lockAssessments(db: Db, trajectoryId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`assessment ${trajectoryId}`}, 0))`.execute(db);
}

/** Keeps an assessment, and its category and route apart from the reasons. */
export async function insertAssessment(db: Db, one: NewAssessment): Promise<string> {
  const { id } = await db
    .insertInto("vulnerability_assessment")
    .values({
      trajectory_id: one.trajectoryId,
      way: one.way,
      risk_now: one.judgements?.riskNow ?? null,
      urgent_risk: one.judgements?.urgentRisk ?? null,
      protective_sufficient: one.judgements?.protectiveSufficient ?? null,
      risk_factors: [...one.factors.risk],
      urgent_factors: [...one.factors.urgent],
      protective_factors: [...one.factors.protective],
      context_factors: [...one.factors.context],
      proposal: one.proposal,
      category: one.category,
      reason: one.reason,
      assessed_on: one.assessedOn,
      role: one.role,
      author_organisation_id: stampedFromSession,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("category_route")
    .values({
      id,
      trajectory_id: one.trajectoryId,
      category: one.category,
      route: one.route,
      assessed_on: one.assessedOn,
      since: one.since,
      ...(one.sinceAt === null ? {} : { since_at: one.sinceAt }),
      conference_by: one.conferenceBy,
      role: one.role,
      author_organisation_id: stampedFromSession,
    })
    .execute();
  return id;
}

export interface CategoryRow extends Omit<CategoryNow, "confirmedByBoth"> {
  readonly sinceAt: Date;
}

/** The newest category that the asker may see. */
export const findNewest = (db: Db, trajectoryId: string): Promise<CategoryRow | null> =>
  askOnce(db, trajectoryId, "category", () => askNewest(db, trajectoryId));

async function askNewest(db: Db, trajectoryId: string): Promise<CategoryRow | null> {
  if (holdsNone(db, trajectoryId, "category_route")) return null;
  const row = await db
    .selectFrom("category_route as c")
    .innerJoin("organisation as o", "o.id", "c.author_organisation_id")
    .select(["c.id", "c.category", "c.route", "c.assessed_on", "c.since", "c.since_at", "c.role", "c.author_organisation_id", "o.name"])
    .where("c.trajectory_id", "=", trajectoryId)
    .orderBy("c.number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    assessmentId: row.id,
    category: row.category as Category,
    route: row.route as Route,
    assessedOn: row.assessed_on,
    since: row.since,
    sinceAt: new Date(row.since_at),
    assessedBy: { organisationId: row.author_organisation_id, organisation: row.name, role: row.role },
  };
}

export interface KeptAssessment {
  readonly id: string;
  readonly category: Category;
  readonly way: "judged" | "after_visit";
  readonly proposal: Category | null;
  readonly judgements: Judgements | null;
  readonly riskCount: number;
  readonly reason: string | null;
  readonly assessedOn: Day;
  readonly role: string;
  readonly organisation: string;
  readonly professional: string | null;
}

/** Every assessment that the asker may see with its reasons, newest first. */
export async function listAssessments(db: Db, trajectoryId: string): Promise<readonly KeptAssessment[]> {
  if (holdsNone(db, trajectoryId, "vulnerability_assessment")) return [];
  const rows = await db
    .selectFrom("vulnerability_assessment as a")
    .innerJoin("organisation as o", "o.id", "a.author_organisation_id")
    .leftJoin("professional as p", "p.id", "a.author_id")
    .select([
      "a.id",
      "a.category",
      "a.way",
      "a.proposal",
      "a.risk_now",
      "a.urgent_risk",
      "a.protective_sufficient",
      "a.risk_factors",
      "a.reason",
      "a.assessed_on",
      "a.role",
      "o.name",
      "p.display_name",
    ])
    .where("a.trajectory_id", "=", trajectoryId)
    .orderBy("a.number", "desc")
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    category: row.category as Category,
    way: row.way as KeptAssessment["way"],
    proposal: row.proposal as Category | null,
    judgements:
      row.risk_now === null
        ? null
        : { riskNow: row.risk_now, urgentRisk: row.urgent_risk === true, protectiveSufficient: row.protective_sufficient === true },
    riskCount: row.risk_factors.length,
    reason: row.reason,
    assessedOn: row.assessed_on,
    role: row.role,
    organisation: row.name,
    professional: row.display_name,
  }));
}

export interface SettledRow {
  readonly id: string;
  readonly step: RouteStep;
  readonly outcome: StepOutcome;
  readonly on: Day;
  readonly at: Date;
  readonly reason: string | null;
}

/** How each step ended last; one that was opened again did not. */
export async function listSettled(db: Db, trajectoryId: string): Promise<readonly SettledRow[]> {
  if (holdsNone(db, trajectoryId, "route_step")) return [];
  const { rows } = await sql<{ id: string; step: RouteStep; outcome: StepOutcome | "reopened"; on: Day; at: Date; reason: string | null }>`
    select distinct on (s.step) s.id, s.step, s.outcome, s.ended_on as "on", s.created_at as at,
      (select r.reason from route_step_refusal r where r.route_step_id = s.id limit 1) as reason
    from route_step s where s.trajectory_id = ${trajectoryId} order by s.step, s.number desc`.execute(db);
  return rows.flatMap(({ outcome, ...row }) => (outcome === "reopened" ? [] : [{ ...row, outcome }]));
}

/** Null when it was known already. */
export async function settleStep(db: Db, trajectoryId: string, step: RouteStep, outcome: StepOutcome | "reopened"): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select trust.settle_route_step(${trajectoryId}, ${step}, ${outcome}) as id`.execute(db);
  return rows[0]?.id ?? null;
}

export async function insertRefusal(db: Db, refusal: { trajectoryId: string; stepId: string; reason: string }): Promise<void> {
  await db
    .insertInto("route_step_refusal")
    .values({
      trajectory_id: refusal.trajectoryId,
      route_step_id: refusal.stepId,
      reason: refusal.reason,
      author_organisation_id: stampedFromSession,
    })
    .execute();
}
