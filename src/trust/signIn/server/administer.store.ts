import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { LinkKind } from "../signIn.ts";
import type { MyEvent } from "./myAccount.store.ts";

export interface MeansOf {
  readonly login: string;
  readonly state: "invited" | "active" | "blocked";
  readonly hasPassword: boolean;
  readonly passkeys: number;
  readonly provider: string | null;
  readonly linkUntil: Date | null;
  readonly lastSeen: Date | null;
  /** False for oneself, and for who works elsewhere too. */
  readonly mineToManage: boolean;
}

/** How someone signs in, for her administrator; null when there is no account, or it is not hers to see. */
export async function findMeansOf(db: Db, professionalId: string): Promise<MeansOf | null> {
  const { rows } = await sql<{
    login: string;
    state: MeansOf["state"];
    has_password: boolean;
    passkeys: number;
    provider: string | null;
    link_until: Date | null;
    last_seen: Date | null;
    mine_to_manage: boolean;
  }>`select * from trust.means_of(${professionalId})`.execute(db);
  const row = rows[0];
  if (!row) return null;
  return {
    login: row.login,
    state: row.state,
    hasPassword: row.has_password,
    passkeys: row.passkeys,
    provider: row.provider,
    linkUntil: row.link_until,
    lastSeen: row.last_seen,
    mineToManage: row.mine_to_manage,
  };
}

export async function listAccountEventsOf(db: Db, professionalId: string): Promise<readonly MyEvent[]> {
  const { rows } = await sql<{
    at: Date;
    what: string;
    detail: string | null;
    by_name: string | null;
  }>`select * from trust.account_events_of(${professionalId})`.execute(db);
  return rows.map((row) => ({ at: row.at, what: row.what, detail: row.detail, byName: row.by_name }));
}

export interface LinkToMake {
  readonly professionalId: string;
  readonly kind: LinkKind;
  readonly hash: Uint8Array;
  readonly days: number;
  readonly checked: string | null;
  readonly mail: { readonly subject: string; readonly body: string } | null;
}

/** The id of the new link, or null when there is no account to give it for. */
export async function makeLink(db: Db, link: LinkToMake): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select trust.make_link(${link.professionalId}, ${link.kind}, ${link.hash}, ${link.days}, ${link.checked}, ${link.mail?.subject ?? null}, ${link.mail?.body ?? null}) as id`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}

export async function setBlocked(db: Db, professionalId: string, blocked: boolean): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select trust.block_account(${professionalId}, ${blocked}) as done`.execute(db);
  return rows[0]?.done ?? false;
}
