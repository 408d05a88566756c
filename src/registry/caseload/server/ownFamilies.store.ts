import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { OwnFamily } from "../takeOver.ts";
import type { LineSource } from "./lineSource.ts";

/** Where a client number leads to, and what the file said last. */
export interface Numbered {
  readonly reference: string;
  readonly trajectoryId: string;
  /** Empty when the number was typed by hand. */
  readonly digest: string | null;
  /** Of a line with doubts that were answered. */
  readonly answered: string | null;
}

/** What came of these lines of a file of the asker's organisation before. */
export async function findNumbered(db: Db, sources: readonly LineSource[]): Promise<readonly Numbered[]> {
  const references = sources.map(({ reference }) => reference);
  const answered = sources.flatMap((source) => source.answered ?? []);
  const { rows } = await sql<Numbered>`
    select s.reference, s.trajectory_id as "trajectoryId", encode(s.digest, 'hex') as digest, encode(s.answered, 'hex') as answered from caseload_source s
    where s.reference = any(${references}::text[]) or s.answered in (select decode(a, 'hex') from unnest(${answered}::text[]) a)
    union all
    select t.source_reference, t.id, null, null from trajectory t
    where t.author_organisation_id = trust.my_organisation() and t.source_reference = any(${references}::text[])
      and not exists (select from caseload_source s where s.reference = t.source_reference)`.execute(db);
  return rows;
}

/** By what own families are looked up. */
export interface Nearby {
  readonly trajectoryIds: readonly string[];
  /** Birth dates, wherever she lives. */
  readonly birthDates: readonly Day[];
  readonly postcodes: readonly string[];
  /** Birth dates that count at one of these postcodes alone: the day with the postcode behind it. */
  readonly near: readonly string[];
  /** The same with expected days, for who has no birth date. */
  readonly due: readonly string[];
}

/** Families that the asker may see and that may be meant. */
export async function findOwnFamilies(db: Db, by: Partial<Nearby>): Promise<readonly OwnFamily[]> {
  const { trajectoryIds = [], birthDates = [], postcodes = [], near = [], due = [] } = by;
  const { rows } = await sql<OwnFamily>`
    with there as materialized (
      select a.family_id, a.postcode from family_address a where a.until is null and a.postcode = any(${[...postcodes]}::text[])),
    hit as materialized (
      select t.id from trajectory t where t.id = any(${[...trajectoryIds]}::uuid[])
      union select t.id from family_member m join trajectory t on t.family_id = m.family_id
        where m.kind = 'mother' and m.until is null and m.birth_date = any(${[...birthDates]}::date[])
      union select t.id from there join family_member m on m.family_id = there.family_id and m.kind = 'mother' and m.until is null
        join trajectory t on t.family_id = m.family_id
        where to_char(m.birth_date, 'YYYY-MM-DD') || there.postcode = any(${[...near]}::text[])
          or (m.birth_date is null and to_char(t.due_date, 'YYYY-MM-DD') || there.postcode = any(${[...due]}::text[])))
    select t.id as "trajectoryId", t.family_id as "familyId", t.due_date as "dueDate", t.born_on as "bornOn", t.state = 'ended' as ended, t.parity,
      coalesce(o.name, t.maternity_care_text) as "maternityCare", f.language, m.given_name as "givenName", m.prefix, m.family_name as "familyName",
      m.birth_date as "birthDate", m.insurer,
      (select jsonb_build_object('street', a.street, 'houseNumber', a.house_number, 'postcode', a.postcode, 'place', a.place, 'municipality', a.municipality_code)
        from family_address a where a.family_id = t.family_id and a.until is null order by a.since desc, a.created_at desc limit 1) as address,
      array(select c.value from family_contact c where c.family_id = t.family_id and c.channel in ('phone', 'sms') order by c.created_at) as phones,
      (select c.value from family_contact c where c.family_id = t.family_id and c.channel = 'email' order by c.created_at limit 1) as email
    from hit join trajectory t on t.id = hit.id join family f on f.id = t.family_id left join organisation o on o.id = t.maternity_care_organisation_id
    cross join lateral (select * from family_member m where m.family_id = t.family_id and m.kind = 'mother' and m.until is null order by m.created_at limit 1) m
    order by t.day desc nulls last, t.id`.execute(db);
  return rows;
}

/** Remembers what the file said of a line. */
export async function keepSource(db: Db, trajectoryId: string, source: LineSource): Promise<void> {
  await sql`
    insert into caseload_source (author_organisation_id, reference, trajectory_id, digest, answered)
    values (trust.my_organisation(), ${source.reference}, ${trajectoryId}, decode(${source.digest}, 'hex'), decode(${source.answered}, 'hex'))
    on conflict (author_organisation_id, reference) do update set trajectory_id = excluded.trajectory_id, digest = excluded.digest, answered = excluded.answered,
      taken_at = now()`.execute(db);
}
