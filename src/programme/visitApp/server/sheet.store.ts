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
  readonly agreedMinutes: number | null;
  readonly deliveredMinutes: number;
  readonly plannedMinutes: number;
}

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
      (select p.agreed_minutes from programme_place p where p.trajectory_id = t.id and p.pillar = 2 and p.state = 'taken' limit 1) as "agreedMinutes",
      h.delivered as "deliveredMinutes", h.planned as "plannedMinutes"
    from trajectory t join family f on f.id = t.family_id
    cross join lateral (select
      coalesce(round(sum(extract(epoch from v.ended_at - v.started_at) / 60 - v.break_minutes) filter (where v.state = 'delivered')), 0)::int as delivered,
      coalesce(round(sum(extract(epoch from v.planned_until - v.planned_from) / 60) filter (where v.state = 'planned')), 0)::int as planned
      from care_visit v where v.trajectory_id = t.id) h
    where t.id = any(${[...trajectoryIds]}::uuid[])`.execute(db);
  return rows;
}
