import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { raiseSignal } from "../../pathway/signal/server/raiseSignal.ts";
import { aSignal } from "../../pathway/signal/testing/aSignal.ts";
import { allow, involve } from "../../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { urlFor } from "../../platform/db/roles.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { verifyTrail } from "../trail/server/verifyTrail.ts";
import { hold, readRetention } from "./server/readRetention.ts";
import { retentionTask } from "./server/retentionTasks.ts";
import { aFile, whatStands } from "./testing/aFile.ts";

let region: Region;
let midwife: Actor;
let officer: Actor;
let owner: pg.Client;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
  officer = await region.actor("privacy_officer", "office");
  owner = new pg.Client({ connectionString: urlFor("wieg_owner", region.adminUrl) });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await region.close();
});

const years = (count: number, days = 0) => Temporal.Now.plainDateISO().add({ years: count }).add({ days }).toString();
/** A night on this day; the weekly walk begins anew. */
async function nightOf(day: string): Promise<void> {
  await region.setToday(day);
  await region.asOwner("update retention_cursor set walked_on = null, after_day = default, after_id = default");
  await retentionTask.run({});
}
const stateOf = async (trajectoryId: string) =>
  (
    await region.asOwner<{ kind: string; state: string }>("select kind, state from retention_due where trajectory_id = $1 order by kind", [
      trajectoryId,
    ])
  ).map(({ kind, state }) => `${kind} ${state}`);
const reset = () => region.asOwner("delete from app.clock");

test("a file of twenty years is seen coming, and goes after its day: rows, history, work; a proof stays and the trail is whole", async () => {
  await reset();
  const { trajectoryId, familyId } = await aFile(region, midwife);
  await nightOf(years(19));
  assert.deepEqual(await stateOf(trajectoryId), [], "nineteen years is not twenty");
  await nightOf(years(20, -40));
  assert.deepEqual(await stateOf(trajectoryId), ["medical_file proposed"]);
  assert.ok((await readRetention(officer)).due.length > 0);
  const told = await region.asOwner("select 1 from work_item where kind = 'retention.due' and closed_at is null");
  assert.equal(told.length, 1, "the privacy officer is told");
  await nightOf(years(20, -1));
  assert.ok(Object.keys(await whatStands(region, trajectoryId, familyId)).length > 5, "still there on its last day");
  await nightOf(years(20, 1));
  assert.deepEqual(await stateOf(trajectoryId), ["medical_file destroyed"]);
  assert.deepEqual(await whatStands(region, trajectoryId, familyId), {});
  const [proof] = (await readRetention(officer)).proofs;
  assert.equal(proof?.whole, true);
  assert.ok((proof?.records ?? 0) > 0);
  const [event] = await region.asOwner<{ purpose: string; ground: string }>(
    "select purpose, ground from trail_event where event = 'job.record-destroyed' and trajectory_ids = array[$1::uuid]",
    [trajectoryId],
  );
  assert.deepEqual(event, { purpose: "term", ground: "job" });
  assert.equal((await verifyTrail(owner, [])).whole, true, "what was destroyed by the rules is no tampering");
});

test("what was recorded meanwhile lives on: the term began anew", async () => {
  await reset();
  const { trajectoryId, familyId, motherId } = await aFile(region, midwife);
  await nightOf(years(20, -40));
  await region.asOwner("update record_history set changed_at = changed_at + interval '18 months' where trajectory_id = $1", [trajectoryId]);
  await nightOf(years(20, 1));
  assert.deepEqual(await stateOf(trajectoryId), ["medical_file living"]);
  assert.ok((await whatStands(region, trajectoryId, familyId))["signal"], motherId);
});

test("the privacy officer holds one back while a complaint is heard; it goes when the hold is over", async () => {
  await reset();
  const { trajectoryId, familyId } = await aFile(region, midwife);
  await nightOf(years(20, -40));
  const due = (
    await region.asOwner<{ id: string; version: number }>("select id, version from retention_due where trajectory_id = $1", [trajectoryId])
  )[0];
  assert.ok(due);
  const until = years(20, 100);
  assert.equal((await hold(officer, { id: due.id, because: "complaint", until, version: due.version })).code, "done");
  assert.equal((await hold(officer, { id: due.id, because: "claim", until, version: due.version })).code, "changed-meanwhile");
  await nightOf(years(20, 5));
  assert.equal((await whatStands(region, trajectoryId, familyId))["trajectory"], 1);
  assert.deepEqual(await stateOf(trajectoryId), ["medical_file held"]);
  await nightOf(years(20, 101)); // the hold ends in this night
  await nightOf(years(20, 102));
  assert.deepEqual(await stateOf(trajectoryId), ["medical_file destroyed"]);
});

