import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { anAsk } from "../testing/anAsk.ts";
import { listAnswers, listAsks } from "./door.ts";

let region: Region;
before(async () => {
  region = await aRegion();
});
after(() => region.close());

const answers = { "brs-1": 4, "brs-2": 2 };
const enter = (ask: string, item: string, entry: number, value: number) =>
  region.asOwner(
    "insert into study_answer (ask_id, item, entry, instrument, instrument_version, value, way) values ($1, $2, $3, 'brs-6.en', '2008', $4, 'paper')",
    [ask, item, entry, value],
  );

test("the desk reads lists and the answers that count; nobody else sees a row", async () => {
  const made = await anAsk(region, { state: "answered", answers });
  const paper = await anAsk(region, { state: "answered", way: "paper" });
  for (const [item, one, two] of [
    ["brs-1", 3, 3],
    ["brs-2", 1, 2],
    ["brs-3", 1, 5],
  ] as const) {
    await enter(paper.id, item, 1, one);
    await enter(paper.id, item, 2, two);
  }
  await enter(paper.id, "brs-3", 3, 5);
  const desk = await region.actor("research_desk", "office");
  const [asks, counted] = await withActor(desk, "study.read", async ({ db }) => [await listAsks(db), await listAnswers(db)]);
  assert.equal(asks.length, 2);
  const of = (id: string) => Object.fromEntries(counted.filter(({ askId }) => askId === id).map(({ item, value }) => [item, value]));
  assert.deepEqual(of(made.id), answers);
  assert.deepEqual(of(paper.id), { "brs-1": 3, "brs-3": 5 }, "two entries that differ count for nothing until a third settled them");
  for (const role of ["midwife", "key_keeper", "project_group", "platform_admin"] as const) {
    const actor = await region.actor(role, "practice");
    assert.deepEqual(await withActor(actor, "study.read", async ({ db }) => [...(await listAsks(db)), ...(await listAnswers(db))]), []);
  }
});

test("a wave is asked once, and withdrawal or loss stops all that is planned or open, with its links and its waiting mail", async () => {
  const open = await anAsk(region);
  const { participantId } = open;
  await assert.rejects(anAsk(region, { participantId, waves: ["study_1:T0", "study_2:T0"] }), /a wave is asked once/);
  const planned = await anAsk(region, { participantId, waves: ["study_1:T1"], state: "planned" });
  await region.asOwner(
    "insert into mail (to_address, subject, body, once) select 'a@example.org', 's', 'b', 'study-link ' || encode(token_hash, 'hex') from study_link where ask_id = $1",
    [open.id],
  );
  await region.asOwner("update study_participant set state = 'ended', ended_on = app.today(), ended_because = 'loss' where id = $1", [
    participantId,
  ]);
  const states = await region.asOwner<{ state: string; because: string }>(
    "select state, stopped_because as because from study_ask where id = any($1)",
    [[open.id, planned.id]],
  );
  assert.deepEqual(
    states,
    [1, 2].map(() => ({ state: "stopped", because: "loss" })),
  );
  assert.equal((await region.asOwner("select from study_link where ask_id = $1 and revoked_at is null", [open.id])).length, 0);
  assert.equal((await region.asOwner("select from mail")).length, 0);
});

test("who withdraws from one of two studies keeps the lists of the other", async () => {
  const both = await anAsk(region, { waves: ["study_1:T1", "study_2:T0"], state: "planned" });
  const own = await anAsk(region, { participantId: both.participantId, waves: ["study_1:T2"], state: "planned" });
  await region.asOwner("update study_participation set withdrawn_on = app.today() where participant_id = $1 and study = 'study_1'", [
    both.participantId,
  ]);
  const rows = await region.asOwner<{ id: string; waves: string[]; state: string }>(
    "select id, waves, state from study_ask where participant_id = $1",
    [both.participantId],
  );
  assert.deepEqual(
    rows.find(({ id }) => id === both.id),
    { id: both.id, waves: ["study_2:T0"], state: "planned" },
  );
  assert.equal(rows.find(({ id }) => id === own.id)?.state, "stopped");
});
