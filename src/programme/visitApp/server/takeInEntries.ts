import { isDone } from "../../../kit/refusal.ts";
import { dayOfMoment } from "../../../kit/moment.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { databaseCode } from "../../../platform/db/retryConflicts.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { noteSignal } from "../../../pathway/signal/server/door.ts";
import { signInSettings } from "../../../trust/signIn/server/door.ts";
import { judgeEntry } from "../rules/judgeEntry.ts";
import { setRight, wasSetRight } from "../rules/setRight.ts";
import { entryShape, type VisitEntry } from "../visitApp.ts";
import { byItself, finishEntries, findReceipts, takeWaiting, type Outcome } from "./receipts.store.ts";
import { findStanding, writeVisit } from "./visits.ts";

/** What was sent is sealed with the installation's key until it is written; bound to its entry. */
const about = (entryId: string): string => `visit-entry:${entryId}`;
export const sealEntry = (entry: VisitEntry): string => signInSettings().keys.seal(JSON.stringify(entry), about(entry.entryId));
function openEntry(entryId: string, content: string): VisitEntry | null {
  const plain = signInSettings().keys.open(content, about(entryId));
  const read = plain === null ? null : entryShape.safeParse(JSON.parse(plain));
  return read?.success === true ? read.data : null;
}

interface Finished {
  readonly entryId: string;
  readonly outcome: Outcome;
  readonly version: number | null;
}
const refused = (entryId: string, code: string): Finished => ({ entryId, outcome: { state: "refused", code }, version: null });

/** Writes all that waits of a phone, in the order in which she saved it, in one transaction; what is impossible by itself holds up nothing. */
export function takeInEntries(actor: Actor, deviceId: string): Promise<void> {
  return withActor(actor, "visit-app.taken-in", async (work) => {
    const finished: Finished[] = [];
    for (const { entryId, content, clockOff } of await takeWaiting(work.db, deviceId)) {
      const entry = openEntry(entryId, content);
      finished.push(entry ? await takeInApart(work, actor, entry, { deviceId, clockOff, finished }) : refused(entryId, "unreadable"));
    }
    await finishEntries(work.db, finished);
  });
}

/** Thrown to undo what an entry did when its signal is refused: it is in as a whole or not at all. */
class Refused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

interface Around {
  readonly deviceId: string;
  readonly clockOff: number;
  readonly finished: readonly Finished[];
}

const takeInApart = (work: Work, actor: Actor, entry: VisitEntry, around: Around): Promise<Finished> =>
  byItself(
    work.db,
    () => takeIn(work, actor, entry, around),
    (error) => {
      if (error instanceof Refused) return refused(entry.entryId, error.code);
      // A row that may not be (a foreign id, a limit) is refused; anything else is tried again as a whole.
      if (/^(22|23|42501|P0001)/.test(databaseCode(error) ?? "")) return refused(entry.entryId, "not-possible");
      throw error;
    },
  );

async function takeIn(work: Work, actor: Actor, entry: VisitEntry, { deviceId, clockOff, finished }: Around): Promise<Finished> {
  const { entryId } = entry;
  const visit = await findStanding(work.db, entry.visitId);
  const judgement = judgeEntry(entry, { visit, afterFollowed: await versionAfter(work, deviceId, entry.follows, finished) });
  if (judgement === "conflict") return { entryId, outcome: { state: "conflict" }, version: null };
  if (judgement === "cancelled") throw new Refused("visit-cancelled");
  if (judgement === "recorded-otherwise") throw new Refused("visit-recorded-otherwise");
  if (judgement === "not-visible") throw new Refused("not-visible");
  const version = visit?.version ?? 0;
  const written = await writeVisit(work, actor, entry, { judgement, version, clockOff, kind: visit?.kind ?? null });
  if (!("checkDate" in written)) throw new Refused(written.code);
  await noteSignalOf(work, actor, entry, clockOff);
  const note = wasSetRight(entry, clockOff) ? "clock" : written.checkDate ? "check-date" : null;
  return { entryId, outcome: { state: "done", note }, version: version + 1 };
}

/** The version that an earlier entry of hers left behind: one of just now, or of before. */
async function versionAfter(work: Work, deviceId: string, follows: string | null, finished: readonly Finished[]): Promise<number | null> {
  if (follows === null) return null;
  const now = finished.find(({ entryId }) => entryId === follows);
  return now ? now.version : ((await findReceipts(work.db, deviceId, [follows]))[0]?.version ?? null);
}

/** The same words become a signal, through the signal's own door. */
async function noteSignalOf(work: Work, actor: Actor, entry: VisitEntry, clockOff: number): Promise<void> {
  const { signal, started } = entry;
  if (!signal) return;
  const noted = await noteSignal(work, actor, {
    trajectoryId: entry.trajectoryId,
    aboutPerson: signal.aboutPerson,
    factorCodes: signal.factorCodes,
    seen: entry.observation === "" ? null : entry.observation,
    observedOn: dayOfMoment(setRight(started, clockOff) ?? entry.enteredAt),
    discussedOn: null,
    discussedToday: signal.discussed,
    urgent: false,
  });
  if (!isDone(noted)) throw new Refused(noted.code);
}
