import { sql } from "kysely";
import type { Day } from "../../kit/day.ts";
import type { Db } from "../../platform/db/withActor.ts";
import { holdsNone } from "../../trust/access/server/door.ts";
import type { SaidKind } from "../portal.ts";

/** How it stands with the mother's own pages. */
export interface FamilyPages {
  readonly personId: string;
  readonly invitedUntil: Day | null;
  readonly invitedBy: string | null;
  readonly accountSince: Day | null;
  readonly lastUsed: Day | null;
  readonly stoppedOn: Day | null;
  readonly stoppedBy: "family" | "professional" | null;
}

/** For who may change the family; raises insufficient_privilege for anyone else. */
export async function findFamilyPages(db: Db, trajectoryId: string): Promise<FamilyPages | null> {
  const { rows } = await sql<FamilyPages>`
    select person_id as "personId", invited_until as "invitedUntil", invited_by as "invitedBy", account_since as "accountSince", last_used as "lastUsed",
      stopped_on as "stoppedOn", stopped_by as "stoppedBy" from trust.family_pages(${trajectoryId})`.execute(db);
  return rows[0] ?? null;
}

export type InviteCode = "done" | "nobody-to-invite" | "no-digital-contact" | "nothing-safe";

export async function insertInvitation(db: Db, one: { trajectoryId: string; digest: Uint8Array; until: Day }): Promise<InviteCode> {
  const { rows } = await sql<{
    code: InviteCode;
  }>`select trust.invite_family(${one.trajectoryId}, ${one.digest}, ${one.until}) as code`.execute(db);
  return rows[0]?.code ?? "nobody-to-invite";
}

export async function withdrawInvitation(db: Db, trajectoryId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select trust.withdraw_family_invitation(${trajectoryId}) as done`.execute(db);
  return rows[0]?.done ?? false;
}

export async function stopFamilyPages(db: Db, trajectoryId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select trust.stop_family_pages(${trajectoryId}) as done`.execute(db);
  return rows[0]?.done ?? false;
}

/** What she said in her own pages, the newest first. */
export interface FamilyWord {
  readonly id: string;
  readonly kind: SaidKind | "referral";
  readonly words: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredOn: Day | null;
  readonly saidOn: Day;
  readonly version: number;
}

export async function listFamilyWords(db: Db, trajectoryId: string): Promise<readonly FamilyWord[]> {
  if (holdsNone(db, trajectoryId, "family_word")) return [];
  const { rows } = await sql<FamilyWord>`
    select w.id, w.kind, w.words, w.answer, p.display_name as "answeredBy", w.answered_on as "answeredOn", (w.created_at at time zone 'Europe/Amsterdam')::date as "saidOn", w.version
    from family_word w left join professional p on p.id = w.answered_by where w.trajectory_id = ${trajectoryId} order by w.created_at desc limit 100`.execute(
    db,
  );
  return rows;
}

/** False when someone answered already. */
export async function answerWord(
  db: Db,
  one: { trajectoryId: string; id: string; version: number; answer: string; by: string },
): Promise<boolean> {
  const { rows } = await sql`
    update family_word set answer = ${one.answer}, answered_by = ${one.by}, answered_on = app.today(), version = version + 1
    where id = ${one.id} and trajectory_id = ${one.trajectoryId} and version = ${one.version} and answer is null returning id`.execute(db);
  return rows.length === 1;
}
