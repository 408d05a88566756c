import { sql, type RawBuilder } from "kysely";
import type { Db } from "../../../../platform/db/withActor.ts";
import type { FamilyNow, SupportOffer, Topic } from "../directory.ts";

/** What a list is narrowed by. What is left out narrows nothing. */
export interface OfferFilter {
  readonly words: string;
  readonly topic: Topic | null;
  /** A language that it must be given in, or with an interpreter. */
  readonly language: string | null;
  /** Leaves out what certainly does not fit this family; null leaves nothing out. */
  readonly for: FamilyNow | null;
}

const offerRows = sql`
  select o.id, o.code, o.name, o.description, o.audience, o.status, o.topics, o.organisation_id as "organisationId", coalesce(g.name, o.provider, '') as organisation, o.url,
    o.periods, o.pregnancy_from_week as "pregnancyFromWeek", o.pregnancy_before_week as "pregnancyBeforeWeek", o.child_before_months as "childBeforeMonths",
    o.minimum_age as "minimumAge", o.maximum_age as "maximumAge", o.first_child_only as "firstChildOnly", o.categories, o.municipalities, o.languages,
    o.interpretation_services as "interpretationServices", o.eligibility_description as "eligibilityDescription", o.fees_description as "feesDescription",
    o.application_process as "applicationProcess", o.wait_weeks as "waitWeeks", o.contact_membership_id as "contactMembershipId",
    json_build_object('name', coalesce(p.display_name, o.contact_name), 'phone', coalesce(p.phone, o.contact_phone, g.phone), 'email', coalesce(p.email, o.contact_email, g.email)) as contact,
    json_build_object('name', o.location_name, 'address', o.location_address) as location,
    json_build_object('available', o.capacity_available, 'maximum', o.capacity_maximum, 'updatedOn', o.capacity_updated_on) as capacity,
    case when o.assured_on is not null then json_build_object('on', o.assured_on, 'by', ap.display_name, 'email', ap.email) end as assured,
    o.reported_on as "reportedOn", o.version
  from support_offer o
    left join organisation g on g.id = o.organisation_id
    left join membership m on m.id = o.contact_membership_id and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
    left join professional p on p.id = m.professional_id
    left join membership am on am.id = o.assured_by left join professional ap on ap.id = am.professional_id`;

/** Offers by name, one more than asked for when there is a next page. */
export async function listOffers(db: Db, filter: OfferFilter, from: number, count: number): Promise<readonly SupportOffer[]> {
  const { rows } = await sql<SupportOffer>`${offerRows} where o.id in (
      select f.id from support_offer f where f.status <> 'defunct' and ${sql.join(conditions(filter), sql` and `)} order by f.name, f.id limit ${count} offset ${from})
    order by o.name, o.id`.execute(db);
  return rows;
}

/** Each word must be found; the certain "no"s are those of rules/decideFit.ts, and a test holds the two together. */
function conditions({ words, topic, language, for: family }: OfferFilter): readonly RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [sql`true`];
  for (const word of words.trim().split(/\s+/).filter(Boolean).slice(0, 6))
    all.push(sql`f.words like (select '%' || rtrim(app.search_text(${word})) || '%')`);
  if (topic !== null) all.push(sql`${topic} = any(f.topics)`);
  if (language !== null) all.push(sql`(${language} = any(f.languages) or f.interpretation_services is not null)`);
  return family === null ? all : [...all, ...certain(family)];
}

function certain({
  municipality,
  period,
  pregnancyDays,
  childMonths,
  motherAge,
  firstChild,
  category,
}: FamilyNow): readonly RawBuilder<unknown>[] {
  return [
    municipality && sql`(f.municipalities = '{}' or ${municipality.code} = any(f.municipalities))`,
    period && sql`(f.periods = '{}' or ${period} = any(f.periods))`,
    period === "pregnancy" && pregnancyDays !== null
      ? sql`(coalesce(f.pregnancy_from_week, 0) * 7 <= ${pregnancyDays} and coalesce(f.pregnancy_before_week, 99) * 7 > ${pregnancyDays})`
      : null,
    childMonths === null ? null : sql`coalesce(f.child_before_months, 999) > ${childMonths}`,
    motherAge === null ? null : sql`${motherAge} between coalesce(f.minimum_age, 0) and coalesce(f.maximum_age, 999)`,
    firstChild === false ? sql`not f.first_child_only` : null,
    category && sql`(f.categories = '{}' or ${category} = any(f.categories))`,
  ].filter((one) => one !== null);
}

export async function findOffer(db: Db, id: string): Promise<SupportOffer | null> {
  const { rows } = await sql<SupportOffer>`${offerRows} where o.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** What an organisation offers. */
export async function listOffersOf(db: Db, organisationId: string): Promise<readonly SupportOffer[]> {
  const { rows } =
    await sql<SupportOffer>`${offerRows} where o.organisation_id = ${organisationId} and o.status <> 'defunct' order by o.name`.execute(db);
  return rows;
}

/** Every offer, for the file that is taken away. */
export async function listAllOffers(db: Db): Promise<readonly SupportOffer[]> {
  const { rows } = await sql<SupportOffer>`${offerRows} order by o.name, o.id limit 20000`.execute(db);
  return rows;
}

/** What can be asked now, to choose from: names alone. */
export async function listOpenOffers(db: Db): Promise<readonly Pick<SupportOffer, "id" | "name" | "organisation">[]> {
  const { rows } = await sql<Pick<SupportOffer, "id" | "name" | "organisation">>`
    select o.id, o.name, coalesce(g.name, o.provider, '') as organisation from support_offer o left join organisation g on g.id = o.organisation_id
    where o.status = 'active' order by o.name, o.id limit 500`.execute(db);
  return rows;
}
