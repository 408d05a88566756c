import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { ConversationDimension, ConversationRefusal } from "../broadConversation.ts";
import { decideConversation, decideMending } from "../rules/decideConversation.ts";
import { insertConversation, listConversations, saveConversation } from "./conversation.store.ts";
import { keepSummary } from "./visitReport.store.ts";

export interface ConversationInput {
  readonly trajectoryId: string;
  readonly heldOn: Day;
  readonly familyWants: string | null;
  readonly dimensions: readonly ConversationDimension[];
  /** The text that the family agreed to: all that the municipality may see. */
  readonly summary: string | null;
}
export type ConversationOutcome = Done<{ conversationId: string }> | Refusal<ConversationRefusal>;

/** Records a broad conversation, in the family's own words. */
export function holdConversation(actor: Actor, input: ConversationInput): Promise<ConversationOutcome> {
  return withActor(actor, "conversation.recorded", async ({ db, today, about }) => {
    const line = await findLine(db, input.trajectoryId);
    if (!line) return refuse("conversation-not-found");
    about({ trajectories: [line.id], part: "exploration" });
    const outcome = decideConversation({ ...input, today });
    if (outcome !== "go") return outcome;
    const conversationId = await insertConversation(db, { ...input, organisationId: actor.organisationId });
    if (input.summary !== null)
      await keepSummary(db, {
        trajectoryId: line.id,
        subject: "broad_conversation",
        subjectId: conversationId,
        onDay: input.heldOn,
        summary: input.summary,
        organisationId: actor.organisationId,
      });
    return done({ conversationId });
  });
}

/** Its author mends it, on the day she recorded it. What it was stays in the history. */
export function mendConversation(
  actor: Actor,
  input: ConversationInput & { conversationId: string; version: number },
): Promise<ConversationOutcome> {
  return withActor(actor, "conversation.mended", async ({ db, today, about }) => {
    const kept = (await listConversations(db, input.trajectoryId)).find(({ id }) => id === input.conversationId);
    if (!kept) return refuse("conversation-not-found");
    about({ trajectories: [kept.trajectoryId], part: "exploration" });
    const mending = decideMending(kept, actor, today);
    if (mending !== "go") return mending;
    const outcome = decideConversation({ ...input, today });
    if (outcome !== "go") return outcome;
    if (!(await saveConversation(db, { id: kept.id, version: input.version }, { ...input, organisationId: actor.organisationId })))
      return refuse("conversation-changed-meanwhile");
    if (input.summary !== null)
      await keepSummary(db, {
        trajectoryId: kept.trajectoryId,
        subject: "broad_conversation",
        subjectId: kept.id,
        onDay: input.heldOn,
        summary: input.summary,
        organisationId: actor.organisationId,
      });
    return done({ conversationId: kept.id });
  });
}
