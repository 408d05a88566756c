import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Figure, Quarter, RawCount } from "../sharedQuestions.ts";

/** Uncut: for the job alone. Families of which nobody knows where they live are in no figure. */
export async function countRaw(db: Db, quarter: Quarter): Promise<readonly RawCount[]> {
  const { rows } = await sql<RawCount>`
    select theme, municipality, families from trust.count_shared_questions(${quarter.from}::date, ${quarter.until}::date) where municipality is not null`.execute(
    db,
  );
  return rows;
}

export async function isPublished(db: Db, quarter: Quarter): Promise<boolean> {
  const row = await db
    .selectFrom("shared_question_figure")
    .select("quarter")
    .where("quarter", "=", quarter.from)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Published once: what is there is not changed, so that two versions can't be compared. */
export async function publish(db: Db, quarter: Quarter, figures: readonly Figure[]): Promise<void> {
  await db
    .insertInto("shared_question_figure")
    .values(
      figures.map((one) => ({ quarter: quarter.from, theme: one.theme, municipality_code: one.municipality, families: one.families })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function listMunicipalities(db: Db): Promise<readonly { code: string; name: string }[]> {
  return db.selectFrom("municipality").select(["code", "name"]).orderBy("name").execute();
}

/** The municipality that an organisation works for, where that is one. */
export async function findOwnMunicipality(db: Db, organisationId: string): Promise<string | null> {
  const rows = await db
    .selectFrom("organisation_area")
    .select("municipality_code")
    .where("organisation_id", "=", organisationId)
    .limit(2)
    .execute();
  return rows.length === 1 ? (rows[0]?.municipality_code ?? null) : null;
}

/** Quarters of which figures were published, the newest first. */
export async function listQuarters(db: Db): Promise<readonly Day[]> {
  const rows = await db.selectFrom("shared_question_figure").select("quarter").distinct().orderBy("quarter", "desc").limit(12).execute();
  return rows.map(({ quarter }) => quarter);
}

export async function listFigures(
  db: Db,
  quarters: readonly Day[],
  municipality: string | null,
): Promise<readonly (Figure & { readonly quarter: Day })[]> {
  if (quarters.length === 0) return [];
  const rows = await db
    .selectFrom("shared_question_figure")
    .select(["quarter", "theme", "municipality_code as municipality", "families"])
    .where("quarter", "in", [...quarters])
    .where((where) => where.or([where("municipality_code", "is", null), where("municipality_code", "=", municipality)]))
    .execute();
  return rows;
}
