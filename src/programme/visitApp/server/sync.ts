import { createHash } from "node:crypto";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import type { Origin } from "../../../platform/http/request.ts";
import { findNow } from "../../delivery/server/door.ts";
import { giveJobRight } from "../../../trust/access/server/door.ts";
import { clockOff } from "../rules/setRight.ts";
import { notes, sayEntryRefusal } from "../visitApp.texts.ts";
import type { EntryAnswer, PhoneSettings, SyncAnswer, SyncRequest, VisitEntry } from "../visitApp.ts";
import { enterWithDevice } from "./devices.ts";
import { phoneVisit, readSheet } from "./readSheet.ts";
import { findReceipts, receiveEntries, type Outcome, type Receipt } from "./receipts.store.ts";
import { sealEntry } from "./takeInEntries.ts";
import { findStanding } from "./visits.ts";
import { takeInTaskName } from "./visitAppTask.ts";

/** Minutes without use after which a phone locks, and hours without contact after which families go from it; configurable. */
export const phoneSettings: PhoneSettings = {
  lockMinutes: Number(process.env["WIEG_PHONE_LOCK_MINUTES"] ?? 5),
  keepHours: Number(process.env["WIEG_PHONE_KEEP_HOURS"] ?? 36),
};

export const syncEvents = ["visit-app.sent", "visit-app.fetched"] as const;

/** One contact of a phone: first what she wrote is taken in, for good; then what became of it, and her day. */
export async function syncPhone(token: string, request: SyncRequest, from: Origin): Promise<SyncAnswer> {
  const actor = await enterWithDevice(request.deviceId, token, from, syncEvents);
  if (typeof actor === "string") return { state: actor };
  const sent = await receive(actor, request);
  const known = sent.answers.flatMap(({ entryId, outcome }) => (outcome ? [entryId] : []));
  const more = await tell(actor, request, [...new Set([...request.ask, ...known])]);
  return {
    state: "open",
    serverNow: sent.serverNow ?? more.serverNow,
    clockOffSeconds: clockOff(request.phoneNow, sent.serverNow ?? more.serverNow),
    settings: phoneSettings,
    answers: [...sent.answers.flatMap(({ entryId, outcome, same }) => (outcome ? [] : [received(entryId, same)])), ...more.answers],
    sheet: more.sheet,
  };
}

const digestOf = (entry: VisitEntry): string => createHash("sha256").update(JSON.stringify(entry)).digest("hex");

const received = (entryId: string, same: boolean): EntryAnswer =>
  same
    ? { state: "received", entryId }
    : { state: "refused", entryId, code: "same-id-other-content", ...sayEntryRefusal("same-id-other-content") };

interface Received {
  readonly serverNow: string | null;
  readonly answers: readonly { readonly entryId: string; readonly same: boolean; readonly outcome: Outcome | null }[];
}

/** Takes in what she wrote, and asks for it to be written into the visits. */
async function receive(actor: Actor, { deviceId, entries, phoneNow }: SyncRequest): Promise<Received> {
  if (entries.length === 0) return { serverNow: null, answers: [] };
  const once = [...new Map(entries.map((entry) => [entry.entryId, entry])).values()];
  return withActor(actor, "visit-app.sent", async ({ db, enqueue }) => {
    const serverNow = await findNow(db);
    const rows = once.map((entry) => ({ ...entry, digest: digestOf(entry), content: sealEntry(entry) }));
    const answers = await receiveEntries(db, deviceId, rows, clockOff(phoneNow, serverNow));
    if (answers.some(({ outcome, same }) => same && !outcome)) {
      const right = await giveJobRight(db, takeInTaskName);
      await enqueue(takeInTaskName, { device: deviceId, right }, { once: `${takeInTaskName} ${deviceId}` });
    }
    return { serverNow, answers: answers.map(({ entryId, same, outcome }) => ({ entryId, same, outcome: same ? outcome : null })) };
  });
}

interface Told {
  readonly serverNow: string;
  readonly answers: readonly EntryAnswer[];
  readonly sheet: Extract<SyncAnswer, { state: "open" }>["sheet"];
}

/** What became of entries, and her day when she asks for it. */
async function tell(actor: Actor, { deviceId, wantsSheet }: SyncRequest, ask: readonly string[]): Promise<Told> {
  if (ask.length === 0 && !wantsSheet) return { serverNow: new Date().toISOString(), answers: [], sheet: null };
  return withActor(actor, "visit-app.fetched", async (work) => {
    const receipts = await findReceipts(work.db, deviceId, ask);
    const answers: EntryAnswer[] = [];
    for (const entryId of ask)
      answers.push(
        await answerOf(
          work,
          entryId,
          receipts.find((receipt) => receipt.entryId === entryId),
        ),
      );
    return { serverNow: await findNow(work.db), answers, sheet: wantsSheet ? await readSheet(work, actor) : null };
  });
}

async function answerOf(work: Work, entryId: string, receipt: Receipt | undefined): Promise<EntryAnswer> {
  if (!receipt) return { state: "missing", entryId };
  const { outcome, version, visitId } = receipt;
  if (!outcome) return { state: "received", entryId };
  if (outcome.state === "done")
    return { state: "done", entryId, version: version ?? 0, note: outcome.note === null ? null : notes[outcome.note] };
  const refusal = (code: string): EntryAnswer => ({ state: "refused", entryId, code, ...sayEntryRefusal(code) });
  if (outcome.state === "refused") return refusal(outcome.code);
  const theirs = await findStanding(work.db, visitId);
  if (!theirs) return refusal("not-visible");
  work.about({ trajectories: [theirs.trajectoryId], part: "maternity_care" });
  return { state: "conflict", entryId, theirs: phoneVisit(theirs) };
}
