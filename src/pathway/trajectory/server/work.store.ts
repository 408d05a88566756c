import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { WorkFacts } from "../workKind.ts";

/** For whom work is: one professional in her job, everyone with one role in an organisation, or a whole organisation. */
export type WorkFor = { membershipId: string } | { organisationId: string; role: string } | { organisationId: string };

export interface NewWork {
  readonly for: WorkFor;
  readonly trajectoryId: string;
  /** A kind that the concept declared (workKind.ts). */
  readonly kind: string;
  readonly subjectId: string;
  /** mine: has to do it. waiting: asked for it, and sees that it waits. */
  readonly side?: "mine" | "waiting";
  readonly dueOn: Day;
  readonly facts?: WorkFacts;
}

/** Puts a piece of work before someone, once: put again it only takes the new term. Nothing when that team does not exist. */
export async function putWork(db: Db, work: NewWork): Promise<void> {
  await sql`select trust.put_work(principal, ${work.trajectoryId}, ${work.kind}, ${work.subjectId}, ${work.side ?? "mine"}, ${work.dueOn}, ${JSON.stringify(work.facts ?? {})}::jsonb)
    from (${principalOf(work.for)}) as whom(principal) where principal is not null`.execute(db);
}

/** Takes work of one kind, or of several, off every list it stands on: of one subject, or (null) all of it on the line. */
export async function closeWork(
  db: Db,
  work: { trajectoryId: string; kind: string | readonly string[]; subjectId: string | null; why?: string },
): Promise<void> {
  await sql`select trust.close_work(${work.trajectoryId}, kind, ${work.subjectId}, ${work.why ?? "done"})
    from unnest(${[work.kind].flat()}::text[]) as kind`.execute(db);
}

function principalOf(whom: WorkFor) {
  if ("membershipId" in whom) return sql`select principal from membership where id = ${whom.membershipId}`;
  if ("role" in whom) return sql`select principal from team where organisation_id = ${whom.organisationId} and role = ${whom.role}`;
  return sql`select principal from organisation where id = ${whom.organisationId}`;
}
