import { sql } from "kysely";
import type pg from "pg";
import type { Db } from "../../../platform/db/withActor.ts";

/** Seals what was written; gives the number of events. */
export async function sealTrail(db: Db): Promise<number> {
  const { rows } = await sql<{ events: number }>`select trust.seal_trail() as events`.execute(db);
  return rows[0]?.events ?? 0;
}

export async function makeTrailMonths(db: Db): Promise<void> {
  await sql`select trust.make_trail_partitions(3)`.execute(db);
}

export interface Head {
  readonly seal: number;
  readonly hash: string;
}

export async function findHead(db: Db): Promise<Head | null> {
  const { rows } = await sql<Head>`select seal, hash from trust.trail_head()`.execute(db);
  return rows[0] ?? null;
}

/** A seal with what its events give today. */
export interface CheckedSeal {
  readonly id: number;
  readonly epoch: number;
  readonly from_xid: string;
  readonly below_xid: string;
  readonly events: number;
  readonly leaves: Buffer;
  readonly previous: Buffer;
  readonly hash: Buffer;
  readonly found_events: number;
  readonly found_leaves: Buffer;
  readonly found_root: Buffer;
}

/** The seals after `afterId`, in order, a few at a time. Needs the owner's connection. */
export async function checkSeals(owner: pg.Client, afterId: number): Promise<readonly CheckedSeal[]> {
  const { rows } = await owner.query<CheckedSeal>(
    `select s.*, s.id::integer as id, s.from_xid::text as from_xid, s.below_xid::text as below_xid, b.events as found_events, b.leaves as found_leaves, b.root as found_root
     from (select * from trail_seal where id > $1 order by id limit 20) s cross join lateral trust.batch_digests(s.epoch, s.from_xid, s.below_xid) b order by s.id`,
    [afterId],
  );
  return rows;
}

/** The event at a place in a seal's batch, or null when none stands there any more. */
export async function findSealedEvent(
  owner: pg.Client,
  seal: CheckedSeal,
  index: number,
): Promise<{ seq: number; at: Date; event: string } | null> {
  const { rows } = await owner.query<{ seq: number; at: Date; event: string }>(
    "select seq, at, event from trail_event e where epoch = $1 and xid >= $2::xid8 and xid < $3::xid8 order by e.xid, e.seq offset $4 limit 1",
    [seal.epoch, seal.from_xid, seal.below_xid, index],
  );
  return rows[0] ?? null;
}

/** Events that no seal covers: the tail, and anything written into a sealed stretch of an earlier epoch. */
export async function countUnsealed(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ unsealed: number }>(
    `select (select count(*) from trail_event)::bigint - coalesce((select sum(events) from trail_seal), 0)::bigint as unsealed`,
  );
  return rows[0]?.unsealed ?? 0;
}

/** The first event whose changes, as record_history has them, are not those of which it kept the digest; null where all agree. */
export async function findChangedContent(owner: pg.Client): Promise<{ seq: number; at: Date; event: string } | null> {
  const { rows } = await owner.query<{ seq: number; at: Date; event: string }>(
    `select e.seq, e.at, e.event from trail_event e where e.digest is distinct from trust.digest_of_changes(e.epoch, e.xid) order by e.seq limit 1`,
  );
  return rows[0] ?? null;
}
