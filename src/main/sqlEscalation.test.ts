import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { aLine } from "../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../platform/db/actor.ts";
import { urlFor } from "../platform/db/roles.ts";
import { aPilot } from "../programme/enrolment/testing/anEligibleLine.ts";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";
import { oneOfEach, type Made } from "./testing/oneOfEach.ts";

// Whoever could run SQL as the application, in the session of a professional who has nothing to do with the family [threat model].

let region: Region;
let owner: pg.Client;
let app: pg.Client;
let victim: Awaited<ReturnType<typeof aLine>>;
let made: Made;
let attackers: readonly Actor[];
const secrets = /Zwaluwstaart|verzonnen tekst/;

before(async () => {
  region = await aRegion();
  owner = new pg.Client({ connectionString: urlFor("wieg_owner", region.adminUrl) });
  app = new pg.Client({ connectionString: urlFor("wieg_app", region.adminUrl) });
  await Promise.all([owner.connect(), app.connect()]);
  await aPilot(region);
  const author = await region.actor("midwife", "practice");
  victim = await aLine(author, {
    mother: { givenName: "Zwaluwstaart", prefix: null, familyName: "Zwaluwstaartsen", birthDate: "1996-05-04", insurer: "CZ" },
  });
  const known = await owner.query<{ name: string }>("select name from protected_table order by scope = 'own', name");
  made = await oneOfEach(
    owner,
    known.rows.map(({ name }) => name),
    { ...victim, by: author },
  );
  await owner.query("analyze");
  attackers = [
    await region.actor("midwife", "otherPractice"),
    await region.actor("knooppunt_coordinator", "municipality"),
    await region.actor("organisation_admin", "otherPractice"),
    await region.actor("platform_admin", "office"),
  ];
});
after(async () => {
  await Promise.all([owner.end(), app.end()]);
  await region.close();
});

/** Runs one statement in someone's session, keeps what it did, and gives its rows or its error as text. */
async function tried(actor: Actor, sql: string, values: readonly unknown[] = []): Promise<{ rows: number; text: string; failed: boolean }> {
  await app.query("begin");
  try {
    await app.query("select trust.open_session($1)", [actor.token]);
    const { rows } = await app.query(sql, [...values]);
    await app.query("commit");
    return { rows: rows.length, text: JSON.stringify(rows), failed: false };
  } catch (error) {
    await app.query("rollback");
    const { message, detail, hint, where } = error as pg.DatabaseError;
    return { rows: 0, text: [message, detail, hint, where].join(" "), failed: true };
  }
}

async function everythingOfTheFamily(): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string; own_key: boolean }>(
    `select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'trajectory_id') as own_key
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'trail%' and c.relname <> 'session' order by 1`,
  );
  const parts = tables.flatMap(({ name, own_key }) => {
    const id = made.rows.get(name)?.["id"];
    if (own_key)
      return [
        `select '${name}' as t, md5(string_agg(r::text, ',' order by r::text)) as d from ${name} r where trajectory_id = '${victim.trajectoryId}'`,
      ];
    return id === undefined ? [] : [`select '${name}', md5(r::text) from ${name} r where id::text = '${id as string}'`];
  });
  return (await owner.query<{ t: string; d: string }>(parts.join(" union all "))).rows
    .map(({ t, d }) => `${t} ${d}`)
    .toSorted()
    .join("\n");
}

interface Callable {
  readonly name: string;
  readonly types: readonly string[];
  readonly names: readonly string[];
}

/** Beginning a session is a call that the application may make: docs/threat-model.md says what is left of that. */
const known = ["trust.begin_session", "trust.start_session"];

async function callable(): Promise<readonly Callable[]> {
  const { rows } = await owner.query<Callable>(
    `select p.oid::regproc::text as name, coalesce(array(select format_type(t, null) from unnest(p.proargtypes) with ordinality u(t, n) order by n), '{}') as types,
       coalesce(p.proargnames[1:p.pronargs], array_fill(''::text, array[p.pronargs])) as names
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('trust', 'app', 'graphile_worker') and p.prorettype not in ('trigger'::regtype, 'event_trigger'::regtype)
       and has_schema_privilege('wieg_app', n.oid, 'usage') and has_function_privilege('wieg_app', p.oid, 'execute') order by 1`,
  );
  return rows.filter(({ name }) => !known.includes(name));
}

