import { sql } from "kysely";
import type { Day } from "../../kit/day.ts";
import type { Db } from "../../platform/db/withActor.ts";
import { holdsNone } from "../../trust/access/server/door.ts";
import type { PageOwner } from "../portal.ts";

/** How it stands with the own pages of the mother, or of her partner. */
export interface FamilyPages {
  readonly personId: string;
  readonly birthDate: Day | null;
  /** This very person allows digital contact. */
  readonly allowed: boolean;
  readonly invitedUntil: Day | null;
  readonly invitedBy: string | null;
  readonly accountSince: Day | null;
  readonly lastUsed: Day | null;
  readonly stoppedOn: Day | null;
  readonly stoppedBy: "family" | "professional" | null;
}

/** For who may change the family; raises insufficient_privilege for anyone else. */
export async function findFamilyPages(db: Db, trajectoryId: string, owner: PageOwner): Promise<FamilyPages | null> {
  const { rows } = await sql<FamilyPages>`
    select person_id as "personId", birth_date as "birthDate", allowed, invited_until as "invitedUntil", invited_by as "invitedBy", account_since as "accountSince", last_used as "lastUsed",
      stopped_on as "stoppedOn", stopped_by as "stoppedBy" from trust.family_pages(${trajectoryId}, ${owner})`.execute(db);
  return rows[0] ?? null;
}

export type InviteCode = "done" | "nobody-to-invite" | "no-digital-contact" | "nothing-safe";

export interface NewInvitation {
  readonly trajectoryId: string;
  readonly owner: PageOwner;
  readonly digest: Uint8Array;
  readonly until: Day;
  /** The partner's own address, where he said that it is safe. */
  readonly email: string | null;
}

export async function insertInvitation(db: Db, one: NewInvitation): Promise<InviteCode> {
  const { rows } = await sql<{
    code: InviteCode;
  }>`select trust.invite_family(${one.trajectoryId}, ${one.owner}, ${one.digest}, ${one.until}, ${one.email}) as code`.execute(db);
  return rows[0]?.code ?? "nobody-to-invite";
}

export async function withdrawInvitation(db: Db, trajectoryId: string, owner: PageOwner): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select trust.withdraw_family_invitation(${trajectoryId}, ${owner}) as done`.execute(db);
  return rows[0]?.done ?? false;
}

export async function stopFamilyPages(db: Db, trajectoryId: string, owner: PageOwner): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select trust.stop_family_pages(${trajectoryId}, ${owner}) as done`.execute(db);
  return rows[0]?.done ?? false;
}

/** A yes of hers to help that was asked for her. */
export interface FamilyYes {
  readonly id: string;
  readonly offer: string;
  readonly organisation: string;
  readonly saidOn: Day;
}

/** The newest first. */
export async function listFamilyYes(db: Db, trajectoryId: string): Promise<readonly FamilyYes[]> {
  if (holdsNone(db, trajectoryId, "family_yes")) return [];
  const { rows } = await sql<FamilyYes>`
    select y.id, o.name as offer, g.name as organisation, (y.created_at at time zone 'Europe/Amsterdam')::date as "saidOn"
    from family_yes y join referral_candidate c on c.id = y.candidate_id join support_offer o on o.id = c.offer_id join organisation g on g.id = c.asked_organisation_id
    where y.trajectory_id = ${trajectoryId} order by y.created_at desc limit 100`.execute(db);
  return rows;
}
