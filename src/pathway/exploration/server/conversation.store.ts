import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import { careKindOf, type BroadConversation, type ConversationDimension } from "../broadConversation.ts";

interface Row extends Omit<BroadConversation, "dimensions" | "by"> {
  readonly professionalId: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly dimensions: readonly ConversationDimension[] | null;
}

/** Conversations of a line, the newest first. */
export async function listConversations(db: Db, trajectoryId: string): Promise<readonly BroadConversation[]> {
  if (holdsNone(db, trajectoryId, "broad_conversation")) return [];
  const { rows } = await sql<Row>`
    select c.id, c.trajectory_id as "trajectoryId", c.held_on as "heldOn", c.family_wants as "familyWants", c.recorded_on as "recordedOn", c.version,
      c.author_id as "professionalId", coalesce(p.display_name, '') as name, c.author_organisation_id as "organisationId", o.name as organisation,
      (select jsonb_agg(jsonb_build_object('dimension', d.dimension, 'score', d.score, 'remark', d.remark)) from conversation_dimension d where d.conversation_id = c.id) as dimensions
    from broad_conversation c join organisation o on o.id = c.author_organisation_id left join professional p on p.id = c.author_id
    where c.trajectory_id = ${trajectoryId} order by c.held_on desc, c.number desc limit 50`.execute(db);
  return rows.map(({ professionalId, name, organisationId, organisation, dimensions, ...row }) => ({
    ...row,
    dimensions: dimensions ?? [],
    by: { professionalId, name, organisationId, organisation },
  }));
}

export interface NewConversation {
  readonly trajectoryId: string;
  readonly heldOn: Day;
  readonly familyWants: string | null;
  readonly dimensions: readonly ConversationDimension[];
  readonly organisationId: string;
}

export async function insertConversation(db: Db, one: NewConversation): Promise<string> {
  const { id } = await db
    .insertInto("broad_conversation")
    .values({
      trajectory_id: one.trajectoryId,
      held_on: one.heldOn,
      family_wants: one.familyWants,
      author_organisation_id: one.organisationId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await keepDimensions(db, id, one);
  return id;
}

/** Mends a conversation; false when someone else was first. What it was stays in the history. */
export async function saveConversation(db: Db, seen: { id: string; version: number }, one: NewConversation): Promise<boolean> {
  const rows = await db
    .updateTable("broad_conversation")
    .set({ held_on: one.heldOn, family_wants: one.familyWants, version: seen.version + 1 })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .returning("id")
    .execute();
  if (rows.length === 1) await keepDimensions(db, seen.id, one);
  return rows.length === 1;
}

async function keepDimensions(db: Db, conversationId: string, one: NewConversation): Promise<void> {
  const kept = await db.selectFrom("conversation_dimension").select("dimension").where("conversation_id", "=", conversationId).execute();
  const emptied = kept.map(({ dimension }) => dimension).filter((dimension) => !one.dimensions.some((row) => row.dimension === dimension));
  for (const dimension of emptied)
    await db
      .updateTable("conversation_dimension")
      .set((row) => ({ score: null, remark: null, version: row("version", "+", 1) }))
      .where("conversation_id", "=", conversationId)
      .where("dimension", "=", dimension)
      .execute();
  for (const { dimension, score, remark } of one.dimensions) {
    const changed = await db
      .updateTable("conversation_dimension")
      .set((row) => ({ score, remark, version: row("version", "+", 1) }))
      .where("conversation_id", "=", conversationId)
      .where("dimension", "=", dimension)
      .returning("id")
      .execute();
    if (changed.length === 0)
      await db
        .insertInto("conversation_dimension")
        .values({
          trajectory_id: one.trajectoryId,
          conversation_id: conversationId,
          dimension,
          score,
          remark,
          care_kind: careKindOf(dimension),
          author_organisation_id: one.organisationId,
        })
        .execute();
  }
}