test("what the municipality recorded goes after fifteen years, while the midwife's file stays", async () => {
  await reset();
  const worker = await region.actor("municipal_worker", "municipality");
  const { trajectoryId, familyId, motherId, today } = await aFile(region, midwife);
  await allow(midwife, { trajectoryId, motherId }, worker.organisationId, ["identity", "signals"]);
  await involve(midwife, worker, trajectoryId, "request");
  assert.equal((await raiseSignal(worker, aSignal({ trajectoryId, motherId }, { today }))).code, "done");
  assert.equal((await whatStands(region, trajectoryId, familyId))["signal"], 2);
  await nightOf(years(15, -40));
  await nightOf(years(15, 1));
  assert.deepEqual(await stateOf(trajectoryId), ["social_support destroyed"]);
  const left = await whatStands(region, trajectoryId, familyId);
  assert.equal(left["signal"], 1);
  assert.ok(left["trajectory"] === 1 && left["family_member"], "the line and its people stay");
  assert.equal((await verifyTrail(owner, [])).whole, true);
});

test("a night that is broken off half-way has lost nothing, and the next goes on where it was", async () => {
  await reset();
  const files = [];
  for (let made = 0; made < 4; made += 1) files.push(await aFile(region, midwife));
  const ids = files.map(({ trajectoryId }) => trajectoryId);
  await nightOf(years(20, -40));
  await region.asOwner(`create function pg_temp_break() returns trigger language plpgsql as $$ begin
    if old.id = '${ids[2] ?? ""}' then raise exception 'killed' using errcode = 'admin_shutdown'; end if; return old; end $$`);
  await region.asOwner("grant execute on function pg_temp_break to public");
  await region.asOwner("create trigger zz_break before delete on trajectory for each row execute function pg_temp_break()");
  await assert.rejects(nightOf(years(20, 1)));
  const half = await region.asOwner<{ state: string }>("select state from retention_due where trajectory_id = any($1)", [ids]);
  assert.ok(
    half.some(({ state }) => state === "proposed"),
    "not all went",
  );
  const [whole] = await region.asOwner<{ n: number }>("select count(*)::integer as n from signal where trajectory_id = $1", [ids[2]]);
  assert.equal(whole?.n, 1, "of what was broken off nothing went");
  await region.asOwner("drop trigger zz_break on trajectory");
  await region.asOwner("drop function pg_temp_break");
  await nightOf(years(20, 2));
  for (const { trajectoryId, familyId } of files) assert.deepEqual(await whatStands(region, trajectoryId, familyId), {});
  const proofs = await region.asOwner<{ n: number }>("select count(*)::integer as n from destroyed_file where trajectory_id = any($1)", [
    ids,
  ]);
  assert.equal(proofs[0]?.n, 4, "each once");
});

test("nobody deletes a care row in another way: not who serves, not the worker, not with the guard's rights", async () => {
  await reset();
  const { trajectoryId } = await aFile(region, midwife);
  for (const role of ["wieg_app", "wieg_worker"] as const) {
    const client = new pg.Client({ connectionString: urlFor(role, region.adminUrl) });
    await client.connect();
    await assert.rejects(client.query("delete from signal"), { code: "42501" });
    await assert.rejects(client.query("select trust.destroy_file($1, 'term', null, '{medical_file}', null)", [trajectoryId]), {
      code: "42501",
    });
    await client.end();
  }
  await owner.query(
    "create function trust.a_careless_one() returns void language sql security definer set search_path = public as 'delete from signal'; alter function trust.a_careless_one owner to wieg_guard; grant execute on function trust.a_careless_one to wieg_owner",
  );
  await assert.rejects(owner.query("select trust.a_careless_one()"), /a record goes by destruction alone/);
  await owner.query("drop function trust.a_careless_one").catch(() => undefined);
});

test("the rule and the database agree on every kind, and no table of care data is left out", async () => {
  await reset();
  const { trajectoryId } = await aFile(region, midwife);
  const { rows } = await owner.query<{ refused: boolean }>(
    "select trust.keep_until($1, 'medical_file') = (app.today() + interval '240 months')::date as refused",
    [trajectoryId],
  );
  assert.equal(rows[0]?.refused, true);
  const worker = new pg.Client({ connectionString: urlFor("wieg_worker", region.adminUrl) });
  await worker.connect();
  await assert.rejects(worker.query("select trust.propose_destruction($1, 'medical_file', app.today())", [trajectoryId]), {
    code: "23514",
  });
  await worker.end();
});
