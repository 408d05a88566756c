import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";
import pg from "pg";
import type { Actor } from "../platform/db/actor.ts";
import { decidePlace } from "../programme/enrolment/server/decidePlace.ts";
import { anEligibleLine, aPilot } from "../programme/enrolment/testing/anEligibleLine.ts";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";

// The process is killed while it gives a place: afterwards there is a place with its decision and its trail, or nothing.

let region: Region;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
  await aPilot(region);
});
after(() => region.close());

/** Another process of the application, which decides on this line and says what came of it. */
function anotherProcess(trajectoryId: string): ChildProcess {
  const from = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const code = `
    const { connect } = await import(${from("../platform/db/connection.ts")});
    const { urlFor } = await import(${from("../platform/db/roles.ts")});
    const { decidePlace } = await import(${from("../programme/enrolment/server/decidePlace.ts")});
    const { adminUrl, actor, trajectoryId } = JSON.parse(process.env.WIEG_TEST_ACT);
    connect({ app: urlFor("wieg_app", adminUrl), worker: urlFor("wieg_worker", adminUrl) });
    const outcome = await decidePlace({ ...actor, events: ["programme.decided"] }, { trajectoryId, pillar: 1, funder: null });
    console.log(outcome.code);
    setInterval(() => undefined, 1_000_000);`;
  const act = { adminUrl: region.adminUrl, actor: { ...midwife, events: [] }, trajectoryId };
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
    env: { ...process.env, WIEG_TEST_ACT: JSON.stringify(act) },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** What is kept of a decision on this line, and how many places are taken. */
async function kept(trajectoryId: string): Promise<{ places: number; decisions: number; trail: number; taken: number }> {
  const [found] = await region.asOwner<{ places: number; decisions: number; trail: number; taken: number }>(
    `select (select count(*)::int from programme_place where trajectory_id = $1) as places,
       (select count(*)::int from programme_decision where trajectory_id = $1) as decisions,
       (select count(*)::int from trail_event where event = 'programme.decided' and outcome = 'done' and $1 = any(trajectory_ids)) as trail,
       (select sum(taken)::int from place_pool) as taken`,
    [trajectoryId],
  );
  assert.ok(found);
  return found;
}

test("killed before the trail was written: nothing of it is kept, and the place can be given", async () => {
  const { trajectoryId } = await anEligibleLine(region, { midwife, nurse });
  const before = await kept(trajectoryId);
  const holder = new pg.Client(region.adminUrl);
  await holder.connect();
  await holder.query("begin; lock table trail_event in share mode"); // the act waits here, with the place taken and not yet committed
  const child = anotherProcess(trajectoryId);
  const waits = async () =>
    (
      await region.asOwner(
        "select from pg_locks where not granted and relation = 'trail_event'::regclass or not granted and relation in (select inhrelid from pg_inherits where inhparent = 'trail_event'::regclass)",
      )
    ).length > 0;
  while (!(await waits())) assert.equal(child.exitCode, null, "it ended by itself");
  await killed(child);
  await holder.query("rollback");
  await holder.end();
  assert.deepEqual(await kept(trajectoryId), before);
  assert.equal((await decidePlace(midwife, { trajectoryId, pillar: 1, funder: null })).code, "done");
  assert.deepEqual(await kept(trajectoryId), { places: 1, decisions: 1, trail: 1, taken: before.taken + 1 });
});

test("killed the moment it was done: the place stands with its decision and its trail, and is not given twice", async () => {
  const { trajectoryId } = await anEligibleLine(region, { midwife, nurse });
  const before = await kept(trajectoryId);
  const child = anotherProcess(trajectoryId);
  assert.ok(child.stdout);
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  assert.equal(said.toString().trim(), "done");
  await killed(child);
  const after = { places: 1, decisions: 1, trail: 1, taken: before.taken + 1 };
  assert.deepEqual(await kept(trajectoryId), after);
  assert.equal((await decidePlace(midwife, { trajectoryId, pillar: 1, funder: null })).code, "place-already");
  assert.deepEqual(await kept(trajectoryId), after);
});
