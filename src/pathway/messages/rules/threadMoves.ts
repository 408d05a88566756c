import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { MessageRefusal, ThreadMove, ThreadState } from "../messages.ts";

/** The whole life of a conversation: from, to, and whether the line must still be open. Messages are never changed or removed. */
export const threadMoves: Readonly<Record<ThreadMove, { from: ThreadState; to: ThreadState; needsOpenLine: boolean }>> = {
  send: { from: "open", to: "open", needsOpenLine: true },
  add: { from: "open", to: "open", needsOpenLine: true },
  close: { from: "open", to: "closed", needsOpenLine: false },
  reopen: { from: "closed", to: "open", needsOpenLine: true },
};

/** May this be done with the conversation as it stands? Whether the asker may see it at all is the database's to say. */
export function decideThreadMove(move: ThreadMove, facts: { state: ThreadState; lineOpen: boolean }): Refusal<MessageRefusal> | "go" {
  const rule = threadMoves[move];
  if (rule.needsOpenLine && !facts.lineOpen) return refuse("messages-line-ended");
  if (facts.state !== rule.from) return refuse(move === "close" || move === "reopen" ? "messages-changed-meanwhile" : "messages-closed");
  return "go";
}
