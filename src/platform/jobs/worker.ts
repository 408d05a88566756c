import { Logger, run, type JobHelpers } from "graphile-worker";
import { sql } from "kysely";
import pg from "pg";
import { workerDatabase } from "../db/connection.ts";
import { isLate } from "./rules/isLate.ts";
import { nextRun } from "./rules/nextRun.ts";
import type { Task } from "./task.ts";

/**
 * Runs the jobs of the queue in this process. Recurring jobs are asked for at the start, once however many processes there are. One that
 * fails comes back at its next time at the latest, however often it failed: the clock of rights and the sealing of the trail never stop.
 */
export async function startWorker(url: string, tasks: readonly Task[], concurrency = 2): Promise<{ stop: () => Promise<void> }> {
  const pool = newPool(url, concurrency);
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 5_000,
    logger: quiet,
    taskList: Object.fromEntries(
      tasks.map((task) => [
        task.name,
        async (payload: unknown, { job }: JobHelpers) => {
          try {
            await task.run(payload as Readonly<Record<string, unknown>>);
          } catch (error) {
            if (task.recurs && isLate(task.recurs, job, Temporal.Now.instant().toString())) await askAgain(task);
            throw error;
          }
          await askAgain(task);
        },
      ]),
    ),
  });
  for (const task of tasks) await askAgain(task);
  return {
    stop: async () => {
      await runner.stop();
      await pool.end();
    },
  };
}

/** Its own pool would still be closing when `stop` answers, and a database that stops right after would bring the process down. */
function newPool(url: string, concurrency: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: concurrency + 2, application_name: "wieg-worker" });
  pool.on("error", () => undefined); // a connection that breaks is replaced at its next use
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
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
