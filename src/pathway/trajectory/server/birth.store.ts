import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { BirthPlace } from "../trajectory.texts.ts";
import { stampedFromSession } from "../../../platform/db/whoRecorded.ts";

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

/** Records a birth; the child becomes a member of the family. */
export async function insertBirth(db: Db, line: { id: string; familyId: string }, birth: NewBirth): Promise<string> {
  const childId = crypto.randomUUID();
  await db
    .insertInto("family_member")
    .values({
      id: childId,
      family_id: line.familyId,
      kind: "child",
      given_name: birth.givenName,
      prefix: birth.prefix,
      family_name: birth.familyName,
      birth_date: birth.bornOn,
      author_organisation_id: stampedFromSession,
    })
    .execute();
  await db
    .insertInto("birth")
    .values({
      trajectory_id: line.id,
      child_id: childId,
      born_on: birth.bornOn,
      place: birth.place,
      gestational_days: birth.gestationalDays,
      weight_grams: birth.weightGrams,
      small_for_age: birth.smallForAge,
      author_organisation_id: stampedFromSession,
    })
    .execute();
  return childId;
}

export interface BirthChange extends Omit<NewBirth, "prefix" | "familyName"> {
  readonly familyName: string;
  readonly prefix: string | null;
}

/** Changes a birth and the child's own day of birth and name with it. False when someone else was first. */
export async function saveBirth(db: Db, birth: { id: string; childId: string; version: number }, change: BirthChange): Promise<boolean> {
  const saved = await db
    .updateTable("birth")
    .set({
      born_on: change.bornOn,
      place: change.place,
      gestational_days: change.gestationalDays,
      weight_grams: change.weightGrams,
      small_for_age: change.smallForAge,
      version: birth.version + 1,
    })
    .where("id", "=", birth.id)
    .where("version", "=", birth.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows !== 1n) return false;
  await db
    .updateTable("family_member")
    .set((row) => ({
      given_name: change.givenName,
      prefix: change.prefix,
      family_name: change.familyName,
      birth_date: change.bornOn,
      version: row("version", "+", 1),
    }))
    .where("id", "=", birth.childId)
    .execute();
  return true;
}

/** A birth that was recorded by mistake counts for nothing; the child is no member any more. */
export async function takeBackBirth(db: Db, birth: { id: string; childId: string; version: number }, today: Day): Promise<boolean> {
  const saved = await db
    .updateTable("birth")
    .set({ taken_back: true, version: birth.version + 1 })
    .where("id", "=", birth.id)
    .where("version", "=", birth.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows !== 1n) return false;
  await db
    .updateTable("family_member")
    .set((row) => ({ until: today, version: row("version", "+", 1) }))
    .where("id", "=", birth.childId)
    .execute();
  return true;
}