/** Values that an argument of this type and name may be given by who wants to reach the family. */
function valuesFor(type: string, name: string): readonly unknown[] {
  if (type === "uuid") {
    if (/trajectory|line/.test(name)) return [victim.trajectoryId];
    const near = [...made.rows]
      .filter(([table]) => name.split("_").some((word) => word.length > 3 && table.includes(word)))
      .map(([, row]) => row["id"]);
    return [...near, victim.trajectoryId, victim.motherId, victim.familyId].slice(0, 6);
  }
  if (type === "uuid[]") return [[victim.trajectoryId]];
  if (type === "text[]") return [["identity", "signals"]];
  if (type === "text")
    return [
      /event/.test(name)
        ? "family.read"
        : /role/.test(name)
          ? "midwife"
          : /purpose/.test(name)
            ? "sharing"
            : /outcome/.test(name)
              ? "done"
              : "care",
      "Zwaluwstaartsen",
    ];
  if (/int|numeric/.test(type)) return [1];
  if (type === "boolean") return [true];
  if (type === "date") return ["1996-05-05"];
  if (type.startsWith("timestamp")) return ["2026-01-01T00:00:00Z"];
  if (type.startsWith("json")) return ["{}"];
  if (type === "bytea") return [Buffer.from("made up")];
  return [null];
}

test("no function that the application may call opens, shows or changes a family to who is not involved", async () => {
  const functions = await callable();
  assert.ok(functions.length > 40, `only ${functions.length} functions`);
  const found: string[] = [];
  for (const { name, types, names } of functions) {
    const before = await everythingOfTheFamily();
    const choices = types.map((type, place) => valuesFor(type, names[place] ?? ""));
    const most = Math.max(1, ...choices.map((list) => list.length));
    for (const actor of attackers)
      for (let nth = 0; nth < most; nth += 1) {
        const values = choices.map((list) => list[nth % list.length]);
        const { text } = await tried(
          actor,
          `select f.* from ${name}(${types.map((type, place) => `$${place + 1}::${type}`).join(", ")}) as f`,
          values,
        );
        const echo = values.includes("Zwaluwstaartsen");
        if (!echo && secrets.test(text)) found.push(`${name} shows the family to ${actor.role}: ${text.slice(0, 200)}`);
      }
    const now = await everythingOfTheFamily();
    if (now !== before)
      found.push(
        `${name} changed the family: ${now
          .split("\n")
          .filter((line) => !before.includes(line))
          .join(", ")}`,
      );
  }
  assert.deepEqual(found, []);
});

test("no table gives a row of the family, not even in an error", async () => {
  const { rows: tables } = await owner.query<{ name: string; own_key: boolean }>(
    `select c.oid::regclass::text as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'trajectory_id') as own_key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'app', 'trust', 'graphile_worker') and c.relkind in ('r', 'v', 'm', 'p')
       and has_schema_privilege('wieg_app', n.oid, 'usage') and has_table_privilege('wieg_app', c.oid, 'select') order by 1`,
  );
  assert.ok(tables.length > 30);
  for (const actor of attackers)
    for (const { name, own_key } of tables) {
      const rows = await tried(actor, `select t::text from ${name} t where t::text ~ 'Zwaluwstaart|verzonnen tekst'`);
      assert.equal(rows.rows, 0, `${actor.role} ${name} ${rows.text.slice(0, 200)}`);
      if (own_key)
        assert.equal(
          (await tried(actor, `select from ${name} where trajectory_id = $1`, [victim.trajectoryId])).rows,
          0,
          `${actor.role} ${name}`,
        );
      const leak = await tried(actor, `select from ${name} t where (t::text)::integer = 1`);
      assert.doesNotMatch(leak.text, secrets, `${actor.role} ${name}`);
    }
});

test("the statistics of the database, its own tables and the statements of others tell nothing of the family", async () => {
  const [rival] = attackers;
  assert.ok(rival);
  for (const sql of [
    "select * from pg_stats",
    "select * from pg_stats_ext_exprs",
    "select query from pg_stat_activity",
    "select * from pg_statistic",
    "select * from pg_prepared_statements",
    "select * from pg_cursors",
    "select token_hash from session",
    "select * from account",
    "select * from recovery_code",
    "select * from passkey",
    "select * from mail",
    "select * from app.clock",
    "select * from graphile_worker._private_jobs",
    "select * from pg_authid",
    "select pg_read_file('/etc/passwd')",
    "select lo_import('/etc/passwd')",
  ]) {
    const { text, rows, failed } = await tried(rival, sql);
    assert.doesNotMatch(text, secrets, sql);
    if (!sql.includes("pg_stat") && !sql.includes("pg_prepared") && !sql.includes("pg_cursors"))
      assert.ok(failed || rows === 0, `${sql}: ${text.slice(0, 200)}`);
  }
});

