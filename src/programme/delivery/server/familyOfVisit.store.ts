import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { PersonName } from "../../../registry/family.ts";

/** What who goes to a family, or plans it, needs at hand. */
export interface VisitedFamily extends PersonName {
  readonly trajectoryId: string;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly postcode: string | null;
  readonly place: string | null;
  /** Numbers of which someone asked that they are safe, with the moments. */
  readonly phones: readonly { readonly value: string; readonly moments: string | null }[];
  readonly contactWish: string | null;
  readonly language: string | null;
  readonly interpreterNeeded: boolean;
  readonly bornOn: Day | null;
  readonly dueDate: Day | null;
  readonly lossOn: Day | null;
  readonly state: "open" | "ended";
}

/** Families by line, as far as the asker may see them. */
export async function findVisitedFamilies(db: Db, trajectoryIds: readonly string[]): Promise<ReadonlyMap<string, VisitedFamily>> {
  if (trajectoryIds.length === 0) return new Map();
  const { rows } = await sql<VisitedFamily>`
    select t.id as "trajectoryId", m.given_name as "givenName", m.prefix, m.family_name as "familyName", a.street, a.house_number as "houseNumber", a.postcode, a.place,
      coalesce(c.phones, '[]'::jsonb) as phones, f.contact_wish as "contactWish", f.language, f.interpreter_needed as "interpreterNeeded",
      t.born_on as "bornOn", t.due_date as "dueDate", t.loss_on as "lossOn", t.state
    from trajectory t join family f on f.id = t.family_id
    join lateral (select * from family_member o where o.family_id = t.family_id and o.kind = 'mother' order by o.created_at limit 1) m on true
    left join lateral (select * from family_address o where o.family_id = t.family_id and o.until is null order by o.since desc limit 1) a on true
    left join lateral (select jsonb_agg(jsonb_build_object('value', o.value, 'moments', o.safe_moments) order by o.created_at) as phones
      from family_contact o where o.family_id = t.family_id and o.channel = 'phone' and o.safe) c on true
    where t.id = any(${[...new Set(trajectoryIds)]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.trajectoryId, row]));
}
