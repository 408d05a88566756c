import { createHash } from "node:crypto";
import pg from "pg";
import { urlFor } from "../../src/platform/db/roles.ts";
import { configurePilot } from "../../src/programme/configuration/server/configurePilot.ts";

export interface Crowd {
  /** A family that fits every criterion, and the session of its own midwife. */
  readonly families: readonly { readonly trajectoryId: string; readonly token: string }[];
  readonly owner: pg.Client;
}

const midwives = 50;

/** A region with `count` families that all fit, each with a midwife of her own practice, and only `left` places in pillar 1. */
export async function fillCrowd(adminUrl: string, count: number, left: number): Promise<Crowd> {
  const owner = new pg.Client({ connectionString: urlFor("wieg_owner", adminUrl) });
  owner.on("error", () => undefined); // its database is dropped in the end
  await owner.connect();
  const ask = async <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await owner.query<Row & pg.QueryResultRow>(sql, [...values])).rows;
  const organisation = async (kind: string, name: string) =>
    (await ask<{ id: string }>("insert into organisation (kind, name) values ($1, $2) returning id", [kind, name]))[0]?.id ?? "";
  const maternity = await organisation("maternity_care", "Geboortezorg Limburg");
  const youth = await organisation("youth_health", "JGZ Zuid");
  const tokens: string[] = [];
  const practices: string[] = [];
  for (let number = 0; number < midwives; number += 1) {
    const practice = await organisation("midwifery_practice", `Praktijk ${number}`);
    practices.push(practice);
    tokens.push(await signIn(ask, practice, "midwife", number));
  }
  await signIn(ask, maternity, "maternity_coordinator", midwives);
  const nurse = await professionalOf(ask, youth, "youth_nurse", "Hilde Verzonnen");
  await configurePilot(ask, { startsOn: "2020-01-01", maternityCareOrganisationId: maternity });
  await ask("update place_pool set taken = 150 - $1 where pillar = 1 and entry = 'direct'", [left]);
  const lines = await ask<{ id: string; nr: number }>(linesSql, [count, practices, maternity]);
  await ask(consentsSql, [maternity, youth, nurse]);
  await ask(assessmentsSql);
  await ask(confirmationsSql, [youth, nurse]);
  await ask("select trust.recompute_grants(id) from trajectory");
  await owner.query("analyze");
  return { owner, families: lines.map(({ id, nr }) => ({ trajectoryId: id, token: tokens[nr % midwives] ?? "" })) };
}

type Ask = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

async function professionalOf(ask: Ask, organisation: string, role: string, name: string): Promise<string> {
  const [made] = await ask<{ id: string }>(
    `with p as (insert into professional (display_name) values ($1) returning id)
     insert into membership (professional_id, organisation_id, role, since) select id, $2, $3, app.today() - 100 from p returning professional_id as id`,
    [name, organisation, role],
  );
  return made?.id ?? "";
}

async function signIn(ask: Ask, organisation: string, role: string, number: number): Promise<string> {
  const token = createHash("sha256").update(`enrol ${number}`).digest("base64url");
  const professional = await professionalOf(ask, organisation, role, `Voorbeeld ${number}`);
  await ask(
    "insert into session (token_hash, professional_id, membership_id, second_factor, idle_minutes) select sha256(convert_to($1, 'UTF8')), m.professional_id, m.id, true, 720 from membership m where m.professional_id = $2",
    [token, professional],
  );
  return token;
}

/** Every step of the fill is one statement over all families: the number of a family says whose it is. */
const linesSql = `
  with crowd as materialized (
    select nr, gen_random_uuid() as family, gen_random_uuid() as line, ($2::uuid[])[nr % array_length($2::uuid[], 1) + 1] as practice from generate_series(0, $1::int - 1) nr
  ), families as (insert into family (id, language, author_organisation_id) select family, 'nl', practice from crowd returning id),
  members as (insert into family_member (family_id, kind, given_name, family_name, birth_date, insurer, author_organisation_id)
    select c.family, 'mother', 'Sanne', 'Verzonnen ' || c.nr, '1995-05-05', 'CZ', c.practice from crowd c join families f on f.id = c.family returning id),
  addresses as (insert into family_address (family_id, street, house_number, postcode, place, municipality_code, author_organisation_id)
    select c.family, 'Akerstraat', c.nr::text, '6411AA', 'Heerlen', 'GM0917', c.practice from crowd c join families f on f.id = c.family returning id),
  lines as (insert into trajectory (id, family_id, due_date, maternity_care_organisation_id, maternity_care_registered_on, author_organisation_id)
    select c.line, c.family, app.today() + 100, $3::uuid, app.today(), c.practice from crowd c join families f on f.id = c.family returning id, author_organisation_id),
  relations as (insert into care_relation (trajectory_id, organisation_id, basis) select id, author_organisation_id, 'care' from lines returning id)
  select c.line as id, c.nr from crowd c where (select count(*) from members) + (select count(*) from addresses) + (select count(*) from relations) > 0 order by c.nr`;

const consentsSql = `
  insert into consent (trajectory_id, about_person, purpose, recipient_organisation_id, parts, given_by, given_on, way, recorded_by, author_organisation_id)
  select t.id, m.id, p.purpose, p.recipient, array['identity', 'programme'], 'self', app.today(), 'spoken', $3::uuid, t.author_organisation_id
  from trajectory t join family_member m on m.family_id = t.family_id
  cross join (values ('prenatal_home_visit', $2::uuid), ('triangle_consultation', $1::uuid)) p(purpose, recipient)`;

const assessmentsSql = `
  with made as (insert into vulnerability_assessment (id, trajectory_id, way, risk_now, urgent_risk, protective_sufficient, proposal, category, role, author_organisation_id)
    select gen_random_uuid(), id, 'judged', true, false, false, 'c', 'c', 'midwife', author_organisation_id from trajectory returning id, trajectory_id, author_organisation_id)
  insert into category_route (id, trajectory_id, category, route, assessed_on, since, conference_by, role, author_organisation_id)
  select id, trajectory_id, 'c', 3, app.today(), app.today(), app.today() + 21, 'midwife', author_organisation_id from made`;

const confirmationsSql = `
  insert into category_confirmation (trajectory_id, assessment_id, category, state, asked_organisation_id, obstetric_category, obstetric_organisation_id,
    obstetric_professional_id, obstetric_role, obstetric_on, youth_category, youth_organisation_id, youth_professional_id, youth_role, youth_on, due_on,
    settled_on, settled_at, author_organisation_id)
  select c.trajectory_id, c.id, 'c', 'confirmed', $1::uuid, 'c', c.author_organisation_id,
    (select m.professional_id from membership m where m.organisation_id = c.author_organisation_id limit 1), 'midwife', app.today(),
    'c', $1::uuid, $2::uuid, 'youth_nurse', app.today(), app.today(), app.today(), now(), c.author_organisation_id from category_route c`;
