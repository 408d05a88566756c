import { createHash } from "node:crypto";
import pg from "pg";
import { urlFor } from "../../src/platform/db/roles.ts";

export interface Conference {
  /** Sessions of the chair and of one member. */
  readonly chair: string;
  readonly member: string;
  /** Sittings to come, one for each measurement. */
  readonly sittings: readonly string[];
}
type Ask = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

const members = 10;

/** A municipality with `waiting` families that wait with consent and a question, among `lines` others that wait without it. */
export async function fillConference(adminUrl: string, lines: number, waiting: number, sittings: number): Promise<Conference> {
  const owner = new pg.Client({ connectionString: urlFor("wieg_owner", adminUrl) });
  await owner.connect();
  const ask: Ask = async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    (await owner.query<Row & pg.QueryResultRow>(sql, [...values])).rows;
  try {
    const organisation = async (kind: string, name: string) =>
      (
        await ask<{ id: string }>("insert into organisation (kind, name, home_municipality) values ($1, $2, 'GM0917') returning id", [
          kind,
          name,
        ])
      )[0]?.id ?? "";
    const practice = await organisation("midwifery_practice", "Praktijk Verzonnen");
    const municipality = await organisation("municipality", "Gemeente Heerlen");
    await ask("insert into organisation_area values ($1, 'GM0917')", [municipality]);
    const midwife = await someone(ask, practice, "midwife", 0);
    const chair = await someone(ask, municipality, "conference_chair", 1);
    const [series] = await ask<{ id: string }>(
      "insert into conference_series (kind, name, organisation_id, chair_id, place) values ('mdo', 'Overleg Parkstad', $1, $2, 'Zaal') returning id",
      [municipality, chair.membership],
    );
    await ask("insert into conference_area values ($1, 'GM0917')", [series?.id]);
    let member = midwife;
    for (let number = 0; number < members; number += 1) {
      member = await someone(ask, await organisation("youth_health", `JGZ ${number}`), "youth_nurse", number + 2);
      await ask("insert into conference_member select $1, m.organisation_id, m.role from membership m where m.id = $2", [
        series?.id,
        member.membership,
      ]);
    }
    await ask(linesSql, [lines, practice, municipality]);
    await ask(consentsSql, [waiting, midwife.professional]);
    await ask("select trust.recompute_grants(id) from trajectory");
    const planned = await ask<{ id: string }>(
      "insert into conference_sitting (series_id, held_on, starts_at, ends_at, place) select $1, app.today() + 7, '13:30', '15:00', 'Zaal' from generate_series(1, $2::int) returning id",
      [series?.id, sittings],
    );
    await ask("select trust.seat_members(id) from conference_sitting");
    await owner.query("analyze");
    return { chair: chair.token, member: member.token, sittings: planned.map(({ id }) => id) };
  } finally {
    await owner.end();
  }
}

async function someone(
  ask: Ask,
  organisation: string,
  role: string,
  number: number,
): Promise<{ professional: string; membership: string; token: string }> {
  const [made] = await ask<{ professional: string; membership: string }>(
    `with p as (insert into professional (display_name) values ($1) returning id)
     insert into membership (professional_id, organisation_id, role, since) select id, $2, $3, app.today() - 100 from p returning professional_id as professional, id as membership`,
    [`Voorbeeld ${number}`, organisation, role],
  );
  const token = createHash("sha256").update(`conference ${number}`).digest("base64url");
  await ask(
    "insert into session (token_hash, professional_id, membership_id, second_factor, idle_minutes) values (sha256(convert_to($1, 'UTF8')), $2, $3, true, 720)",
    [token, made?.professional, made?.membership],
  );
  return { professional: made?.professional ?? "", membership: made?.membership ?? "", token };
}

const linesSql = `
  with crowd as materialized (select nr, gen_random_uuid() as family, gen_random_uuid() as line from generate_series(1, $1::int) nr),
  families as (insert into family (id, language, author_organisation_id) select family, 'nl', $2::uuid from crowd returning id),
  mothers as (insert into family_member (family_id, kind, given_name, family_name, birth_date, insurer, author_organisation_id)
    select c.family, 'mother', 'Sanne', 'Verzonnen ' || c.nr, '1995-05-05', 'CZ', $2::uuid from crowd c join families f on f.id = c.family returning id),
  addresses as (insert into family_address (family_id, street, house_number, postcode, place, municipality_code, author_organisation_id)
    select c.family, 'Akerstraat', c.nr::text, '6411AA', 'Heerlen', 'GM0917', $2::uuid from crowd c join families f on f.id = c.family returning id),
  lines as (insert into trajectory (id, family_id, due_date, author_organisation_id) select c.line, c.family, app.today() + 100, $2::uuid from crowd c join families f on f.id = c.family returning id),
  relations as (insert into care_relation (trajectory_id, organisation_id, basis) select id, $2::uuid, 'care' from lines returning id)
  insert into conference_case (trajectory_id, conference_organisation_id, due_on, question, author_organisation_id)
  select l.id, $3::uuid, app.today() + 14, 'Wie helpt dit gezin aan rust rond de rekeningen?', $2::uuid from lines l
  where (select count(*) from mothers) + (select count(*) from addresses) + (select count(*) from relations) > 0`;

/** What a family allows: its name, plan and signals, to whoever sits at the table. */
const consentsSql = `
  insert into consent (trajectory_id, about_person, purpose, recipient_role, parts, given_by, given_on, way, recorded_by, author_organisation_id)
  select t.id, m.id, 'case_conference', 'conference', array['identity', 'signals', 'assessment', 'plan'], 'self', app.today(), 'spoken', $2::uuid, t.author_organisation_id
  from (select * from trajectory order by id limit $1::int) t join family_member m on m.family_id = t.family_id`;
