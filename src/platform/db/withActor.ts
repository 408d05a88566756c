import { sql, type Transaction } from "kysely";
import type { Actor } from "./actor.ts";
import { database } from "./connection.ts";
import { retryConflicts } from "./retryConflicts.ts";
import type { DB } from "./schema.ts";
import { inTransaction, type Outcome as Ended } from "./transaction.ts";

export type Db = Transaction<DB>;

/** What a use case works with, all within one transaction. */
export interface Work {
  readonly db: Db;
  /** Today in the Netherlands, by the database's clock. */
  readonly today: string;
  /** Says what the act is about: written in the trail with the act itself. May be called more than once. */
  about(facts: { trajectories?: readonly string[]; part?: string; purpose?: string }): void;
  /** Asks for a job that starts when this transaction has committed. The payload holds ids only. */
  enqueue(task: string, payload: Readonly<Record<string, string | number>>, options?: { at?: string; once?: string }): Promise<void>;
}

interface Outcome {
  readonly code: string;
}

/**
 * The only way to the database for a signed-in professional. Opens one transaction, says who is asking, runs the use case and writes its
 * trail event; if the event cannot be written, nothing happened. A form sent twice is done once: the second gets the first's answer.
 * Raises SignedOut when the session is over.
 */
export async function withActor<Result>(actor: Actor, event: string, run: (work: Work) => Promise<Result>): Promise<Result> {
  if (!actor.events.includes(event)) throw new Error(`The route does not name the trail event ${event}.`);
  const attempt = () =>
    retryConflicts(() => inTransaction(database(), (db) => (actor.onlyLooks ? look(db, actor, event, run) : act(db, actor, event, run))));
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof AnotherDay) return attempt();
    throw error;
  }
}

type Run<Result> = (work: Work) => Promise<Result>;

async function act<Result>(db: Db, actor: Actor, event: string, run: Run<Result>): Promise<Ended<Result>> {
  const [today, earlier] = await Promise.all([openSession(db, actor), claimRequest(db, actor)]);
  if (earlier) return { result: earlier.outcome as Result, onItsWay: null };
  const { work, facts } = newWork(db, today);
  const result = await run(work);
  await endWith(db, actor, event, result, facts); // given to the commit when all of it is written
  return { result, onItsWay: null };
}

/** The day that the database said last. */
let lastDay: string | null = null;
/** The questions were asked for the day that was: they are asked anew. */
class AnotherDay extends Error {}

/**
 * Who only looks asks the first of her questions along with who she is, for the day that the database said last: one turn less for each page
 * [docs/decisions/0010]. Nothing is shown before the session has answered, and a day that turned out over is asked anew.
 */
async function look<Result>(db: Db, actor: Actor, event: string, run: Run<Result>): Promise<Ended<Result>> {
  const opened = openSession(db, actor);
  const expected = lastDay ?? (lastDay = await opened);
  const { work, facts } = newWork(db, expected);
  const [today, looked] = await Promise.allSettled([opened, run(work)]);
  if (today.status === "rejected") throw today.reason;
  lastDay = today.value;
  if (lastDay !== expected) throw new AnotherDay();
  if (looked.status === "rejected") throw looked.reason;
  return { result: looked.value, onItsWay: endWith(db, actor, event, looked.value, facts) };
}

/** The trail, and what is remembered of a form: without them nothing happened. */
function endWith(db: Db, actor: Actor, event: string, result: unknown, facts: Facts): Promise<unknown> {
  const outcome = outcomeOf(result);
  const trail = writeTrail(db, actor, event, outcome === "done" || outcome === null ? "done" : "refused", facts);
  return actor.requestKey === null ? trail : Promise.all([trail, finishRequest(db, actor.requestKey, result)]);
}

/** Thrown when the token belongs to nobody (any more). */
export class SignedOut extends Error {}

async function openSession(db: Db, actor: Actor): Promise<string> {
  // Goes along with the next. For who only looks a plan is made once for each connection, not for each value [docs/decisions/0010].
  const plans = actor.onlyLooks ? sql`set local plan_cache_mode = force_generic_plan`.execute(db) : null;
  const opened = sql<{ today: string }>`
    select app.today() as today from trust.open_session(${actor.token}) where membership_id = ${actor.membershipId} and role = ${actor.role}`.execute(
    db,
  );
  const [{ rows }] = await Promise.all([opened, plans]);
  const row = rows[0];
  if (!row) throw new SignedOut();
  return row.today;
}

async function claimRequest(db: Db, actor: Actor): Promise<{ outcome: unknown } | null> {
  if (actor.requestKey === null) return null;
  const { rows } = await sql<{ first: boolean; outcome: unknown }>`select * from trust.claim_request(${actor.requestKey})`.execute(db);
  const claim = rows[0];
  if (!claim) throw new SignedOut(); // the key of someone else's form
  return claim.first ? null : { outcome: claim.outcome };
}

/** Only an act that was done is remembered: a refused form may be mended and sent again. */
async function finishRequest(db: Db, key: string, result: unknown): Promise<void> {
  const outcome = outcomeOf(result);
  if (outcome === "done" || outcome === null)
    await sql`select trust.finish_request(${key}, ${JSON.stringify(result ?? { code: "done" })}::jsonb)`.execute(db);
  else await sql`select trust.release_request(${key})`.execute(db);
}

const outcomeOf = (result: unknown): string | null =>
  typeof result === "object" && result !== null && "code" in result && typeof (result as Outcome).code === "string"
    ? (result as Outcome).code
    : null;

interface Facts {
  trajectories: string[];
  part: string | null;
  purpose: string | null;
}

function newWork(db: Db, today: string): { work: Work; facts: Facts } {
  const facts: Facts = { trajectories: [], part: null, purpose: null };
  const work: Work = {
    db,
    today,
    about({ trajectories, part, purpose }) {
      if (trajectories) facts.trajectories.push(...trajectories);
      facts.part = part ?? facts.part;
      facts.purpose = purpose ?? facts.purpose;
    },
    async enqueue(task, payload, options = {}) {
      await sql`select app.enqueue(${task}, ${JSON.stringify(payload)}::jsonb, coalesce(${options.at ?? null}::timestamptz, now()), ${options.once ?? null})`.execute(
        db,
      );
    },
  };
  return { work, facts };
}

async function writeTrail(db: Db, actor: Actor, event: string, outcome: "done" | "refused", facts: Facts): Promise<void> {
  await sql`select trust.record(${event}, ${outcome}, ${facts.trajectories}::uuid[], ${facts.part}, ${facts.purpose}, ${actor.source}, ${actor.requestId})`.execute(
    db,
  );
}
