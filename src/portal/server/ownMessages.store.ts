import { sql } from "kysely";
import type { Day } from "../../kit/day.ts";
import type { Db } from "../../platform/db/withActor.ts";
import type { OwnMessage, OwnThread, ThreadReader } from "../portal.ts";

/** The conversations that were begun with her, the newest first. */
export async function listOwnThreads(db: Db): Promise<readonly OwnThread[]> {
  const { rows } = await sql<OwnThread>`select id, topic, state, last_at as "lastAt", messages, unread from family.threads()`.execute(db);
  return rows;
}

export interface ThreadHead {
  readonly id: string;
  readonly topic: string;
  readonly part: string;
  readonly state: "open" | "closed";
  readonly people: readonly ThreadReader[];
}

export async function findOwnThread(db: Db, id: string): Promise<ThreadHead | null> {
  const { rows } = await sql<ThreadHead>`select id, topic, part, state, people from family.thread(${id})`.execute(db);
  return rows[0] ?? null;
}

export async function listOwnMessages(db: Db, id: string, from: number, to: number): Promise<readonly OwnMessage[]> {
  const { rows } = await sql<OwnMessage>`
    select number, kind, words, mine, author, organisation, about, at from family.messages(${id}, ${from}, ${to})`.execute(db);
  return rows;
}

/** Receipts for who wrote; the number of the last message, or null when it is no conversation of hers. */
export async function markOwnRead(db: Db, id: string): Promise<number | null> {
  const { rows } = await sql<{ last: number | null }>`select family.read_thread(${id}) as last`.execute(db);
  return rows[0]?.last ?? null;
}

export async function insertOwnAnswer(db: Db, id: string, words: string, due: Day): Promise<"done" | "not-found" | "closed" | "nobody"> {
  const { rows } = await sql<{
    code: "done" | "not-found" | "closed" | "nobody";
  }>`select family.answer_thread(${id}, ${words}, ${due}) as code`.execute(db);
  return rows[0]?.code ?? "not-found";
}

/** Who gets what she begins now; nobody when nobody may read it. */
export async function listNewThreadReaders(db: Db): Promise<readonly Omit<ThreadReader, "reads">[]> {
  const { rows } = await sql<Omit<ThreadReader, "reads">>`select name, role, organisation from family.new_thread_readers('plan')`.execute(
    db,
  );
  return rows;
}

/** Null when nobody may read it. */
export async function insertOwnThread(db: Db, topic: string, words: string, due: Day): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select family.begin_thread('plan', ${topic}, ${words}, ${due}) as id`.execute(db);
  return rows[0]?.id ?? null;
}
