import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { NewBlock, Pending } from "../rules/publish.ts";
import type { Month, PublishedBlock } from "../steering.ts";

export interface Publication {
  readonly month: Month;
  readonly publishedOn: Day;
}

/** The newest first. */
export async function listPublications(db: Db, programmeId: string): Promise<readonly Publication[]> {
  const { rows } = await sql<Publication>`
    select to_char(until_month, 'YYYY-MM') as month, published_on as "publishedOn" from inflow_publication where programme_id = ${programmeId} order by until_month desc limit 120`.execute(
    db,
  );
  return rows;
}

export async function listBlocks(db: Db, programmeId: string): Promise<readonly PublishedBlock[]> {
  const { rows } = await sql<PublishedBlock>`
    select pillar, municipality_codes as codes, to_char(until_month, 'YYYY-MM') as "untilMonth", families from published_block where programme_id = ${programmeId}`.execute(
    db,
  );
  return rows;
}

/** Uncut: for who steers alone. */
export async function listPending(db: Db, programmeId: string, until: Day): Promise<readonly Pending[]> {
  const { rows } =
    await sql<Pending>`select pillar, municipality, families from trust.pending_inflow(${programmeId}, ${until}::date)`.execute(db);
  return rows;
}

export async function keepPublication(
  db: Db,
  programmeId: string,
  until: Day,
  blocks: readonly NewBlock[],
): Promise<"done" | "not-publishable"> {
  const told = blocks.map(({ pillar, codes, count }) => ({ pillar, codes, families: count }));
  const { rows } = await sql<{
    code: "done" | "not-publishable";
  }>`select trust.publish_inflow(${programmeId}, ${until}::date, ${JSON.stringify(told)}::jsonb) as code`.execute(db);
  return rows[0]?.code ?? "not-publishable";
}
