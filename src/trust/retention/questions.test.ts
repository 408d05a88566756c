import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { moveHelpRequest } from "../../pathway/signal/server/moveHelpRequest.ts";
import { aHelpRequest } from "../../pathway/signal/testing/aHelpRequest.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { retentionTask } from "./server/retentionTasks.ts";

// Questions of the front door: most never become a line.

let region: Region;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-12");
  nurse = await region.actor("youth_nurse", "youthHealth");
});
after(() => region.close());

async function arrives(): Promise<{ id: string; version: number }> {
  assert.equal(await aHelpRequest(), "sent");
  const [row] = await region.asOwner<{ id: string; version: number }>(
    "select id, version from help_request order by created_at desc limit 1",
  );
  assert.ok(row);
  return row;
}
const standing = async () => (await region.asOwner<{ id: string }>("select id from help_request order by id")).map(({ id }) => id);
async function nightOf(day: string): Promise<void> {
  await region.setToday(day);
  await retentionTask.run({});
}

test("a question goes a year after it was closed, with what was done and its work; one that is open stays; a proof is left", async () => {
  const [closed, open] = [await arrives(), await arrives()];
  await moveHelpRequest(nurse, "take", closed);
  const answer = await moveHelpRequest(nurse, "close", { id: closed.id, version: closed.version + 1, reason: "withdrawn" });
  assert.equal(answer.code, "done");

  await nightOf("2027-11-12");
  assert.equal((await standing()).length, 2, "still there on its last day");
  await nightOf("2027-11-13");
  assert.deepEqual(await standing(), [open.id]);
  for (const [table, column] of [
    ["help_request_event", "request_id"],
    ["work_item", "subject_id"],
    ["help_draft", "request_id"],
  ] as const)
    assert.deepEqual(await region.asOwner(`select 1 from ${table} where ${column} = $1`, [closed.id]), [], table);
  assert.deepEqual(await region.asOwner("select trajectory_id, why, kinds, records from destroyed_file"), [
    { trajectory_id: null, why: "term", kinds: ["question"], records: { help_request: 1, help_request_event: 2 } },
  ]);
  assert.equal((await region.asOwner("select 1 from trail_event where event = 'job.record-destroyed' and outcome = 'done'")).length, 1);
});
