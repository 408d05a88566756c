import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Part } from "../../access/rules/policy.ts";
import type { Purpose } from "../consent.ts";

export interface NewConsent {
  readonly trajectoryId: string;
  readonly aboutPerson: string;
  /** Filled with the same person when it is the partner. */
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
  const { rows } = await sql<{ id: string }>`select trust.record_consent(${consent.trajectoryId}, ${consent.aboutPerson}, ${consent.ownPerson ?? null}, ${consent.purpose},
    ${consent.organisationId ?? null}, ${consent.role ?? null}, ${consent.parts ?? []}::text[], ${consent.medicalToo ?? false}, ${consent.given}, ${consent.reason ?? null},
    ${consent.givenBy}, ${consent.givenOn}, ${consent.way}, ${consent.until ?? null}) as id`.execute(db);
  return rows[0]?.id ?? "";
}

/** Withdraws today. False when someone else changed or withdrew it meanwhile. */
export async function withdrawConsent(db: Db, consent: { id: string; by: string; version: number }): Promise<boolean> {
  const { rows } = await sql<{ withdrawn: boolean }>`select trust.withdraw_consent(${consent.id}, ${consent.by}, ${consent.version}) as withdrawn`.execute(db);
  return rows[0]?.withdrawn ?? false;
}

/** The newest answer of the family for a purpose, in force today or not; null when it was never asked. */
export async function findAnswer(db: Db, trajectoryId: string, purpose: Purpose): Promise<{ given: boolean; inForce: boolean; givenOn: Day; withdrawnOn: Day | null; until: Day | null; reason: string | null } | null> {
  const row = await db.selectFrom("consent").select(["given", "given_on", "withdrawn_on", "until", "reason"])
    .where("trajectory_id", "=", trajectoryId).where("purpose", "=", purpose)
    .orderBy("given_on", "desc").orderBy("recorded_at", "desc").limit(1).executeTakeFirst();
  if (!row) return null;
  const { rows } = await sql<{ today: Day }>`select app.today() as today`.execute(db);
  const today = rows[0]?.today ?? "";
  const inForce = row.given && row.withdrawn_on === null && row.given_on <= today && (row.until === null || row.until >= today);
  return { given: row.given, inForce, givenOn: row.given_on, withdrawnOn: row.withdrawn_on, until: row.until, reason: row.reason };
}
