import { sql } from "kysely";
import type { Day } from "../../../../kit/day.ts";
import type { Db } from "../../../../platform/db/withActor.ts";
import { stampedFromSession } from "../../../../platform/db/whoRecorded.ts";
import { holdsNone } from "../../../../trust/access/server/door.ts";
import type { Booking, BookingState, CancelReason, Cost, Occasion, Way } from "../interpreter.ts";

const selected = sql`select b.id, b.trajectory_id as "trajectoryId", b.occasion, b.on_day as "onDay", b.at_time as "atTime", b.language, b.dialect, b.way, b.agency, b.cost, b.state, b.reason, b.version,
  jsonb_build_object('membershipId', m.id, 'name', p.display_name, 'organisation', o.name) as "arrangedBy"
  from interpreter_booking b join membership m on m.id = b.arranged_by join professional p on p.id = m.professional_id join organisation o on o.id = m.organisation_id`;

export async function listBookings(db: Db, trajectoryId: string): Promise<readonly Booking[]> {
  if (holdsNone(db, trajectoryId, "interpreter_booking")) return [];
  const { rows } = await sql<Booking>`${selected} where b.trajectory_id = ${trajectoryId} order by b.on_day desc, b.id`.execute(db);
  return rows;
}

export async function findBooking(db: Db, trajectoryId: string, id: string): Promise<Booking | null> {
  const { rows } = await sql<Booking>`${selected} where b.id = ${id} and b.trajectory_id = ${trajectoryId}`.execute(db);
  return rows[0] ?? null;
}

export interface NewBooking {
  readonly trajectoryId: string;
  readonly occasion: Occasion;
  readonly occasionId: string | null;
  readonly onDay: Day;
  readonly atTime: string | null;
  readonly language: string;
  readonly dialect: string | null;
  readonly way: Way;
  readonly cost: Cost;
  readonly arrangedBy: string;
}

/** Null when there is one for this appointment already. */
export async function insertBooking(db: Db, one: NewBooking): Promise<string | null> {
  const row = await db
    .insertInto("interpreter_booking")
    .values({
      trajectory_id: one.trajectoryId,
      occasion: one.occasion,
      occasion_id: one.occasionId,
      on_day: one.onDay,
      at_time: one.atTime,
      language: one.language,
      dialect: one.dialect,
      way: one.way,
      cost: one.cost,
      arranged_by: one.arrangedBy,
      author_organisation_id: stampedFromSession,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function saveBooking(
  db: Db,
  seen: { id: string; version: number },
  change: { state: BookingState; agency?: string; reason?: CancelReason },
): Promise<boolean> {
  const saved = await db
    .updateTable("interpreter_booking")
    .set({ ...change, version: seen.version + 1 })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/** An appointment in Wieg that an interpreter may be for: what it is and, once agreed, on which day. */
export async function findAppointment(db: Db, trajectoryId: string, id: string): Promise<{ occasion: Occasion; onDay: Day | null } | null> {
  const { rows } = await sql<{ occasion: Occasion; onDay: Day | null }>`
    select 'home_visit' as occasion, v.scheduled_on as "onDay" from home_visit v where v.id = ${id} and v.trajectory_id = ${trajectoryId}
    union all select 'handover', h.moment_on from handover h where h.id = ${id} and h.trajectory_id = ${trajectoryId}
    union all select 'sitting', s.held_on from agenda_item i join conference_sitting s on s.id = i.sitting_id where i.id = ${id} and i.trajectory_id = ${trajectoryId}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** The language of the family, and whether it needs an interpreter. */
export async function findLanguage(db: Db, familyId: string): Promise<{ language: string | null; needed: boolean }> {
  const row = await db.selectFrom("family").select(["language", "interpreter_needed"]).where("id", "=", familyId).executeTakeFirst();
  return { language: row?.language ?? null, needed: row?.interpreter_needed ?? false };
}

export async function remindOfInterpreters(db: Db, days: number): Promise<void> {
  await sql`select trust.remind_of_interpreters(${days})`.execute(db);
}
