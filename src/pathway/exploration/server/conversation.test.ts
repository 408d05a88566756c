import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { recordAnswer } from "../../../trust/consent/server/recordAnswer.ts";
import { anAnswer } from "../../../trust/consent/testing/anAnswer.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { holdConversation, mendConversation, type ConversationInput } from "./holdConversation.ts";
import { readConversations } from "./readConversations.ts";

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
});
after(() => region.close());
beforeEach(() => region.setToday(today));

const said = (trajectoryId: string, change: Partial<ConversationInput> = {}): ConversationInput => ({
  trajectoryId,
  heldOn: today,
  familyWants: "Rust in huis",
  summary: null,
  dimensions: [
    { dimension: "lichaamsfuncties", score: 6, remark: "Moe" },
    { dimension: "meedoen", score: 3, remark: "Ik ken hier niemand" },
  ],
  ...change,
});
const shown = async (trajectoryId: string, actor = midwife) => (await readConversations(actor, trajectoryId))?.conversations ?? null;
const hold = async (trajectoryId: string, change: Partial<ConversationInput> = {}) => {
  const outcome = await holdConversation(midwife, said(trajectoryId, change));
  assert.ok("conversationId" in outcome, outcome.code);
  return outcome.conversationId;
};

test("what the family said is kept, skipped dimensions are skipped, earlier ones stay beside it", async () => {
  const { trajectoryId } = await aLine(midwife);
  await hold(trajectoryId, { heldOn: "2026-09-03", dimensions: [{ dimension: "zingeving", score: 0, remark: null }] });
  await hold(trajectoryId);
  const [newest, earlier] = (await shown(trajectoryId)) ?? [];
  assert.deepEqual([newest?.heldOn, earlier?.heldOn], [today, "2026-09-03"]);
  assert.deepEqual(earlier?.dimensions, [{ dimension: "zingeving", score: 0, remark: null }]);
  assert.equal(newest?.dimensions.find(({ dimension }) => dimension === "meedoen")?.remark, "Ik ken hier niemand");
});

test("its author mends it on the same day; what it was stays in the history", async () => {
  const { trajectoryId } = await aLine(midwife);
  const conversationId = await hold(trajectoryId);
  const mended = said(trajectoryId, { dimensions: [{ dimension: "meedoen", score: 4, remark: "Ik ken één buurvrouw" }] });
  assert.equal((await mendConversation(midwife, { ...mended, conversationId, version: 1 })).code, "done");
  const [now] = (await shown(trajectoryId)) ?? [];
  assert.equal(now?.version, 2);
  assert.deepEqual(
    now?.dimensions.find(({ dimension }) => dimension === "meedoen"),
    { dimension: "meedoen", score: 4, remark: "Ik ken één buurvrouw" },
  );
  assert.deepEqual(
    now?.dimensions.find(({ dimension }) => dimension === "lichaamsfuncties"),
    { dimension: "lichaamsfuncties", score: null, remark: null },
  );
  const history = await region.asOwner<{ remark: string }>(
    "select was ->> 'remark' as remark from record_history where trajectory_id = $1 and table_name = 'conversation_dimension' and was is not null",
    [trajectoryId],
  );
  assert.deepEqual(
    history.map(({ remark }) => remark).toSorted((a, b) => a.localeCompare(b)),
    ["Ik ken hier niemand", "Moe"],
  );
});

test("not by a colleague, not the next day, not over someone's newer version", async () => {
  const { trajectoryId } = await aLine(midwife);
  const conversationId = await hold(trajectoryId);
  const mend = (actor: Actor, version = 1) => mendConversation(actor, { ...said(trajectoryId), conversationId, version });
  assert.equal((await mend(await region.actor("midwife", "practice"))).code, "conversation-not-yours");
  const codes = (await Promise.all([mend(midwife), mend(midwife)])).map(({ code }) => code);
  assert.deepEqual(
    codes.toSorted((a, b) => a.localeCompare(b)),
    ["conversation-changed-meanwhile", "done"],
  );
  await region.setToday("2026-11-10");
  assert.equal((await mend(midwife, 2)).code, "conversation-too-late");
});

test("a family of another practice: nothing to read, to record or to mend", async () => {
  const { trajectoryId } = await aLine(midwife);
  const conversationId = await hold(trajectoryId);
  const other = await region.actor("midwife", "otherPractice");
  assert.equal(await shown(trajectoryId, other), null);
  assert.equal((await holdConversation(other, said(trajectoryId))).code, "conversation-not-found");
  assert.equal((await mendConversation(other, { ...said(trajectoryId), conversationId, version: 1 })).code, "conversation-not-found");
  const own = await aLine(other);
  assert.equal((await mendConversation(other, { ...said(own.trajectoryId), conversationId, version: 1 })).code, "conversation-not-found");
  assert.equal((await holdConversation(midwife, said(randomUUID()))).code, "conversation-not-found");
});

test("the same form sent twice is one conversation", async () => {
  const { trajectoryId } = await aLine(midwife);
  const requestKey = randomUUID();
  await holdConversation({ ...midwife, requestKey }, said(trajectoryId));
  await holdConversation({ ...midwife, requestKey }, said(trajectoryId));
  assert.equal((await shown(trajectoryId))?.length, 1);
});

test("the kraamzorg reads it with consent; the municipality reads the summary alone, even where what is medical may be seen", async () => {
  const line = await aLine(midwife);
  await hold(line.trajectoryId, { summary: "Het gezin wil meer mensen leren kennen." });
  const people = [
    await region.actor("maternity_intake", "maternityCare"),
    await region.actor("municipal_worker", "municipality"),
    await region.actor("gp", "gp"),
  ] as const;
  for (const { organisationId } of people)
    await region.asOwner("insert into care_relation (trajectory_id, organisation_id, basis) values ($1, $2, 'request')", [
      line.trajectoryId,
      organisationId,
    ]);
  await recordAnswer(
    midwife,
    anAnswer({
      trajectoryId: line.trajectoryId,
      about: line.motherId,
      purpose: "sharing",
      recipients: people.map(({ organisationId }) => ({ organisationId })),
      parts: ["identity", "exploration"],
      medicalToo: true,
    }),
  );
  const rows = (actor: Actor, table: string) =>
    withActor(
      actor,
      "exploration.read",
      async ({ db }) =>
        (
          await db
            .selectFrom(table as "signal")
            .select("id")
            .where("trajectory_id", "=", line.trajectoryId)
            .execute()
        ).length,
    );
  const seen = async (actor: Actor) => [
    await rows(actor, "broad_conversation"),
    await rows(actor, "conversation_dimension"),
    await rows(actor, "exploration_summary"),
  ];
  assert.deepEqual(await seen(people[0]), [1, 2, 1]);
  assert.deepEqual(await seen(people[1]), [0, 0, 1]);
  assert.deepEqual(await seen(people[2]), [0, 0, 0]);
});
