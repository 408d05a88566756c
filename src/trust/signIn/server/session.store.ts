import { sql } from "kysely";
import type { Actor } from "../../../platform/db/actor.ts";
import { database } from "../../../platform/db/connection.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Means } from "../signIn.ts";
import { hashOf, newToken } from "./secrets.ts";

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
    token,
    ...from,
    requestKey: null,
    events: [],
    professionalId: row.professional_id,
    membershipId: row.membership_id,
    organisationId: row.organisation_id,
    role: row.role,
    name: row.professional,
    organisation: row.organisation,
    organisationKind: row.organisation_kind,
    idleMinutes: row.idle_minutes,
  };
}

/** Begins a session in the demonstration region and gives its token, which is kept nowhere but in the browser. */
export async function startSession(db: Db, who: { professionalId: string; membershipId: string }): Promise<string> {
  const token = newToken();
  await sql`select trust.start_session(${who.professionalId}, ${who.membershipId}, ${hashOf(token)}, true, ${idleMinutes})`.execute(db);
  await speakAs(db, token);
  return token;
}

export interface NewSession {
  readonly professionalId: string;
  readonly membershipId: string;
  readonly means: Means;
  readonly providerId: string | null;
  readonly device: string;
  readonly source: string;
}

/** Begins a session after two factors: always a new token, whatever the browser had before. */
export async function beginSession(db: Db, of: NewSession): Promise<string> {
  const token = newToken();
  await sql`select trust.begin_session(${of.professionalId}, ${of.membershipId}, ${hashOf(token)}, ${idleMinutes}, ${of.means}, ${of.device}, ${of.providerId}, ${of.source})`.execute(
    db,
  );
  await speakAs(db, token);
  return token;
}

/** Who signed in is then named in the trail event of this very transaction. */
export async function speakAs(db: Db, token: string): Promise<void> {
  await sql`select set_config('app.session', ${token}, true)`.execute(db);
}

/** Goes on in another job: a new token. Null when the means of this session do not vouch for that job. */
export async function switchJob(db: Db, membershipId: string): Promise<string | null> {
  const token = newToken();
  const { rows } = await sql<{ done: boolean }>`select trust.switch_job(${membershipId}, ${hashOf(token)}) as done`.execute(db);
  if (!rows[0]?.done) return null;
  await speakAs(db, token);
  return token;
}

/** Signs out. Who did is written in the trail with it. */
export async function endSession(token: string, from: { source: string; requestId: string }): Promise<void> {
  await sql`select trust.end_session(${token}, ${from.source}, ${from.requestId})`.execute(database());
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

/** Everyone who can be chosen at the door of a demonstration region; nobody anywhere else. */
export async function listJobs(db: Db): Promise<readonly Job[]> {
  const { rows } = await sql<Job>`
    select professional_id as "professionalId", membership_id as "membershipId", name, role, organisation from trust.demonstration_jobs()`.execute(
    db,
  );
  return rows;
}
