import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import { stampedFromSession } from "../../../platform/db/whoRecorded.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { HoursDecision } from "../../funding/funding.ts";
import type { ConsultationInput } from "./decideHours.ts";

export async function addDecision(db: Db, one: HoursDecision & { trajectoryId: string; reason: string }): Promise<void> {
  await sql`insert into hours_decision (trajectory_id, visit_id, day, source, reason, author_organisation_id)
    values (${one.trajectoryId}, ${one.visitId}, ${one.day}, ${one.source}, ${one.reason}, ${stampedFromSession})`.execute(db);
}

export async function addConsultation(db: Db, one: ConsultationInput): Promise<void> {
  await sql`insert into exception_consultation (trajectory_id, met, provider_on, insurer_on, agreed, note, author_organisation_id)
    values (${one.trajectoryId}, ${[...one.met]}::text[], ${one.providerOn}, ${one.insurerOn}, ${one.agreed}, ${one.note}, ${stampedFromSession})`.execute(
    db,
  );
}

/** What was decided about hours of this family, newest first. */
export interface DecidedHours {
  readonly id: string;
  readonly visitId: string;
  readonly day: Day;
  readonly source: HoursDecision["source"];
  readonly reason: string;
  readonly by: string;
  readonly on: Day;
}

export async function listHoursDecisions(db: Db, trajectoryId: string): Promise<readonly DecidedHours[]> {
  const { rows } = await sql<DecidedHours>`
    select d.id, d.visit_id as "visitId", d.day, d.source, d.reason, coalesce(p.display_name, '') as by, (d.created_at at time zone 'Europe/Amsterdam')::date as on
    from hours_decision d left join professional p on p.id = d.author_id where d.trajectory_id = ${trajectoryId} order by d.created_at desc, d.id`.execute(
    db,
  );
  return rows;
}

export interface Consultation extends Omit<ConsultationInput, "trajectoryId"> {
  readonly id: string;
  readonly by: string;
  readonly on: Day;
}

export async function listConsultations(db: Db, trajectoryId: string): Promise<readonly Consultation[]> {
  const { rows } = await sql<Consultation>`
    select e.id, e.met, e.provider_on as "providerOn", e.insurer_on as "insurerOn", e.agreed, e.note, coalesce(p.display_name, '') as by,
      (e.created_at at time zone 'Europe/Amsterdam')::date as on
    from exception_consultation e left join professional p on p.id = e.author_id where e.trajectory_id = ${trajectoryId} order by e.created_at desc, e.id`.execute(
    db,
  );
  return rows;
}
