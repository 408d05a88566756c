import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import { stampedFromSession } from "../../../platform/db/whoRecorded.ts";
import type { ContactChild, ContactMoment, ContactOutcome, ContactRecord, YouthRole } from "../youthContact.ts";

/** The region's list, in order of age. */
export async function listMoments(db: Db): Promise<readonly (ContactMoment & { readonly source: string; readonly version: number })[]> {
  const { rows } = await sql<ContactMoment & { source: string; version: number }>`
    select code, label, age_months as "ageMonths", age_days as "ageDays", opens_days_before as "opensDaysBefore", closes_days_after as "closesDaysAfter", corrected,
      done_by as "doneBy", active, source, version from youth_contact_moment order by age_months, age_days, code`.execute(db);
  return rows;
}

/** A child of the line with its name, as far as the asker may see it. */
export interface NamedChild extends Omit<ContactChild, "twoOn"> {
  readonly name: string | null;
}

export async function listChildren(db: Db, trajectoryId: string): Promise<readonly NamedChild[]> {
  const { rows } = await sql<NamedChild>`
    select b.child_id as "childId", b.born_on as "bornOn", b.gestational_days as "gestationalDays", m.died_on as "diedOn", m.given_name as name
    from birth b join family_member m on m.id = b.child_id where b.trajectory_id = ${trajectoryId} and not b.taken_back
    order by b.born_on, m.created_at, m.id`.execute(db);
  return rows;
}

/** What was recorded on a line and not taken back, the oldest first. */
export async function listRecords(db: Db, trajectoryId: string): Promise<readonly ContactRecord[]> {
  if (holdsNone(db, trajectoryId, "youth_contact")) return [];
  const { rows } = await sql<ContactRecord>`
    select y.id, y.child_id as "childId", y.moment_code as "momentCode", y.outcome, y.on_day as "onDay", y.noticed, y.noted_together is not null as signalled,
      concat_ws(', ', p.display_name, o.name) as by, y.author_organisation_id as "organisationId", y.version
    from youth_contact y join organisation o on o.id = y.author_organisation_id left join professional p on p.id = y.author_id
    where y.trajectory_id = ${trajectoryId} and not y.taken_back order by y.created_at limit 500`.execute(db);
  return rows;
}

/** The first day on which a youth health service that is involved today followed this line. */
export async function findFollowedSince(db: Db, trajectoryId: string): Promise<Day | null> {
  const { rows } = await sql<{ since: Day | null }>`
    select min(r.since) as since from care_relation r join organisation o on o.id = r.organisation_id and o.kind = 'youth_health'
    where r.trajectory_id = ${trajectoryId} and r.basis <> 'agenda' and r.since <= app.today() and coalesce(r.until, 'infinity') >= app.today()`.execute(
    db,
  );
  return rows[0]?.since ?? null;
}

/** Of two colleagues who record the same contact moment one is first, until the end of the transaction. */
export async function lockContact(db: Db, childId: string, momentCode: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('youth contact ' || ${childId} || ${momentCode}, 0))`.execute(db);
}

export async function insertRecord(
  db: Db,
  record: {
    trajectoryId: string;
    childId: string;
    momentCode: string;
    outcome: ContactOutcome;
    onDay: Day;
    noticed: string | null;
    notedTogether: string | null;
  },
): Promise<void> {
  await db
    .insertInto("youth_contact")
    .values({
      trajectory_id: record.trajectoryId,
      child_id: record.childId,
      moment_code: record.momentCode,
      outcome: record.outcome,
      on_day: record.onDay,
      noticed: record.noticed,
      noted_together: record.notedTogether,
      author_organisation_id: stampedFromSession,
    })
    .execute();
}

/** How many were still as the asker saw them. */
export async function takeBackRecords(db: Db, ids: readonly string[]): Promise<number> {
  const result = await db
    .updateTable("youth_contact")
    .set((row) => ({ taken_back: true, version: row("version", "+", 1) }))
    .where("id", "in", [...ids])
    .where("taken_back", "=", false)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** What waits next of this line comes on the list of the youth health service, or nothing. */
export async function followContacts(db: Db, trajectoryId: string): Promise<void> {
  await sql`select trust.follow_youth_contacts(${trajectoryId})`.execute(db);
}

export async function askContacts(db: Db): Promise<void> {
  await sql`select trust.ask_youth_contacts()`.execute(db);
}

/** False when someone else changed it meanwhile, or it is not the asker's to change. */
export async function saveMoment(
  db: Db,
  seen: { code: string; version: number },
  change: { label: string; opensDaysBefore: number; closesDaysAfter: number; doneBy: YouthRole; active: boolean },
): Promise<boolean> {
  const result = await db
    .updateTable("youth_contact_moment")
    .set({
      label: change.label,
      opens_days_before: change.opensDaysBefore,
      closes_days_after: change.closesDaysAfter,
      done_by: change.doneBy,
      active: change.active,
      changed_by: sql`trust.my_professional()`,
      version: seen.version + 1,
    })
    .where("code", "=", seen.code)
    .where("version", "=", seen.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
