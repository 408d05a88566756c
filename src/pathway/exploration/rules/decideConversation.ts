import type { Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { BroadConversation, ConversationDimension, ConversationRefusal } from "../broadConversation.ts";

export interface ConversationFacts {
  readonly heldOn: Day;
  readonly familyWants: string | null;
  readonly dimensions: readonly ConversationDimension[];
  readonly today: Day;
}

/** May it be recorded? Every dimension may be skipped, but something has to be said. */
export function decideConversation({ heldOn, familyWants, dimensions, today }: ConversationFacts): Refusal<ConversationRefusal> | "go" {
  if (heldOn > today) return refuse("conversation-in-future");
  return dimensions.length === 0 && familyWants === null ? refuse("conversation-empty") : "go";
}

/** Its author may mend it on the day it was recorded; after that it stands, and a new conversation is held. */
export function decideMending(
  one: Pick<BroadConversation, "by" | "recordedOn">,
  asker: { professionalId: string; organisationId: string },
  today: Day,
): Refusal<ConversationRefusal> | "go" {
  if (one.by.professionalId !== asker.professionalId || one.by.organisationId !== asker.organisationId)
    return refuse("conversation-not-yours");
  return one.recordedOn === today ? "go" : refuse("conversation-too-late", { recordedOn: one.recordedOn });
}
