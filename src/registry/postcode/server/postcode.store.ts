import { sql } from "kysely";
import { workerDatabase } from "../../../platform/db/connection.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { PostcodeArea } from "../rules/postcodeTable.ts";

/** Municipality code of an address; null when no table is loaded or the postcode is not in it. */
export async function findMunicipality(db: Db, postcode: string, houseNumber: number | null): Promise<string | null> {
  const row = await db
    .selectFrom("postcode_area")
    .select("municipality_code")
    .where("postcode", "=", postcode)
    .where((where) =>
      houseNumber === null ? where.val(true) : where.and([where("number_from", "<=", houseNumber), where("number_to", ">=", houseNumber)]),
    )
    .orderBy("number_from", houseNumber === null ? "asc" : "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.municipality_code ?? null;
}

export async function addChunk(db: Db, load: string | null, place: number, content: Buffer): Promise<string> {
  const { rows } = await sql<{ load: string }>`select trust.add_postcode_chunk(${load}, ${place}, ${content}) as load`.execute(db);
  return rows[0]?.load ?? "";
}

export async function finishUpload(db: Db, load: string, complete: boolean): Promise<void> {
  await sql`select trust.finish_postcode_upload(${load}, ${complete})`.execute(db);
}

/** Lets a form that broke off be sent again with its key. */
export async function forgetRequest(db: Db, key: string): Promise<void> {
  await sql`select trust.release_request(${key})`.execute(db);
}

export interface PostcodeLoad {
  readonly id: string;
  readonly state: "uploading" | "reading" | "asking" | "done" | "refused";
  readonly year: string | null;
  readonly linesRead: number;
  readonly linesRefused: number;
  readonly bytes: number;
  readonly refusal: string | null;
  /** How many postcodes the file holds and how many were in use, when it asks. */
  readonly areas: number | null;
  readonly areasBefore: number | null;
  readonly startedAt: Date;
}

export async function listLoads(db: Db): Promise<readonly PostcodeLoad[]> {
  const { rows } =
    await sql<PostcodeLoad>`select id, state, year, lines_read as "linesRead", lines_refused as "linesRefused", bytes, refusal, areas, areas_before as "areasBefore", started_at as "startedAt" from postcode_load order by started_at desc limit 10`.execute(
      db,
    );
  return rows;
}

/** The pieces of an uploaded file, one at a time. */
export async function* readChunks(load: string): AsyncGenerator<Buffer> {
  for (let place = 0; ; place += 1) {
    const { rows } = await sql<{
      content: Buffer;
    }>`select content from postcode_chunk where load_id = ${load} and place = ${place}`.execute(workerDatabase());
    const content = rows[0]?.content;
    if (!content) return;
    yield content;
  }
}

export async function tellProgress(load: string, read: number, refused: number): Promise<void> {
  await sql`update postcode_load set lines_read = ${read}, lines_refused = ${refused} where id = ${load}`.execute(workerDatabase());
}

export async function endLoad(
  load: string,
  outcome: { state: "done"; year: string } | { state: "refused"; refusal: string },
): Promise<void> {
  const year = outcome.state === "done" ? outcome.year : null;
  const refusal = outcome.state === "refused" ? outcome.refusal : null;
  await workerDatabase()
    .transaction()
    .execute(async (db) => {
      await sql`update postcode_load set state = ${outcome.state}, year = ${year}, refusal = ${refusal}, ended_at = now() where id = ${load}`.execute(
        db,
      );
      await sql`delete from postcode_chunk where load_id = ${load}`.execute(db);
    });
}

/** How many postcodes are in use. */
export async function countPostcodes(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(distinct postcode)::int as count from postcode_area`.execute(workerDatabase());
  return rows[0]?.count ?? 0;
}

/** An administrator decided to use this file, however small it is. */
export async function isConfirmed(load: string): Promise<boolean> {
  const { rows } = await sql<{
    confirmed: boolean;
  }>`select confirmed_by is not null as confirmed from postcode_load where id = ${load}`.execute(workerDatabase());
  return rows[0]?.confirmed ?? false;
}

/** The file is whole and far smaller than what is in use: its pieces stay until an administrator has decided. */
export async function askAboutLoad(load: string, counts: { areas: number; before: number; year: string }): Promise<void> {
  await sql`update postcode_load set state = 'asking', areas = ${counts.areas}, areas_before = ${counts.before}, year = ${counts.year} where id = ${load}`.execute(
    workerDatabase(),
  );
}

/** False when it was answered already. */
export async function answerLoad(db: Db, load: string, use: boolean): Promise<boolean> {
  const { rows } = await sql<{ answered: boolean }>`select trust.answer_postcode_load(${load}, ${use}) as answered`.execute(db);
  return rows[0]?.answered ?? false;
}

/** Puts a whole new table in place of the old one: until it is complete everyone uses the old. */
export async function replaceTable(areas: Iterable<PostcodeArea>): Promise<void> {
  await workerDatabase()
    .transaction()
    .execute(async (db) => {
      await sql`set local statement_timeout = '10min'`.execute(db);
      await sql`delete from postcode_area`.execute(db);
      let batch: PostcodeArea[] = [];
      const write = async () => {
        if (batch.length === 0) return;
        await sql`insert into postcode_area (postcode, number_from, number_to, municipality_code)
        select * from unnest(${batch.map((area) => area.postcode)}::text[], ${batch.map((area) => area.from)}::int[], ${batch.map((area) => area.to)}::int[], ${batch.map((area) => area.municipality)}::text[])`.execute(
          db,
        );
        batch = [];
      };
      for (const area of areas) {
        batch.push(area);
        if (batch.length === 10_000) await write();
      }
      await write();
    });
}
