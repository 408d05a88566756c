import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Assumptions, KnownBirths, Scenario } from "../capacity.ts";

/** Families that are expected, by week and municipality: numbers alone. */
export async function listExpectedBirths(db: Db, programmeId: string): Promise<readonly KnownBirths[]> {
  const { rows } =
    await sql<KnownBirths>`select week::text as week, municipality, families from trust.expected_births(${programmeId})`.execute(db);
  return rows;
}

export async function listScenarios(db: Db, programmeId: string): Promise<readonly Scenario[]> {
  const { rows } = await sql<Scenario>`
    select s.id, s.name, s.assumptions, p.display_name as by, s.created_at as at from capacity_scenario s join professional p on p.id = s.created_by
    where s.programme_id = ${programmeId} order by s.created_at desc limit 50`.execute(db);
  return rows;
}

/** False when the name is taken. */
export async function keepScenario(
  db: Db,
  one: { programmeId: string; name: string; assumptions: Assumptions; by: string },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into capacity_scenario (programme_id, name, assumptions, created_by)
    values (${one.programmeId}, ${one.name}, ${JSON.stringify(one.assumptions)}::jsonb, ${one.by}) on conflict (programme_id, name) do nothing returning id`.execute(
    db,
  );
  return rows.length > 0;
}

export async function listMunicipalityNames(db: Db, codes: readonly string[]): Promise<readonly { code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from municipality where code = any(${[...codes]}::text[]) order by name`.execute(db);
  return rows;
}
