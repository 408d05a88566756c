import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { RawCell, ToldBlock } from "../figures.ts";

/** Counts everything anew: for the job. */
export async function countAll(db: Db): Promise<void> {
  await sql`select trust.rebuild_figures()`.execute(db);
}

/** Years in which children were born and of which nothing was told yet: for the job. */
export async function listUntold(db: Db): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select y.year from trust.figure_years() y where not exists (select from figure_publication p where p.year = y.year) order by 1`.execute(
    db,
  );
  return rows.map(({ year }) => year);
}

/** Uncut: for the job alone. */
export async function listYear(db: Db, year: number): Promise<readonly RawCell[]> {
  const { rows } = await sql<RawCell>`select figure, municipality, value, children from trust.figure_year(${year})`.execute(db);
  return rows;
}

/** Told once: what is there is not changed. */
export async function publish(db: Db, year: number, blocks: readonly ToldBlock[]): Promise<void> {
  await db.insertInto("figure_publication").values({ year }).execute();
  if (blocks.length === 0) return;
  await db
    .insertInto("figure_block")
    .values(
      blocks.map(({ figure, codes, values, children }) => ({
        year,
        figure,
        municipality_codes: [...codes],
        value_codes: [...values],
        children,
      })),
    )
    .execute();
}

export async function listMunicipalities(db: Db): Promise<readonly { code: string; name: string }[]> {
  return db.selectFrom("municipality").select(["code", "name"]).orderBy("name").execute();
}

/** What was told, the oldest year first. */
export async function listPublications(db: Db): Promise<readonly { year: number; publishedOn: Day }[]> {
  return db.selectFrom("figure_publication").select(["year", "published_on as publishedOn"]).orderBy("year").execute();
}

export async function listBlocks(db: Db, figureCodes: readonly string[], from: number, until: number): Promise<readonly ToldBlock[]> {
  return db
    .selectFrom("figure_block")
    .select(["year", "figure", "municipality_codes as codes", "value_codes as values", "children"])
    .where("figure", "in", [...figureCodes])
    .where("year", ">=", from)
    .where("year", "<=", until)
    .execute();
}

/** Whether the asker sees counts below ten. */
export async function seesUncut(db: Db): Promise<boolean> {
  const { rows } = await sql<{ uncut: boolean }>`select trust.sees_figures_uncut() as uncut`.execute(db);
  return rows[0]?.uncut ?? false;
}

/** Uncut, of months of own choice: the database refuses who may not see it. */
export async function listCells(
  db: Db,
  figureCodes: readonly string[],
  from: Day,
  until: Day,
): Promise<readonly (RawCell & { readonly year: number })[]> {
  const { rows } = await sql<RawCell & { readonly year: number }>`
    select figure, year, municipality, value, children from trust.figure_cells(${[...figureCodes]}::text[], ${from}::date, ${until}::date)`.execute(
    db,
  );
  return rows;
}

/** The first and the last month in which a child was born; for who sees figures uncut. */
export async function findMonths(db: Db): Promise<{ first: Day; last: Day } | null> {
  const { rows } = await sql<{ first: Day | null; last: Day | null }>`
    select first_month as first, last_month as last from trust.figure_months()`.execute(db);
  const [row] = rows;
  return row?.first && row.last ? { first: row.first, last: row.last } : null;
}

/** When the figures were counted last; null: never. */
export async function findCounted(db: Db): Promise<string | null> {
  const row = await db.selectFrom("figure_counted").select("counted_at").executeTakeFirst();
  return row === undefined ? null : new Date(row.counted_at).toISOString();
}
