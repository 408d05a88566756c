import { sql } from "kysely";
import { database } from "../../../platform/db/connection.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { JobChoice, LinkKind } from "../signIn.ts";
import { hashOf } from "./secrets.ts";
import { signInSettings } from "./settings.ts";

export interface Account {
  readonly professionalId: string;
  readonly name: string;
  readonly login: string;
  readonly state: "invited" | "active" | "blocked";
  readonly passwordHash: string | null;
  /** Opened; null when there is no code app. */
  readonly totpSecret: string | null;
}

interface AccountRow {
  professional_id: string;
  display_name: string;
  login: string;
  state: Account["state"];
  password_hash: string | null;
  totp_secret: string | null;
}

const about = (professionalId: string) => `totp:${professionalId}`;

/** The account with this login or of this professional, or null. A secret sealed with an older key is sealed anew. */
export async function findAccount(by: { login: string } | { professionalId: string }): Promise<Account | null> {
  const login = "login" in by ? by.login : null;
  const professionalId = "professionalId" in by ? by.professionalId : null;
  const { rows } = await sql<AccountRow>`select * from trust.find_account(${login}, ${professionalId})`.execute(database());
  const row = rows[0];
  if (!row) return null;
  const { keys } = signInSettings();
  const totpSecret = row.totp_secret === null ? null : keys.open(row.totp_secret, about(row.professional_id));
  if (row.totp_secret !== null && totpSecret !== null && keys.isOld(row.totp_secret)) {
    await sql`select trust.reseal_totp(${row.professional_id}, ${row.totp_secret}, ${keys.seal(totpSecret, about(row.professional_id))})`.execute(
      database(),
    );
  }
  return {
    professionalId: row.professional_id,
    name: row.display_name,
    login: row.login,
    state: row.state,
    passwordHash: row.password_hash,
    totpSecret,
  };
}

/** How the secret of a code app is kept. */
export const sealTotp = (professionalId: string, secret: string): string => signInSettings().keys.seal(secret, about(professionalId));

/** False when this code, or a later one, was used before. */
export const useTotpStep = (db: Db, professionalId: string, step: number): Promise<boolean> =>
  truth(sql`select trust.use_totp_step(${professionalId}, ${step}) as answer`, db);

export const useRecoveryCode = (db: Db, professionalId: string, hash: Uint8Array): Promise<boolean> =>
  truth(sql`select trust.use_recovery_code(${professionalId}, ${hash}) as answer`, db);

/** The first code app of who signs in by a provider; false when there is one already. */
export const setOwnTotp = (db: Db, professionalId: string, secret: string, step: number): Promise<boolean> =>
  truth(sql`select trust.set_own_totp(${professionalId}, ${sealTotp(professionalId, secret)}, ${step}) as answer`, db);

export async function noteAccount(
  db: Db,
  professionalId: string,
  what: string,
  source: string,
  detail: string | null = null,
): Promise<void> {
  await sql`select trust.note_account(${professionalId}, ${what}, null, ${source}, ${detail})`.execute(db);
}

export interface KeptPasskey {
  readonly id: string;
  readonly professionalId: string;
  readonly credentialId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: string[];
}

export async function findPasskey(credentialId: string): Promise<KeptPasskey | null> {
  const { rows } = await sql<{
    id: string;
    professional_id: string;
    credential_id: string;
    public_key: Buffer;
    counter: number;
    transports: string[];
  }>`
    select * from trust.find_passkey(${credentialId}) where state = 'active'`.execute(database());
  const row = rows[0];
  return row
    ? {
        id: row.id,
        professionalId: row.professional_id,
        credentialId: row.credential_id,
        publicKey: new Uint8Array(row.public_key),
        counter: row.counter,
        transports: row.transports,
      }
    : null;
}

/** False when the device's count went back: the passkey was copied. */
export const usePasskey = (db: Db, passkeyId: string, counter: number): Promise<boolean> =>
  truth(sql`select trust.use_passkey(${passkeyId}, ${counter}) as answer`, db);

/** The present jobs of a professional; with a provider, those at its organisation only. */
export async function listMyJobs(professionalId: string, providerId: string | null): Promise<readonly JobChoice[]> {
  const { rows } = await sql<{ membership_id: string; role: string; organisation: string }>`
    select * from trust.jobs_of(${professionalId}, ${providerId})`.execute(database());
  return rows.map((row) => ({ membershipId: row.membership_id, role: row.role, organisation: row.organisation }));
}

export interface Link {
  readonly kind: LinkKind;
  readonly professionalId: string;
  readonly name: string;
  readonly login: string;
  readonly organisation: string | null;
}

/** The link that holds this secret, while it works. */
export async function findLink(token: string): Promise<Link | null> {
  const { rows } = await sql<{ kind: LinkKind; professional_id: string; display_name: string; login: string; organisation: string | null }>`
    select * from trust.find_link(${hashOf(token)})`.execute(database());
  const row = rows[0];
  return row
    ? { kind: row.kind, professionalId: row.professional_id, name: row.display_name, login: row.login, organisation: row.organisation }
    : null;
}

/** A passkey as it was made on the device. */
export interface MadePasskey {
  readonly credentialId: string;
  /** base64 */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly label: string;
}

export type NewMeans =
  | { readonly passkey: MadePasskey }
  | { readonly passwordHash: string; readonly totpSecret: string; readonly totpStep: number; readonly codeHashes: readonly Uint8Array[] };

/** Uses a link, once. Null when it does not work (any more). */
export async function useLink(db: Db, token: string, professionalId: string, means: NewMeans, source: string): Promise<string | null> {
  const [password, totp, step, codes, passkey] =
    "passkey" in means
      ? [null, null, null, [], JSON.stringify(means.passkey)]
      : [means.passwordHash, sealTotp(professionalId, means.totpSecret), means.totpStep, means.codeHashes, null];
  const { rows } = await sql<{ who: string | null }>`
    select trust.use_link(${hashOf(token)}, ${password}, ${totp}, ${step}, ${codes}::bytea[], ${passkey}::jsonb, ${source}) as who`.execute(
    db,
  );
  return rows[0]?.who ?? null;
}

async function truth(query: ReturnType<typeof sql>, db: Db): Promise<boolean> {
  const { rows } = await query.execute(db);
  return (rows[0] as { answer: boolean } | undefined)?.answer ?? false;
}
