import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { workerDatabase } from "../../platform/db/connection.ts";
import { urlFor } from "../../platform/db/roles.ts";
import { withJob } from "../../platform/db/withNobody.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { findHead, sealTrail } from "./server/trail.store.ts";
import { verifyTrail } from "./server/verifyTrail.ts";

let region: Region;
let midwife: Actor;
let owner: pg.Client;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
  owner = new pg.Client({ connectionString: urlFor("wieg_owner", region.adminUrl) });
  await owner.connect();
  for (let batch = 0; batch < 3; batch += 1) {
    await aLine(midwife);
    await aLine(midwife);
    await seal();
  }
});
after(async () => {
  await owner.end();
  await region.close();
});

/** Seals once every transaction that wrote an event is over, also for who works in another database of the same server. */
async function seal(): Promise<number> {
  await owner.query(`do $$ begin
    for attempt in 1 .. 600 loop
      exit when (select max(xid) from trail_event) < pg_snapshot_xmin(pg_current_snapshot());
      perform pg_sleep(0.1);
    end loop; end $$`);
  return workerDatabase()
    .transaction()
    .execute((db) => sealTrail(db));
}

/** Does something bad as the owner, verifies, and takes it back. */
async function verdictAfter(sql: string) {
  await owner.query("begin");
  try {
    await owner.query("set local timezone = 'Asia/Tokyo'"); // where it is verified makes no difference
    await owner.query(sql);
    return await verifyTrail(owner, []);
  } finally {
    await owner.query("rollback");
  }
}

test("a trail that nobody touched is whole, and the unsealed tail is counted", async () => {
  const whole = await verifyTrail(owner, []);
  assert.deepEqual(whole, { whole: true, seals: 3, events: 6, unsealed: 0 });
  await aLine(midwife);
  assert.equal((await verifyTrail(owner, [])).unsealed, 1);
  await seal();
});

const breaches = [
  [
    "an event that was changed is found",
    "update trail_event set event = 'nothing' where seq = (select min(seq) + 2 from trail_event)",
    "changed",
  ],
  ["an event that was removed is found", "delete from trail_event where seq = (select min(seq) + 3 from trail_event)", "removed"],
  [
    "an event that was put between is found",
    "insert into trail_event (event, outcome, ground, xid) select 'late', 'done', 'none', xid from trail_event order by seq limit 1",
    "added",
  ],
  ["a seal that was removed is found", "delete from trail_seal where id = 2", "seal"],
  [
    "a change that reads otherwise in the history is found",
    `update record_history set became = became || '{"language": "xx"}' where id = (select min(id) from record_history where table_name = 'family')`,
    "content",
  ],
  [
    "a change that was taken out of the history is found",
    "delete from record_history where id = (select max(id) from record_history)",
    "content",
  ],
  [
    "a change put into the history afterwards is found",
    `insert into record_history (part, author_organisation_id, table_name, record_id, became, epoch, xid)
      select part, author_organisation_id, table_name, record_id, became, epoch, xid from record_history order by id limit 1`,
    "content",
  ],
] as const;
for (const [sentence, sql, what] of breaches)
  test(sentence, async () => {
    const report = await verdictAfter(sql);
    assert.equal(report.whole, false);
    assert.equal(report.whole ? "" : report.what, what);
  });

test("a chain that was made anew from the start differs from the head that was given out", async () => {
  const head = await workerDatabase()
    .transaction()
    .execute((db) => findHead(db));
  assert.ok(head);
  assert.equal((await verifyTrail(owner, [head])).whole, true);
  const report = await verifyTrail(owner, [{ seal: 1, hash: "00" }]);
  assert.equal(report.whole ? "" : report.what, "head");
});

test("a job's event says that a job did it", async () => {
  await withJob("nothing-to-do", async () => undefined);
  assert.deepEqual(await region.asOwner("select ground from trail_event where event = 'job.nothing-to-do'"), [{ ground: "job" }]);
});

test("an act whose event cannot be written does not happen", async () => {
  await assert.rejects(
    withActor({ ...midwife, source: "x\0" }, "family.registered", async ({ db }) =>
      db.updateTable("family").set({ language: "xx" }).execute(),
    ),
  );
  const [row] = await region.asOwner<{ changed: string }>("select count(*) as changed from family where language = 'xx'");
  assert.equal(Number(row?.changed), 0);
});

test("the application can neither change nor remove an event", async () => {
  for (const verb of [
    "update trail_event set event = 'x'",
    "delete from trail_event",
    "truncate trail_event",
    "update trail_seal set events = 0",
  ]) {
    const app = new pg.Client({ connectionString: urlFor("wieg_app", region.adminUrl) });
    await app.connect();
    await assert.rejects(app.query(verb), /permission denied/);
    await app.end();
  }
});
