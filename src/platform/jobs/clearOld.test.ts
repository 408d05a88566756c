import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Actor } from "../db/actor.ts";
import { withActor } from "../db/withActor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { clearOldTask } from "./clearOld.ts";

let region: Region;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
});
after(() => region.close());

/** One row just past its time and one just within it, of each. */
const kinds = [
  [
    "handled_request",
    "insert into handled_request (key, session_id, at) select gen_random_uuid(), gen_random_uuid(), now() - i from unnest($1::interval[]) i",
    ["25 hours", "23 hours"],
  ],
  [
    "session",
    `insert into session (token_hash, professional_id, started_at, ends_at, ended_at)
     select decode(md5(random()::text), 'hex'), (select id from professional limit 1), now() - i - interval '1 day', now() - i + interval '5 hours', now() - i from unnest($1::interval[]) i`,
    ["31 days", "29 days"],
  ],
  [
    "job_right",
    `insert into job_right (task, professional_id, membership_id, given_at, until)
     select (select name from app.job_kind limit 1), professional_id, id, now() - i - interval '1 day', now() - i from membership, unnest($1::interval[]) i`,
    ["31 days", "29 days"],
  ],
  [
    "mail",
    "insert into mail (to_address, subject, body, once, state, sent_at) select 'a@voorbeeld.nl', 's', 'b', i::text, 'sent', now() - i from unnest($1::interval[]) i",
    ["91 days", "89 days"],
  ],
  [
    "help_draft",
    "insert into help_draft (token_hash, changed_at) select decode(md5(i::text), 'hex'), now() - i from unnest($1::interval[]) i",
    ["2 hours", "10 minutes"],
  ],
  [
    "front_door_use",
    "insert into front_door_use (act, since, source_hash, times) select 'begin', now() - i, decode(md5(i::text), 'hex'), 1 from unnest($1::interval[]) i",
    ["3 days", "1 day"],
  ],
  [
    "graphile_worker._private_jobs",
    `with made as (select (graphile_worker.add_job('failed', max_attempts => 1, job_key => i::text)).id, i from unnest($1::interval[]) i)
     select id from made`,
    ["31 days", "29 days"],
  ],
] as const;

const count = async (table: string): Promise<number> =>
  (await region.asOwner<{ n: number }>(`select count(*)::integer as n from ${table}`))[0]?.n ?? 0;

for (const [table, insert, ages] of kinds)
  test(`what is past its time goes, the rest stays: ${table}`, async () => {
    const had = await count(table);
    await region.asOwner(insert, [ages]);
    if (table.startsWith("graphile"))
      await region.asOwner(`update ${table} set attempts = 1, updated_at = now() - key::interval where key = any($1)`, [ages]);
    const made = (await count(table)) - had;
    assert.ok(made >= 2);
    await clearOldTask.run({});
    assert.equal(await count(table), had + made / 2);
  });

test("who is signed in stays so, and mail that waits is kept whatever its age", async () => {
  await region.asOwner(
    "insert into mail (to_address, subject, body, once, created_at) values ('a@voorbeeld.nl', 's', 'b', 'waits', now() - interval '200 days')",
  );
  await clearOldTask.run({});
  assert.equal(await withActor(midwife, "test", async () => "still here"), "still here");
  assert.equal((await region.asOwner("select from mail where once = 'waits'")).length, 1);
});
