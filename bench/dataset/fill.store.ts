import pg from "pg";

/**
 * So many participants of study 1, each with her three lists: 85% answered, 2% of the items skipped, some lists run out. Written as the tables have it, without the
 * rules that watch each row. Answers follow a level of each person, so that waves hang together.
 */
export async function fillStudy(url: string, participants: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set statement_timeout = 0; set work_mem = '256MB'");
    for (const statement of people) await client.query(statement);
    await client.query("set session_replication_role = replica");
    for (const statement of statements) await client.query(statement.replaceAll(":people", String(participants)));
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

const id = (letter: string, of = "n"): string => `('${letter}0000000-0000-4000-8000-' || lpad(to_hex(${of}), 12, '0'))::uuid`;
const signs = "'ABCDEFGHJKLMNPRSTUVWXYZ23456789'";
/** A number below `under` that looks drawn, the same each time. */
const drawn = (seed: string, under: number): string => `abs(hashtext(${seed})) % ${under}`;

const instruments = JSON.stringify([
  { form: "stress-4-weeks", language: "en", version: "GGD" },
  { form: "brs-6", language: "en", version: "2008" },
  { form: "mastery-7x5", language: "en", version: "GGD" },
  { form: "care-own-items", language: "nl", version: "1" },
]);
const items = ["stress-1", ...[1, 2, 3, 4, 5, 6].map((at) => `brs-${at}`), ...[1, 2, 3, 4, 5, 6, 7].map((at) => `mastery-${at}`)].concat(
  ["attitude", "prepared", "confident", "open"].map((one) => `own-${one}`),
);

const people = [
  `insert into organisation (id, kind, name, home_municipality, phone) select ${id("a")}, 'midwifery_practice', 'Praktijk ' || lpad(n::text, 2, '0'), 'GM0917', '045 000 00 00' from generate_series(1, 40) n`,
  `insert into professional (id, display_name) select ${id("b")}, 'Onderzoek' from generate_series(1, 1) n`,
  `insert into membership (id, professional_id, organisation_id, role, since) select ${id("c")}, ${id("b")}, ${id("a")}, 'research_desk', app.today() - 30 from generate_series(1, 1) n`,
];
const statements = [
  `insert into family (id, author_organisation_id) select ${id("d")}, ${id("a", "1")} from generate_series(1, :people) n`,
  `insert into family_member (id, family_id, kind, given_name, family_name, birth_date, author_organisation_id)
   select ${id("e")}, ${id("d")}, 'mother', 'Naam', 'Verzonnen', app.today() - 6600 - ${drawn("'age' || n", 8000)}, ${id("a", "1")} from generate_series(1, :people) n`,
  `insert into trajectory (id, family_id, due_date, born_on, author_organisation_id)
   select ${id("f")}, ${id("d")}, app.today() - 100, app.today() - ${drawn("'born' || n", 200)}, ${id("a", "1")} from generate_series(1, :people) n`,
  `insert into study_participant (id, code, site_id, language, answers_by)
   select ${id("1")}, 'W-' || (select string_agg(substr(${signs}, (n / (31 ^ at)::bigint % 31)::integer + 1, 1), '') from generate_series(0, 5) at), ${id("a", "(1 + n % 40)")},
     case when n % 12 = 0 then 'en' else 'nl' end, case when n % 9 = 0 then 'paper' else 'link' end from generate_series(1, :people) n`,
  `insert into study_participation (participant_id, study, consent_on, consent_version, consent_way, arm, arm_fixed_on, arm_facts, t0)
   select ${id("1")}, 'study_1', app.today() - 300, '1', 'digital', case when n % 2 = 0 then 'intervention' else 'control' end, app.today() - 290,
     jsonb_build_object('category', case when n % 3 = 0 then 'd' else 'c' end, 'insurer', case when n % 2 = 0 then 'CZ' else 'other' end), 'completed' from generate_series(1, :people) n`,
  `insert into study_key (participant_id, trajectory_id, person_id) select ${id("1")}, ${id("f")}, ${id("e")} from generate_series(1, :people) n`,
  `insert into study_ask (id, participant_id, waves, instruments, opens_on, expires_on, state, way, opened_at, answered_on)
   select ${id("2", "n * 4 + w")}, ${id("1")}, array['study_1:T' || w], '${instruments}', app.today() - 290 + w * 90, app.today() - 276 + w * 90,
     case when ${drawn("'state' || n || w", 100)} < 85 then 'answered' else 'expired' end, 'link', now(),
     case when ${drawn("'state' || n || w", 100)} < 85 then app.today() - 288 + w * 90 end from generate_series(1, :people) n cross join generate_series(0, 2) w`,
  `insert into study_answer (ask_id, item, entry, instrument, instrument_version, value, missing, way)
   select ${id("2", "n * 4 + w")}, i.item, 0, i.text, i.version, case when not g.skipped then 1 + least(i.top - 1, (${drawn("'level' || n", 3)} + ${drawn("i.item || n || w", 3)})) end,
     case when g.skipped then 'skipped' end, 'link'
   from generate_series(1, :people) n cross join generate_series(0, 2) w
     cross join (values ${items
       .map((item) =>
         item.startsWith("stress")
           ? `('${item}', 'stress-4-weeks.en', 'GGD', 4)`
           : item.startsWith("brs")
             ? `('${item}', 'brs-6.en', '2008', 5)`
             : item.startsWith("mastery")
               ? `('${item}', 'mastery-7x5.en', 'GGD', 5)`
               : `('${item}', 'care-own-items.nl', '1', 5)`,
       )
       .join(", ")}) i(item, text, version, top)
     cross join lateral (select ${drawn("'skip' || i.item || n || w", 100)} < 2 as skipped) g
   where ${drawn("'state' || n || w", 100)} < 85`,
];
