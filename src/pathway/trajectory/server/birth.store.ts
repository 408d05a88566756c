import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { BirthPlace } from "../trajectory.texts.ts";

export interface NewBirth {
  readonly givenName: string | null;
  readonly prefix: string | null;
  readonly familyName: string;
  readonly bornOn: Day;
  readonly place: BirthPlace | null;
  readonly gestationalDays: number | null;
  readonly weightGrams: number | null;
  readonly smallForAge: boolean | null;
}

const nobody = "00000000-0000-0000-0000-000000000000"; // who recorded it is stamped from the session

/** Records a birth; the child becomes a member of the family. */
export async function insertBirth(db: Db, line: { id: string; familyId: string }, birth: NewBirth): Promise<string> {
  const childId = crypto.randomUUID();
  await db.insertInto("family_member").values({
    id: childId, family_id: line.familyId, kind: "child", given_name: birth.givenName, prefix: birth.prefix, family_name: birth.familyName,
    birth_date: birth.bornOn, author_organisation_id: nobody,
  }).execute();
  await db.insertInto("birth").values({
    trajectory_id: line.id, child_id: childId, born_on: birth.bornOn, place: birth.place, gestational_days: birth.gestationalDays,
    weight_grams: birth.weightGrams, small_for_age: birth.smallForAge, author_organisation_id: nobody,
  }).execute();
  return childId;
}
