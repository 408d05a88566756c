// The rows of the lines, as statements over a range of their numbers: what the triggers would have made is made here in bulk.
import { caseloads } from "./size.ts";

/** Ids follow from numbers, so that a filling is the same each time; they look like random ones, since others are no ids to an address. */
export const id = (what: string, number: string) =>
  `overlay(overlay(md5('${what}' || ${number}) placing '4' from 13) placing '8' from 17)::uuid`;

/** Every value is written out: a column's own default would ask the session or the clock again for each row. */
export interface Rows {
  readonly what: string;
  readonly sql: (from: number, to: number) => string;
}

/** Lines that each statement makes: what is lost at most when the filling is broken off. */
export const lot = 25_000;

const surnames =
  "(array['Frijns','Dassen','Öztürk','Crombach','Smeets','Hermans','Wolters','Kowalczyk','Tesfay','Bakkali','Bouaziz','Nijsten','Pluijmaekers','Ramakers','Schröder','Vroomen','Gielen','Souren','Jacobs','Peters'])";
const firstNames =
  "(array['Sanne','Lieke','Ewa','Fatima','Noor','Yara','Tigist','Renée','Zoë','Kim','Romy','Esmée','Aïsha','Anouk','Ilse','Selin','Lina'])";
const who = id("professional", "0");
/** A third is born already, at the expected day and up to 600 days ago; the others are expected. */
const isBorn = "i % 3 = 0";
const bornOn = "current_date - 1 - i / 3 % 600";
const dueDate = `case when ${isBorn} then ${bornOn} else current_date - 20 + i % 260 end`;

const practiceNumber = `((i - 1) / ${caseloads.small} + 1)`;
const practice = id("practice", practiceNumber);
/** Which youth health service a line belongs to: the first 12,500 to one, the next 100,000 to another, then the others. */
const youthNumber = `(case when i <= ${caseloads.large} then 1 when i <= ${caseloads.large + caseloads.huge} then 2 else 3 + i % 18 end)`;
const youth = id("youth", youthNumber);
const category = "(array['a','b','c','d'])[1 + i % 4]";

const each =
  (table: string, columns: string, values: string, rest = "") =>
  (from: number, to: number) =>
    `insert into ${table} (${columns}) select ${values} from generate_series(${from}, ${to}) i ${rest}`;

const recorded = "author_organisation_id, author_id";
const author = `${practice}, ${who}`;

export const families: readonly Rows[] = [
  { what: "families", sql: each("family", `id, language, ${recorded}`, `${id("family", "i")}, 'nl', ${author}`) },
  {
    what: "mothers",
    sql: each(
      "family_member",
      `id, family_id, kind, given_name, prefix, family_name, birth_date, insurer, ${recorded}`,
      `${id("mother", "i")}, ${id("family", "i")}, 'mother', ${firstNames}[1 + i % 17], case when i % 5 = 0 then 'van der' end,
       ${surnames}[1 + i * 7 % 20] || case when i % 3 = 0 then '-' || ${surnames}[1 + i * 11 % 20] else '' end, date '1984-01-01' + (i * 37::bigint % 8400)::int, 'CZ', ${author}`,
    ),
  },
  {
    what: "partners",
    sql: each(
      "family_member",
      `id, family_id, kind, given_name, family_name, own_person, ${recorded}`,
      `${id("partner", "i")}, ${id("family", "i")}, 'partner', 'Mark', ${surnames}[1 + i * 13 % 20], ${id("partner", "i")}, ${author}`,
      "where i % 3 > 0",
    ),
  },
  {
    what: "children",
    sql: each(
      "family_member",
      `id, family_id, kind, given_name, family_name, birth_date, ${recorded}`,
      `${id("child", "i")}, ${id("family", "i")}, 'child', ${firstNames}[1 + i % 17], ${surnames}[1 + i * 7 % 20], ${bornOn}, ${author}`,
      `where ${isBorn}`,
    ),
  },
  {
    what: "addresses",
    sql: each(
      "family_address",
      `id, family_id, street, house_number, postcode, place, municipality_code, since, ${recorded}`,
      `${id("address", "i")}, ${id("family", "i")}, 'Akerstraat', (i % 300)::text, 6000 + i % 900 || chr(65 + i % 26) || chr(65 + i * 3 % 26), 'Heerlen', 'GM0917', current_date - 900, ${author}`,
    ),
  },
  {
    what: "ways of contact",
    sql: each(
      "family_contact",
      `id, family_id, channel, value, safe, ${recorded}`,
      `${id("contact", "i")}, ${id("family", "i")}, 'phone', '06 1234 5678', true, ${author}`,
    ),
  },
  {
    what: "lines",
    sql: each(
      "trajectory",
      `id, family_id, due_date, born_on, parity, ${recorded}`,
      `${id("line", "i")}, ${id("family", "i")}, ${dueDate}, case when ${isBorn} then ${bornOn} end, 'G1P0', ${author}`,
    ),
  },
  {
    what: "births",
    sql: each(
      "birth",
      `id, trajectory_id, child_id, born_on, place, gestational_days, weight_grams, ${recorded}`,
      `${id("birth", "i")}, ${id("line", "i")}, ${id("child", "i")}, ${bornOn}, 'hospital', 250 + i % 40, 2400 + i % 1800, ${author}`,
      `where ${isBorn}`,
    ),
  },
];

