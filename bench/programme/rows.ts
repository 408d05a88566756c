/** What every row hangs on: the programme with its version and places, and who works there. */
const facts = `(select p.id as programme, v.id as version, (select id from organisation where kind = 'maternity_care' limit 1) as care, (select id from professional limit 1) as who,
  (select id from membership limit 1) as job, (select id from place_pool where programme_id = p.id and pillar = 1 and entry = 'direct') as pool,
  (select id from place_pool where programme_id = p.id and pillar = 2 and entry = 'direct') as second_pool, (select array_agg(code order by code) from municipality) as codes
  from programme p join programme_version v on v.programme_id = p.id limit 1)`;

/** An id that tells of which enrolment it is, and grows with it: an index takes such ids fast. */
const id = (kind: number, nr = "m.nr") => `('${kind}0000000-0000-4000-8000-' || lpad(to_hex(${nr}), 12, '0'))::uuid`;
const line = id(2);

/** The enrolments of one lot, $1 up to $2, each with its day of birth. */
const made = "(select nr, app.today() - 1095 + (nr % 1030)::int as born from generate_series($1::bigint, $2::bigint - 1) nr) m";

/** What there is one of: the pattern that is expected, and how many places are taken. */
export const once = (enrolments: number): readonly { readonly text: string; readonly values: readonly unknown[] }[] => [
  {
    text: `with v as (insert into expected_version (programme_id, number, reason, decided_by) select f.programme, 1, 'Om te meten', f.who from ${facts} f returning id)
    insert into expected_inflow (version_id, pillar, municipality_code, month, tenths)
    select v.id, l, c, g::date, $1 from v cross join ${facts} f cross join generate_series(date_trunc('month', app.today() - 1200), app.today(), interval '1 month') g
      cross join generate_series(1, 2) l cross join unnest(f.codes) c`,
    values: [Math.round(enrolments / 60)],
  },
  {
    text: `update place_pool set taken = case when pillar = 1 then $1::int else $1::int / 2 end, moved = $1::int where entry = 'direct' and programme_id = (select id from programme limit 1)`,
    values: [enrolments],
  },
];

/**
 * Written for each lot. Of the lines of hours 20 are of the maternity week (pillar 1) and 28 of the months after it (pillar 2); in each second family
 * the last one is the counter line of the one before.
 */
export const lots: readonly string[] = [
  `insert into family (id, author_organisation_id) select ${id(1)}, f.care from ${made} cross join ${facts} f`,
  `insert into trajectory (id, family_id, born_on, author_organisation_id) select ${line}, ${id(1)}, m.born, f.care from ${made} cross join ${facts} f`,
  `insert into programme_decision (id, trajectory_id, programme_id, version_id, pillar, entry, outcome, criteria, decided_on, role, author_organisation_id)
     select ${id(3)}, ${line}, f.programme, f.version, 1, 'direct', 'place', '[]', m.born - 90, 'midwife', f.care from ${made} cross join ${facts} f`,
  `insert into programme_place (trajectory_id, decision_id, pool_id, pillar, entry, taken_on, municipality_code, agreed_minutes, maternity_care_organisation_id, author_organisation_id)
     select ${line}, ${id(3)}, case l when 1 then f.pool else f.second_pool end, l, 'direct', case l when 1 then m.born - 90 else m.born end,
       f.codes[1 + m.nr % cardinality(f.codes)], case l when 2 then 1440 end, f.care, f.care
     from ${made} cross join ${facts} f cross join generate_series(1, 2) l where l = 1 or m.nr % 2 = 0`,
  `insert into signal (trajectory_id, noted_together, about_person, care_kind, factors, observed_on, discussed_on, author_role, author_membership_id, author_organisation_id)
     select ${line}, gen_random_uuid(), ${id(1)}, 'social', '{debt}', m.born - 120 - (m.nr % 30)::int, m.born - 110, 'midwife', f.job, f.care from ${made} cross join ${facts} f`,
  `insert into home_visit (trajectory_id, kind, asked_organisation_id, asked_by, state, answer_by, visit_before, period, accepted_by, accepted_on, held_on, requested_on, author_organisation_id)
     select ${line}, 'prenatal', f.care, f.job, 'held', m.born, m.born, 'pregnancy', f.job, m.born - 105, m.born - 100, m.born - 108, f.care from ${made} cross join ${facts} f`,
  `insert into indication (trajectory_id, occasion, version_id, protocol_code, protocol_name, days, feeding, minutes, minutes_after_hospital, author_organisation_id)
     select ${line}, 'intake', f.version, 'lip-3', 'LIP 3', 8, 'breast', 2940, 2940, f.care from ${made} cross join ${facts} f`,
  `insert into care_visit (id, trajectory_id, kind, assistant_id, state, planned_from, planned_until, why_code, author_organisation_id)
     select ${id(4)}, ${line}, 'maternity', f.who, 'refused', m.born + time '09:00', m.born + time '12:00', 'family_refused', f.care
     from ${made} cross join ${facts} f where m.nr % 10 = 0`,
  `insert into hour_line (id, trajectory_id, visit_id, assistant_id, day, month, minutes, source, reason, co_payment_by, pillar, programme_id, version_id, rate_cents, cents,
       municipality_code, insurer_group, corrects, author_organisation_id)
     select ${id(5, "m.nr * 64 + n")}, ${line}, ${id(5, "m.nr * 64 + n")}, f.who, s.day, date_trunc('month', s.day)::date, s.minutes, case s.pillar when 1 then 'insurance' else 'programme' end,
       case s.pillar when 1 then 'day_1_10' else 'pillar_2' end, case s.pillar when 1 then 'programme' else 'none' end, s.pillar, f.programme, f.version, r.rate,
       sign(s.minutes) * ((abs(s.minutes) * r.rate + 30) / 60), f.codes[1 + m.nr % cardinality(f.codes)], case m.nr % 3 when 0 then 'VGZ' else 'CZ' end,
       case when s.minutes < 0 then ${id(5, "m.nr * 64 + c.of")} end, f.care
     from ${made} cross join generate_series(0, $3 - 1) n cross join ${facts} f
     cross join lateral (select n - (m.nr % 2 = 0 and n = $3 - 1)::int as of) c
     cross join lateral (select case when n < 20 then 1 else 2 end as pillar, m.born + case when n < 20 then n / 2 else 10 + (c.of - 20) * 2 end as day,
       (60 + (m.nr + c.of) % 9 * 15)::int * case when c.of < n then -1 else 1 end as minutes) s
     cross join lateral (select case s.pillar when 1 then 500 + extract(year from m.born)::int % 10 * 10 else 6000 + extract(year from m.born)::int % 10 * 100 end as rate) r`,
];
