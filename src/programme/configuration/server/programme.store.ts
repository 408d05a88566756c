import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { askOnce } from "../../../trust/access/server/door.ts";
import { programmeSettings, type Places, type Programme, type ProgrammeSettings } from "../programme.ts";
import { programmeFor, type FamilyFacts, type ProgrammeChoice } from "../rules/programmeFor.ts";

const columns = sql`p.id, p.code, p.name, v.id as "versionId", v.number as "versionNumber", v.starts_on as "startsOn",
  (select min(f.starts_on) from programme_version f where f.programme_id = p.id and f.withdrawn_at is null) as "runsSince", v.settings`;

/** The programmes that run today, each with its version in force; the one that began first stands first. */
export async function listProgrammes(db: Db): Promise<readonly Programme[]> {
  const { rows } = await sql<Stored>`
    select ${columns} from programme p join lateral (
      select * from programme_version o where o.programme_id = p.id and o.starts_on <= app.today() and o.withdrawn_at is null
      order by o.starts_on desc limit 1) v on true
    order by "runsSince", p.code`.execute(db);
  return rows.map(parsed);
}

/** A programme as it holds today; null where it does not run (yet). */
export const getProgramme = async (db: Db, id: string): Promise<Programme | null> =>
  (await listProgrammes(db)).find((programme) => programme.id === id) ?? null;

/** Which programme this family has to do with today, and why; null where none runs. */
export async function findProgrammeFor(
  db: Db,
  trajectoryId: string,
  facts: FamilyFacts,
): Promise<{ programme: Programme; why: ProgrammeChoice } | null> {
  return programmeFor(await programmesForLine(db, trajectoryId), facts);
}

/** The programmes that run today, for a page of a line: asked once for all its parts. */
export const programmesForLine = (db: Db, trajectoryId: string): Promise<readonly Programme[]> =>
  askOnce(db, trajectoryId, "programmes", () => listProgrammes(db));

/** The programme that a page is about, by the code in its address (`?programma=`), else the first; with all that run, for the switch. */
export async function chooseProgramme(db: Db, code: unknown): Promise<{ programme: Programme | null; all: readonly Programme[] }> {
  const all = await listProgrammes(db);
  return { programme: all.find((programme) => programme.code === code) ?? all[0] ?? null, all };
}

/** The programme as it was when a decision was made. */
export async function findVersion(db: Db, versionId: string): Promise<Programme | null> {
  const { rows } = await sql<Stored>`
    select ${columns} from programme_version v join programme p on p.id = v.programme_id where v.id = ${versionId}`.execute(db);
  return rows[0] ? parsed(rows[0]) : null;
}

/** Places of each pillar and way of entering, as they are at this moment. */
export async function listPlaces(db: Db, programmeId: string): Promise<readonly Places[]> {
  const { rows } = await sql<Places>`
    select o.id as "poolId", o.pillar, o.entry, trust.pool_places(o.programme_id, o.pillar, o.entry) + o.moved as places, o.taken
    from place_pool o where o.programme_id = ${programmeId} order by o.pillar, o.entry`.execute(db);
  return rows.filter(({ places, taken }) => places > 0 || taken > 0);
}

type Stored = Omit<Programme, "settings"> & { startsOn: Day; settings: unknown };

/** A version was checked when it was configured; read again, it is only parsed once in this process. */
const read = new Map<string, ProgrammeSettings>();

function parsed(row: Stored): Programme {
  const settings = read.get(row.versionId) ?? programmeSettings.parse(row.settings);
  read.set(row.versionId, settings);
  return { ...row, settings };
}