/** Two relations and a consent for each line, and the grants that trust.recompute_grants would make of them. */
export const access: readonly Rows[] = [
  {
    what: "relations of practices",
    sql: each(
      "care_relation",
      "trajectory_id, organisation_id, basis, since",
      `${id("line", "i")}, ${practice}, 'care', current_date - 60`,
    ),
  },
  {
    what: "relations of youth health",
    sql: each(
      "care_relation",
      "trajectory_id, organisation_id, basis, since",
      `${id("line", "i")}, ${youth}, 'home_visit', current_date - 30`,
    ),
  },
  {
    what: "consents",
    sql: each(
      "consent",
      "trajectory_id, about_person, purpose, recipient_organisation_id, parts, given_by, given_on, way, recorded_by, author_organisation_id",
      `${id("line", "i")}, ${id("mother", "i")}, 'prenatal_home_visit', ${youth}, '{identity,signals,assessment,exploration,plan,referrals,maternity_care,programme,study}', 'self', current_date - 31, 'spoken', ${who}, ${practice}`,
    ),
  },
  {
    what: "grants of being involved",
    sql: each(
      "access_grant",
      "principal, trajectory_id, family_id, part, social_only, may_write, until",
      `principal, ${id("line", "i")}, ${id("family", "i")}, 0, false, true, 'infinity'`,
      `cross join lateral (values (300000 + ${practiceNumber}), (400000 + ${youthNumber})) team (principal)`,
    ),
  },
  {
    what: "grants by consent",
    sql: each(
      "access_grant",
      "principal, trajectory_id, family_id, part, social_only, may_write, until",
      `400000 + ${youthNumber}, ${id("line", "i")}, ${id("family", "i")}, p.part, p.social_only, p.may_write, 'infinity'`,
      "cross join role_part p where p.role = 'youth_nurse' and p.may_read and not p.own_only and p.part not in (0, 12)",
    ),
  },
];

export const care: readonly Rows[] = [
  {
    what: "signals",
    sql: each(
      "signal",
      `id, trajectory_id, noted_together, about_person, care_kind, factors, seen, observed_on, discussed_on, author_role, author_membership_id, recorded_on, ${recorded}`,
      `${id("signal", "i || '/' || k")}, ${id("line", "i")}, ${id("note", "i || '/' || k")}, ${id("mother", "i")}, case when k = 1 then 'medical' else 'social' end,
       array[(array['smoking','debt','network','limited-network'])[k]], 'Verzonnen waarneming voor de meting.', current_date - 50 + k, current_date - 40, 'midwife', null, current_date - 40, ${author}`,
      "cross join generate_series(1, 4) k",
    ),
  },
  {
    what: "what the signals became",
    sql: each(
      "record_history",
      "trajectory_id, part, author_organisation_id, table_name, record_id, changed_by, became",
      `${id("line", "i")}, 2, ${practice}, 'signal', ${id("signal", "i || '/' || k")}, ${who}, jsonb_build_object('seen', 'Verzonnen waarneming voor de meting.', 'care_kind', 'social', 'state', 'open')`,
      "cross join generate_series(1, 4) k",
    ),
  },
  {
    what: "assessments",
    sql: each(
      "vulnerability_assessment",
      `id, trajectory_id, way, category, assessed_on, role, ${recorded}`,
      `${id("assessment", "i")}, ${id("line", "i")}, 'after_visit', ${category}, current_date - 20, 'midwife', ${author}`,
    ),
  },
  {
    what: "routes",
    sql: each(
      "category_route",
      `id, trajectory_id, category, route, assessed_on, since, conference_by, role, ${recorded}`,
      `${id("assessment", "i")}, ${id("line", "i")}, ${category}, (array[1,2,3,3])[1 + i % 4], current_date - 20, current_date - 20, case when i % 4 > 1 then current_date + 5 end, 'midwife', ${author}`,
    ),
  },
  {
    what: "what the lines hold",
    sql: each(
      "line_holds",
      "trajectory_id, table_name, part",
      `${id("line", "i")}, p.name, trust.part(p.part)`,
      `join protected_table p on p.counted and (p.name in ('vulnerability_assessment', 'category_route') or p.name = 'birth' and ${isBorn})`,
    ),
  },
  {
    what: "work of midwives",
    sql: each("work_item", ...work(`300000 + ${practiceNumber}`, "route.ask_home_visit"), "where i % 2 = 0"),
  },
  {
    what: "work of nurses",
    sql: each("work_item", ...work(`400000 + ${youthNumber}`, "route.hold_home_visit"), "where i % 2 = 1"),
  },
  {
    what: "events of the trail",
    sql: each(
      "trail_event",
      "at, epoch, event, outcome, professional_id, membership_id, organisation_id, role, source, trajectory_ids, part, ground",
      `now() - make_interval(mins => i % 40000), 1, 'family.read', 'done', ${who}, ${id("membership", "0")}, ${practice}, 'midwife', '10.0.0.1', array[${id("line", "i")}], 'identity', 'own'`,
      "cross join generate_series(1, 10) k",
    ),
  },
];

function work(principal: string, kind: string): [string, string] {
  return [
    "principal, trajectory_id, kind, subject_id, side, due_on, since, facts",
    `${principal}, ${id("line", "i")}, '${kind}', ${id("line", "i")}, case when i % 5 = 0 then 'waiting' else 'mine' end, current_date - 10 + (i % 90), current_date - 12, '{}'`,
  ];
}

/** By what the families are found. */
export const search: Rows = {
  what: "words to be found by",
  sql: (from, to) => `select trust.refresh_family_search(array(select ${id("family", "i")} from generate_series(${from}, ${to}) i))`,
};
