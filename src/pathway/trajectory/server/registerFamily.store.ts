import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";

/** Municipalities and maternity-care organisations to choose from. */
export async function listChoices(
  db: Db,
): Promise<{ municipalities: readonly { code: string; name: string }[]; maternityCare: readonly { id: string; name: string }[] }> {
  const municipalities = await db.selectFrom("municipality").select(["code", "name"]).orderBy("name").execute();
  const maternityCare = await db
    .selectFrom("organisation")
    .select(["id", "name"])
    .where("kind", "=", "maternity_care")
    .where("active", "=", true)
    .orderBy("name")
    .execute();
  return { municipalities, maternityCare };
}

/** With whom the family registered for maternity care. False when someone else changed the line meanwhile. */
export async function saveMaternityCare(
  db: Db,
  care: { trajectoryId: string; organisationId: string | null; text: string | null; on: Day | null; version: number },
): Promise<boolean> {
  const { rows } = await sql<{
    saved: boolean;
  }>`select trust.register_maternity_care(${care.trajectoryId}, ${care.organisationId}, ${care.text}, ${care.on}, ${care.version}) as saved`.execute(
    db,
  );
  return rows[0]?.saved ?? false;
}
