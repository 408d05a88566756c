import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Factor } from "../signal.ts";

/** The whole list as it counts today, in the order of the screens: what cannot be chosen any more too, for its words. */
export async function listFactors(db: Db): Promise<readonly Factor[]> {
  const { rows } = await sql<Factor>`
    select code, label, kind, domain, care_kind as "careKind", urgent, selectable from factor_now order by kind, domain, urgent desc, label`.execute(
    db,
  );
  return rows;
}

/** One line of the list, as it was recorded. */
export interface FactorLine extends Omit<Factor, "selectable"> {
  readonly since: Day;
  readonly until: Day | null;
  readonly source: string;
  readonly changedAt: Date;
  /** Empty for the list that comes with Wieg. */
  readonly changedBy: string | null;
}

/** Every line of one factor, the newest first; of all factors without a code. */
export async function listFactorLines(db: Db, code: string | null): Promise<readonly FactorLine[]> {
  const { rows } = await sql<FactorLine>`
    select f.code, f.label, f.kind, f.domain, f.care_kind as "careKind", f.urgent, f.since, f.until, f.source, f.changed_at as "changedAt", p.display_name as "changedBy"
    from factor f left join professional p on p.id = f.changed_by where ${code}::text is null or f.code = ${code} order by f.id desc limit 500`.execute(
    db,
  );
  return rows;
}

/** Adds a line: it takes the place of the one before. The database lets an administrator do this, and nobody else. */
export async function insertFactor(
  db: Db,
  factor: Omit<Factor, "selectable"> & { since: Day; until: Day | null; source: string },
): Promise<void> {
  await db
    .insertInto("factor")
    .values({
      code: factor.code,
      label: factor.label,
      kind: factor.kind,
      domain: factor.domain,
      care_kind: factor.careKind,
      urgent: factor.urgent,
      since: factor.since,
      until: factor.until,
      source: factor.source,
    })
    .execute();
}
