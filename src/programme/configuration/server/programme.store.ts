import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { programmeSettings, type Places, type Programme } from "../programme.ts";

/** The programme that runs today, with the version in force; null where no region configured one. */
export async function findProgramme(db: Db): Promise<Programme | null> {
  return parsed(
    sql<Stored>`select p.id, p.name, v.id as "versionId", v.number as "versionNumber", v.starts_on as "startsOn", v.settings
      from programme_version v join programme p on p.id = v.programme_id where v.starts_on <= app.today() order by v.starts_on desc, p.code limit 1`.execute(
      db,
    ),
  );
}

/** The programme as it was when a decision was made. */
export async function findVersion(db: Db, versionId: string): Promise<Programme | null> {
  return parsed(
    sql<Stored>`select p.id, p.name, v.id as "versionId", v.number as "versionNumber", v.starts_on as "startsOn", v.settings
      from programme_version v join programme p on p.id = v.programme_id where v.id = ${versionId}`.execute(db),
  );
}

/** Places of each pillar and way of entering, as they are at this moment. */
export async function listPlaces(db: Db, programmeId: string): Promise<readonly Places[]> {
  const { rows } = await sql<Places>`
    select o.id as "poolId", o.pillar, o.entry, trust.pool_places(o.programme_id, o.pillar, o.entry) + o.moved as places, o.taken
    from place_pool o where o.programme_id = ${programmeId} order by o.pillar, o.entry`.execute(db);
  return rows.filter(({ places, taken }) => places > 0 || taken > 0);
}

type Stored = { id: string; name: string; versionId: string; versionNumber: number; startsOn: Day; settings: unknown };

/** A version was checked when it was configured; read again, it is only parsed once in this process. */
const known = new Map<string, Programme>();

async function parsed(asked: Promise<{ rows: readonly Stored[] }>): Promise<Programme | null> {
  const [row] = (await asked).rows;
  if (!row) return null;
  const programme = known.get(row.versionId) ?? { ...row, settings: programmeSettings.parse(row.settings) };
  known.set(row.versionId, programme);
  return programme;
}
