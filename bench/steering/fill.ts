import { createHash } from "node:crypto";
import pg from "pg";
import { urlFor } from "../../src/platform/db/roles.ts";
import { configurePilot } from "../../src/programme/configuration/server/configurePilot.ts";

export interface Filled {
  /** The session of someone of the project group. */
  readonly token: string;
  readonly enrolments: number;
  readonly hourLines: number;
}

/** Each enrolment has so many lines of hours: 250,000 make 12 million. */
const linesEach = 48;

/**
 * Three years of a programme, in the sixteen municipalities that the list has: places, one signal, visit and indication each, lines of hours, and
 * sums of the ledger. Written by the administrator past triggers and keys, as a bulk load: what they keep is counted by the rebuilding that is measured.
 */
export async function fillProgramme(adminUrl: string, enrolments: number): Promise<Filled> {
  const owner = new pg.Client({ connectionString: urlFor("wieg_owner", adminUrl) });
  const admin = new pg.Client({ connectionString: adminUrl });
  await Promise.all([owner.connect(), admin.connect()]);
  try {
    const ask = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
      (await owner.query<Row & pg.QueryResultRow>(text, [...values])).rows;
    const [care] = await ask<{ id: string }>(
      "insert into organisation (kind, name) values ('maternity_care', 'Geboortezorg Limburg') returning id",
    );
    const [office] = await ask<{ id: string }>(
      "insert into organisation (kind, name) values ('programme_office', 'Programmabureau') returning id",
    );
    await configurePilot(ask, { startsOn: "2020-01-01", maternityCareOrganisationId: care?.id ?? "" });
    const token = await signIn(ask, office?.id ?? "");
    await admin.query("set session_replication_role = replica");
    await admin.query("set synchronous_commit = off");
    const indexes = await takeIndexes(admin);
    for (const text of statements)
      await admin.query(text.replaceAll("$ENROLMENTS", String(enrolments)).replaceAll("$EACH", String(linesEach)));
    for (const definition of indexes) await admin.query(definition);
    await admin.query("analyze");
    return { token, enrolments, hourLines: enrolments * linesEach };
  } finally {
    await Promise.all([owner.end(), admin.end()]);
  }
}

async function signIn(
  ask: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>,
  organisation: string,
): Promise<string> {
  const token = createHash("sha256").update("steering").digest("base64url");
  await ask(
    `with p as (insert into professional (display_name) values ('Thomas Voorbeeld') returning id),
      m as (insert into membership (professional_id, organisation_id, role, since) select id, $1, 'project_group', app.today() - 100 from p returning id, professional_id)
    insert into session (token_hash, professional_id, membership_id, second_factor, idle_minutes) select sha256(convert_to($2, 'UTF8')), professional_id, id, true, 720 from m`,
    [organisation, token],
  );
  return token;
}

/** Lines are written faster without their indexes, which come back afterwards. */
async function takeIndexes(admin: pg.Client): Promise<readonly string[]> {
  const { rows } = await admin.query<{ name: string; definition: string }>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = 'hour_line'::regclass and not i.indisprimary`,
  );
  for (const { name } of rows) await admin.query(`drop index "${name}"`);
  return rows.map(({ definition }) => definition);
}

const facts = `(select p.id as programme, v.id as version, (select id from organisation where kind = 'maternity_care' limit 1) as care, (select id from professional limit 1) as who,
  (select id from membership limit 1) as job, o.id as pool, (select array_agg(code order by code) from municipality) as codes
  from programme p join programme_version v on v.programme_id = p.id join place_pool o on o.programme_id = p.id and o.pillar = 1 and o.entry = 'direct' limit 1)`;

const statements = [
  `create unlogged table made as select nr, gen_random_uuid() as family, gen_random_uuid() as line, gen_random_uuid() as decision, app.today() - 1095 + (nr % 1080)::int as born
     from generate_series(1, $ENROLMENTS) nr`,
  `insert into family (id, author_organisation_id) select m.family, f.care from made m cross join ${facts} f`,
  `insert into trajectory (id, family_id, born_on, author_organisation_id) select m.line, m.family, m.born, f.care from made m cross join ${facts} f`,
  `insert into programme_decision (id, trajectory_id, programme_id, version_id, pillar, entry, outcome, criteria, decided_on, role, author_organisation_id)
     select m.decision, m.line, f.programme, f.version, 1, 'direct', 'place', '[]', m.born - 90, 'midwife', f.care from made m cross join ${facts} f`,
  `insert into programme_place (trajectory_id, decision_id, pool_id, pillar, entry, taken_on, municipality_code, maternity_care_organisation_id, author_organisation_id)
     select m.line, m.decision, f.pool, 1, 'direct', m.born - 90, f.codes[1 + m.nr % cardinality(f.codes)], f.care, f.care from made m cross join ${facts} f`,
  `insert into signal (trajectory_id, noted_together, about_person, care_kind, factors, observed_on, discussed_on, author_role, author_membership_id, author_organisation_id)
     select m.line, gen_random_uuid(), m.family, 'social', '{debt}', m.born - 120 - (m.nr % 30)::int, m.born - 110, 'midwife', f.job, f.care from made m cross join ${facts} f`,
  `insert into home_visit (trajectory_id, kind, asked_organisation_id, asked_by, state, answer_by, visit_before, period, accepted_by, accepted_on, held_on, requested_on, author_organisation_id)
     select m.line, 'prenatal', f.care, f.job, 'held', m.born, m.born, 'pregnancy', f.job, m.born - 105, m.born - 100, m.born - 108, f.care from made m cross join ${facts} f`,
  `insert into indication (trajectory_id, occasion, version_id, protocol_code, protocol_name, days, feeding, minutes, minutes_after_hospital, author_organisation_id)
     select m.line, 'intake', f.version, 'lip-3', 'LIP 3', 8, 'breast', 2940, 2940, f.care from made m cross join ${facts} f`,
  `insert into hour_line (trajectory_id, visit_id, assistant_id, day, month, minutes, source, reason, co_payment_by, pillar, programme_id, version_id, rate_cents, cents, municipality_code, author_organisation_id)
     select m.line, m.decision, f.who, m.born + n, date_trunc('month', m.born + n)::date, 60 + (m.nr % 4)::int * 30, 'insurance', 'day_1_10', 'programme', 1, f.programme, f.version, 500,
       ((60 + (m.nr % 4)::int * 30) * 500 + 30) / 60, f.codes[1 + m.nr % cardinality(f.codes)], f.care from made m cross join ${facts} f cross join generate_series(0, $EACH - 1) n`,
  `insert into ledger_month (programme_id, month, pillar, funder, municipality_code, cents)
     select f.programme, g::date, l, u, c, 100000 from ${facts} f cross join generate_series(date_trunc('month', app.today() - 1095), app.today(), interval '1 month') g
       cross join generate_series(1, 2) l cross join unnest(array['CZ', 'VGZ', 'gemeenten']) u cross join unnest(f.codes) c`,
  `with v as (insert into expected_version (programme_id, number, reason, decided_by) select f.programme, 1, 'Om te meten', f.who from ${facts} f returning id)
   insert into expected_inflow (version_id, pillar, municipality_code, month, tenths)
     select v.id, l, c, g::date, $ENROLMENTS / 60 from v cross join ${facts} f cross join generate_series(date_trunc('month', app.today() - 1200), app.today(), interval '1 month') g
       cross join generate_series(1, 2) l cross join unnest(f.codes) c`,
];
