import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { EntryKind, MeldcodeCase, MeldcodeEntry } from "../meldcode.ts";

const columns = sql`c.id, c.trajectory_id as "trajectoryId", c.about_whom as "aboutWhom", c.state, c.next_on as "nextOn", c.started_on as "startedOn",
  p.display_name as author, c.author_id as "authorId", c.version`;

/** A case on the list, with the last that was done. */
export interface MeldcodeListed extends MeldcodeCase {
  readonly last: EntryKind | null;
  readonly lastOn: Day | null;
}

/** The asker's own cases; for the Meldcode officer all of her organisation. What asks for attention first. */
export async function listCases(db: Db): Promise<readonly MeldcodeListed[]> {
  const { rows } = await sql<MeldcodeListed>`
    select ${columns}, e.kind as last, e.on_day as "lastOn" from meldcode_case c join professional p on p.id = c.author_id
    left join lateral (select kind, on_day from meldcode_entry e where e.case_id = c.id order by e.id desc limit 1) e on true
    order by c.state desc, c.next_on nulls last, c.created_at desc limit 300`.execute(db);
  return rows;
}

export async function findCase(db: Db, id: string): Promise<MeldcodeCase | null> {
  const { rows } =
    await sql<MeldcodeCase>`select ${columns} from meldcode_case c join professional p on p.id = c.author_id where c.id = ${id}`.execute(
      db,
    );
  return rows[0] ?? null;
}

export async function listEntries(db: Db, caseId: string): Promise<readonly MeldcodeEntry[]> {
  const { rows } = await sql<MeldcodeEntry>`
    select e.id, e.kind, e.on_day as "onDay", e.words, e.answers, p.display_name as who
    from meldcode_entry e join professional p on p.id = e.professional_id where e.case_id = ${caseId} order by e.id`.execute(db);
  return rows;
}

/** Who recorded it is the session's to say. */
export async function insertCase(db: Db, made: { trajectoryId: string | null; aboutWhom: string; nextOn: Day }): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into meldcode_case (trajectory_id, about_whom, next_on) values (${made.trajectoryId}, ${made.aboutWhom}, ${made.nextOn}) returning id`.execute(
    db,
  );
  return rows[0]?.id ?? "";
}

export async function insertEntry(
  db: Db,
  entry: { caseId: string; kind: EntryKind; onDay: Day; words: string | null; answers: Readonly<Record<string, string>> },
): Promise<void> {
  await sql`insert into meldcode_entry (case_id, kind, on_day, words, answers)
    values (${entry.caseId}, ${entry.kind}, ${entry.onDay}, ${entry.words}, ${JSON.stringify(entry.answers)}::jsonb)`.execute(db);
}

/** False when someone else changed it meanwhile. */
export async function changeCase(
  db: Db,
  found: { id: string; version: number },
  change: { state?: "open" | "closed"; nextOn?: Day | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("meldcode_case")
    .set((row) => ({
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.nextOn === undefined ? {} : { next_on: change.nextOn }),
      version: row("version", "+", 1),
    }))
    .where("id", "=", found.id)
    .where("version", "=", found.version)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}

/** Whether somebody is the Meldcode officer of this organisation today. */
export async function hasOfficer(db: Db, organisationId: string): Promise<boolean> {
  const row = await db
    .selectFrom("membership")
    .select("id")
    .where("organisation_id", "=", organisationId)
    .where("role", "=", "meldcode_officer")
    .where((where) => where.or([where("until", "is", null), where("until", ">=", sql<string>`app.today()`)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
