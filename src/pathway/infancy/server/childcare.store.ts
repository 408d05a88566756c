import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { stampedFromSession } from "../../../platform/db/whoRecorded.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type { ChildcareKind, ChildcarePlace, ChildcareState, VveAnswer } from "../childcare.ts";

/** The places of the children of a line, the newest first. */
export async function listPlaces(db: Db, trajectoryId: string): Promise<readonly ChildcarePlace[]> {
  if (holdsNone(db, trajectoryId, "childcare_place")) return [];
  const { rows } = await sql<ChildcarePlace>`
    select c.id, c.child_id as "childId", m.given_name as child, c.kind, c.state, c.organisation_id as "organisationId", coalesce(o.name, c.place_name) as place, c.vve,
      c.vve_on as "vveOn", c.half_days as "halfDays", c.since, c.until, c.remark, c.version
    from childcare_place c left join family_member m on m.id = c.child_id left join organisation o on o.id = c.organisation_id
    where c.trajectory_id = ${trajectoryId} and m.died_on is null order by c.created_at desc, c.id limit 50`.execute(db);
  return rows;
}

/** Organisations for childcare that work with Wieg, those of the municipality first. */
export async function listChildcare(db: Db, municipality: string | null): Promise<readonly { id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, o.name from organisation o where o.active and o.kind = 'childcare'
    order by exists (select from organisation_area a where a.organisation_id = o.id and a.municipality_code = ${municipality}) desc, o.name limit 200`.execute(
    db,
  );
  return rows;
}

export interface PlaceFields {
  readonly state: ChildcareState;
  readonly organisationId: string | null;
  readonly placeName: string | null;
  readonly vve: VveAnswer;
  readonly vveOn: Day | null;
  readonly halfDays: number | null;
  readonly since: Day | null;
  readonly until: Day | null;
  readonly remark: string | null;
}
const columns = (fields: PlaceFields) => ({
  state: fields.state,
  organisation_id: fields.organisationId,
  place_name: fields.placeName,
  vve: fields.vve,
  vve_on: fields.vveOn,
  half_days: fields.halfDays,
  since: fields.since,
  until: fields.until,
  remark: fields.remark,
});

export async function insertPlace(
  db: Db,
  place: { trajectoryId: string; childId: string; kind: ChildcareKind },
  fields: PlaceFields,
): Promise<void> {
  await db
    .insertInto("childcare_place")
    .values({
      ...columns(fields),
      trajectory_id: place.trajectoryId,
      child_id: place.childId,
      kind: place.kind,
      author_organisation_id: stampedFromSession,
    })
    .execute();
}

/** False when someone else changed it meanwhile. */
export async function savePlace(db: Db, seen: { id: string; version: number }, fields: PlaceFields): Promise<boolean> {
  const result = await db
    .updateTable("childcare_place")
    .set({ ...columns(fields), version: seen.version + 1 })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
