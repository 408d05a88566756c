import { sql } from "kysely";
import { familyDatabase } from "../../platform/db/connection.ts";
import { retryConflicts } from "../../platform/db/retryConflicts.ts";
import { inTransaction } from "../../platform/db/transaction.ts";
import { SignedOut, type Db } from "../../platform/db/withActor.ts";
import type { Relative } from "../portal.ts";

/** What a use case of the family's pages works with, within one transaction. */
export interface FamilyWork {
  readonly db: Db;
  readonly today: string;
  /** The part of the line that it turned out to be about, for the trail. */
  readonly about: (part: string) => void;
}

interface SessionRow {
  readonly name: string;
  readonly language: string | null;
  readonly today: string;
  readonly has_loss: boolean;
  readonly ended: boolean;
  readonly safe_email: boolean;
  readonly mails: boolean;
  readonly passkeys: number;
  readonly is_mother: boolean;
  readonly reads_plan: boolean;
}

/** Who holds this token, or null. Reading it keeps the session alive. */
export async function findRelative(token: string, from: { source: string; requestId: string }): Promise<Relative | null> {
  const { rows } = await sql<SessionRow>`select * from family.open_session(${token})`.execute(familyDatabase());
  const row = rows[0];
  if (!row) return null;
  return {
    token,
    ...from,
    requestKey: null,
    events: [],
    name: row.name,
    language: row.language === "en" ? "en" : "nl",
    today: row.today,
    hasLoss: row.has_loss,
    ended: row.ended,
    safeEmail: row.safe_email,
    mails: row.mails,
    passkeys: row.passkeys,
    isMother: row.is_mother,
    readsPlan: row.reads_plan,
  };
}

/**
 * The only way to the database for someone of a family: one transaction, who is asking, the use case, its trail event with the source
 * "family". A form sent twice is done once. The connection has no right on any table; what she may see and do are the functions of the
 * schema `family`.
 */
export function withFamily<Result>(me: Relative, event: string, part: string, run: (work: FamilyWork) => Promise<Result>): Promise<Result> {
  if (!me.events.includes(event)) throw new Error(`The route does not name the trail event ${event}.`);
  return retryConflicts(() =>
    inTransaction(familyDatabase(), async (db) => {
      const { rows } = await sql<SessionRow>`select * from family.open_session(${me.token})`.execute(db);
      if (!rows[0]) throw new SignedOut();
      const earlier = await claim(db, me.requestKey);
      if (earlier) return { result: earlier.outcome as Result, onItsWay: null };
      let about = part;
      const result = await run({ db, today: rows[0].today, about: (one) => void (about = one) });
      const isDone = codeOf(result) === "done" || codeOf(result) === null;
      await sql`select family.record(${event}, ${isDone ? "done" : "refused"}, ${about}, ${me.source}, ${me.requestId})`.execute(db);
      if (me.requestKey !== null) await settle(db, me.requestKey, isDone, result);
      return { result, onItsWay: null };
    }),
  );
}

async function claim(db: Db, key: string | null): Promise<{ outcome: unknown } | null> {
  if (key === null) return null;
  const { rows } = await sql<{ first: boolean; outcome: unknown }>`select * from family.claim_request(${key})`.execute(db);
  if (!rows[0]) throw new SignedOut(); // the key of someone else's form
  return rows[0].first ? null : { outcome: rows[0].outcome };
}

async function settle(db: Db, key: string, isDone: boolean, result: unknown): Promise<void> {
  if (isDone) await sql`select family.finish_request(${key}, ${JSON.stringify(result ?? { code: "done" })}::jsonb)`.execute(db);
  else await sql`select family.release_request(${key})`.execute(db);
}

/** A transaction of someone who is not signed in yet. When it signs her in, the trail names her. */
export function atFamilyDoor<Result>(
  event: string,
  from: { source: string; requestId: string },
  run: (db: Db) => Promise<Result>,
): Promise<Result> {
  return retryConflicts(() =>
    inTransaction(familyDatabase(), async (db) => {
      const result = await run(db);
      const outcome = codeOf(result) === "done" || codeOf(result) === null ? "done" : "refused";
      await sql`select family.record(${event}, ${outcome}, null, ${from.source}, ${from.requestId})`.execute(db);
      return { result, onItsWay: null };
    }),
  );
}

const codeOf = (result: unknown): string | null =>
  typeof result === "object" && result !== null && "code" in result && typeof result.code === "string" ? result.code : null;
