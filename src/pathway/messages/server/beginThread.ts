import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { CareKind, MessageRefusal, ThreadPart, ThreadSubject } from "../messages.ts";
import { decideAddressees, decideFamilyTalk } from "../rules/decideAddressees.ts";
import { readBy } from "../rules/messageTerms.ts";
import { findFamilyReader, findSubject, insertThread, listAddressees } from "./thread.store.ts";

export interface BeginInput {
  readonly trajectoryId: string;
  readonly part: ThreadPart;
  readonly subject: ThreadSubject | null;
  readonly careKind: CareKind;
  readonly aboutPartner: boolean;
  /** The mother reads and writes along, from this first message on: she can't be added later. */
  readonly withFamily: boolean;
  readonly topic: string;
  readonly words: string;
  /** Principals of persons or teams. */
  readonly to: readonly number[];
}

/** Begins a conversation with whom may read that part of the line. A message is no way around consent: the database decides the same again. */
export function beginThread(actor: Actor, input: BeginInput): Promise<Done<{ threadId: string }> | Refusal<MessageRefusal>> {
  return withActor(actor, "message.begun", async ({ db, today, about }) => {
    const line = await findLine(db, input.trajectoryId);
    if (!line) return refuse("messages-not-found");
    about({ trajectories: [line.id], part: input.part });
    if (line.state !== "open") return refuse("messages-line-ended");
    const narrow = await narrowedBy(db, input);
    if (narrow === null) return refuse("messages-not-found");
    if (!narrow.discussed) return refuse("messages-not-discussed");
    const medical = input.careKind === "medical" || narrow.medical;
    const partner = input.aboutPartner || narrow.partner;
    if (partner && line.partnerId === null) return refuse("messages-not-found");
    if (input.withFamily) {
      const reads = (await findFamilyReader(db, line.id))?.reads ?? false;
      const outcome = decideFamilyTalk({ part: input.part, subject: input.subject, partner, reads });
      if (outcome !== "go") return outcome;
    }
    const possible = await listAddressees(db, { ...input, partnerId: line.partnerId });
    const chosen = decideAddressees([...new Set(input.to)], possible, { medical, partner }, input.withFamily);
    if ("code" in chosen) return chosen;
    const thread = { ...input, careKind: medical ? ("medical" as const) : ("social" as const), ownPerson: partner ? line.partnerId : null };
    const threadId = await insertThread(db, thread, readBy(today));
    return threadId === null ? refuse("messages-family-away") : done({ threadId });
  });
}

/** What its subject adds: a conversation about something medical is medical. */
async function narrowedBy(db: Db, { trajectoryId, subject }: BeginInput) {
  if (subject === null) return { medical: false, partner: false, discussed: true };
  return findSubject(db, trajectoryId, subject);
}
