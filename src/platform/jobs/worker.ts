import { EventEmitter } from "node:events";
import { Logger, run, type JobHelpers, type WorkerEvents } from "graphile-worker";
import { sql } from "kysely";
import pg from "pg";
import { workerDatabase } from "../db/connection.ts";
import { isLate } from "./rules/isLate.ts";
import { releaseJobs } from "./releaseJobs.store.ts";
import { nextRun } from "./rules/nextRun.ts";
import type { Task } from "./task.ts";

/**
 * Runs the jobs of the queue in this process. Recurring jobs are asked for at the start, once however many processes there are. One that
 * fails comes back at its next time at the latest, however often it failed: the clock of rights and the sealing of the trail never stop.
 * What a worker that was killed had in hand is taken over at the start, and what fell due while none ran is done then.
 */
export async function startWorker(url: string, tasks: readonly Task[], concurrency = 2): Promise<{ stop: () => Promise<void> }> {
  const pool = newPool(url, concurrency);
  await releaseJobs();
  for (const task of tasks) await askFirst(task);
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 5_000,
    logger: quiet,
    events: sayingWhoRuns(pool),
    taskList: Object.fromEntries(
      tasks.map((task) => [
        task.name,
        async (payload: unknown, { job, abortSignal }: JobHelpers) => {
          try {
            await task.run(payload as Readonly<Record<string, unknown>>, abortSignal);
          } catch (error) {
            if (task.recurs && isLate(task.recurs, job, Temporal.Now.instant().toString())) await askAgain(task);
            throw error;
          }
          await askAgain(task);
        },
      ]),
    ),
  });
  return {
    stop: async () => {
      await runner.stop();
      await pool.end();
    },
  };
}

/** Its own pool would still be closing when `stop` answers, and a database that stops right after would bring the process down. */
function newPool(url: string, concurrency: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: concurrency + 2, application_name: "wieg-worker", pipeline: true });
  pool.on("error", () => undefined); // a connection that breaks is replaced at its next use
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/**
 * The name that jobs are taken under is locked, shared, on every connection, before it takes a job: `app.release_jobs` tries that lock. It
 * goes with the connections, at once when the process is killed.
 */
function sayingWhoRuns(pool: pg.Pool): WorkerEvents {
  const events = new EventEmitter() as WorkerEvents;
  let name: string | null = null;
  const clients = new Set<pg.PoolClient>();
  const hold = (client: pg.PoolClient) =>
    void client.query("select pg_advisory_lock_shared(hashtextextended('wieg-worker ' || $1, 0))", [name]).catch(() => undefined);
  pool.on("connect", (client) => {
    clients.add(client);
    if (name !== null) hold(client);
  });
  pool.on("remove", (client) => clients.delete(client));
  events.on("pool:create", ({ workerPool }) => {
    name = workerPool.id;
    for (const client of clients) hold(client);
  });
  return events;
}

/** At the start: what waits already keeps its time, also if that has passed. */
async function askFirst(task: Task): Promise<void> {
  if (!task.recurs) return;
  const at = nextRun(task.recurs, Temporal.Now.instant().toString());
  await sql`select app.plan_recurring(${task.name}, ${at}::timestamptz)`.execute(workerDatabase());
}

/** One waiting run of each recurring job: asked for twice it stays one. */
async function askAgain(task: Task): Promise<void> {
  if (!task.recurs) return;
  const at = nextRun(task.recurs, Temporal.Now.instant().toString());
  await sql`select app.enqueue(${task.name}, '{}'::jsonb, ${at}::timestamptz, ${task.name})`.execute(workerDatabase());
}

/** A job's fault is named by its task alone: a message of the database can hold a value. */
const quiet = new Logger(() => (level, message, meta) => {
  if (level === "error")
    process.stderr.write(
      `${JSON.stringify({ level, job: typeof meta?.["job"] === "object" ? String((meta["job"] as { task_identifier?: string }).task_identifier) : "", at: new Date().toISOString(), text: message.slice(0, 20) })}\n`,
    );
});
