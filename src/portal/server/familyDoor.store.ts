import { sql } from "kysely";
import type { Day } from "../../kit/day.ts";
import { familyDatabase } from "../../platform/db/connection.ts";
import type { Db } from "../../platform/db/withActor.ts";
import { idleMinutes, type KeptPasskey, type MadePasskey } from "../../trust/signIn/server/door.ts";
import { codeMinutes, mostTries } from "../portal.ts";

type Hash = Uint8Array;

export async function keepStep(hash: Hash, kind: string, sealed: string, seconds: number): Promise<void> {
  await sql`select family.keep_step(${hash}, ${kind}, ${sealed}, ${seconds})`.execute(familyDatabase());
}

export async function readStep(hash: Hash, kind: string, how: "read" | "take"): Promise<string | null> {
  const read = how === "take" ? sql`family.take_step(${hash}, ${kind})` : sql`family.read_step(${hash}, ${kind})`;
  const { rows } = await sql<{ data: string | null }>`select ${read} as data`.execute(familyDatabase());
  return rows[0]?.data ?? null;
}

/** The code of an invitation, as its digest, with the day of birth that was typed. */
export interface Proof {
  readonly digest: Hash;
  readonly born: Day;
}

/** Whether this is an invitation that works. A wrong day of birth is counted. */
export async function isInvited(db: Db, { digest, born }: Proof): Promise<boolean> {
  const { rows } = await sql<{ id: string | null }>`select family.find_invitation(${digest}, ${born}, ${mostTries}) as id`.execute(db);
  return (rows[0]?.id ?? null) !== null;
}

export async function beginWithPasskey(db: Db, { digest, born }: Proof, made: MadePasskey, session: Hash): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select family.begin_with_passkey(${digest}, ${born}, ${mostTries}, ${JSON.stringify(made)}::jsonb, ${session}, ${idleMinutes}) as done`.execute(
    db,
  );
  return rows[0]?.done ?? false;
}

export async function addPasskey(db: Db, made: MadePasskey): Promise<void> {
  await sql`select family.add_passkey(${JSON.stringify(made)}::jsonb)`.execute(db);
}

export type FamilyPasskey = Pick<KeptPasskey, "id" | "credentialId" | "publicKey" | "counter" | "transports">;

export async function findPasskey(credentialId: string): Promise<FamilyPasskey | null> {
  const { rows } = await sql<Omit<FamilyPasskey, "publicKey"> & { publicKey: Buffer }>`
    select id, credential_id as "credentialId", public_key as "publicKey", counter, transports from family.find_passkey(${credentialId})`.execute(
    familyDatabase(),
  );
  const [row] = rows;
  return row ? { ...row, publicKey: new Uint8Array(row.publicKey) } : null;
}

export async function usePasskey(db: Db, id: string, counter: number, session: Hash): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select family.use_passkey(${id}, ${counter}, ${session}, ${idleMinutes}) as done`.execute(
    db,
  );
  return rows[0]?.done ?? false;
}

export interface CodeMail {
  readonly step: Hash;
  readonly code: Hash;
  readonly subject: string;
  readonly body: string;
}

/** Mails a code to a safe address: to who shows an invitation, or to who types that address and her day of birth. */
export async function sendCode(db: Db, to: { invited: Hash | null; born: Day; address: string | null }, mail: CodeMail): Promise<boolean> {
  const { rows } = await sql<{ sent: boolean }>`
    select family.send_code(${mail.step}, ${mail.code}, ${to.invited}, ${to.born}, ${to.address}, ${mostTries}, ${codeMinutes}, ${mail.subject}, ${mail.body}) as sent`.execute(
    db,
  );
  return rows[0]?.sent ?? false;
}

export async function useCode(db: Db, step: Hash, code: Hash, session: Hash): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean;
  }>`select family.use_code(${step}, ${code}, ${mostTries}, ${session}, ${idleMinutes}) as done`.execute(db);
  return rows[0]?.done ?? false;
}

/** Who signed in is then named in the trail event of this very transaction. */
export async function speakAs(db: Db, token: string): Promise<void> {
  await sql`select set_config('app.family_session', ${token}, true)`.execute(db);
}

export async function signOut(db: Db): Promise<void> {
  await sql`select family.sign_out()`.execute(db);
}

export async function stopPages(db: Db): Promise<void> {
  await sql`select family.stop_pages()`.execute(db);
}

export interface DemonstrationAccount {
  readonly account: string;
  readonly name: string;
}

/** Who can be chosen in a demonstration region; nobody anywhere else. */
export async function listDemonstrationAccounts(): Promise<readonly DemonstrationAccount[]> {
  const { rows } = await sql<DemonstrationAccount>`select account, name from family.demonstration_accounts()`.execute(familyDatabase());
  return rows;
}

export async function demonstrate(db: Db, account: string, session: Hash): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select family.demonstrate(${account}, ${session}, ${idleMinutes}) as done`.execute(db);
  return rows[0]?.done ?? false;
}
