import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type { AgreementReport, ReportOutcome } from "../familyPlan.ts";

/** How it goes with agreements of a line, the newest first, as far as the asker may see it. */
export async function listReports(db: Db, trajectoryId: string): Promise<readonly AgreementReport[]> {
  if (holdsNone(db, trajectoryId, "plan_agreement_report")) return [];
  const { rows } = await sql<AgreementReport>`
    select r.id, r.agreement_id as "agreementId", r.outcome, r.sentence, r.reported_on as "on", d.display_name as name, o.name as organisation
    from plan_agreement_report r join membership m on m.id = r.reported_by join professional d on d.id = m.professional_id join organisation o on o.id = r.author_organisation_id
    where r.trajectory_id = ${trajectoryId} order by r.created_at desc, r.id limit 100`.execute(db);
  return rows;
}

export async function saveReport(
  db: Db,
  seen: { readonly id: string; readonly version: number },
  report: { readonly outcome: ReportOutcome; readonly sentence: string },
  due: Day,
): Promise<"done" | "not-open" | "changed-meanwhile"> {
  const { rows } = await sql<{ code: "done" | "not-open" | "changed-meanwhile" }>`
    select trust.report_agreement(${seen.id}, ${seen.version}, ${report.outcome}, ${report.sentence}, ${due}) as code`.execute(db);
  return rows[0]?.code ?? "not-open";
}
