// 5,000 reminders due in the same minute, sent once each, by a worker that is killed (-9) half-way and by the one that takes its place.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { aRegion } from "../src/registry/testing/aRegion.ts";
import { report } from "./report.ts";

const reminders = 5_000;
/** Jobs that one worker has in hand at a time: what was handed over when it was killed is never sent again (src/platform/mail). */
const inHand = 2;

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
    await startWorker(urlFor("wieg_worker", adminUrl), tasksFor({ publicUrl: "http://localhost", mail: { smtpUrl, from: "wieg@example.org" }, trailHeadsFile: "/dev/null" }), ${inHand});`;
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
const waiting = async (): Promise<number> =>
  (await region.asOwner<{ left: number }>("select count(*)::int as left from mail where state = 'waiting'"))[0]?.left ?? 0;

const first = aWorker();
while ((await region.asOwner("select from app.job_kind where name = 'notice-due-work'")).length === 0)
  await new Promise((next) => setTimeout(next, 50));
const start = performance.now();
await region.asOwner("select app.enqueue('notice-due-work', '{}'::jsonb)");
await atHalf;
const killedAt = (performance.now() - start) / 1000;
await killed(first);
const second = aWorker();
while ((await waiting()) > 0) await new Promise((next) => setTimeout(next, 100));
const handed = async () =>
  (await region.asOwner<{ handed: number }>("select count(*)::int as handed from mail where state = 'sending'"))[0]?.handed ?? 0;
const deadline = performance.now() + 2_000;
while ((await handed()) > 0 && performance.now() < deadline) await new Promise((next) => setTimeout(next, 50));
const seconds = (performance.now() - start) / 1000;
const cut = await handed();
await killed(second);
await region.close();
await new Promise<void>((resolve) => mailServer.close(() => resolve()));

const twice = [...times.values()].filter((count) => count > 1).length;
process.stdout.write(`killed after ${killedAt.toFixed(1)} s with ${cut} in hand; ${times.size} of ${reminders} people got theirs\n`);
report("reminders", [
  { name: "5,000 reminders, a kill -9 and a new worker in it", value: seconds, unit: "s", goal: 60 },
  { name: "people who got two", value: twice, unit: "people", goal: 0, rule: "exactly" },
  {
    name: "people who got none that day: at most what was in hand when it was killed",
    value: reminders - times.size,
    unit: "people",
    goal: inHand,
  },
]);
