import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { after, before, beforeEach, test } from "node:test";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { sendMailTask } from "./sendMail.ts";

let region: Region;
const servers: SMTPServer[] = [];
before(async () => {
  region = await aRegion();
  await region.asOwner("insert into app.job_kind values ('send-mail') on conflict do nothing");
});
beforeEach(() => region.asOwner("delete from mail"));
after(async () => {
  for (const server of servers) await new Promise<void>((resolve) => server.close(() => resolve()));
  await region.close();
});

const from = "Wieg <wieg@example.org>";
const sendTo = (smtpUrl: string | null) => sendMailTask({ smtpUrl, from }).run({});
const make = (...addresses: readonly string[]) =>
  region.asOwner(
    "insert into mail (to_address, subject, body, once) select a, 'Er staat iets klaar', 'Kijk in Wieg — é', a from unnest($1::text[]) a",
    [addresses],
  );
const states = async () =>
  Object.fromEntries(
    (await region.asOwner<{ to: string; state: string }>('select to_address as "to", state from mail order by id')).map(({ to, state }) => [
      to,
      state,
    ]),
  );

/** A mail server that keeps what it got. */
async function aMailServer(options: SMTPServerOptions = {}): Promise<{ url: string; got: string[]; connections: () => number }> {
  const got: string[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ["STARTTLS"],
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onData: (stream, _session, done) =>
      void text(stream).then((mail) => {
        got.push(mail);
        done();
      }),
    ...options,
  });
  server.on("error", () => undefined);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, got, connections: () => connections };
}
const refusing = (address: string, responseCode: number): SMTPServerOptions => ({
  onRcptTo: (recipient, _session, done) =>
    done(recipient.address === address ? Object.assign(new Error("not here"), { responseCode }) : null),
});
/** A mail server that breaks off when it has the whole mail, and says nothing. */
function breakingOff(): SMTPServerOptions & { arrived: string[] } {
  const arrived: string[] = [];
  return {
    arrived,
    onData: (stream, session) =>
      void text(stream).then((mail) => {
        arrived.push(mail);
        for (const server of servers)
          for (const connection of server.connections) if (connection.session.id === session.id) connection.close();
      }),
  };
}

test("all that waits goes, over a few connections that are used again, each mail once whoever else sends", async () => {
  const server = await aMailServer();
  await make(...Array.from({ length: 30 }, (_, nr) => `${nr}@example.org`));
  await Promise.all([sendTo(server.url), sendTo(server.url), sendTo(server.url)]);
  await sendTo(server.url);
  assert.equal(server.got.length, 30);
  assert.equal(new Set(server.got.map((mail) => /^To: (.*)$/m.exec(mail)?.[1])).size, 30);
  assert.deepEqual(new Set(Object.values(await states())), new Set(["sent"]));
  assert.ok(server.connections() <= 5);
  assert.match(server.got[0] ?? "", /^From: Wieg <wieg@example.org>\r?$/m);
  assert.match(server.got[0] ?? "", /^Message-ID: <\d+\.wieg@example\.org>\r?$/im);
});

test("a mail server that is down gets the mail later, and none of it is taken for sent", async () => {
  await make("a@example.org", "b@example.org");
  await assert.rejects(sendTo("smtp://127.0.0.1:1"));
  assert.deepEqual(await states(), { "a@example.org": "waiting", "b@example.org": "waiting" });
  const server = await aMailServer();
  await sendTo(server.url);
  assert.equal(server.got.length, 2);
});

for (const code of [451, 550])
  test(`mail that the server refuses (${code}) waits longer each time; that of others goes`, async () => {
    const server = await aMailServer(refusing("weg@example.org", code));
    await make("a@example.org", "weg@example.org", "b@example.org");
    await sendTo(server.url);
    assert.deepEqual(await states(), { "a@example.org": "sent", "weg@example.org": "waiting", "b@example.org": "sent" });
    const waits = () =>
      region.asOwner<{ refusals: number; later: boolean }>("select refusals, next_try > now() as later from mail where state = 'waiting'");
    assert.deepEqual(await waits(), [{ refusals: 1, later: true }]);
    await region.asOwner("update mail set next_try = now() where state = 'waiting'");
    await sendTo(server.url);
    assert.deepEqual(await waits(), [{ refusals: 2, later: true }]);
    assert.equal(server.got.length, 2);
  });

test("mail that the server refuses after it has the whole of it is not in doubt", async () => {
  const server = await aMailServer({
    onData: (stream, _session, done) => void text(stream).then(() => done(Object.assign(new Error("no"), { responseCode: 452 }))),
  });
  await make("a@example.org");
  await sendTo(server.url);
  assert.deepEqual(await states(), { "a@example.org": "waiting" });
});

test("a connection cut off after the last line leaves the mail in doubt: it may have arrived, so it never goes again by itself", async () => {
  const cutting = breakingOff();
  const server = await aMailServer(cutting);
  await make("a@example.org");
  await sendTo(server.url).catch(() => undefined);
  assert.deepEqual(await states(), { "a@example.org": "in-doubt" });
  await sendTo(server.url);
  assert.equal(cutting.arrived.length, 1);
});

test("what a sender had in hand when it was killed is in doubt; what it had not handed over goes", async () => {
  const server = await aMailServer();
  await make("killed@example.org", "a@example.org");
  await region.asOwner("update mail set state = 'sending' where to_address = 'killed@example.org'");
  await sendTo(server.url);
  assert.deepEqual(await states(), { "killed@example.org": "in-doubt", "a@example.org": "sent" });
  assert.equal(server.got.length, 1);
});

test("it signs in where the mail server asks for it", async () => {
  const server = await aMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      done(
        auth.username === "wieg" && auth.password === "p@ss" ? null : new Error("no"),
        auth.username === "wieg" ? { user: "wieg" } : undefined,
      ),
  });
  await make("a@example.org");
  await assert.rejects(sendTo(server.url.replace("://", "://wieg:wrong@")));
  assert.deepEqual(await states(), { "a@example.org": "waiting" });
  await sendTo(server.url.replace("://", "://wieg:p%40ss@"));
  assert.equal(server.got.length, 1);
});

test("a demonstration region sends nothing: its mail stands in the mailbox", async () => {
  await make("a@example.org");
  await sendTo(null);
  assert.deepEqual(await states(), { "a@example.org": "sent" });
});

test("a process that stops leaves the rest to the next", async () => {
  const server = await aMailServer();
  await make("a@example.org");
  await sendMailTask({ smtpUrl: server.url, from }).run({}, AbortSignal.abort());
  assert.deepEqual(await states(), { "a@example.org": "waiting" });
});

test("all mail of one transaction asks for one sending", async () => {
  const jobs = async () => (await region.asOwner("select from graphile_worker.jobs where task_identifier = 'send-mail'")).length;
  const had = await jobs();
  await region.asOwner("select app.put_mail(i || '@example.org', 's', 'b', i::text) from generate_series(1, 20) i");
  assert.equal((await jobs()) - had, 1);
  await region.asOwner("select app.put_mail('x@example.org', 's', 'b', 'x')");
  assert.equal((await jobs()) - had, 2);
});
