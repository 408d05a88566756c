import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import type { Actor } from "../platform/db/actor.ts";
import { SignedOut, withActor } from "../platform/db/withActor.ts";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";

// Who only looks asks along with saying who she is (decision 0010): what then turns out not to hold is not shown.

let region: Region;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-09");
  midwife = { ...(await region.actor("midwife", "practice")), onlyLooks: true };
});
after(() => region.close());

const look = (seen: string[], actor = midwife) =>
  withActor(actor, "x", async ({ db, today }) => {
    const { rows } = await sql<{ day: string }>`select app.today() as day, count(*) from trajectory`.execute(db);
    seen.push(`${today} ${rows[0]?.day}`);
    return seen.at(-1);
  });
const events = async () =>
  (await region.asOwner<{ count: number }>("select count(*)::integer as count from trail_event where event = 'x'"))[0]?.count;

test("a page asked over midnight is asked anew for the day that it is, and stands once in the trail", async () => {
  const seen: string[] = [];
  assert.equal(await look(seen), "2026-11-09 2026-11-09");
  const before = (await events()) ?? 0;
  await region.setToday("2026-11-10");
  assert.equal(await look(seen), "2026-11-10 2026-11-10");
  assert.equal(await events(), before + 1);
});

test("a session that is over gives nothing, whatever was read along with it, and writes nothing", async () => {
  const before = await events();
  for (const over of [
    { ...midwife, token: "made-up" },
    { ...midwife, role: "youth_nurse" },
  ])
    await assert.rejects(look([], over), SignedOut);
  await region.asOwner("update session set ended_at = now()");
  await assert.rejects(look([]), SignedOut);
  assert.equal(await events(), before);
});

test("a question that fails is the page's own error, and the connection is good again after it", async () => {
  const nurse = { ...(await region.actor("youth_nurse", "youthHealth")), onlyLooks: true };
  await assert.rejects(
    withActor(nurse, "x", async ({ db }) => sql`select 1 / 0`.execute(db)),
    /division by zero/,
  );
  assert.equal(await look([], nurse), "2026-11-10 2026-11-10");
});
