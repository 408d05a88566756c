import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { after, before, beforeEach, test } from "node:test";
import { SMTPServer } from "smtp-server";
import { withActor } from "../../../platform/db/withActor.ts";
import { sendMailTask } from "../../../platform/mail/server/sendMail.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aLine } from "../testing/aLine.ts";
import { putWork } from "./door.ts";
import { noticeTasks } from "./notices.ts";

let region: Region;
let midwife: Actor;
const received: string[] = [];
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData: (stream, _session, done) =>
    void text(stream).then((mail) => {
      received.push(mail);
      done();
    }),
});
let smtpUrl = "";

before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
  await region.asOwner("update professional set email = 'midwife@example.org' where id = $1", [midwife.professionalId]);
  await region.asOwner("insert into app.job_kind values ('send-mail'), ('notice-new-work') on conflict do nothing");
  await new Promise<void>((resolve) => mailServer.listen(0, "127.0.0.1", resolve));
  smtpUrl = `smtp://127.0.0.1:${(mailServer.server.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  received.length = 0;
  await region.asOwner("delete from mail");
});
after(async () => {
  await new Promise<void>((resolve) => mailServer.close(() => resolve()));
  await region.close();
});

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

test("a mail server that is down gets the mail later, and never twice", async () => {
  await someWork("2026-01-01");
  await dueWork?.run({});
  const [mail] = await mails();
  const payload = { mail: Number(mail?.id) };
  await assert.rejects(sendMailTask({ smtpUrl: "smtp://127.0.0.1:1", from: "wieg@example.org" }).run(payload));
  assert.equal((await mails())[0]?.state, "waiting");
  const send = sendMailTask({ smtpUrl, from: "wieg@example.org" });
  await Promise.all([send.run(payload), send.run(payload)]);
  await send.run(payload);
  assert.equal(received.length, 1);
  assert.equal((await mails())[0]?.state, "sent");
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
