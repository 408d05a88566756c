import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Likeness, Person } from "../doubles.ts";

/** A line of a family that waits. */
export interface WaitingLine {
  readonly trajectoryId: string;
  readonly person: Person;
}

/** Takes families that wait out of the queue; for the job alone. */
export async function takeWaiting(db: Db, families: number): Promise<readonly WaitingLine[]> {
  const { rows } = await sql<WaitingLine>`
    select trajectory_id as "trajectoryId", person from trust.take_double_checks(${families}) where person is not null`.execute(db);
  return rows;
}

/** Lines of other organisations that lie near these; `near` are birth dates with the postcode at which they count. For the job alone. */
export async function findCandidates(
  db: Db,
  lines: readonly string[],
  near: readonly string[],
): Promise<readonly { one: string; other: string; person: Person }[]> {
  const { rows } = await sql<{ one: string; other: string; person: Person }>`
    select one, other, person from trust.double_candidates(${[...lines]}::uuid[], ${[...near]}::text[]) where person is not null`.execute(
    db,
  );
  return rows;
}

export async function areFamiliesWaiting(db: Db): Promise<boolean> {
  const { rows } = await sql<{ waiting: boolean }>`select trust.double_checks_waiting() as waiting`.execute(db);
  return rows[0]?.waiting ?? false;
}

export async function putReview(db: Db, review: { one: string; other: string; likeness: readonly Likeness[]; dueOn: Day }): Promise<void> {
  await sql`select trust.put_double_review(${review.one}, ${review.other}, ${[...review.likeness]}::text[], ${review.dueOn})`.execute(db);
}

export type ReviewState = "open" | "same" | "different";

/** A review as its list shows it: no facts of a family. */
export interface Review {
  readonly id: string;
  readonly state: ReviewState;
  readonly likeness: readonly Likeness[];
  readonly foundAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly oneTrajectory: string;
  readonly otherTrajectory: string;
  readonly one: string;
  readonly other: string;
  readonly merged: boolean;
  readonly undoneAt: Date | null;
}

const columns = sql`r.id, r.state, r.likeness, r.found_at as "foundAt", r.decided_at as "decidedAt", p.display_name as "decidedBy",
  r.one_trajectory_id as "oneTrajectory", r.other_trajectory_id as "otherTrajectory", a.name as one, b.name as other,
  exists (select from line_merge g where g.review_id = r.id and g.undone_at is null) as merged,
  (select max(g.undone_at) from line_merge g where g.review_id = r.id) as "undoneAt"`;
const tables = sql`double_review r join organisation a on a.id = r.one_organisation_id join organisation b on b.id = r.other_organisation_id
  left join professional p on p.id = r.decided_by`;

/** Open ones first, the longest waiting on top; then what was decided, the newest on top. */
export async function listReviews(db: Db): Promise<readonly Review[]> {
  const { rows } =
    await sql<Review>`select ${columns} from ${tables} order by r.state <> 'open', case when r.state = 'open' then r.found_at end, r.decided_at desc limit 100`.execute(
      db,
    );
  return rows;
}

export async function findReview(db: Db, id: string): Promise<Review | null> {
  const { rows } = await sql<Review>`select ${columns} from ${tables} where r.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The least that says whether two lines are one. */
export interface Side extends Person {
  readonly trajectoryId: string;
  readonly organisation: string;
  readonly registeredOn: Day;
}

/** Both sides, the one that was registered first on top; none when the review is closed. */
export async function findSides(db: Db, review: string): Promise<readonly Side[]> {
  const { rows } = await sql<Side>`
    select trajectory_id as "trajectoryId", given_name as "givenName", prefix, family_name as "familyName", birth_date as "birthDate", due_date as "dueDate", postcode,
      organisation, registered_on as "registeredOn" from trust.double_facts(${review})`.execute(db);
  return rows;
}

export async function decideReview(db: Db, decision: { review: string; same: boolean; dueOn: Day }): Promise<boolean> {
  const { rows } = await sql<{
    decided: boolean;
  }>`select trust.decide_double(${decision.review}, ${decision.same}, ${decision.dueOn}) as decided`.execute(db);
  return rows[0]?.decided ?? false;
}

export async function undoReview(db: Db, review: string): Promise<boolean> {
  const { rows } = await sql<{ undone: boolean }>`select trust.undo_merge(${review}) as undone`.execute(db);
  return rows[0]?.undone ?? false;
}

/** A merge as one of its two organisations sees it. */
export interface Merge {
  readonly id: string;
  readonly mergedAt: Date;
  /** Name of the other organisation. */
  readonly other: string;
  /** Whether the asker's line is the one that goes on. */
  readonly kept: boolean;
  readonly ownTrajectory: string;
  /** The line that goes on, when the asker may see it. */
  readonly keptTrajectory: string | null;
  readonly finishedAt: Date | null;
  readonly undoneAt: Date | null;
}

const mergeColumns = sql`g.id, g.merged_at as "mergedAt", o.name as other, g.kept_organisation_id = trust.my_organisation() as kept,
  case when g.kept_organisation_id = trust.my_organisation() then g.kept_trajectory_id else g.folded_trajectory_id end as "ownTrajectory",
  (select t.id from trajectory t where t.id = g.kept_trajectory_id) as "keptTrajectory", g.finished_at as "finishedAt", g.undone_at as "undoneAt"`;
const mergeTables = sql`line_merge g join organisation o on o.id = case when g.kept_organisation_id = trust.my_organisation() then g.folded_organisation_id else g.kept_organisation_id end`;
const ofOwn = sql`trust.my_organisation() in (g.kept_organisation_id, g.folded_organisation_id)`;

export async function findMerge(db: Db, id: string): Promise<Merge | null> {
  const { rows } = await sql<Merge>`select ${mergeColumns} from ${mergeTables} where g.id = ${id} and ${ofOwn}`.execute(db);
  return rows[0] ?? null;
}

/** The merge that this line is part of now. */
export async function findMergeOfLine(db: Db, trajectory: string): Promise<Merge | null> {
  const { rows } = await sql<Merge>`
    select ${mergeColumns} from ${mergeTables} where g.undone_at is null and ${ofOwn} and ${trajectory} in (g.kept_trajectory_id, g.folded_trajectory_id) limit 1`.execute(
    db,
  );
  return rows[0] ?? null;
}

export async function finishMerge(db: Db, merge: string): Promise<boolean> {
  const { rows } = await sql<{ finished: boolean }>`select trust.finish_merge(${merge}) as finished`.execute(db);
  return rows[0]?.finished ?? false;
}

export async function seeMerge(db: Db, merge: string): Promise<void> {
  await sql`select trust.see_merge(${merge})`.execute(db);
}
