import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { JobChoice } from "../signIn.ts";
import type { MadePasskey } from "./account.store.ts";

export interface MyAccount {
  readonly professionalId: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly notices: boolean;
  /** Null for who has no account of Wieg's own: in the demonstration region. */
  readonly login: string | null;
  readonly hasPassword: boolean;
  readonly passwordSetAt: Date | null;
  readonly hasCodeApp: boolean;
  readonly recoveryLeft: number;
  readonly means: string | null;
  /** Signed in within the last quarter of an hour: means may be changed. */
  readonly fresh: boolean;
  readonly provider: string | null;
}

export async function findMyAccount(db: Db): Promise<MyAccount | null> {
  const { rows } = await sql<{
    professional_id: string;
    display_name: string;
    email: string | null;
    phone: string | null;
    notices: boolean;
    login: string | null;
    has_password: boolean | null;
    password_set_at: Date | null;
    has_totp: boolean | null;
    recovery_left: number;
    means: string | null;
    fresh: boolean;
    provider: string | null;
  }>`select * from trust.my_account()`.execute(db);
  const row = rows[0];
  if (!row) return null;
  return {
    professionalId: row.professional_id,
    name: row.display_name,
    email: row.email,
    phone: row.phone,
    notices: row.notices,
    login: row.login,
    hasPassword: row.has_password ?? false,
    passwordSetAt: row.password_set_at,
    hasCodeApp: row.has_totp ?? false,
    recoveryLeft: row.recovery_left,
    means: row.means,
    fresh: row.fresh,
    provider: row.provider,
  };
}

export interface MyPasskey {
  readonly id: string;
  readonly label: string;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
  readonly credentialId: string;
}

export async function listMyPasskeys(db: Db): Promise<readonly MyPasskey[]> {
  const { rows } = await sql<{
    id: string;
    label: string;
    made_at: Date;
    used_at: Date | null;
    credential_id: string;
  }>`select * from trust.my_passkeys()`.execute(db);
  return rows.map((row) => ({ id: row.id, label: row.label, madeAt: row.made_at, usedAt: row.used_at, credentialId: row.credential_id }));
}

export interface MySession {
  readonly id: string;
  readonly device: string | null;
  readonly job: string | null;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly mine: boolean;
}

export async function listMySessions(db: Db): Promise<readonly MySession[]> {
  const { rows } = await sql<{
    id: string;
    device: string | null;
    job: string | null;
    started_at: Date;
    seen_at: Date;
    mine: boolean;
  }>`select * from trust.my_sessions()`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    job: row.job,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    mine: row.mine,
  }));
}

export interface MyEvent {
  readonly at: Date;
  readonly what: string;
  readonly detail: string | null;
  readonly byName: string | null;
}

export async function listMyEvents(db: Db): Promise<readonly MyEvent[]> {
  const { rows } = await sql<{
    at: Date;
    what: string;
    detail: string | null;
    by_name: string | null;
  }>`select * from trust.my_account_events()`.execute(db);
  return rows.map((row) => ({ at: row.at, what: row.what, detail: row.detail, byName: row.by_name }));
}

/** The jobs that may be chosen in this session. */
export async function listJobsOfSession(db: Db): Promise<readonly JobChoice[]> {
  const { rows } = await sql<{ membership_id: string; role: string; organisation: string }>`select * from trust.my_jobs()`.execute(db);
  return rows.map((row) => ({ membershipId: row.membership_id, role: row.role, organisation: row.organisation }));
}

export const endMySession = (db: Db, sessionId: string): Promise<boolean> =>
  truth(sql`select trust.end_my_session(${sessionId}) as answer`, db);

export async function endMyOtherSessions(db: Db): Promise<number> {
  const { rows } = await sql<{ ended: number }>`select trust.end_my_other_sessions() as ended`.execute(db);
  return rows[0]?.ended ?? 0;
}

export async function setMyNotices(db: Db, wanted: boolean): Promise<void> {
  await sql`select trust.set_my_notices(${wanted})`.execute(db);
}

/** Each of these answers false when she did not sign in just now, or when it would leave her without two factors. */
export const changeMyPassword = (db: Db, hash: string): Promise<boolean> =>
  truth(sql`select trust.change_my_password(${hash}) as answer`, db);
export const changeMyTotp = (db: Db, sealed: string, step: number): Promise<boolean> =>
  truth(sql`select trust.change_my_totp(${sealed}, ${step}) as answer`, db);
export const addMyPasskey = (db: Db, made: MadePasskey): Promise<boolean> =>
  truth(sql`select trust.add_my_passkey(${JSON.stringify(made)}::jsonb) as answer`, db);
export const removeMyPasskey = (db: Db, passkeyId: string): Promise<boolean> =>
  truth(sql`select trust.remove_my_passkey(${passkeyId}) as answer`, db);
export const renewMyRecoveryCodes = (db: Db, hashes: readonly Uint8Array[]): Promise<boolean> =>
  truth(sql`select trust.renew_my_recovery_codes(${hashes}::bytea[]) as answer`, db);

async function truth(query: ReturnType<typeof sql>, db: Db): Promise<boolean> {
  const { rows } = await query.execute(db);
  return (rows[0] as { answer: boolean } | undefined)?.answer ?? false;
}
