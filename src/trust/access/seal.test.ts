import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { urlFor } from "../../platform/db/roles.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";

// Whoever could run SQL of his own on a connection of the application, or of the family's pages: what says who is asking can't be forged or read.

let region: Region;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
  await aLine(midwife);
});
after(() => region.close());

async function connected<Result>(
  role: "wieg_app" | "wieg_family" | "wieg_worker",
  run: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: urlFor(role, region.adminUrl) });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
/** The value of one cell, or the code of the refusal. */
const asked = async (client: pg.Client, statement: string): Promise<string | null> => {
  try {
    const { rows } = await client.query<Record<string, string | number>>(statement);
    const [cell] = Object.values(rows[0] ?? {});
    return cell === undefined || cell === null ? null : String(cell);
  } catch (error) {
    return (error as pg.DatabaseError).code ?? "no code";
  }
};

test("neither the secret of a connection nor what a line holds can be read, by whatever way PostgreSQL has", async () => {
  const ways = [
    "select currval('trust.connection_secret')",
    "select last_value from trust.connection_secret",
    "select lastval()",
    "select nextval('trust.connection_secret')",
    "select setval('trust.connection_secret', 1)",
    "select last_value from pg_sequences where sequencename = 'connection_secret'",
    "select pg_sequence_last_value('trust.connection_secret'::regclass)",
    "copy trust.connection_secret to stdout",
    "select trust.draw_secret()",
    "select trust.seal_of('a', 'b')",
    "select trust.find_asker('a')",
    "select count(*) from line_holds",
    "insert into line_holds (trajectory_id, table_name, part) select gen_random_uuid(), 'birth', 0",
    "delete from line_holds",
    "create temp table line_holds (trajectory_id uuid)",
  ];
  for (const role of ["wieg_app", "wieg_family", "wieg_worker"] as const)
    await connected(role, async (client) => {
      if (role === "wieg_app") await client.query("select trust.open_session($1)", [midwife.token]);
      for (const way of ways) {
        const answer = await asked(client, way);
        assert.ok(answer === null || ["42501", "55000", "3F000", "42P01"].includes(answer), `${role}: ${way} gave ${answer}`);
      }
    });
});

test("a connection that pretends to have a secret of its own is refused, and believes nothing that it is told", async () => {
  const asker = await connected("wieg_app", async (client) => {
    await client.query("begin");
    await client.query("select trust.open_session($1)", [midwife.token]);
    return String(await asked(client, "select current_setting('app.asker')"));
  });
  for (const seal of ["x", "0".repeat(64), "null", " "])
    await connected("wieg_app", async (client) => {
      await client.query("begin");
      await client.query("select set_config('app.connection', pg_backend_pid()::text, false), set_config('app.session', 'x', true)");
      await client.query("select set_config('app.asker', $1, true), set_config('app.seal', $2, true)", [asker, seal]);
      const seen = await asked(client, "select count(*)::int from family_member");
      assert.ok(seen === "0" || seen === "55000", String(seen));
    });
});
