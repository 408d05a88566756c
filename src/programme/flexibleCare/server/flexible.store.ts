import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type { FlexibleDecision, FlexibleOutcome, FlexibleRefusal } from "../flexibleCare.ts";

/** What was decided about pillar 2 in this family, newest first. */
export async function listFlexibleDecisions(
  db: Db,
  trajectoryId: string,
): Promise<readonly (FlexibleDecision & { readonly placeId: string })[]> {
  if (holdsNone(db, trajectoryId, "flexible_decision")) return [];
  const { rows } = await sql<FlexibleDecision & { placeId: string }>`
    select d.id, d.place_id as "placeId", d.kind, d.minutes_before as "minutesBefore", d.minutes_after as "minutesAfter", d.outcome, d.reason, d.decided_on as "decidedOn",
      coalesce(p.display_name, '') as "decidedBy"
    from flexible_decision d left join professional p on p.id = d.author_id where d.trajectory_id = ${trajectoryId} order by d.created_at desc, d.id`.execute(
    db,
  );
  return rows;
}

/** Raises the agreed hours. */
export async function raiseHours(
  db: Db,
  one: { placeId: string; minutes: number; reason: string; version: number },
): Promise<"done" | FlexibleRefusal["code"]> {
  const { rows } = await sql<{ code: "done" | FlexibleRefusal["code"] }>`
    select trust.raise_flexible(${one.placeId}, ${one.minutes}, ${one.reason}, ${one.version}) as code`.execute(db);
  return rows[0]?.code ?? "not-visible";
}

/** Ends it with its outcome. */
export async function endFlexible(
  db: Db,
  one: { placeId: string; outcome: FlexibleOutcome; reason: string },
): Promise<"done" | FlexibleRefusal["code"]> {
  const { rows } = await sql<{ code: "done" | FlexibleRefusal["code"] }>`
    select trust.end_flexible(${one.placeId}, ${one.outcome}, ${one.reason}) as code`.execute(db);
  return rows[0]?.code ?? "not-visible";
}

/** The running mean over all families of a programme: numbers, never a family. */
export async function findMean(db: Db, programmeId: string): Promise<{ readonly families: number; readonly minutes: number | null }> {
  const { rows } = await sql<{
    families: number;
    minutes: number | null;
  }>`select families, minutes from trust.flexible_mean(${programmeId})`.execute(db);
  return rows[0] ?? { families: 0, minutes: null };
}

/** Asks how it ended, where the period runs out. How many were asked. */
export async function askEndings(db: Db): Promise<number> {
  const { rows } = await sql<{ asked: number }>`select trust.ask_flexible_endings() as asked`.execute(db);
  return rows[0]?.asked ?? 0;
}