test("the application can't become anyone else, nor undo its guards", async () => {
  const [rival] = attackers;
  assert.ok(rival);
  for (const sql of [
    "set local role wieg_owner",
    "set local role wieg_guard",
    "set local role wieg_worker",
    "set local role postgres",
    "set session authorization wieg_owner",
    "alter role wieg_app bypassrls",
    "alter table signal disable row level security",
    "alter table signal no force row level security",
    "create policy mine on signal using (true)",
    "drop policy see on signal",
    "create function trust.asker2() returns integer language sql as 'select 1'",
    "create table public.mine (id integer)",
    "create schema mine",
    "create temporary table trajectory (id uuid)",
    "create extension dblink",
    "copy signal to program 'cat'",
    "truncate signal",
    "delete from signal",
    "delete from trail_event",
    "update trail_event set event = 'x'",
    "insert into trail_event (event) values ('x')",
    "insert into access_grant select 1, gen_random_uuid(), gen_random_uuid(), 1::smallint, null, false, true, 'infinity'",
    "insert into session (token_hash, professional_id) select '\\x00', id from professional limit 1",
    "update membership set role = 'privacy_officer'",
    "insert into care_relation (trajectory_id, organisation_id, basis) select gen_random_uuid(), id, 'care' from organisation limit 1",
    "update role_part set may_read = true",
    "insert into app.clock (fixed_day) values ('2020-01-01')",
    "select trust.recompute_grants(gen_random_uuid())",
    "select trust.open_relation(gen_random_uuid(), gen_random_uuid(), 'care')",
    "select graphile_worker.add_job('x')",
  ]) {
    const { failed, text } = await tried(rival, sql);
    assert.ok(failed, `${sql}: ${text}`);
  }
  const off = await tried(rival, "select set_config('row_security', 'off', true); ");
  assert.ok(!off.failed);
  await app.query("begin");
  await app.query("set local row_security = off");
  await assert.rejects(app.query("select * from signal"), { code: "42501" });
  await app.query("rollback");
});

test("who is involved without more ends its own relation, and nobody else's", async () => {
  const helper = await region.actor("support_provider", "support");
  const organisation = region.organisationId("practice");
  await owner.query("insert into care_relation (trajectory_id, organisation_id, basis) values ($1, $2, 'request')", [
    victim.trajectoryId,
    helper.organisationId,
  ]);
  await owner.query("select trust.recompute_grants($1)", [victim.trajectoryId]);
  assert.ok(
    (await tried(helper, "select trust.end_relation($1, $2, 'care', app.today() - 1)", [victim.trajectoryId, organisation])).failed,
  );
  assert.ok(
    !(await tried(helper, "select trust.end_relation($1, $2, 'request', app.today() - 1)", [victim.trajectoryId, helper.organisationId]))
      .failed,
  );
});

test("who is involved without more settles nothing of an assessment, a plan or a conference", async () => {
  for (const [role, at] of [
    ["municipal_worker", "municipality"],
    ["support_provider", "support"],
  ] as const) {
    const helper = await region.actor(role, at);
    await owner.query("insert into care_relation (trajectory_id, organisation_id, basis) values ($1, $2, 'request')", [
      victim.trajectoryId,
      helper.organisationId,
    ]);
    await owner.query("select trust.recompute_grants($1)", [victim.trajectoryId]);
    const before = await everythingOfTheFamily();
    for (const [sql, values] of [
      ["select trust.supersede_confirmation($1)", [victim.trajectoryId]],
      ["select trust.settle_outcome($1, gen_random_uuid())", [made.rows.get("agenda_outcome")?.["id"]]],
      ["select trust.list_case_again($1, 'verzonnen vraag', app.today() + 7)", [victim.trajectoryId]],
    ] as const)
      assert.ok((await tried(helper, sql, values)).failed, `${role}: ${sql}`);
    assert.equal(await everythingOfTheFamily(), before);
  }
});

