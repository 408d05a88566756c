import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { withActor } from "../db/withActor.ts";
import { urlFor } from "../db/roles.ts";
import { startWorker } from "./worker.ts";

let region: Region;
before(async () => {
  region = await aRegion();
});
after(() => region.close());

const waiting = () =>
  region.asOwner<{ attempts: number; later: boolean }>(
    "select attempts, run_at > now() as later from graphile_worker._private_jobs where key = 'clear-old'",
  );

test("a recurring job that failed for the last time comes back at its next time", async () => {
  const tried = Promise.withResolvers<undefined>();
  const run = () => {
    tried.resolve(undefined);
    return Promise.reject(new Error("it fails, whatever one does"));
  };
  const worker = await startWorker(urlFor("wieg_worker", region.adminUrl), [{ name: "clear-old", recurs: { dailyAt: "02:50" }, run }]);
  await region.asOwner("update graphile_worker._private_jobs set attempts = max_attempts - 1, run_at = now() where key = 'clear-old'");
  await region.asOwner("select pg_notify('jobs:insert', '{\"r\":1,\"count\":1}')");
  await tried.promise;
  await worker.stop();
  assert.deepEqual(await waiting(), [{ attempts: 0, later: true }]);
});

test("what a killed worker had in hand goes to the next, what fell due meanwhile is done, and a worker that runs keeps its own", async (t) => {
  const task = (name: string, run: () => Promise<void>) => ({ name, recurs: { dailyAt: "02:50" }, run });
  const job = (key: string) =>
    region.asOwner<{ locked: boolean; due: boolean; attempts: number }>(
      "select locked_at is not null as locked, run_at <= now() as due, attempts from graphile_worker._private_jobs where key = $1",
      [key],
    );
  const [begun, ready] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const url = urlFor("wieg_worker", region.adminUrl);
  const first = await startWorker(url, [
    task("seal-trail", async () => {
      begun.resolve(undefined);
      await ready.promise;
    }),
  ]);
  t.after(async () => {
    ready.resolve(undefined);
    await first.stop();
  });
  await region.asOwner("update graphile_worker._private_jobs set run_at = now() where key = 'seal-trail'");
  await region.asOwner("select pg_notify('jobs:insert', '{\"r\":1,\"count\":1}')");
  await begun.promise;
  await region.asOwner("select graphile_worker.add_job('clear-old', run_at => now() - interval '1 hour', job_key => 'clear-old')");
  await region.asOwner(
    "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-killed', attempts = 1 where key = 'clear-old'",
  );
  const done = Promise.withResolvers<undefined>();
  const second = await startWorker(url, [
    task("clear-old", () => Promise.resolve(done.resolve(undefined))),
    task("seal-trail", () => Promise.reject(new Error("taken from who has it in hand"))),
  ]);
  t.after(() => second.stop());
  await done.promise;
  assert.deepEqual(await job("seal-trail"), [{ locked: true, due: true, attempts: 1 }]);
});

test("the application plans no recurring job, and nothing for years from now", async () => {
  const midwife = await region.actor("midwife", "practice");
  const ask = (options: { at?: string; once?: string }) => withActor(midwife, "test", ({ enqueue }) => enqueue("seal-trail", {}, options));
  await assert.rejects(ask({ once: "seal-trail" }), { code: "42501" });
  await assert.rejects(ask({ once: "clear-old" }), { code: "42501" });
  await assert.rejects(ask({ at: "2100-01-01T00:00:00Z" }), { code: "42501" });
  await ask({ once: "seal-trail of one upload" });
});
