import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Part } from "../../access/rules/policy.ts";
import type { Consent, Purpose } from "../consent.ts";

export interface NewConsent {
  readonly trajectoryId: string;
  readonly aboutPerson: string;
  /** Not needed: whose data it is follows from the person. */
  readonly ownPerson?: string | null;
  readonly purpose: Purpose;
  readonly organisationId?: string | null;
  readonly role?: string | null;
  readonly parts?: readonly Part[];
  readonly medicalToo?: boolean;
  readonly given: boolean;
  readonly reason?: string | null;
  readonly givenBy: string;
  readonly givenOn: Day;
  readonly way: "spoken" | "signed" | "portal";
  readonly until?: Day | null;
}

/** Records what the family allows or refuses; it works at the next request. */
export async function recordConsent(db: Db, consent: NewConsent): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`select trust.record_consent(${consent.trajectoryId}, ${consent.aboutPerson}, ${consent.ownPerson ?? null}, ${consent.purpose},
    ${consent.organisationId ?? null}, ${consent.role ?? null}, ${consent.parts ?? []}::text[], ${consent.medicalToo ?? false}, ${consent.given}, ${consent.reason ?? null},
    ${consent.givenBy}, ${consent.givenOn}, ${consent.way}, ${consent.until ?? null}) as id`.execute(db);
  return rows[0]?.id ?? "";
}

/** Withdraws today. False when someone else changed or withdrew it meanwhile. */
export async function withdrawConsent(db: Db, consent: { id: string; by: string; version: number }): Promise<boolean> {
  const { rows } = await sql<{
    withdrawn: boolean;
  }>`select trust.withdraw_consent(${consent.id}, ${consent.by}, ${consent.version}) as withdrawn`.execute(db);
  return rows[0]?.withdrawn ?? false;
}

/** The newest answer of the family for a purpose, in force today or not; null when it was never asked. */
export async function findAnswer(
  db: Db,
  trajectoryId: string,
  purpose: Purpose,
): Promise<{ given: boolean; inForce: boolean; givenOn: Day; withdrawnOn: Day | null; until: Day | null; reason: string | null } | null> {
  const row = await db
    .selectFrom("consent")
    .select(["given", "given_on", "withdrawn_on", "until", "reason"])
    .where("trajectory_id", "=", trajectoryId)
    .where("purpose", "=", purpose)
    .where("own_person", "is", null)
    .orderBy(sql`withdrawn_on is null`, "desc")
    .orderBy("given_on", "desc")
    .orderBy("recorded_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { rows } = await sql<{ today: Day }>`select app.today() as today`.execute(db);
  const today = rows[0]?.today ?? "";
  const inForce = row.given && row.withdrawn_on === null && row.given_on <= today && (row.until === null || row.until >= today);
  return { given: row.given, inForce, givenOn: row.given_on, withdrawnOn: row.withdrawn_on, until: row.until, reason: row.reason };
}

/** What the family said about one purpose and one organisation: also for who was asked to do something and sees no more of it yet. */
export interface AnswerFor {
  readonly given: boolean;
  readonly inForce: boolean;
  readonly givenOn: Day;
  readonly withdrawnOn: Day | null;
  readonly until: Day | null;
  readonly parts: readonly Part[];
}

export async function findAnswerFor(db: Db, trajectoryId: string, purpose: Purpose, organisationId: string): Promise<AnswerFor | null> {
  const { rows } =
    await sql<AnswerFor>`select given, in_force as "inForce", given_on as "givenOn", withdrawn_on as "withdrawnOn", until, parts
    from trust.consent_state(${trajectoryId}, ${purpose}, ${organisationId})`.execute(db);
  return rows[0] ?? null;
}

/** An answer with the names that a page needs. */
export interface Answer extends Consent {
  readonly organisation: string | null;
  readonly reason: string | null;
  readonly givenBy: string;
  readonly way: "spoken" | "signed" | "portal";
  readonly withdrawnBy: string | null;
  /** Null when she answered herself, in her own pages. */
  readonly recordedBy: string | null;
  readonly recordedFor: string;
}

/** Every answer on a line, the newest first; empty when the asker may not see the line. */
export async function listAnswers(db: Db, trajectoryId: string): Promise<readonly Answer[]> {
  const { rows } = await sql<Answer>`
    select c.id, c.about_person as "aboutPerson", c.purpose, c.recipient_organisation_id as "organisationId", c.recipient_role as role, c.parts,
      c.medical_too as "medicalToo", c.given, c.given_on as "givenOn", c.until, c.withdrawn_on as "withdrawnOn", coalesce(c.withdrawn_by = 'replaced', false) as replaced,
      c.version, o.name as organisation, c.reason, c.given_by as "givenBy", c.way, c.withdrawn_by as "withdrawnBy", p.display_name as "recordedBy", a.name as "recordedFor"
    from consent c left join organisation o on o.id = c.recipient_organisation_id
      left join professional p on p.id = c.recorded_by join organisation a on a.id = c.author_organisation_id
    where c.trajectory_id = ${trajectoryId} order by c.given_on desc, c.recorded_at desc, c.id`.execute(db);
  return rows;
}
