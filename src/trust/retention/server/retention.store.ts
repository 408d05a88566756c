import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { CountsFrom, HoldReason, RecordKind } from "../retention.ts";

export interface KeptPeriod {
  readonly kind: RecordKind;
  readonly months: number | null;
  readonly countsFrom: CountsFrom;
  readonly source: string;
  readonly onRequest: "may" | "never";
}

/** The periods that hold today. */
export async function listPeriods(db: Db): Promise<readonly KeptPeriod[]> {
  const { rows } = await sql<KeptPeriod>`
    select p.kind, p.months, p.counts_from as "countsFrom", p.source, p.on_request as "onRequest"
    from (select distinct kind from retention_period) k cross join lateral trust.period_of(k.kind) p where p.kind is not null order by p.months desc nulls last, p.kind`.execute(
    db,
  );
  return rows;
}

export interface Due {
  readonly id: string;
  readonly kind: RecordKind;
  readonly keepUntil: Day;
  readonly foundOn: Day;
  readonly state: "proposed" | "held";
  readonly heldBecause: HoldReason | null;
  readonly heldUntil: Day | null;
  readonly version: number;
}

/** What comes due, the earliest first. It names no family: the privacy officer knows the kind and the day. */
export async function listDue(db: Db, most: number): Promise<{ due: readonly Due[]; total: number }> {
  const { rows } = await sql<Due & { total: number }>`
    select id, kind, keep_until as "keepUntil", found_on as "foundOn", state, held_because as "heldBecause", held_until as "heldUntil", version,
      count(*) over ()::integer as total
    from retention_due where state in ('proposed', 'held') order by keep_until, id limit ${most}`.execute(db);
  return { due: rows, total: rows[0]?.total ?? 0 };
}

export async function holdDue(db: Db, hold: { id: string; because: HoldReason; until: Day; version: number }): Promise<boolean> {
  const { rows } = await sql<{
    held: boolean;
  }>`select trust.hold_due(${hold.id}, ${hold.because}, ${hold.until}, ${hold.version}) as held`.execute(db);
  return rows[0]?.held ?? false;
}

export async function releaseDue(db: Db, id: string, version: number): Promise<boolean> {
  const { rows } = await sql<{ released: boolean }>`select trust.release_due(${id}, ${version}) as released`.execute(db);
  return rows[0]?.released ?? false;
}

export interface Proof {
  readonly id: string;
  readonly why: "term" | "request";
  readonly kinds: readonly RecordKind[];
  readonly records: number;
  readonly whole: boolean;
  readonly at: Date;
}

/** What was destroyed, newest first: that it happened, and how much. */
export async function listProofs(db: Db, most: number): Promise<readonly Proof[]> {
  const { rows } = await sql<Proof>`
    select id, why, kinds, whole, destroyed_at as at, (select coalesce(sum(value::integer), 0)::integer from jsonb_each_text(records)) as records
    from destroyed_file order by destroyed_at desc, id limit ${most}`.execute(db);
  return rows;
}

export interface Candidate {
  readonly trajectoryId: string;
  readonly kind: RecordKind;
  readonly made: Day;
  readonly lastChange: Day;
  readonly lineEnded: Day | null;
}

/** The next lines of the nightly walk. None: the walk is done. */
export async function takeCandidates(db: Db, most: number): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select trajectory_id as "trajectoryId", kind, made, last_change as "lastChange", line_ended as "lineEnded" from trust.retention_candidates(${most})`.execute(
    db,
  );
  return rows;
}

export async function proposeDestruction(db: Db, trajectoryId: string, kind: RecordKind, keepUntil: Day): Promise<void> {
  await sql`select trust.propose_destruction(${trajectoryId}, ${kind}, ${keepUntil})`.execute(db);
}

/** What the night destroys: one at a time, each in a transaction of its own. */
export async function dueToDestroy(db: Db, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select due as id from trust.due_to_destroy(${most}) as due`.execute(db);
  return rows.map(({ id }) => id);
}

export async function destroyDue(db: Db, id: string): Promise<void> {
  await sql`select trust.destroy_due(${id})`.execute(db);
}

/** Questions of the front door that were closed long enough ago; how many went. */
export async function destroyQuestions(db: Db, most: number): Promise<number> {
  const { rows } = await sql<{ went: number }>`select trust.destroy_questions(${most}) as went`.execute(db);
  return rows[0]?.went ?? 0;
}

/** Holds end by their date, and the privacy officers hear what comes due. */
export async function endHolds(db: Db): Promise<void> {
  await sql`select trust.end_holds()`.execute(db);
}

export async function confirmedDestructions(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select request as id from trust.confirmed_destructions() as request`.execute(db);
  return rows.map(({ id }) => id);
}

export async function carryOutDestruction(db: Db, request: string): Promise<void> {
  await sql`select trust.carry_out_destruction(${request})`.execute(db);
}

export async function findDue(db: Db, id: string): Promise<Due | null> {
  const { rows } =
    await sql<Due>`select id, kind, keep_until as "keepUntil", found_on as "foundOn", state, held_because as "heldBecause", held_until as "heldUntil", version
    from retention_due where id = ${id} and state in ('proposed', 'held')`.execute(db);
  return rows[0] ?? null;
}