test("a colleague of who recorded it, in a role without a part, finds no row of the family", async () => {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'trajectory_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege('wieg_app', c.oid, 'select') order by 1`,
  );
  const found: string[] = [];
  for (const role of [
    "organisation_admin",
    "project_group",
    "research_desk",
    "key_keeper",
    "meldcode_officer",
    "conference_chair",
  ] as const) {
    const colleague = await region.actor(role, "practice");
    for (const { name } of tables)
      if ((await tried(colleague, `select from ${name} where trajectory_id = $1`, [victim.trajectoryId])).rows > 0)
        found.push(`${role} ${name}`);
  }
  assert.deepEqual(found, []);
});

test("writing over a row of the family, whatever the way, is refused or finds nothing", async () => {
  const { rows: tables } = await owner.query<{ name: string }>("select name from protected_table order by 1");
  for (const actor of attackers)
    for (const { name } of tables) {
      const id = made.rows.get(name)?.["id"];
      if (id === undefined) continue;
      const before = await owner.query(`select t::text from ${name} t where id::text = $1`, [id]);
      await tried(actor, `update ${name} set id = id where id::text = $1`, [id]);
      await tried(actor, `update ${name} set author_organisation_id = trust.my_organisation() where id::text = $1`, [id]);
      await tried(actor, `insert into ${name} select * from ${name} where id::text = $1`, [id]);
      const over = await tried(actor, `insert into ${name} (id) values ($1) on conflict (id) do update set id = excluded.id returning *`, [
        id,
      ]);
      assert.doesNotMatch(over.text, secrets, name);
      assert.deepEqual(
        (await owner.query(`select t::text from ${name} t where id::text = $1`, [id])).rows,
        before.rows,
        `${actor.role} ${name}`,
      );
    }
});

// Those of the owner read one setting, or make tables of the trail, which nobody else may.
test("each definer function belongs to the role that can't log in, and looks for its names in fixed places", async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('public', 'trust', 'app') and p.prosecdef and (p.proowner <> 'wieg_guard'::regrole or not coalesce(p.proconfig::text ~ 'search_path', false))
       and not (p.oid::regproc::text in ('app.today', 'app.is_demonstration', 'trust.make_trail_partitions') and p.proconfig::text ~ 'search_path')`,
  );
  assert.deepEqual(
    rows.map(({ name }) => name),
    [],
  );
  const views = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' and not coalesce(reloptions::text ~ 'security_invoker=(true|on)', false)",
  );
  assert.deepEqual(views.rows, []);
});

test("who is asking can't be made up, nor carried over from another transaction", async () => {
  const author = await region.actor("midwife", "practice");
  const [stranger] = attackers;
  assert.ok(stranger);
  const seen = async (actor: Actor, statements: readonly string[], last = "select count(*)::int as seen from family_member") => {
    await app.query("begin");
    await app.query("select trust.open_session($1)", [actor.token]);
    for (const statement of statements) await app.query(statement);
    const { rows } = await app.query<{ seen: number | string }>(last);
    await app.query("commit");
    return rows[0]?.seen;
  };
  const [seal = "", kept = ""] = String(
    await seen(author, [], "select current_setting('app.seal') || ' ' || current_setting('app.asker') as seen"),
  ).split(" ");
  assert.match(seal, /^[0-9a-f]{64}$/);
  assert.match(kept, /^[0-9a-f-]{36}\|/);
  assert.notEqual(await seen(author, []), 0);
  const nothing = await seen(stranger, []);
  for (const given of [seal, "0".repeat(64), ""])
    assert.equal(await seen(stranger, [`set local app.asker = '${kept}'`, `set local app.seal = '${given}'`]), nothing, given);
  assert.equal(await seen(stranger, [`set local app.asker = '${kept}'`]), nothing, "the seal of her own");
  assert.equal(
    await seen(stranger, ["set local app.session = ''", `set local app.asker = '${kept}'`, `set local app.seal = '${seal}'`]),
    0,
  );
  assert.equal(
    await seen(stranger, [
      `set local app.session = '${author.token}x'`,
      `set local app.asker = '${kept}'`,
      `set local app.seal = '${seal}'`,
    ]),
    0,
  );
  for (const statement of ["select currval('trust.connection_secret')", "select trust.seal_of('a', 'b')", "select trust.find_asker('a')"])
    assert.ok((await tried(stranger, statement)).failed, statement);
});
