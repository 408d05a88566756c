import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Actor } from "../../platform/db/actor.ts";
import { aRegion, type Region } from "../testing/aRegion.ts";
import { failedMailTask, readFailedMail, sendMailAgain } from "./server/failedMail.ts";

let region: Region;
let administrator: Actor;
before(async () => {
  region = await aRegion();
  await region.asOwner("insert into app.job_kind values ('send-mail') on conflict do nothing");
  administrator = await region.actor("platform_admin", "office");
});
after(() => region.close());

const state = async (once: string) => (await region.asOwner<{ state: string }>("select state from mail where once = $1", [once]))[0]?.state;
const told = () =>
  region.asOwner<{ facts: { count: number } }>("select facts from work_item where kind = 'mail.failed' and closed_at is null");

test("mail that waits three days in vain has failed; the administrator is told how many, and sends it again", async () => {
  await region.asOwner(
    `insert into mail (to_address, subject, body, once, tried_since) values ('oud@example.org', 'x', 'x', 'old', now() - interval '73 hours'),
     ('nieuw@example.org', 'x', 'x', 'new', now() - interval '71 hours')`,
  );
  await failedMailTask.run({});
  await failedMailTask.run({});
  assert.deepEqual([await state("old"), await state("new")], ["failed", "waiting"]);
  assert.deepEqual(
    (await told()).map(({ facts }) => facts.count),
    [1],
  );
  assert.deepEqual(
    (await readFailedMail(administrator)).map(({ address, count }) => [address, count]),
    [["oud@example.org", 1]],
  );
  assert.deepEqual(await sendMailAgain(administrator), { code: "done", again: 1 });
  assert.deepEqual([await state("old"), await told()], ["waiting", []]);
  const jobs = await region.asOwner("select from graphile_worker.jobs where task_identifier = 'send-mail'");
  assert.equal(jobs.length, 1);
  await failedMailTask.run({});
  assert.equal(await state("old"), "waiting", "it has three days more");
  assert.equal((await sendMailAgain(administrator)).code, "nothing-failed");
});

test("mail of which nobody knows whether it arrived is told to the administrator at once, and goes again only when she says so", async () => {
  await region.asOwner(
    "insert into mail (to_address, subject, body, once, state) values ('twijfel@example.org', 'x', 'x', 'doubt', 'in-doubt')",
  );
  await failedMailTask.run({});
  assert.deepEqual(
    (
      await region.asOwner<{ facts: Record<string, unknown> }>(
        "select facts - 'since' as facts from work_item where kind = 'mail.failed' and closed_at is null",
      )
    ).map(({ facts }) => facts),
    [{ count: 1, doubt: 1 }],
  );
  assert.deepEqual(
    (await readFailedMail(administrator)).map(({ address, count, inDoubt }) => [address, count, inDoubt]),
    [["twijfel@example.org", 1, 1]],
  );
  assert.equal(await state("doubt"), "in-doubt");
  assert.deepEqual(await sendMailAgain(administrator), { code: "done", again: 1 });
  assert.deepEqual([await state("doubt"), await told()], ["waiting", []]);
});

test("nobody else reads to whom mail went, or sends it", async () => {
  const midwife = await region.actor("midwife", "practice");
  await assert.rejects(readFailedMail(midwife), { code: "42501" });
  await assert.rejects(sendMailAgain(midwife), { code: "42501" });
});

test("a code for a mother that could not be sent is no mail of a colleague: her address is told to nobody, and a code of days ago is not sent again", async () => {
  await region.asOwner(
    "insert into mail (to_address, subject, body, once, tried_since) values ('moeder@example.org', 'x', '123456', 'family-code 1', now() - interval '73 hours')",
  );
  await failedMailTask.run({});
  assert.deepEqual(await readFailedMail(administrator), []);
  assert.deepEqual(await told(), []);
  assert.equal((await sendMailAgain(administrator)).code, "nothing-failed");
});
