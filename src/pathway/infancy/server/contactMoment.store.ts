import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { ContactMoment } from "../youthContact.ts";

/** A line of the list, with where it comes from and who last changed it. */
export interface KeptMoment extends ContactMoment {
  readonly source: string;
  readonly version: number;
  /** Empty for what came with Wieg. */
  readonly changedBy: string | null;
}

export async function listKeptMoments(db: Db): Promise<readonly KeptMoment[]> {
  const { rows } = await sql<KeptMoment>`
    select m.code, m.label, m.age_months as "ageMonths", m.age_days as "ageDays", m.opens_days_before as "opensDaysBefore", m.closes_days_after as "closesDaysAfter",
      m.corrected, m.done_by as "doneBy", m.active, m.source, m.version, p.display_name as "changedBy"
    from youth_contact_moment m left join professional p on p.id = m.changed_by order by m.age_months, m.age_days, m.code`.execute(db);
  return rows;
}

const columnsOf = (moment: ContactMoment & { readonly source: string }) => ({
  label: moment.label,
  age_months: moment.ageMonths,
  age_days: moment.ageDays,
  opens_days_before: moment.opensDaysBefore,
  closes_days_after: moment.closesDaysAfter,
  corrected: moment.corrected,
  done_by: moment.doneBy,
  active: moment.active,
  source: moment.source,
});

/** False when someone else took this code first. */
export async function insertMoment(db: Db, moment: ContactMoment & { readonly source: string }): Promise<boolean> {
  const rows = await db
    .insertInto("youth_contact_moment")
    .values({ code: moment.code, ...columnsOf(moment) })
    .onConflict((taken) => taken.column("code").doNothing())
    .returning("code")
    .execute();
  return rows.length === 1;
}

/** False when someone else was first. */
export async function saveMoment(db: Db, moment: ContactMoment & { readonly source: string }, version: number): Promise<boolean> {
  const rows = await db
    .updateTable("youth_contact_moment")
    .set({ ...columnsOf(moment), version: version + 1 })
    .where("code", "=", moment.code)
    .where("version", "=", version)
    .returning("code")
    .execute();
  return rows.length === 1;
}
