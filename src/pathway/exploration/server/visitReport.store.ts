import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type { Category } from "../../assessment/assessment.ts";
import { careKindOf } from "../broadConversation.ts";
import type { ExplorationSummary, Finding, VisitAgreement, VisitReport } from "../visitReport.ts";

export type NewReport = VisitReport & { readonly trajectoryId: string; readonly organisationId: string };

export async function insertReport(db: Db, report: NewReport): Promise<void> {
  const common = { trajectory_id: report.trajectoryId, home_visit_id: report.visitId, author_organisation_id: report.organisationId };
  await db
    .insertInto("visit_report")
    .values({
      ...common,
      works_well: report.worksWell,
      family_wants: report.familyWants,
      factors: [...report.factors],
      proposed_category: report.proposedCategory,
      proposal_reason: report.proposalReason,
      seen_by_family: report.seenByFamily,
    })
    .execute();
  if (report.findings.length > 0)
    await db
      .insertInto("visit_finding")
      .values(report.findings.map(({ dimension, found }) => ({ ...common, dimension, found, care_kind: careKindOf(dimension) })))
      .execute();
  if (report.agreements.length > 0)
    await db
      .insertInto("visit_agreement")
      .values(report.agreements.map(({ what, who, dueOn }, at) => ({ ...common, place: at + 1, what, who, due_on: dueOn })))
      .execute();
}

/** The report of one visit, as far as the asker may see it. */
export async function findReportOf(db: Db, visitId: string): Promise<VisitReport | null> {
  const row = await db.selectFrom("visit_report").selectAll().where("home_visit_id", "=", visitId).executeTakeFirst();
  if (!row) return null;
  const findings = await sql<Finding>`select dimension, found from visit_finding where home_visit_id = ${visitId}`.execute(db);
  const agreements =
    await sql<VisitAgreement>`select what, who, due_on as "dueOn" from visit_agreement where home_visit_id = ${visitId} order by place`.execute(
      db,
    );
  return {
    visitId,
    worksWell: row.works_well,
    familyWants: row.family_wants,
    factors: row.factors,
    proposedCategory: row.proposed_category as Category | null,
    proposalReason: row.proposal_reason,
    seenByFamily: row.seen_by_family,
    findings: findings.rows,
    agreements: agreements.rows,
  };
}

/** Writes the text that the family agreed to, or mends it. */
export async function keepSummary(
  db: Db,
  one: {
    trajectoryId: string;
    subject: ExplorationSummary["subject"];
    subjectId: string;
    onDay: Day;
    summary: string;
    organisationId: string;
  },
): Promise<void> {
  const changed = await db
    .updateTable("exploration_summary")
    .set((row) => ({ summary: one.summary, on_day: one.onDay, version: row("version", "+", 1) }))
    .where("subject_id", "=", one.subjectId)
    .returning("id")
    .execute();
  if (changed.length > 0) return;
  await db
    .insertInto("exploration_summary")
    .values({
      trajectory_id: one.trajectoryId,
      subject: one.subject,
      subject_id: one.subjectId,
      on_day: one.onDay,
      summary: one.summary,
      author_organisation_id: one.organisationId,
    })
    .execute();
}

export async function listSummaries(db: Db, trajectoryId: string): Promise<readonly ExplorationSummary[]> {
  if (holdsNone(db, trajectoryId, "exploration_summary")) return [];
  const { rows } = await sql<ExplorationSummary>`
    select s.subject, s.subject_id as "subjectId", s.on_day as "onDay", s.summary, o.name as organisation
    from exploration_summary s join organisation o on o.id = s.author_organisation_id where s.trajectory_id = ${trajectoryId} order by s.on_day desc, s.created_at desc limit 50`.execute(
    db,
  );
  return rows;
}
