import { done, refuse, type Done, type Refusal } from "../../kit/refusal.ts";
import { readBy } from "../../pathway/messages/server/door.ts";
import type { OwnMessage, OwnThread, PortalRefusal, Relative, TalkKind, ThreadReader } from "../portal.ts";
import { portalTexts } from "../portal.texts.ts";
import {
  findOwnThread,
  insertOwnAnswer,
  insertOwnThread,
  listNewThreadReaders,
  listOwnMessages,
  listOwnThreads,
  markOwnRead,
  type ThreadHead,
} from "./ownMessages.store.ts";
import { withFamily } from "./withFamily.store.ts";

const messagesOnPage = 50;

export const readOwnThreads = (me: Relative): Promise<readonly OwnThread[]> =>
  withFamily(me, "portal.messages-read", "identity", ({ db }) => listOwnThreads(db));

export interface OwnTalk {
  readonly thread: ThreadHead;
  readonly messages: readonly OwnMessage[];
  readonly page: number;
  readonly pages: number;
}

/** One conversation of hers: read, and so told to who wrote. Null when it is none of hers. */
export const readOwnThread = (me: Relative, id: string, page: number | null): Promise<OwnTalk | null> =>
  withFamily(me, "portal.message-read", "identity", async ({ db, about }) => {
    const thread = await findOwnThread(db, id);
    const last = thread && (await markOwnRead(db, id));
    if (!thread || last === null) return null;
    about(thread.part);
    const pages = Math.max(1, Math.ceil(last / messagesOnPage));
    const shown = Math.min(Math.max(page ?? pages, 1), pages);
    const messages = await listOwnMessages(db, id, (shown - 1) * messagesOnPage + 1, shown * messagesOnPage);
    return { thread, messages, page: shown, pages };
  });

export const readNewThread = (me: Relative): Promise<readonly Omit<ThreadReader, "reads">[]> =>
  withFamily(me, "portal.messages-read", "identity", ({ db }) => listNewThreadReaders(db));

/** She answers: it waits for all who take part and may read it. */
export const answerThread = (me: Relative, id: string, words: string): Promise<Done | Refusal<PortalRefusal>> =>
  withFamily(me, "portal.message-sent", "identity", async ({ db, today, about }): Promise<Done | Refusal<PortalRefusal>> => {
    const thread = await findOwnThread(db, id);
    if (!thread) return refuse("not-found");
    about(thread.part);
    if (me.ended) return refuse("line-ended");
    const code = await insertOwnAnswer(db, id, words, readBy(today));
    return code === "done" ? done({}) : refuse(code);
  });

/** She begins one: with her case lead and that team, else with who registered her. */
export const beginOwnThread = (
  me: Relative,
  kind: TalkKind,
  words: string,
): Promise<Done<{ readonly threadId: string }> | Refusal<PortalRefusal>> =>
  withFamily(me, "portal.message-begun", "plan", async ({ db, today }): Promise<Done<{ threadId: string }> | Refusal<PortalRefusal>> => {
    if (me.ended) return refuse("line-ended");
    const threadId = await insertOwnThread(db, portalTexts[me.language].messages.topics[kind], words, readBy(today));
    return threadId === null ? refuse("nobody") : done({ threadId });
  });
