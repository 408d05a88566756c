import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import type { Line } from "../../trajectory/line.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { MessageRefusal, Thread, ThreadMove } from "../messages.ts";
import { readBy } from "../rules/messageTerms.ts";
import { decideThreadMove, threadMoves } from "../rules/threadMoves.ts";
import { findThread, insertMessage, insertParticipant, listAddressees, listMessages, takeForTeam, updateState } from "./thread.store.ts";

export interface ThreadAt {
  readonly trajectoryId: string;
  readonly threadId: string;
}
type Outcome = Done | Refusal<MessageRefusal>;

/** The conversation, when this may be done with it. */
async function open(
  { db, about }: Work,
  at: ThreadAt,
  move: ThreadMove,
): Promise<{ line: Line; thread: Thread } | Refusal<MessageRefusal>> {
  const [line, thread] = [await findLine(db, at.trajectoryId), await findThread(db, at.trajectoryId, at.threadId)];
  if (!line || !thread) return refuse("messages-not-found");
  about({ trajectories: [line.id], part: thread.part });
  const decided = decideThreadMove(move, { state: thread.state, lineOpen: line.state === "open" });
  return decided === "go" ? { line, thread } : decided;
}

/** Answers in a conversation. What was wrong is put right by a next message: what was sent stays as it was sent. */
export function sendMessage(actor: Actor, input: ThreadAt & { words: string; corrects: number | null }): Promise<Outcome> {
  return withActor(actor, "message.sent", async (work) => {
    const found = await open(work, input, "send");
    if ("code" in found) return found;
    const [wrong] =
      input.corrects === null
        ? []
        : await listMessages(work.db, input.threadId, actor.professionalId, { from: input.corrects, to: input.corrects });
    if (input.corrects !== null && (wrong?.authorId !== actor.professionalId || wrong.kind !== "words"))
      return refuse("messages-not-found");
    await insertMessage(work.db, input.threadId, input.words, wrong?.id ?? null, readBy(work.today));
    return done({});
  });
}

/** Lets someone else take part who may read it. She reads it from its beginning: half a conversation makes mistakes. */
export function addPerson(actor: Actor, input: ThreadAt & { principal: number }): Promise<Outcome> {
  return withActor(actor, "message.person-added", async (work) => {
    const found = await open(work, input, "add");
    if ("code" in found) return found;
    const { line, thread } = found;
    const one = (await listAddressees(work.db, { ...thread, partnerId: line.partnerId })).find(
      ({ principal }) => principal === input.principal,
    );
    if (!one || (thread.careKind === "medical" && !one.medical) || (thread.aboutPartner && !one.partner))
      return refuse("messages-may-not-read", { who: one?.name ?? one?.organisation ?? "Wie u koos", what: "dit gesprek" });
    const added = await insertParticipant(work.db, thread.id, input.principal, readBy(work.today));
    return added ? done({}) : refuse("messages-already-in");
  });
}

const move = (kind: "close" | "reopen", event: string) => (actor: Actor, input: ThreadAt & { version: number }) =>
  withActor(actor, event, async (work): Promise<Outcome> => {
    const found = await open(work, input, kind);
    if ("code" in found) return found;
    const moved = await updateState(work.db, found.thread.id, threadMoves[kind].to, input.version);
    return moved ? done({}) : refuse("messages-changed-meanwhile");
  });

export const closeThread = move("close", "message.closed");
export const reopenThread = move("reopen", "message.reopened");

/** Someone saw to it for her team: it leaves the team's list. */
export function seeForTeam(actor: Actor, { trajectoryId, threadId }: ThreadAt): Promise<Outcome> {
  return withActor(actor, "message.seen", async ({ db, about }) => {
    const thread = await findThread(db, trajectoryId, threadId);
    if (!thread) return refuse("messages-not-found");
    about({ trajectories: [trajectoryId], part: thread.part });
    await takeForTeam(db, threadId);
    return done({});
  });
}
