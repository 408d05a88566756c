import { sql } from "kysely";
import { database, workerDatabase } from "../../db/connection.ts";

export interface Mail {
  readonly id: number;
  readonly to_address: string;
  readonly subject: string;
  readonly body: string;
  readonly sent_at: Date | null;
  readonly created_at: Date;
}

/** One sender at a time, however many processes there are. The lock goes with its connection: of a process that was killed it is free at once. */
const senderLock = 4917002;

/** Runs as the only sender; false when there is one already. */
export function asOnlySender(run: () => Promise<void>): Promise<boolean> {
  return workerDatabase()
    .connection()
    .execute(async (db) => {
      const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${senderLock}::bigint) as got`.execute(db);
      if (!rows[0]?.got) return false;
      try {
        await run();
      } finally {
        await sql`select pg_advisory_unlock(${senderLock}::bigint)`.execute(db);
      }
      return true;
    });
}

/** What a sender that is gone had in hand: whether it arrived is not known, so it is not sent again by itself. */
export async function markLeftInHand(): Promise<void> {
  await sql`update mail set state = 'in-doubt' where state = 'sending'`.execute(workerDatabase());
}

export async function someMailWaits(): Promise<boolean> {
  const { rows } =
    await sql`select from mail where state = 'waiting' and next_try <= now() and coalesce(not_after, 'infinity') > now() limit 1`.execute(
      workerDatabase(),
    );
  return rows.length > 0;
}

/** The next of what waits, in the order in which it was made. */
export async function listWaiting(after: number, most: number): Promise<readonly Mail[]> {
  const { rows } =
    await sql<Mail>`select * from mail where state = 'waiting' and next_try <= now() and coalesce(not_after, 'infinity') > now() and id > ${after} order by id limit ${most}`.execute(
      workerDatabase(),
    );
  return rows;
}

/** Marks a mail just before it is wholly with the mail server. False when it was before: it never goes twice. */
export async function markHandedOver(id: number): Promise<boolean> {
  const { rows } =
    await sql`update mail set state = 'sending' where id = ${id} and state = 'waiting' and coalesce(not_after, 'infinity') > now() returning id`.execute(
      workerDatabase(),
    );
  return rows.length > 0;
}

export async function markSent(id: number): Promise<void> {
  await sql`update mail set state = 'sent', sent_at = now() where id = ${id}`.execute(workerDatabase());
}

export async function markInDoubt(id: number): Promise<void> {
  await sql`update mail set state = 'in-doubt' where id = ${id} and state = 'sending'`.execute(workerDatabase());
}

/** The mail server refused it: it is tried later, each time twice as late, to six hours. */
export async function putBack(id: number): Promise<void> {
  await sql`update mail set state = 'waiting', refusals = refusals + 1, next_try = now() + least(interval '6 hours', interval '1 minute' * 2 ^ least(refusals, 9))
    where id = ${id} and state in ('waiting', 'sending')`.execute(workerDatabase());
}

export async function listDemonstrationMail(): Promise<readonly Mail[]> {
  const { rows } = await sql<Mail>`select * from app.demonstration_mailbox()`.execute(database());
  return rows;
}
