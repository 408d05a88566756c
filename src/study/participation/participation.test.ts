import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { listParticipants } from "./server/door.ts";
import { aParticipant } from "./testing/aParticipant.ts";

let region: Region;
let midwife: Actor;
let desk: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-09-01");
  midwife = await region.actor("midwife", "practice");
  desk = await region.actor("research_desk", "office");
});
after(() => region.close());

const seenBy = (actor: Actor) => withActor(actor, "study.read", ({ db }) => listParticipants(db));
const find = async (id: string) => (await seenBy(desk)).find((one) => one.id === id);

test("who agrees to two studies takes part under one pseudonym; the desk sees it, nobody else anything", async () => {
  const { id, code } = await aParticipant(region, midwife, { studies: ["study_1", "study_2"], quotes: true });
  assert.match(code, /^W-[A-HJ-NPR-Z2-9]{6}$/);
  const found = await find(id);
  assert.equal(found?.site, "Praktijk De Maas");
  assert.deepEqual(
    found?.studies.map(({ study, arm, t0, t0Until, quotes, registerLink }) => ({ study, arm, t0, t0Until, quotes, registerLink })),
    [
      { study: "study_1", arm: null, t0: "open", t0Until: "2026-09-15", quotes: true, registerLink: false },
      { study: "study_2", arm: null, t0: "open", t0Until: null, quotes: true, registerLink: false },
    ],
  );
  for (const role of ["key_keeper", "project_group", "platform_admin"] as const)
    assert.deepEqual(await seenBy(await region.actor(role, "office")), []);
  assert.deepEqual(await seenBy(midwife), []);
});

test("a loss, a move and an ended line end it; what was recorded by mistake lets it go on", async () => {
  const { id, trajectoryId } = await aParticipant(region, midwife);
  await region.asOwner("update trajectory set loss_on = app.today(), loss = 'pregnancy' where id = $1", [trajectoryId]);
  assert.equal((await find(id))?.endedBecause, "loss");
  await region.asOwner("update trajectory set loss_on = null, loss = null where id = $1", [trajectoryId]);
  assert.equal((await find(id))?.state, "active");
  await region.asOwner("update trajectory set state = 'ended', ended_on = app.today(), end_reason = 'moved_away' where id = $1", [
    trajectoryId,
  ]);
  assert.equal((await find(id))?.endedBecause, "moved");
});

test("what is withdrawn ends at once, study by study", async () => {
  const { id, trajectoryId } = await aParticipant(region, midwife, { studies: ["study_1", "study_2"] });
  const withdraw = (purpose: string) =>
    region.asOwner("update consent set withdrawn_on = app.today(), withdrawn_by = 'self' where trajectory_id = $1 and purpose = $2", [
      trajectoryId,
      purpose,
    ]);
  await withdraw("study_1");
  const one = await find(id);
  assert.equal(one?.state, "active");
  assert.deepEqual(
    one?.studies.map(({ withdrawnOn }) => withdrawnOn),
    ["2026-09-01", null],
  );
  await withdraw("study_2");
  assert.equal((await find(id))?.state, "withdrawn");
});
