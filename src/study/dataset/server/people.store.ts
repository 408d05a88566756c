import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Person } from "../person.ts";

const atOnce = 1000;

/** Someone of the study with her id, which stays here. */
export type Member = Person & { readonly id: string };

/**
 * Everyone who takes part in a study now, in pieces, all as they were at one moment: the query of a cursor sees what stood when it was opened, so a consent that
 * is withdrawn meanwhile leaves no half of a person. The answer that counts: what was settled, else two equal entries of paper, else her own.
 */
export async function openPeople(db: Db, study: string): Promise<void> {
  await sql`
    declare study_people no scroll cursor for
    select s.id, s.code, o.name as site, q.arm, exists (select from study_arm_change c where c.participant_id = s.id and c.study = q.study) as "armCorrected", q.late, s.language,
      s.answers_by as "answersBy", coalesce(q.arm_facts, '{}') as facts, f.age_band as "ageBand", s.ended_because as ended,
      jsonb_build_object('birth_days', f.birth_days, 'hours_indicated', c.indicated_minutes / 60.0, 'hours_accepted', c.accepted_minutes / 60.0,
        'hours_delivered', c.delivered_minutes / 60.0, 'flexible_from', c.flexible_from, 'flexible_until', c.flexible_until, 'flexible_hours', c.flexible_minutes / 60.0,
        'flexible_visits', c.flexible_visits,
        'jgz_referrals', (select sum(r.count) from study_register r where r.participant_id = s.id and r.kind = 'jgz_referral' and q.register_link),
        'hospital_contacts', (select sum(r.count) from study_register r where r.participant_id = s.id and r.kind = 'hospital_contact' and q.register_link)) as care,
      coalesce((select jsonb_agg(jsonb_build_object('wave', split_part(w, ':', 2), 'state', a.state, 'late', a.late, 'way', a.way, 'days', a.answered_on - q.consent_on,
          'instruments', (select coalesce(jsonb_agg(jsonb_build_object('form', i ->> 'form', 'language', i ->> 'language', 'version', i ->> 'version')), '[]')
            from jsonb_array_elements(a.instruments) i),
          'answers', (select coalesce(jsonb_object_agg(g.item, g.answer) filter (where g.answer is not null), '{}') from (
            select e.item, case when bool_or(e.entry = 3) then max(to_jsonb(coalesce(e.value::text, e.missing)) #>> '{}') filter (where e.entry = 3)
                when count(*) filter (where e.entry in (1, 2)) = 2 and count(distinct coalesce(e.value::text, e.missing)) filter (where e.entry in (1, 2)) = 1
                  then max(coalesce(e.value::text, e.missing)) filter (where e.entry = 1)
                else max(coalesce(e.value::text, e.missing)) filter (where e.entry = 0) end as answer
            from study_answer e where e.ask_id = a.id group by e.item) g)))
        from study_ask a cross join unnest(a.waves) w where a.participant_id = s.id and split_part(w, ':', 1) = q.study), '[]') as lists
    from study_participation q join study_participant s on s.id = q.participant_id join organisation o on o.id = s.site_id
      join study.dataset_people(${sql.lit(study)}) f on f.participant_id = s.id left join study.care_of(null) c on c.participant_id = s.id
    where q.study = ${sql.lit(study)} and q.withdrawn_on is null order by s.code`.execute(db);
}

/** The next of them; none when all were given. */
export async function nextPeople(db: Db): Promise<readonly Member[]> {
  const { rows } = await sql<Row>`fetch ${sql.lit(atOnce)} from study_people`.execute(db);
  return rows.map(({ lists, ...person }) => ({
    ...person,
    lists: lists.map((list) => ({
      ...list,
      answers: Object.fromEntries(
        Object.entries(list.answers).map(([item, answer]) => [item, /^-?\d+$/.test(answer) ? Number(answer) : answer]),
      ),
    })),
  })) as readonly Member[];
}

type Row = Omit<Member, "lists"> & {
  readonly lists: readonly (Omit<Person["lists"][number], "answers"> & { readonly answers: Readonly<Record<string, string>> })[];
};

export async function closePeople(db: Db): Promise<void> {
  await sql`close study_people`.execute(db);
}

/** Every site and language of the study, also of who withdrew: their numbers don't change from one version to the next. */
export async function placesAndLanguages(db: Db, study: string): Promise<{ sites: readonly string[]; languages: readonly string[] }> {
  const { rows } = await sql<{ sites: string[]; languages: string[] }>`
    select coalesce(array_agg(distinct o.name order by o.name), '{}') as sites, coalesce(array_agg(distinct s.language order by s.language), '{}') as languages
    from study_participation q join study_participant s on s.id = q.participant_id join organisation o on o.id = s.site_id where q.study = ${study}`.execute(
    db,
  );
  return rows[0] ?? { sites: [], languages: [] };
}
