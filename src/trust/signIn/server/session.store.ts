import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Actor } from "../../../platform/db/actor.ts";
import { database } from "../../../platform/db/connection.ts";
import type { Db } from "../../../platform/db/withActor.ts";

/** Minutes without use after which a session ends on a shared device [NEN 7510]; configurable. */
export const idleMinutes = Number(process.env["WIEG_IDLE_MINUTES"] ?? 15);

interface SessionRow {
  professional_id: string;
  membership_id: string;
  organisation_id: string;
  role: string;
  professional: string;
  organisation: string;
  organisation_kind: string;
  idle_minutes: number;
}

/** Who holds this token, or null. Reading it keeps the session alive. */
export async function findActor(token: string, from: { source: string; requestId: string }): Promise<Actor | null> {
  const { rows } = await sql<SessionRow>`select * from trust.open_session(${token})`.execute(database());
  const row = rows[0];
  if (!row) return null;
  return {
    token, ...from, requestKey: null, events: [],
    professionalId: row.professional_id, membershipId: row.membership_id, organisationId: row.organisation_id, role: row.role,
    name: row.professional, organisation: row.organisation, organisationKind: row.organisation_kind, idleMinutes: row.idle_minutes,
  };
}

/** Begins a session and gives its token, which is kept nowhere but in the browser. */
export async function startSession(db: Db, who: { professionalId: string; membershipId: string; secondFactor: boolean }): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest();
  await sql`select trust.start_session(${who.professionalId}, ${who.membershipId}, ${hash}, ${who.secondFactor}, ${idleMinutes})`.execute(db);
  return token;
}

export async function endSession(db: Db, token: string): Promise<void> {
  await sql`select trust.end_session(${token})`.execute(db);
}

export async function isDemonstration(): Promise<boolean> {
  const { rows } = await sql<{ demonstration: boolean }>`select app.is_demonstration() as demonstration`.execute(database());
  return rows[0]?.demonstration ?? false;
}

export interface Job {
  readonly professionalId: string;
  readonly membershipId: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
}

/** Everyone who can be chosen at the door of a demonstration region. */
export async function listJobs(db: Db): Promise<readonly Job[]> {
  return db
    .selectFrom("membership as m")
    .innerJoin("professional as p", "p.id", "m.professional_id")
    .innerJoin("organisation as o", "o.id", "m.organisation_id")
    .select(["p.id as professionalId", "m.id as membershipId", "p.display_name as name", "m.role", "o.name as organisation"])
    .where("m.until", "is", null)
    .orderBy("o.name").orderBy("p.display_name")
    .execute();
}
