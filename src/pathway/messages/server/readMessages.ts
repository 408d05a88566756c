import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import { familyHeading } from "../../../registry/personName.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import type { Line } from "../../trajectory/line.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { Addressee, FamilyReader, Message, Participant, Thread, ThreadPart, ThreadSubject } from "../messages.ts";
import {
  findFamilyRead,
  findFamilyReader,
  findSubject,
  findThread,
  lastNumber,
  listAddressees,
  listMessages,
  listOwnElsewhere,
  listPeople,
  listThreads,
  markRead,
  type SubjectNow,
} from "./thread.store.ts";

/** How many conversations a list shows, and messages a page. */
const listed = 100;
const messagesOnPage = 50;

export interface ThreadList {
  readonly line: Line;
  readonly family: string;
  readonly today: Day;
  /** What was looked for; null for all. */
  readonly words: string | null;
  readonly threads: readonly Thread[];
  /** Written by the own organisation, where the rest can't be read. */
  readonly own: Awaited<ReturnType<typeof listOwnElsewhere>>;
}

/** The conversations on a family that the asker may read, or those in which these words stand. Null when the line is not hers to see. */
export function readThreads(actor: Actor, trajectoryId: string, words: string | null): Promise<ThreadList | null> {
  return withActor(actor, words === null ? "messages.listed" : "messages.searched", async ({ db, today, about }) => {
    const head = await findHead(db, trajectoryId);
    if (!head) return null;
    about({ trajectories: [trajectoryId], part: "identity" });
    const threads = await listThreads(db, trajectoryId, listed, words);
    return { ...head, today, words, threads, own: words === null ? await listOwnElsewhere(db, trajectoryId) : [] };
  });
}

export interface ThreadData {
  readonly line: Line;
  readonly family: string;
  readonly thread: Thread;
  readonly people: readonly Participant[];
  readonly messages: readonly Message[];
  readonly page: number;
  readonly pages: number;
  readonly me: string;
  readonly subject: SubjectNow | null;
  /** Who may read it and does not take part yet. */
  readonly others: readonly Addressee[];
  /** Of a conversation with the mother: whether she reads on today, and how far she read. */
  readonly mother: { readonly now: FamilyReader | null; readonly read: { readonly number: number; readonly at: string } | null } | null;
}

/** One conversation, the newest messages on its last page: read, and so off her own list. Null without a ground to read it. */
export function readThread(actor: Actor, trajectoryId: string, threadId: string, page: number | null): Promise<ThreadData | null> {
  return withActor(actor, "message.read", async ({ db, about }) => {
    const head = (await findThread(db, trajectoryId, threadId)) && (await findHead(db, trajectoryId));
    if (!head) return null;
    await markRead(db, threadId);
    const thread = await findThread(db, trajectoryId, threadId); // as it is now that she read it
    if (!thread) return null;
    about({ trajectories: [trajectoryId], part: thread.part });
    const pages = Math.max(1, Math.ceil((await lastNumber(db, threadId)) / messagesOnPage));
    const shown = Math.min(Math.max(page ?? pages, 1), pages);
    const people = await listPeople(db, threadId);
    const reachable = thread.state === "open" ? await listAddressees(db, { ...thread, partnerId: head.line.partnerId }) : [];
    return {
      ...head,
      thread,
      people,
      messages: await listMessages(db, threadId, actor.professionalId, {
        from: (shown - 1) * messagesOnPage + 1,
        to: shown * messagesOnPage,
      }),
      page: shown,
      pages,
      me: actor.professionalId,
      mother: thread.withFamily ? { now: await findFamilyReader(db, trajectoryId), read: await findFamilyRead(db, threadId) } : null,
      subject: thread.subject && (await findSubject(db, trajectoryId, thread.subject)),
      others: reachable.filter(
        (one) =>
          !one.me &&
          (thread.careKind !== "medical" || one.medical) &&
          (!thread.aboutPartner || one.partner) &&
          !people.some((there) => there.organisationId === one.organisationId && there.role === one.role && there.name === one.name),
      ),
    };
  });
}

/** What the form of a new conversation needs. */
export interface NewThreadForm {
  readonly line: Line;
  readonly family: string;
  readonly part: ThreadPart;
  readonly subject: ThreadSubject | null;
  readonly subjectNow: SubjectNow | null;
  readonly addressees: readonly Addressee[];
  /** Null: the mother has no pages of her own, so that nothing is asked about it. */
  readonly mother: FamilyReader | null;
}

/** Null when the line or the subject is not hers to see. */
export function readNewThread(
  actor: Actor,
  trajectoryId: string,
  part: ThreadPart,
  subject: ThreadSubject | null,
): Promise<NewThreadForm | null> {
  return withActor(actor, "messages.form-read", async ({ db, about }) => {
    const head = await findHead(db, trajectoryId);
    const subjectNow = subject && (await findSubject(db, trajectoryId, subject));
    if (!head || (subject !== null && subjectNow === null)) return null;
    about({ trajectories: [trajectoryId], part });
    const mother = await findFamilyReader(db, trajectoryId);
    return {
      ...head,
      mother: mother?.reads === true ? mother : null,
      part,
      subject,
      subjectNow,
      addressees: await listAddressees(db, { trajectoryId, part, partnerId: head.line.partnerId, subject }),
    };
  });
}

async function findHead(db: Db, trajectoryId: string): Promise<{ line: Line; family: string } | null> {
  const line = await findLine(db, trajectoryId);
  const family = line && (await findFamilyOfLine(db, trajectoryId));
  return line && family ? { line, family: familyHeading(family.members) } : null;
}
