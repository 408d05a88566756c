import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { aPilot } from "../programme/enrolment/testing/anEligibleLine.ts";
import { aLine } from "../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../platform/db/actor.ts";
import { urlFor } from "../platform/db/roles.ts";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";
import { mayRole, parts, policy, roles, type Part, type Role } from "../trust/access/rules/policy.ts";
import { oneOfEach } from "./testing/oneOfEach.ts";

// Every table x role x relation x consent x operation, compared with the policy of access.md 2. A new table comes in by itself.

type Relation = "none" | "active" | "ended";
type Consent = "none" | "given" | "withdrawn";
interface Situation {
  readonly relation: Relation;
  readonly consent: Consent;
  readonly line: string;
  /** One row in each table, by table. */
  readonly rows: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}
interface Table {
  readonly name: string;
  readonly part: Part;
  readonly inserts: boolean;
  readonly updates: boolean;
}

let region: Region;
let owner: pg.Client;
let app: pg.Client;
let author: Actor;
let tables: readonly Table[] = [];
const situations: Situation[] = [];
const visitors = new Map<Role, Actor>();
const colleagues = new Map<Role, Actor>();

before(async () => {
  region = await aRegion();
  owner = new pg.Client({ connectionString: urlFor("wieg_owner", region.adminUrl) });
  app = new pg.Client({ connectionString: urlFor("wieg_app", region.adminUrl) });
  await Promise.all([owner.connect(), app.connect()]);
  await aPilot(region);
  author = await region.actor("midwife", "practice");
  for (const role of roles) {
    visitors.set(role, await region.actor(role, "hospital"));
    colleagues.set(role, await region.actor(role, "practice"));
  }
  tables = (
    await owner.query<Table>(`select name, part, has_table_privilege('wieg_app', name, 'INSERT') as inserts, has_table_privilege('wieg_app', name, 'UPDATE') as updates
    from protected_table where scope <> 'own' order by name`)
  ).rows;
  for (const relation of ["none", "active", "ended"] as const)
    for (const consent of ["none", "given", "withdrawn"] as const) situations.push(await aSituation(relation, consent));
});
after(async () => {
  await Promise.all([owner.end(), app.end()]);
  await region.close();
});

async function aSituation(relation: Relation, consent: Consent): Promise<Situation> {
  const made = await aLine(author);
  const visitor = region.organisationId("hospital");
  if (relation !== "none") {
    await owner.query(
      "insert into care_relation (trajectory_id, organisation_id, basis, since, until) values ($1, $2, 'request', app.today() - 9, $3)",
      [made.trajectoryId, visitor, relation === "ended" ? "2020-01-01" : null],
    );
  }
  if (consent !== "none") {
    await owner.query(
      `insert into consent (trajectory_id, about_person, purpose, recipient_organisation_id, parts, given_by, given_on, way, withdrawn_on, recorded_by, author_organisation_id)
      values ($1, $2, 'sharing', $3, $4, 'moeder', app.today() - 5, 'spoken', $5, $6, $7)`,
      [
        made.trajectoryId,
        made.motherId,
        visitor,
        parts,
        consent === "withdrawn" ? new Date().toISOString().slice(0, 10) : null,
        author.professionalId,
        author.organisationId,
      ],
    );
  }
  const { rows, failed } = await oneOfEach(
    owner,
    tables.map((table) => table.name),
    { ...made, by: author },
  );
  assert.deepEqual(failed, [], "tables of which the matrix could make no row");
  await owner.query("select trust.recompute_grants($1)", [made.trajectoryId]);
  return { relation, consent, line: made.trajectoryId, rows };
}

/** Runs as this professional, on a connection of the application, and takes back what was done. */
async function as<Answer>(actor: Actor, run: () => Promise<Answer>): Promise<Answer> {
  await app.query("begin");
  try {
    await app.query("select trust.open_session($1)", [actor.token]);
    return await run();
  } finally {
    await app.query("rollback");
  }
}

const reads = async (table: Table, situation: Situation): Promise<boolean> =>
  (await app.query(`select from ${table.name} where id = $1`, [situation.rows.get(table.name)?.["id"]])).rowCount === 1;

