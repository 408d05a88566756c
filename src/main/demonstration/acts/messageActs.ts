import { beginThread } from "../../../pathway/messages/server/beginThread.ts";
import { readNewThread, readThread, readThreads } from "../../../pathway/messages/server/readMessages.ts";
import { closeThread, sendMessage } from "../../../pathway/messages/server/writeMessage.ts";
import type { ThreadPart } from "../../../pathway/messages/messages.ts";
import { did, type Cast } from "./cast.ts";

/** What professionals write to each other about a family. A conversation is found again by its topic. */
export function messageActs({ region, family }: Cast) {
  const line = () => family.trajectoryId; // known once she is registered
  const threadOf = async (who: string, topic: string) => {
    const found = (await readThreads(region.actor(who), line(), null))?.threads.find((one) => one.topic === topic);
    if (!found) throw new Error(`${who} sees no conversation ${topic}.`);
    return found;
  };
  return {
    write: async (who: string, to: readonly string[], part: ThreadPart, topic: string, words: string) => {
      const form = await readNewThread(region.actor(who), line(), part, null);
      const chosen = to.map((name) => form?.addressees.find((one) => one.name === name)?.principal ?? 0);
      const thread = {
        trajectoryId: line(),
        part,
        subject: null,
        careKind: "social",
        aboutPartner: false,
        withFamily: false,
        topic,
        words,
        to: chosen,
      } as const;
      await did("write a message", beginThread(region.actor(who), thread));
    },
    answer: async (who: string, topic: string, words: string) => {
      const { id } = await threadOf(who, topic);
      await readThread(region.actor(who), line(), id, null);
      await did("answer a message", sendMessage(region.actor(who), { trajectoryId: line(), threadId: id, words, corrects: null }));
    },
    readMessage: async (who: string, topic: string) => {
      await readThread(region.actor(who), line(), (await threadOf(who, topic)).id, null);
    },
    closeTalk: async (who: string, topic: string) => {
      const { id, version } = await threadOf(who, topic);
      await did("close a conversation", closeThread(region.actor(who), { trajectoryId: line(), threadId: id, version }));
    },
  };
}
