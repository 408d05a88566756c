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

/** Takes a waiting mail in hand. Null when another took it, or when it was handed to the mail server before: it never goes twice. */
export async function takeMail(id: number): Promise<Mail | null> {
  const { rows } = await sql<Mail>`update mail set state = 'sending' where id = ${id} and state = 'waiting' returning *`.execute(
    workerDatabase(),
  );
  return rows[0] ?? null;
}

export async function markSent(id: number): Promise<void> {
  await sql`update mail set state = 'sent', sent_at = now() where id = ${id}`.execute(workerDatabase());
}

/** The mail server did not take it: it goes back and is tried again later. */
export async function putBack(id: number): Promise<void> {
  await sql`update mail set state = 'waiting' where id = ${id} and state = 'sending'`.execute(workerDatabase());
}

export async function listDemonstrationMail(): Promise<readonly Mail[]> {
  const { rows } = await sql<Mail>`select * from app.demonstration_mailbox()`.execute(database());
  return rows;
}
