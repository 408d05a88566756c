import { sql } from "kysely";
import { z } from "zod";
import { database } from "../../../platform/db/connection.ts";
import { inTransaction } from "../../../platform/db/transaction.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { instrumentFile, type Instrument } from "../../instruments/instrument.ts";
import type { FixedInstrument } from "../../waves/ask.ts";
import { openList, type GivenAnswer, type OpenList } from "../answers.ts";

/**
 * A transaction of someone who answers by a link. It writes no trail: a page of answers is not read by anybody, and a flood must not fill the
 * trail. Completing and declining do.
 */
export const atLink = <Result>(run: (db: Db) => Promise<Result>): Promise<Result> =>
  inTransaction(database(), async (db) => ({ result: await run(db), onItsWay: null }));

const kept = z.object({ state: z.enum(["kept", "gone"]), changed: z.array(z.string()).optional() });
export type Kept = z.infer<typeof kept>;

/** What leads to a list: the hash of a link, or the line of a family that is helped. */
export type Way = { readonly hash: Buffer } | { readonly trajectoryId: string };

export async function findOpenList(db: Db, way: Way): Promise<OpenList | null> {
  const call = "hash" in way ? sql`study.find_list(${way.hash})` : sql`study.find_help(${way.trajectoryId})`;
  const { rows } = await sql<{ list: unknown }>`select ${call} as list`.execute(db);
  return rows[0]?.list ? openList.parse(rows[0].list) : null;
}

export async function keepAnswers(db: Db, way: Way, answers: readonly GivenAnswer[], page: number, shownAt: string): Promise<Kept> {
  const json = JSON.stringify(answers);
  const call =
    "hash" in way
      ? sql`study.answer_list(${way.hash}, ${json}::jsonb, ${String(page)}, ${shownAt}::timestamptz)`
      : sql`study.answer_help(${way.trajectoryId}, ${json}::jsonb, ${String(page)}, ${shownAt}::timestamptz)`;
  const { rows } = await sql<{ kept: unknown }>`select ${call} as kept`.execute(db);
  return kept.parse(rows[0]?.kept);
}

/** False when it was no longer open. */
export async function endList(db: Db, way: Way, how: "answered" | "declined"): Promise<boolean> {
  const call = "hash" in way ? sql`study.end_list(${way.hash}, ${how})` : sql`study.end_help(${way.trajectoryId}, ${how})`;
  const { rows } = await sql<{ ended: boolean }>`select ${call} as ended`.execute(db);
  return rows[0]?.ended ?? false;
}

/** A text that was loaded, of exactly this version. */
export async function findLoadedText(db: Db, { form, language, version }: FixedInstrument): Promise<Instrument | null> {
  const { rows } = await sql<{ content: unknown }>`
    select content from instrument where form = ${form} and language = ${language} and version = ${version}`.execute(db);
  return rows[0] ? instrumentFile.parse(rows[0].content) : null;
}