/** True when the database let it through; a table's own checks may still say no afterwards, and that is not access. */
async function allowed(sql: string, values: readonly unknown[]): Promise<boolean> {
  await app.query("savepoint attempt");
  try {
    const { rowCount } = await app.query(sql, [...values]);
    await app.query("rollback to attempt");
    return rowCount === 1;
  } catch (error) {
    await app.query("rollback to attempt");
    return (error as { code?: string }).code !== "42501";
  }
}

const updates = (table: Table, situation: Situation) =>
  allowed(`update ${table.name} set id = id where id = $1`, [situation.rows.get(table.name)?.["id"]]);

function inserts(table: Table, situation: Situation): Promise<boolean> {
  const row = { ...situation.rows.get(table.name), id: crypto.randomUUID() };
  const names = Object.keys(row).filter((name) => !name.startsWith("author_"));
  return allowed(
    `insert into ${table.name} (${[...names, "author_organisation_id"].map((name) => `"${name}"`).join(", ")}) values (${names.map((_, place) => `$${place + 1}`).join(", ")}, gen_random_uuid())`,
    names.map((name) => (row as Record<string, unknown>)[name]),
  );
}

const isOwnOnly = (role: Role, part: Part) => policy[role][part]?.endsWith("own") ?? false;

for (const role of roles) {
  test(`${role}: of another organisation, sees and changes only what relation, role and consent together allow`, async () => {
    const actor = visitors.get(role);
    assert.ok(actor);
    for (const situation of situations) {
      const shared = situation.relation === "active" && situation.consent === "given";
      await as(actor, async () => {
        for (const table of tables) {
          const where = `${table.name}, relation ${situation.relation}, consent ${situation.consent}`;
          assert.equal(
            await reads(table, situation),
            shared && mayRole(role, table.part, "read") && !isOwnOnly(role, table.part),
            `read ${where}`,
          );
          const mayChange = shared && table.updates && mayRole(role, table.part, "write") && !isOwnOnly(role, table.part);
          assert.equal(await updates(table, situation), mayChange, `update ${where}`);
        }
      });
    }
  });

  test(`${role}: of the organisation that recorded it, sees and changes what the role includes, whatever the consent`, async () => {
    const actor = colleagues.get(role);
    assert.ok(actor);
    for (const situation of situations.filter((one) => one.consent !== "given")) {
      await as(actor, async () => {
        for (const table of tables) {
          assert.equal(await reads(table, situation), mayRole(role, table.part, "read"), `read ${table.name}`);
          assert.equal(await updates(table, situation), table.updates && mayRole(role, table.part, "write"), `update ${table.name}`);
        }
      });
    }
  });

  test(`${role}: records only on a line that the organisation is involved with`, async () => {
    const actor = visitors.get(role);
    assert.ok(actor);
    for (const situation of situations) {
      await as(actor, async () => {
        for (const table of tables.filter((one) => one.inserts && one.name !== "family")) {
          const onLine = situation.relation === "active" && (!isFamilyTable(table) || situation.consent === "given");
          assert.equal(
            await inserts(table, situation),
            onLine && mayRole(role, table.part, "write"),
            `insert ${table.name}, relation ${situation.relation}, consent ${situation.consent}`,
          );
        }
      });
    }
  });
}

const isFamilyTable = (table: Table) => table.name.startsWith("family_");

test("nobody without a session sees a row, and nothing can be deleted or moved to another line", async () => {
  for (const table of tables) {
    assert.equal((await app.query(`select from ${table.name}`)).rowCount, 0, table.name);
    await assert.rejects(app.query(`delete from ${table.name}`), { code: "42501" }, table.name);
  }
  const [first, second] = situations;
  await as(author, async () => {
    for (const table of tables.filter((one) => one.updates && !isFamilyTable(one) && first?.rows.get(one.name)?.["trajectory_id"])) {
      await app.query("savepoint attempt");
      await assert.rejects(
        app.query(`update ${table.name} set trajectory_id = $2 where id = $1`, [first?.rows.get(table.name)?.["id"], second?.line]),
        Error,
        table.name,
      );
      await app.query("rollback to attempt");
    }
  });
});
