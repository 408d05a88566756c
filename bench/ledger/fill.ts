import pg from "pg";
import { urlFor } from "../../src/platform/db/roles.ts";
import { configurePilot } from "../../src/programme/configuration/server/configurePilot.ts";

/** Lines of hours that are put in at once. */
const lot = 500_000;

/**
 * So many lines of hours over three years and the municipalities of the list, in both pillars, of both insurers, with a rate by year. Written by
 * the administrator past triggers and keys, as a bulk load.
 */
export async function fillHours(adminUrl: string, lines: number, say: (line: string) => void): Promise<void> {
  const owner = new pg.Client({ connectionString: urlFor("wieg_owner", adminUrl) });
  const admin = new pg.Client({ connectionString: adminUrl });
  await Promise.all([owner.connect(), admin.connect()]);
  try {
    const ask = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
      (await owner.query<Row & pg.QueryResultRow>(text, [...values])).rows;
    const [care] = await ask<{ id: string }>(
      "insert into organisation (kind, name) values ('maternity_care', 'Geboortezorg Limburg') returning id",
    );
    await configurePilot(ask, { startsOn: "2020-01-01", maternityCareOrganisationId: care?.id ?? "" });
    await admin.query("set session_replication_role = replica; set synchronous_commit = off; set statement_timeout = 0");
    const { rows: indexes } = await admin.query<{ name: string; definition: string }>(
      "select indexname as name, indexdef as definition from pg_indexes where tablename = 'hour_line' and indexname <> 'hour_line_pkey'",
    );
    for (const { name } of indexes) await admin.query(`drop index "${name}"`);
    for (let from = 0; from < lines; from += lot) {
      await admin.query(hours, [from, Math.min(from + lot, lines) - 1]);
      say(`${Math.min(from + lot, lines)} of ${lines} lines`);
    }
    await admin.query("analyze hour_line");
  } finally {
    await Promise.all([owner.end(), admin.end()]);
  }
}

/** Every family has 48 lines: the first ten days in pillar 1, what comes later in pillar 2; one in fifty is a counter line. */
const hours = `
  insert into hour_line (trajectory_id, visit_id, assistant_id, day, month, minutes, source, reason, co_payment_by, pillar, programme_id, version_id, rate_cents, cents,
    municipality_code, insurer_group, corrects, author_organisation_id)
  select f.care, f.care, f.care, s.day, date_trunc('month', s.day)::date, s.minutes, case s.pillar when 1 then 'insurance' else 'programme' end, 'bench', case s.pillar when 1 then 'programme' else 'none' end,
    s.pillar, f.programme, f.version, r.rate, sign(s.minutes) * ((abs(s.minutes) * r.rate + 30) / 60), f.codes[1 + s.family % cardinality(f.codes)], case s.family % 3 when 0 then 'VGZ' else 'CZ' end, case when s.minutes < 0 then gen_random_uuid() end, f.care
  from (select nr / 48 as family, case when nr % 48 < 24 then 1 else 2 end as pillar, date '2024-01-01' + (nr / 48 % 1040)::int + (nr % 48)::int as day,
      (60 + nr % 9 * 15)::int * case when nr % 50 = 7 then -1 else 1 end as minutes from generate_series($1::bigint, $2::bigint) nr) s
  cross join lateral (select case s.pillar when 1 then 500 + extract(year from s.day)::int % 10 * 10 else 6000 + extract(year from s.day)::int % 10 * 100 end as rate) r
  cross join (select p.id as programme, v.id as version, (select id from organisation limit 1) as care, (select array_agg(code order by code) from municipality) as codes
    from programme p join programme_version v on v.programme_id = p.id limit 1) f`;
