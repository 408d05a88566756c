import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { stampedFromSession } from "../../../platform/db/whoRecorded.ts";
import type { EntryKind, EntryState, Evaluation, Responsible, Source, WishSource } from "../familyPlan.ts";

const tables = { question: "plan_question", goal: "plan_goal", agreement: "plan_agreement" } as const satisfies Record<EntryKind, string>;
const sourceOf = (source: Source | null) => ({ source_kind: source?.kind ?? null, source_id: source?.id ?? null });
const responsibleOf = (one: Responsible) => ({
  responsible_kind: one.kind,
  responsible_membership_id: one.kind === "professional" ? one.membershipId : null,
  responsible_person_id: one.kind === "family" ? one.personId : null,
  responsible_name: one.kind === "network" ? one.name : null,
});

/** Several may write in one plan at a time; who records that the family agreed waits for them, and they for her. Until the end of the transaction. */
export async function lockPlan(db: Db, trajectoryId: string, how: "one-part" | "whole"): Promise<void> {
  const key = sql`hashtextextended('family-plan ' || ${trajectoryId}, 0)`;
  await (how === "whole" ? sql`select pg_advisory_xact_lock(${key})` : sql`select pg_advisory_xact_lock_shared(${key})`).execute(db);
}

export interface NewQuestion {
  readonly trajectoryId: string;
  readonly wording: string;
  readonly source: Source<WishSource> | null;
}
export async function insertQuestion(db: Db, one: NewQuestion): Promise<string> {
  const row = await db
    .insertInto("plan_question")
    .values({
      trajectory_id: one.trajectoryId,
      wording: one.wording,
      ...sourceOf(one.source),
      author_organisation_id: stampedFromSession,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export interface NewGoal extends NewQuestion {
  readonly questionId: string | null;
  readonly evaluateOn: Day;
}
export async function insertGoal(db: Db, one: NewGoal): Promise<string> {
  const row = await db
    .insertInto("plan_goal")
    .values({
      trajectory_id: one.trajectoryId,
      question_id: one.questionId,
      wording: one.wording,
      evaluate_on: one.evaluateOn,
      ...sourceOf(one.source),
      author_organisation_id: stampedFromSession,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export interface NewAgreement {
  readonly trajectoryId: string;
  readonly wording: string;
  readonly source: Source<"visit_agreement"> | null;
  readonly questionId: string | null;
  readonly goalId: string | null;
  readonly evaluateOn: Day;
  readonly responsible: Responsible;
}
export async function insertAgreement(db: Db, one: NewAgreement): Promise<string> {
  const row = await db
    .insertInto("plan_agreement")
    .values({
      trajectory_id: one.trajectoryId,
      question_id: one.questionId,
      goal_id: one.goalId,
      wording: one.wording,
      evaluate_on: one.evaluateOn,
      ...responsibleOf(one.responsible),
      ...sourceOf(one.source),
      author_organisation_id: stampedFromSession,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Which record was seen: of another version there is nothing to change. */
export interface Seen {
  readonly trajectoryId: string;
  readonly id: string;
  readonly version: number;
}

interface Changes {
  readonly wording?: string;
  readonly state?: EntryState;
}
export interface GoalChanges extends Changes {
  readonly questionId?: string | null;
  readonly evaluateOn?: Day;
}
export interface AgreementChanges extends GoalChanges {
  readonly goalId?: string | null;
  readonly responsible?: Responsible;
}

/** False when someone else changed it meanwhile. */
export async function saveEntry(db: Db, kind: EntryKind, seen: Seen, changes: AgreementChanges): Promise<boolean> {
  const { wording, state, questionId, goalId, evaluateOn, responsible } = changes;
  const set = {
    version: seen.version + 1,
    ...(wording === undefined ? {} : { wording }),
    ...(state === undefined ? {} : { state }),
    ...(questionId === undefined ? {} : { question_id: questionId }),
    ...(goalId === undefined ? {} : { goal_id: goalId }),
    ...(evaluateOn === undefined ? {} : { evaluate_on: evaluateOn }),
    ...(responsible === undefined ? {} : responsibleOf(responsible)),
  };
  const columns = Object.entries(set).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  const { numAffectedRows } = await sql`
    update ${sql.table(tables[kind])} set ${sql.join(columns)} where id = ${seen.id} and trajectory_id = ${seen.trajectoryId} and version = ${seen.version}`.execute(
    db,
  );
  return numAffectedRows === 1n;
}

/** Links a question to the signals that name a factor, as the asker sees them; and takes links away. The kind and the person come from the signal. */
export async function keepFactors(db: Db, trajectoryId: string, questionId: string, codes: readonly string[]): Promise<void> {
  const wanted = [...codes];
  await sql`update plan_question_factor set linked = not linked, version = version + 1
    where question_id = ${questionId} and trajectory_id = ${trajectoryId} and linked <> (factor_code = any(${wanted}::text[]))`.execute(db);
  await sql`
    insert into plan_question_factor (trajectory_id, question_id, factor_code, care_kind, own_person, author_organisation_id)
    select distinct on (named, s.care_kind, s.own_person) ${trajectoryId}, ${questionId}, named, s.care_kind, s.own_person, ${stampedFromSession}::uuid
    from signal s cross join lateral unnest(s.factors) named
    where s.trajectory_id = ${trajectoryId} and s.state = 'open' and s.discussed_on is not null and named = any(${wanted}::text[])
      and not exists (select from plan_question_factor l where l.question_id = ${questionId} and l.factor_code = named and l.care_kind = s.care_kind
        and l.own_person is not distinct from s.own_person)`.execute(db);
}

export async function insertEvaluation(
  db: Db,
  trajectoryId: string,
  one: Pick<Evaluation, "kind" | "subjectId" | "outcome" | "sentence" | "nextOn">,
): Promise<void> {
  await db
    .insertInto("plan_evaluation")
    .values({
      trajectory_id: trajectoryId,
      subject_kind: one.kind,
      subject_id: one.subjectId,
      outcome: one.outcome,
      sentence: one.sentence,
      next_on: one.nextOn,
      author_organisation_id: stampedFromSession,
    })
    .execute();
}

/** Leaves a proposal out of the plan, or puts it back among the proposals. */
export async function saveSetAside(db: Db, trajectoryId: string, source: Source, aside: boolean): Promise<void> {
  const changed = await db
    .updateTable("plan_set_aside")
    .set((row) => ({ set_aside: aside, version: row("version", "+", 1) }))
    .where("trajectory_id", "=", trajectoryId)
    .where("source_kind", "=", source.kind)
    .where("source_id", "=", source.id)
    .returning("id")
    .execute();
  if (changed.length > 0 || !aside) return;
  await db
    .insertInto("plan_set_aside")
    .values({ trajectory_id: trajectoryId, source_kind: source.kind, source_id: source.id, author_organisation_id: stampedFromSession })
    .execute();
}
