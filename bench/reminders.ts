// 5,000 reminders due in the same minute, sent once each, by a worker that is killed (-9) half-way and by the one that takes its place.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { connections } from "../src/platform/mail/server/sendMail.ts";
import { aRegion } from "../src/registry/testing/aRegion.ts";
import { report } from "./report.ts";

const reminders = 5_000;
const times = new Map<string, number>();
let arrived = 0;
let half: () => void = () => undefined;
const atHalf = new Promise<void>((resolve) => (half = resolve));
const mailServer = new SMTPServer({
  authOptional: true,
  disableReverseLookup: true, // a machine without a network waits for it
  disabledCommands: ["STARTTLS"],
  onData: (stream, session, done) => {
    stream.resume();
    stream.on("end", () => {
      for (const { address } of session.envelope.rcptTo) times.set(address, (times.get(address) ?? 0) + 1);
      if (++arrived === reminders / 2) half();
      done();
    });
  },
});
mailServer.on("error", () => undefined); // the connections of the worker that is killed
await new Promise<void>((resolve) => mailServer.listen(0, "127.0.0.1", resolve));
const smtpUrl = `smtp://127.0.0.1:${(mailServer.server.address() as AddressInfo).port}`;

const region = await aRegion();
await region.asOwner("alter table professional disable trigger user").catch(() => undefined);
await region.asOwner(
  `with person as (insert into professional (principal, display_name, email) select trust.new_principal('professional'), 'Persoon ' || i, 'persoon' || i || '@example.org'
     from generate_series(1, ${reminders}) i returning id)
   insert into membership (professional_id, organisation_id, role, since) select id, $1, 'midwife', app.today() - 10 from person`,
  [region.organisationId("practice")],
);
await region.asOwner("alter table work_item disable trigger notice_of_new_work");
await region.asOwner(
  "insert into work_item (principal, kind, subject_id, due_on) select principal, 'offer.check', gen_random_uuid(), app.today() from membership",
);

/** A worker in a process of its own, as it runs beside a server. */
function aWorker(): ChildProcess {
  const from = (file: string) => JSON.stringify(new URL(`../src/${file}`, import.meta.url).href);
  const code = `
    const { connect } = await import(${from("platform/db/connection.ts")});
    const { urlFor } = await import(${from("platform/db/roles.ts")});
    const { startWorker } = await import(${from("platform/jobs/worker.ts")});
    const { tasksFor } = await import(${from("main/tasks.ts")});
    const { adminUrl, smtpUrl } = JSON.parse(process.env.WIEG_BENCH_WORKER);
    connect({ app: urlFor("wieg_app", adminUrl), worker: urlFor("wieg_worker", adminUrl) });
    await startWorker(urlFor("wieg_worker", adminUrl), tasksFor({ publicUrl: "http://localhost", mail: { smtpUrl, from: "wieg@example.org" }, trailHeadsFile: "/dev/null" }));`;
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
    env: { ...process.env, WIEG_BENCH_WORKER: JSON.stringify({ adminUrl: region.adminUrl, smtpUrl }) },
    stdio: ["ignore", "inherit", "inherit"],
  });
}
async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
const inState = async (...states: readonly string[]): Promise<number> =>
  (await region.asOwner<{ n: number }>("select count(*)::int as n from mail where state = any($1)", [states]))[0]?.n ?? 0;

const first = aWorker();
while ((await region.asOwner("select from app.job_kind where name = 'notice-due-work'")).length === 0)
  await new Promise((next) => setTimeout(next, 50));
const start = performance.now();
await region.asOwner("select app.enqueue('notice-due-work', '{}'::jsonb)");
await atHalf;
const killedAt = (performance.now() - start) / 1000;
await killed(first);
const second = aWorker();
while ((await inState("sent", "in-doubt")) < reminders) await new Promise((next) => setTimeout(next, 100));
const seconds = (performance.now() - start) / 1000;
const doubtful = new Set(
  (await region.asOwner<{ address: string }>("select to_address as address from mail where state = 'in-doubt'")).map(
    ({ address }) => address,
  ),
);
const missed = (await region.asOwner<{ address: string }>("select to_address as address from mail"))
  .map(({ address }) => address)
  .filter((address) => !times.has(address));
await killed(second);
await region.close();
await new Promise<void>((resolve) => mailServer.close(() => resolve()));

const twice = [...times.values()].filter((count) => count > 1).length;
process.stdout.write(
  `killed after ${killedAt.toFixed(1)} s; ${times.size} of ${reminders} people got theirs; ${doubtful.size} mails are in doubt, of which ${missed.length} did not arrive\n`,
);
report("reminders", [
  { name: "5,000 reminders, a kill -9 and a new worker in it", value: seconds, unit: "s", goal: 60 },
  { name: "people who got two", value: twice, unit: "people", goal: 0, rule: "exactly" },
  {
    name: "people who got none, and of whom the administrator is not told",
    value: missed.filter((address) => !doubtful.has(address)).length,
    unit: "people",
    goal: 0,
    rule: "exactly",
  },
  { name: "told to the administrator as in doubt: at most one a connection", value: doubtful.size, unit: "mails", goal: connections },
]);
