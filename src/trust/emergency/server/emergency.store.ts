import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";

const tooManyAttempts = "00000000-0000-0000-0000-000000000000";

/** Opens the line of the one woman with this name and day of birth; says so when there is none, or when too many were tried today. */
export async function openEmergency(
  db: Db,
  emergency: { name: string; birthDate: string; reason: string; hours: number },
): Promise<string | "none" | "too-many"> {
  const { rows } = await sql<{
    line: string | null;
  }>`select trust.open_emergency(${emergency.name}, ${emergency.birthDate}, ${emergency.reason}, ${emergency.hours}) as line`.execute(db);
  const line = rows[0]?.line ?? null;
  return line === null ? "none" : line === tooManyAttempts ? "too-many" : line;
}

export interface Emergency {
  readonly id: string;
  readonly trajectoryId: string;
  readonly reason: string;
  readonly since: Date;
  readonly until: Date;
  readonly who: string;
  readonly role: string;
  readonly organisation: string;
  readonly heldBack: boolean;
  readonly reviewedAt: Date | null;
  readonly reviewOutcome: string | null;
  /** Name of the woman while the case is under review; null afterwards. */
  readonly familyName: string | null;
}

/** The emergencies that the asker may see: all for the privacy officer, her own for anyone else. Newest first. */
export async function listEmergencies(db: Db): Promise<readonly Emergency[]> {
  const { rows } = await sql<Emergency>`
    select e.id, e.trajectory_id as "trajectoryId", e.reason, e.since, e.until, p.display_name as who, m.role, o.name as organisation, e.held_back as "heldBack",
      e.reviewed_at as "reviewedAt", e.review_outcome as "reviewOutcome",
      (select coalesce(f.given_name || ' ', '') || coalesce(f.prefix || ' ', '') || f.family_name from trajectory t join family_member f on f.family_id = t.family_id and f.kind = 'mother' where t.id = e.trajectory_id limit 1) as "familyName"
    from emergency_access e join membership m on m.id = e.membership_id join professional p on p.id = m.professional_id join organisation o on o.id = m.organisation_id
    order by e.since desc limit 200`.execute(db);
  return rows;
}

export async function reviewEmergency(
  db: Db,
  review: { id: string; outcome: string; holdBackBecause: string | null; endNow: boolean },
): Promise<boolean> {
  const { rows } = await sql<{
    reviewed: boolean;
  }>`select trust.review_emergency(${review.id}, ${review.outcome}, ${review.holdBackBecause}, ${review.endNow}) as reviewed`.execute(db);
  return rows[0]?.reviewed ?? false;
}

/** Takes back what has ended by the clock, and gives what begins today. */
export async function endByTheClock(db: Db): Promise<void> {
  await sql`select trust.end_emergencies(), trust.start_and_end_grants()`.execute(db);
}
