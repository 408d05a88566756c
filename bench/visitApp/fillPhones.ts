import { createHash } from "node:crypto";
import pg from "pg";
import { urlFor } from "../../src/platform/db/roles.ts";
import { configurePilot } from "../../src/programme/configuration/server/configurePilot.ts";

/** A phone with the visits that are planned for it. */
export interface FilledPhone {
  readonly deviceId: string;
  readonly token: string;
  /** A session of hers at a browser. */
  readonly session: string;
  readonly visits: readonly { readonly id: string; readonly trajectoryId: string }[];
}

const tokenOf = (kind: string, number: number): string => createHash("sha256").update(`${kind} ${number}`).digest("base64url");

/** `phones` assistants with `visits` planned visits each, a quarter of an hour long, one after the other, from the beginning of the day `daysAgo`. */
export async function fillPhones(
  adminUrl: string,
  { phones, visits, daysAgo }: { phones: number; visits: number; daysAgo: number },
): Promise<{ owner: pg.Client; phones: readonly FilledPhone[] }> {
  const owner = new pg.Client({ connectionString: urlFor("wieg_owner", adminUrl) });
  owner.on("error", () => undefined); // its database is dropped in the end
  await owner.connect();
  const ask = async <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await owner.query<Row & pg.QueryResultRow>(sql, [...values])).rows;
  const [maternity] = await ask<{ id: string }>(
    "insert into organisation (kind, name) values ('maternity_care', 'Geboortezorg Limburg') returning id",
  );
  const organisation = maternity?.id ?? "";
  await configurePilot(ask, { startsOn: "2020-01-01", maternityCareOrganisationId: organisation });
  const tokens = Array.from({ length: phones }, (_, number) => tokenOf("phone", number));
  const sessions = Array.from({ length: phones }, (_, number) => tokenOf("session", number));
  await ask(peopleSql, [organisation, phones, tokens, sessions]);
  await ask(familiesSql, [organisation, phones]);
  const rows = await ask<{ nr: number; device: string; id: string; line: string }>(visitsSql, [organisation, visits, daysAgo]);
  await ask("select trust.recompute_grants(id) from trajectory");
  await owner.query("analyze");
  const filled = tokens.map((token, number) => {
    const own = rows.filter(({ nr }) => nr === number);
    return {
      token,
      session: sessions[number] ?? "",
      deviceId: own[0]?.device ?? "",
      visits: own.map(({ id, line }) => ({ id, trajectoryId: line })),
    };
  });
  return { owner, phones: filled };
}

const peopleSql = `
  with crowd as materialized (select nr, gen_random_uuid() as id, gen_random_uuid() as job from generate_series(0, $2::int - 1) nr),
  people as (insert into professional (id, display_name) select id, 'Kraam ' || nr from crowd returning id),
  jobs as (insert into membership (id, professional_id, organisation_id, role, since)
    select job, c.id, $1::uuid, 'maternity_assistant', app.today() - 100 from crowd c join people p on p.id = c.id returning id),
  sessions as (insert into session (token_hash, professional_id, membership_id, second_factor, idle_minutes)
    select sha256(convert_to(($4::text[])[nr + 1], 'UTF8')), c.id, c.job, true, 720 from crowd c join jobs j on j.id = c.job returning id)
  insert into visit_device (token_hash, professional_id, membership_id, organisation_id, label)
    select sha256(convert_to(($3::text[])[nr + 1], 'UTF8')), c.id, c.job, $1::uuid, 'phone ' || nr from crowd c join jobs j on j.id = c.job`;

/** Four families for each assistant. */
const familiesSql = `
  with crowd as materialized (select nr, gen_random_uuid() as family, gen_random_uuid() as line from generate_series(0, $2::int * 4 - 1) nr),
  families as (insert into family (id, language, author_organisation_id) select family, 'nl', $1::uuid from crowd returning id),
  members as (insert into family_member (family_id, kind, given_name, family_name, birth_date, insurer, author_organisation_id)
    select c.family, 'mother', 'Sanne', 'Verzonnen ' || c.nr, '1995-05-05', 'CZ', $1::uuid from crowd c join families f on f.id = c.family returning id),
  addresses as (insert into family_address (family_id, street, house_number, postcode, place, municipality_code, author_organisation_id)
    select c.family, 'Akerstraat', c.nr::text, '6411AA', 'Heerlen', 'GM0917', $1::uuid from crowd c join families f on f.id = c.family returning id),
  lines as (insert into trajectory (id, family_id, due_date, born_on, maternity_care_organisation_id, maternity_care_registered_on, author_organisation_id)
    select c.line, c.family, app.today() - 12, app.today() - 12, $1::uuid, app.today() - 100, $1::uuid from crowd c join families f on f.id = c.family returning id)
  insert into care_relation (trajectory_id, organisation_id, basis) select id, $1::uuid, 'care' from lines`;

const visitsSql = `
  with phones as materialized (select id as device, professional_id, split_part(label, ' ', 2)::int as nr from visit_device),
  lines as materialized (select t.id, split_part(m.family_name, ' ', 2)::int as nr from trajectory t join family_member m on m.family_id = t.family_id),
  made as (insert into care_visit (id, trajectory_id, kind, assistant_id, state, planned_from, planned_until, agreed, author_organisation_id)
    select gen_random_uuid(), l.id, 'maternity', p.professional_id, 'planned',
      ((app.today() - $3::int)::timestamp + n * interval '15 min') at time zone 'Europe/Amsterdam',
      ((app.today() - $3::int)::timestamp + (n + 1) * interval '15 min') at time zone 'Europe/Amsterdam', 'Borstvoeding begeleiden', $1::uuid
    from phones p cross join generate_series(0, $2::int - 1) n join lines l on l.nr = p.nr * 4 + n % 4 returning id, trajectory_id, assistant_id, planned_from)
  select p.nr, p.device, m.id, m.trajectory_id as line from made m join phones p on p.professional_id = m.assistant_id order by p.nr, m.planned_from`;
