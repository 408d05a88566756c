import { createHash } from "node:crypto";
import pg from "pg";
import { caseloads, type Size } from "./size.ts";

/** Token of a person of the benchmark; the database keeps its hash as of any session. */
export const benchToken = (caseload: string): string => createHash("sha256").update(`bench ${caseload}`).digest("base64url");

/** Ids follow from numbers, so that a filling is the same each time. */
const id = (what: string, number: string) => `md5('${what}' || ${number})::uuid`;

/** Families of which the words are made at a time. */
const searchBatch = 50_000;

interface Filling {
  readonly what: string;
  readonly sql: string;
}

/**
 * Fills a migrated database with a region or a country of open lines, as an administrator who stands above triggers and policies: what the
 * triggers and trust.recompute_grants would have made is made here in bulk, and checked against them for some lines at the end.
 */
export async function fill(adminUrl: string, size: Size, say: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(
      "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '128MB'; set maintenance_work_mem = '1GB'; set statement_timeout = 0",
    );
    const indexes = await dropIndexes(client);
    for (const { what, sql } of [...organisations(size), ...families(size), ...care(size), ...access(), ...trail(size)]) {
      const start = performance.now();
      const result = await client.query(sql);
      const rows = Array.isArray(result) ? 0 : (result as pg.QueryResult).rowCount;
      say(`${what}: ${rows ?? 0} rows in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    }
    const search = indexes.filter(({ name }) => name.startsWith("family_search"));
    for (const { name, definition } of indexes.filter((index) => !search.includes(index)))
      await timed(`index ${name}`, () => client.query(definition), say);
    await timed("counting for the planner", () => client.query("vacuum analyze"), say);
    for (let from = 0; from < size.lines; from += searchBatch) {
      await timed(
        `words to be found by, from ${from}`,
        () =>
          client.query(
            `select trust.refresh_family_search(array(select ${id("family", "i")} from generate_series(${from + 1}, ${Math.min(from + searchBatch, size.lines)}) i))`,
          ),
        say,
      );
    }
    for (const { name, definition } of search) await timed(`index ${name}`, () => client.query(definition), say);
    await client.query("set session_replication_role = origin");
    await client.query("vacuum analyze family_search");
    await checkGrants(client);
  } finally {
    await client.end();
  }
}

async function timed(what: string, run: () => Promise<unknown>, say: (line: string) => void): Promise<void> {
  const start = performance.now();
  await run();
  say(`${what} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** Indexes are made after the rows, which is many times quicker. */
async function dropIndexes(client: pg.Client): Promise<readonly { name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select i.indexname as name, i.indexdef as definition from pg_indexes i join pg_class c on c.relname = i.indexname and c.relnamespace = 'public'::regnamespace
    where i.schemaname = 'public' and i.tablename in ('family', 'family_member', 'family_address', 'family_contact', 'trajectory', 'care_relation', 'consent', 'access_grant', 'family_search', 'signal', 'work_item', 'trail_event', 'vulnerability_assessment', 'category_route')
      and not exists (select from pg_constraint k where k.conindid = c.oid)`);
  for (const { name } of rows) await client.query(`drop index public.${name}`);
  return rows;
}

/** Practices of 200 lines; youth health services of 12,500, of 100,000, and the rest. A person in each that is measured. */
function organisations({ lines }: Size): readonly Filling[] {
  const practices = lines / caseloads.small;
  return [
    {
      what: "practices",
      sql: `insert into organisation (id, principal, kind, name, home_municipality) overriding system value
        select ${id("practice", "i")}, 100000 + i, 'midwifery_practice', 'Praktijk ' || i, 'GM0917' from generate_series(1, ${practices}) i`,
    },
    {
      what: "youth health services",
      sql: `insert into organisation (id, principal, kind, name, home_municipality)
        select ${id("youth", "i")}, 200000 + i, 'youth_health', 'JGZ ' || i, 'GM0917' from generate_series(1, 20) i`,
    },
    {
      what: "teams",
      sql: `insert into team (organisation_id, role, principal)
        select ${id("practice", "i")}, 'midwife', 300000 + i from generate_series(1, ${practices}) i
        union all select ${id("youth", "i")}, 'youth_nurse', 400000 + i from generate_series(1, 20) i`,
    },
    {
      what: "principals",
      sql: `insert into principal (id, kind) overriding system value
        select p, 'team' from (select principal from organisation union select principal from team union select generate_series(500001, 500003) union select generate_series(600001, 600003)) x(p)
        where not exists (select from principal q where q.id = x.p)`,
    },
    ...(["small", "large", "huge"] as const).flatMap((caseload, place) => {
      const [organisation, role] =
        caseload === "small" ? [id("practice", "1"), "midwife"] : [id("youth", caseload === "large" ? "1" : "2"), "youth_nurse"];
      return [
        {
          what: `professional with a ${caseload} caseload`,
          sql: `insert into professional (id, principal, display_name) values (${id("professional", String(place))}, ${500001 + place}, 'Bench ${caseload}')`,
        },
        {
          what: "her job",
          sql: `insert into membership (id, principal, professional_id, organisation_id, role, since) values (${id("membership", String(place))}, ${600001 + place}, ${id("professional", String(place))}, ${organisation}, '${role}', '2020-01-01')`,
        },
        {
          what: "her session",
          sql: `insert into session (token_hash, professional_id, membership_id, second_factor, idle_minutes, ends_at) values (sha256('${benchToken(caseload)}'), ${id("professional", String(place))}, ${id("membership", String(place))}, true, 720, now() + interval '30 days')`,
        },
      ];
    }),
  ];
}

const names =
  "(array['Frijns','Dassen','Öztürk','Crombach','Smeets','Hermans','Wolters','Kowalczyk','Tesfay','Bakkali','Bouaziz','Nijsten','Pluijmaekers','Ramakers','Schröder','Vroomen','Gielen','Souren','Jacobs','Peters'])";
const given =
  "(array['Sanne','Lieke','Ewa','Fatima','Noor','Yara','Tigist','Renée','Zoë','Kim','Romy','Esmée','Aïsha','Anouk','Ilse','Selin','Lina'])";
const practiceOf = (i: string) => id("practice", `((${i} - 1) / ${caseloads.small} + 1)`);
/** Which youth health service a line belongs to: the first 12,500 to one, the next 100,000 to another, then the others. */
const youthOf = (i: string) =>
  `(case when ${i} <= ${caseloads.large} then 1 when ${i} <= ${caseloads.large + caseloads.huge} then 2 else 3 + ${i} % 18 end)`;

function families({ lines }: Size): readonly Filling[] {
  const each = `generate_series(1, ${lines}) i`;
  return [
    {
      what: "families",
      sql: `insert into family (id, language, author_organisation_id) select ${id("family", "i")}, 'nl', ${practiceOf("i")} from ${each}`,
    },
    {
      what: "mothers",
      sql: `insert into family_member (id, family_id, kind, given_name, prefix, family_name, birth_date, insurer, author_organisation_id)
        select ${id("mother", "i")}, ${id("family", "i")}, 'mother', ${given}[1 + i % 17], case when i % 5 = 0 then 'van der' end, ${names}[1 + i * 7 % 20] || case when i % 3 = 0 then '-' || ${names}[1 + i * 11 % 20] else '' end,
          date '1984-01-01' + (i * 37 % 8400), 'CZ', ${practiceOf("i")} from ${each}`,
    },
    {
      what: "partners",
      sql: `insert into family_member (id, family_id, kind, given_name, family_name, own_person, author_organisation_id)
        select ${id("partner", "i")}, ${id("family", "i")}, 'partner', 'Mark', ${names}[1 + i * 13 % 20], ${id("partner", "i")}, ${practiceOf("i")} from ${each} where i % 3 > 0`,
    },
    {
      what: "addresses",
      sql: `insert into family_address (id, family_id, street, house_number, postcode, place, municipality_code, author_organisation_id)
        select ${id("address", "i")}, ${id("family", "i")}, 'Akerstraat', (i % 300)::text, 6000 + i % 900 || chr(65 + i % 26) || chr(65 + i * 3 % 26), 'Heerlen', 'GM0917', ${practiceOf("i")} from ${each}`,
    },
    {
      what: "ways of contact",
      sql: `insert into family_contact (id, family_id, channel, value, safe, author_organisation_id)
        select ${id("contact", "i")}, ${id("family", "i")}, 'phone', '06 1234 5678', true, ${practiceOf("i")} from ${each}`,
    },
    {
      what: "lines",
      sql: `insert into trajectory (id, family_id, due_date, parity, author_organisation_id, author_id)
        select ${id("line", "i")}, ${id("family", "i")}, current_date - 20 + (i % 260), 'G1P0', ${practiceOf("i")}, ${id("professional", "0")} from ${each}`,
    },
  ];
}

function care({ lines }: Size): readonly Filling[] {
  const each = `generate_series(1, ${lines}) i`;
  return [
    {
      what: "relations of practices",
      sql: `insert into care_relation (trajectory_id, organisation_id, basis, since) select ${id("line", "i")}, ${practiceOf("i")}, 'care', current_date - 60 from ${each}`,
    },
    {
      what: "relations of youth health",
      sql: `insert into care_relation (trajectory_id, organisation_id, basis, since) select ${id("line", "i")}, ${id("youth", youthOf("i"))}, 'home_visit', current_date - 30 from ${each}`,
    },
    {
      what: "consents",
      sql: `insert into consent (trajectory_id, about_person, purpose, recipient_organisation_id, parts, given_by, given_on, way, recorded_by, author_organisation_id)
        select ${id("line", "i")}, ${id("mother", "i")}, 'prenatal_home_visit', ${id("youth", youthOf("i"))}, '{identity,signals,assessment,exploration,plan,referrals,maternity_care,programme,study}', 'self', current_date - 31, 'spoken', ${id("professional", "0")}, ${practiceOf("i")} from ${each}`,
    },
    {
      what: "signals",
      sql: `insert into signal (id, trajectory_id, noted_together, about_person, care_kind, factors, seen, observed_on, discussed_on, author_role, author_organisation_id, author_id, recorded_on)
        select ${id("signal", "i || '/' || k")}, ${id("line", "i")}, ${id("note", "i || '/' || k")}, ${id("mother", "i")}, case when k = 1 then 'medical' else 'social' end, array[(array['smoking','debt','network','limited-network'])[k]], 'Verzonnen waarneming voor de meting.', current_date - 50 + k, current_date - 40, 'midwife', ${practiceOf("i")}, ${id("professional", "0")}, current_date - 40
        from ${each} cross join generate_series(1, 4) k`,
    },
    {
      what: "assessments",
      sql: `insert into vulnerability_assessment (id, trajectory_id, way, category, assessed_on, role, author_organisation_id, author_id)
        select ${id("assessment", "i")}, ${id("line", "i")}, 'after_visit', (array['a','b','c','d'])[1 + i % 4], current_date - 20, 'midwife', ${practiceOf("i")}, ${id("professional", "0")} from ${each}`,
    },
    {
      what: "routes",
      sql: `insert into category_route (id, trajectory_id, category, route, assessed_on, since, conference_by, role, author_organisation_id, author_id)
        select ${id("assessment", "i")}, ${id("line", "i")}, (array['a','b','c','d'])[1 + i % 4], (array[1,2,3,3])[1 + i % 4], current_date - 20, current_date - 20, case when i % 4 > 1 then current_date + 5 end, 'midwife', ${practiceOf("i")}, ${id("professional", "0")} from ${each}`,
    },
    {
      what: "work of midwives",
      sql: `insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, since, facts)
        select 300000 + ((i - 1) / ${caseloads.small} + 1), ${id("line", "i")}, 'route.ask_home_visit', ${id("line", "i")}, case when i % 5 = 0 then 'waiting' else 'mine' end, current_date - 10 + (i % 90), current_date - 12, '{}' from ${each} where i % 2 = 0`,
    },
    {
      what: "work of nurses",
      sql: `insert into work_item (principal, trajectory_id, kind, subject_id, side, due_on, since, facts)
        select 400000 + ${youthOf("i")}, ${id("line", "i")}, 'route.hold_home_visit', ${id("line", "i")}, case when i % 5 = 0 then 'waiting' else 'mine' end, current_date - 10 + (i % 90), current_date - 12, '{}' from ${each} where i % 2 = 1`,
    },
  ];
}

/** The grants that trust.recompute_grants would make: involved for the practice, and each part of her role for the youth nurse. */
const access = (): readonly Filling[] => [
  {
    what: "grants of being involved",
    sql: `insert into access_grant (principal, trajectory_id, family_id, part, own_person, social_only, may_write, until)
      select t.principal, r.trajectory_id, l.family_id, 0, null, false, true, 'infinity' from care_relation r join trajectory l on l.id = r.trajectory_id join team t on t.organisation_id = r.organisation_id`,
  },
  {
    what: "grants by consent",
    sql: `insert into access_grant (principal, trajectory_id, family_id, part, own_person, social_only, may_write, until)
      select t.principal, c.trajectory_id, l.family_id, p.part, null, p.social_only, p.may_write, 'infinity'
      from consent c join trajectory l on l.id = c.trajectory_id join team t on t.organisation_id = c.recipient_organisation_id join role_part p on p.role = t.role and p.part not in (0, 12) and not p.own_only`,
  },
];

function trail({ lines }: Size): readonly Filling[] {
  return [
    {
      what: "events",
      sql: `insert into trail_event (at, event, outcome, professional_id, membership_id, organisation_id, role, source, trajectory_ids, part, ground)
    select now() - make_interval(mins => i % 40000), 'family.read', 'done', ${id("professional", "0")}, ${id("membership", "0")}, ${practiceOf("i")}, 'midwife', '10.0.0.1', array[${id("line", "i")}], 'identity', 'own'
    from generate_series(1, ${lines}) i cross join generate_series(1, 9) k`,
    },
  ];
}

/** The bulk grants must be what the database itself would make. */
async function checkGrants(client: pg.Client): Promise<void> {
  const count = "select principal, part, may_write, social_only, until from access_grant where trajectory_id = $1 order by 1, 2";
  const { rows } = await client.query<{ id: string }>("select id from trajectory order by id limit 3");
  for (const line of rows) {
    const before = await client.query(count, [line.id]);
    await client.query("select trust.recompute_grants($1)", [line.id]);
    const after = await client.query(count, [line.id]);
    if (JSON.stringify(before.rows) !== JSON.stringify(after.rows))
      throw new Error("The benchmark's grants are not those that the database would make.");
  }
}
