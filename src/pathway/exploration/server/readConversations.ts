import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { familyHeading } from "../../../registry/personName.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { BroadConversation } from "../broadConversation.ts";
import { listConversations } from "./conversation.store.ts";
import { listSummaries } from "./visitReport.store.ts";

export interface Conversations {
  readonly family: string;
  readonly today: Day;
  /** The newest first. */
  readonly conversations: readonly BroadConversation[];
  readonly summaries: Readonly<Record<string, string>>;
}

export function readConversations(actor: Actor, trajectoryId: string): Promise<Conversations | null> {
  return withActor(actor, "conversation.read", async ({ db, today, about }) => {
    const line = await findLine(db, trajectoryId);
    const family = line && (await findFamilyOfLine(db, trajectoryId));
    if (!line || !family) return null;
    about({ trajectories: [trajectoryId], part: "exploration" });
    const summaries = await listSummaries(db, trajectoryId);
    return {
      family: familyHeading(family.members),
      today,
      conversations: await listConversations(db, trajectoryId),
      summaries: Object.fromEntries(summaries.map(({ subjectId, summary }) => [subjectId, summary])),
    };
  });
}
