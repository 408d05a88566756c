import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { EndReason, Loss } from "../trajectory.texts.ts";

export interface SeenLine {
  readonly id: string;
  readonly version: number;
}

/** Every change names the version it saw; false when someone else was first. */
async function save(db: Db, { id, version }: SeenLine, change: LineChange): Promise<boolean> {
  const saved = await db
    .updateTable("trajectory")
    .set({ ...change, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}
type LineChange = Partial<{
  due_date: Day | null;
  loss_on: Day | null;
  loss: Loss | null;
}>;

/** Says that the line is being changed by who saw this version: for what is recorded in another table. */
export const touchLine = (db: Db, line: SeenLine): Promise<boolean> => save(db, line, {});
export const saveDueDate = (db: Db, line: SeenLine, dueDate: Day): Promise<boolean> => save(db, line, { due_date: dueDate });
export const saveLoss = (db: Db, line: SeenLine, loss: Loss | null, on: Day | null): Promise<boolean> =>
  save(db, line, { loss, loss_on: on });

/** Whoever puts something on this line waits from here on until the end of the transaction, and what was on its way is there to be seen. */
export async function lockLine(db: Db, id: string): Promise<void> {
  await db.selectFrom("trajectory").select("id").where("id", "=", id).forUpdate().execute();
}

/** Closes a line with its relations, lead and work; false when someone else was first. */
export async function saveEnd(
  db: Db,
  { id, version }: SeenLine,
  closing: { reason: EndReason; on: Day; relationsUntil: Day; goesOn: readonly string[] },
): Promise<boolean> {
  const { rows } = await sql<{ closed: boolean }>`
    select trust.close_line(${id}, ${closing.reason}, ${closing.on}, ${closing.relationsUntil}, ${closing.goesOn}::text[], ${version}) as closed`.execute(
    db,
  );
  return rows[0]?.closed ?? false;
}

/** Opens a line again as it was; false when someone else was first. */
export async function saveReopened(db: Db, { id, version }: SeenLine, mostDays: number): Promise<boolean> {
  const { rows } = await sql<{ opened: boolean }>`select trust.reopen_line(${id}, ${mostDays}, ${version}) as opened`.execute(db);
  return rows[0]?.opened ?? false;
}

/** The day of death of a child; null where it was a mistake. */
export async function saveDeath(db: Db, familyId: string, childId: string, on: Day | null): Promise<void> {
  await db
    .updateTable("family_member")
    .set((row) => ({ died_on: on, version: row("version", "+", 1) }))
    .where("id", "=", childId)
    .where("family_id", "=", familyId)
    .where("kind", "=", "child")
    .execute();
}

/** Takes back every day of death of a child of this family that was recorded as this loss. */
export async function takeBackDeaths(db: Db, familyId: string, on: Day): Promise<void> {
  await db
    .updateTable("family_member")
    .set((row) => ({ died_on: null, version: row("version", "+", 1) }))
    .where("family_id", "=", familyId)
    .where("kind", "=", "child")
    .where("died_on", "=", on)
    .execute();
}

/** Puts one message before every team that may see the line. */
export async function tellInvolved(
  db: Db,
  trajectoryId: string,
  kind: string,
  due: Day,
  facts: Readonly<Record<string, string>>,
): Promise<void> {
  await sql`select trust.tell_involved(${trajectoryId}, ${kind}, ${trajectoryId}, ${due}, ${JSON.stringify(facts)}::jsonb)`.execute(db);
}

/** Takes a message off the asker's own list. */
export async function closeOwnWork(db: Db, trajectoryId: string, kind: string): Promise<void> {
  await sql`select trust.close_own_work(${trajectoryId}, ${kind})`.execute(db);
}

/** Begins the next line of a family. */
export async function insertNextLine(db: Db, familyId: string, dueDate: Day | null, parity: string | null): Promise<string> {
  const { rows } = await sql<{ id: string }>`select trust.register_trajectory(${familyId}, ${dueDate}, ${parity}, null) as id`.execute(db);
  return rows[0]?.id ?? "";
}

/** Lines of this family, or of the own organisation's record of it, that wait for a birth, as far as the asker may see them. */
export async function hasOpenPregnancy(db: Db, familyId: string): Promise<boolean> {
  const row = await db
    .selectFrom("trajectory")
    .select("id")
    .where((where) =>
      where.or([
        where("family_id", "=", familyId),
        where("family_id", "in", where.selectFrom("family").select("family.id").where("copied_from", "=", familyId)),
      ]),
    )
    .where("state", "=", "open")
    .where("born_on", "is", null)
    .where("loss_on", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends the lines whose child is two; where something is open it is put before who leads. */
export async function endLinesAtTwo(db: Db, aftercare: number): Promise<void> {
  await sql`select trust.close_lines_at_two(${aftercare})`.execute(db);
}

/** Work of jobs that have ended goes to their teams. */
export async function keepLeftWork(db: Db): Promise<void> {
  await sql`select trust.keep_left_work()`.execute(db);
}
