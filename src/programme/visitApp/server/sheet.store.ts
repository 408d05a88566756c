import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Address, Contact, Member } from "../../../registry/family.ts";

/** What the sheet needs of a family, as far as the asker may see it. */
export interface SheetRow {
  readonly trajectoryId: string;
  readonly lossOn: Day | null;
  readonly language: string | null;
  readonly interpreterNeeded: boolean;
  readonly readsLittle: boolean;
  readonly contactWish: string | null;
  readonly mother: Pick<Member, "id" | "givenName" | "prefix" | "familyName">;
  readonly childBorn: Day | null;
  readonly address: Pick<Address, "street" | "houseNumber" | "postcode" | "place"> | null;
  readonly phones: readonly Pick<Contact, "value" | "safeMoments">[];
  /** Pillar 2, and by indication: what was agreed, given and planned of each, in minutes. */
  readonly flexibleAgreed: number | null;
  readonly flexibleDelivered: number;
  readonly flexiblePlanned: number;
  readonly maternityAgreed: number | null;
  readonly maternityDelivered: number;
  readonly maternityPlanned: number;
  /** The programme in which it has a place; null where it has none. */
  readonly programmeId: string | null;
}

/** Hours of a line, in minutes: delivered by what was recorded, planned by what stands. */
const hoursOf = (kind: "maternity" | "flexible") => sql`(select
    coalesce(round(sum(extract(epoch from v.ended_at - v.started_at) / 60 - v.break_minutes) filter (where v.state = 'delivered')), 0)::int as delivered,
    coalesce(round(sum(extract(epoch from v.planned_until - v.planned_from) / 60) filter (where v.state = 'planned')), 0)::int as planned
  from care_visit v where v.trajectory_id = t.id and v.kind = ${sql.lit(kind)})`;

/** The families of these lines: all in one question. Only a phone number that someone asked about, and that is safe, is given. */
export async function listSheetRows(db: Db, trajectoryIds: readonly string[]): Promise<readonly SheetRow[]> {
  if (trajectoryIds.length === 0) return [];
  const { rows } = await sql<SheetRow>`
    select t.id as "trajectoryId", t.loss_on as "lossOn", f.language, f.interpreter_needed as "interpreterNeeded", f.reads_little as "readsLittle",
      f.contact_wish as "contactWish",
      (select json_build_object('id', m.id, 'givenName', m.given_name, 'prefix', m.prefix, 'familyName', m.family_name) from family_member m
        where m.family_id = f.id and m.kind = 'mother' and m.until is null limit 1) as mother,
      t.born_on as "childBorn",
      (select json_build_object('street', a.street, 'houseNumber', a.house_number, 'postcode', a.postcode, 'place', a.place) from family_address a
        where a.family_id = f.id and a.until is null order by a.since desc limit 1) as address,
      (select coalesce(json_agg(json_build_object('value', c.value, 'safeMoments', c.safe_moments) order by c.created_at), '[]') from family_contact c
        where c.family_id = f.id and c.channel = 'phone' and c.safe) as phones,
      (select p.agreed_minutes from programme_place p where p.trajectory_id = t.id and p.pillar = 2 and p.state = 'taken' limit 1) as "flexibleAgreed",
      x.delivered as "flexibleDelivered", x.planned as "flexiblePlanned",
      (select i.minutes_after_hospital from indication i where i.trajectory_id = t.id order by i.created_at desc, i.id limit 1) as "maternityAgreed",
      w.delivered as "maternityDelivered", w.planned as "maternityPlanned",
      (select o.programme_id from programme_place p join place_pool o on o.id = p.pool_id where p.trajectory_id = t.id and p.state = 'taken'
        order by p.pillar desc limit 1) as "programmeId"
    from trajectory t join family f on f.id = t.family_id cross join lateral ${hoursOf("flexible")} x cross join lateral ${hoursOf("maternity")} w
    where t.id = any(${[...trajectoryIds]}::uuid[])`.execute(db);
  return rows;
}
