import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aLine } from "../testing/aLine.ts";
import { putWork } from "./door.ts";
import { noticeTasks } from "./notices.ts";

let region: Region;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
  await region.asOwner("update professional set email = 'midwife@example.org' where id = $1", [midwife.professionalId]);
  await region.asOwner("insert into app.job_kind values ('send-mail'), ('notice-new-work') on conflict do nothing");
});
beforeEach(async () => {
  await region.asOwner("delete from mail");
});
after(() => region.close());

const [newWork, dueWork] = noticeTasks("http://wieg.example");
const mails = () => region.asOwner<{ id: number; state: string; body: string }>("select id, state, body from mail order by id");

async function someWork(dueOn: string): Promise<void> {
  const { trajectoryId } = await aLine(midwife);
  await withActor(midwife, "signal.raised", ({ db }) =>
    putWork(db, {
      for: { membershipId: midwife.membershipId },
      trajectoryId,
      kind: "assessment.confirm",
      subjectId: trajectoryId,
      dueOn,
    }),
  );
}

test("someone with late work is reminded once a day, without a name or a reason", async () => {
  await someWork("2026-01-01");
  await dueWork?.run({});
  await dueWork?.run({});
  const made = await mails();
  assert.equal(made.length, 1);
  assert.doesNotMatch(made[0]?.body ?? "", /Frijns|signaal|gezin/i);
  await region.setToday("2027-01-05");
  await dueWork?.run({});
  assert.equal((await mails()).length, 2);
});

test("new work is told to who works under it, once a day", async () => {
  await someWork("2027-01-20");
  const [{ principal } = { principal: 0 }] = await region.asOwner<{ principal: number }>("select principal from membership where id = $1", [
    midwife.membershipId,
  ]);
  await newWork?.run({ principal });
  await newWork?.run({ principal });
  assert.equal((await mails()).length, 1);
});
