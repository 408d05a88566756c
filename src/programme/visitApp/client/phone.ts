import { mostEntries, type DaySheet, type PhoneSettings, type SyncAnswer, type VisitEntry } from "../visitApp.ts";
import { askStands, register as askRegister, signOff, sync as askSync, tellWiped } from "./contactServer.ts";
import type { Draft } from "./draft.ts";
import {
  findLock,
  keepSettings,
  makeLock,
  tryPin,
  whyWiped,
  wipe,
  wipedAndUntold,
  wipeIsTold,
  type Unlocked,
  type WipeReason,
} from "./lock.ts";
import {
  isDone,
  letGo,
  mineAnyway,
  notSent,
  saveEntry,
  sendAgain,
  startSending,
  takeAnswer,
  toAsk,
  toSend,
  type OutboxItem,
} from "./outbox.ts";
import { rightNow, type Contact } from "./phoneClock.ts";
import { pruneSheet } from "./sheet.ts";
import { readOne, writeOne } from "./storage.ts";
import { openVault, type Vault } from "./vault.ts";

interface Identity {
  readonly deviceId: string;
  readonly token: string;
  readonly name: string;
}

/** What the screen shows. */
export interface PhoneState {
  readonly phase: "starting" | "new" | "locked" | "open" | "wiped";
  readonly wiped: WipeReason | null;
  readonly name: string;
  readonly settings: PhoneSettings;
  readonly contact: Contact | null;
  readonly clockOff: number;
  readonly sheet: DaySheet | null;
  readonly outbox: readonly OutboxItem[];
  readonly drafts: Readonly<Record<string, Draft>>;
  /** How the last try to reach Wieg went. */
  readonly line: "quiet" | "busy" | "ok" | "none" | "unknown-phone";
  /** Counted in the open, so that a locked phone can say it too. */
  readonly unsent: number;
}

const nothing: PhoneState = {
  phase: "starting",
  wiped: null,
  name: "",
  settings: { lockMinutes: 5, keepHours: 36 },
  contact: null,
  clockOff: 0,
  sheet: null,
  outbox: [],
  drafts: {},
  line: "quiet",
  unsent: 0,
};

let state: PhoneState = nothing;
let vault: Vault | null = null;
let identity: Identity | null = null;
const watchers = new Set<() => void>();

export const currentState = (): PhoneState => state;
export function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
function show(change: Partial<PhoneState>): void {
  state = { ...state, ...change };
  for (const watcher of watchers) watcher();
}

/** Now, as well as the phone knows. */
export const now = (): number => rightNow(state.contact, Date.now());

export async function start(): Promise<void> {
  const lock = await findLock();
  addEventListener("online", () => void sayFarewell());
  void sayFarewell();
  if (!lock) return show({ ...nothing, phase: whyWiped() ? "wiped" : "new", wiped: whyWiped() });
  show({ ...nothing, phase: "locked", settings: lock.settings, unsent: (await readOne<number>("lock", "unsent")) ?? 0 });
  if ((await askStands(lock.deviceId)) === false) await wipeNow("blocked");
}

/** After six wrong PINs it stands in the list as a phone that works, until Wieg hears of it: at once, or as soon as there is a line. */
async function sayFarewell(): Promise<void> {
  const untold = wipedAndUntold();
  if (untold && (await tellWiped(untold.deviceId, untold.farewell)) !== null) wipeIsTold();
}

/** The wipe is done with, a phone can be taken in use anew. */
export const beginAnew = (): void => show({ ...nothing, phase: "new" });

async function wipeNow(why: WipeReason): Promise<void> {
  vault = null;
  identity = null;
  await wipe(why);
  show({ ...nothing, phase: "wiped", wiped: why });
}

/** Null when it is done; a sentence when not. */
export async function takeInUse(csrf: string, label: string, pin: string): Promise<string | null> {
  const answer = await askRegister(csrf, label);
  if (!answer) return "Er is nu geen verbinding met Wieg. Probeer het zo nog eens.";
  if (answer.state === "refused") return answer.say;
  await navigator.storage?.persist?.();
  const { deviceId, token, name, settings, farewell } = answer;
  const secret = Uint8Array.from(atob(answer.secret), (letter) => letter.charCodeAt(0));
  vault = openVault(await makeLock({ deviceId, pin, secret, settings, farewell }));
  identity = { deviceId, token, name };
  await vault.write("sealed", "identity", identity);
  await open(settings);
  return null;
}

export async function unlock(pin: string): Promise<Unlocked["state"] | number> {
  const tried = await tryPin(pin);
  if (tried.state === "wrong") return tried.left;
  if (tried.state === "wiped") {
    show({ ...nothing, phase: "wiped", wiped: whyWiped() ?? "tries" });
    void sayFarewell();
    return "wiped";
  }
  vault = openVault(tried.key);
  identity = await vault.read<Identity>("sealed", "identity");
  await open(state.settings);
  return "open";
}

async function open(settings: PhoneSettings): Promise<void> {
  if (!vault || !identity) return;
  const contact = await vault.read<Contact>("sealed", "contact");
  const items = await vault.readAll<OutboxItem>("outbox");
  show({
    phase: "open",
    wiped: null,
    name: identity.name,
    settings,
    contact,
    drafts: (await vault.read<Record<string, Draft>>("sealed", "drafts")) ?? {},
    sheet: await vault.read<DaySheet>("sealed", "sheet"),
  });
  await keepItems(items.map(sendAgain)); // the phone was switched off while it sent
  await prune();
  void sync();
}

/** The key goes from memory; what was typed lies sealed already. */
export function lockNow(): void {
  if (state.phase !== "open") return;
  vault = null;
  identity = null;
  show({ ...nothing, phase: "locked", settings: state.settings, unsent: state.unsent });
}

/** Families older than tomorrow go, and what was sent long enough ago. */
export async function prune(): Promise<void> {
  if (!vault || state.phase !== "open") return;
  const { sheet, contact, settings } = state;
  const left = sheet && contact ? pruneSheet(sheet, contact, Date.now(), settings.keepHours) : null;
  if (JSON.stringify(left) !== JSON.stringify(sheet)) {
    await vault.write("sealed", "sheet", left);
    show({ sheet: left });
  }
  for (const item of state.outbox.filter((one) => isDone(one, new Date(now()).toISOString()))) await dropItem(item.entry.entryId);
}

async function keepItems(items: readonly OutboxItem[]): Promise<void> {
  if (!vault || items.length === 0) return;
  await vault.writeAll("outbox", new Map(items.map((item) => [item.entry.entryId, item])));
  const others = state.outbox.filter(({ entry }) => !items.some((item) => item.entry.entryId === entry.entryId));
  await showOutbox([...others, ...items]);
}

async function dropItem(entryId: string): Promise<void> {
  await vault?.remove("outbox", entryId);
  await showOutbox(state.outbox.filter(({ entry }) => entry.entryId !== entryId));
}

async function showOutbox(outbox: readonly OutboxItem[]): Promise<void> {
  const unsent = notSent(outbox).length;
  await writeOne("lock", "unsent", unsent);
  show({ outbox, unsent });
}

/** What she typed so far, kept at each change: a call, a lock or an empty battery takes none of it. */
export async function keepDraft(visitId: string, draft: Draft | null): Promise<void> {
  const { [visitId]: _was, ...others } = state.drafts;
  show({ drafts: draft ? { ...others, [visitId]: draft } : others });
  await vault?.write("sealed", "drafts", state.drafts);
}

/** Saved on the phone, and on its way as soon as there is a line. */
export async function save(entry: VisitEntry): Promise<void> {
  const { item, replaced } = saveEntry(state.outbox, entry);
  await keepItems([item]);
  for (const entryId of replaced) await dropItem(entryId);
  await keepDraft(entry.visitId, null);
  void sync();
}

export async function chooseTheirs(item: OutboxItem): Promise<void> {
  await keepItems([letGo(item, new Date(now()).toISOString())]);
  void sync();
}

export async function chooseMine(item: OutboxItem): Promise<void> {
  await keepItems([mineAnyway(item, crypto.randomUUID(), new Date().toISOString())]);
  await dropItem(item.entry.entryId);
  void sync();
}

let syncing: Promise<void> | null = null;

/** Sends what waits and fetches her day. One at a time, in all tabs together. */
export function sync(): Promise<void> {
  syncing ??= navigator.locks
    .request("wieg-onderweg-verzenden", async () => {
      while (await sendBatch());
    })
    .finally(() => {
      syncing = null;
    });
  return syncing;
}

/** True when there is more to send, or to hear. */
async function sendBatch(): Promise<boolean> {
  if (!vault || !identity) return false;
  const mine = vault;
  const batch = toSend(state.outbox, mostEntries).map(startSending);
  await keepItems(batch);
  show({ line: "busy" });
  const answer = await askSync(identity.token, {
    deviceId: identity.deviceId,
    phoneNow: new Date().toISOString(),
    entries: batch.map(({ entry }) => entry),
    ask: [...toAsk(state.outbox, mostEntries)],
    wantsSheet: batch.length === 0, // first all that she wrote, then what she gets
  });
  if (vault !== mine) return false; // locked meanwhile: at the next opening it goes again, under the same ids
  if (answer?.state === "blocked") {
    await wipeNow("blocked");
    return false;
  }
  if (answer?.state !== "open") {
    await keepItems(batch.map(sendAgain));
    show({ line: answer ? "unknown-phone" : "none" });
    if (!answer) tryLater();
    return false;
  }
  await takeIn(mine, batch, answer);
  if (batch.length > 0) return true; // then her day
  hearLater();
  return false;
}

/** A line that has just come back may fail once more: what waits is tried again soon, and less and less often. Without any line the phone tells when. */
let nextTry = 2_000;
function tryLater(): void {
  if (!navigator.onLine || toSend(state.outbox, 1).length === 0) return;
  setTimeout(() => void sync(), nextTry);
  nextTry = Math.min(nextTry * 2, 60_000);
}

async function takeIn(mine: Vault, batch: readonly OutboxItem[], answer: Extract<SyncAnswer, { state: "open" }>): Promise<void> {
  nextTry = 2_000;
  const contact = { server: Date.parse(answer.serverNow), phone: Date.now() };
  const changed = state.outbox
    .filter((item) => batch.includes(item) || answer.answers.some(({ entryId }) => entryId === item.entry.entryId))
    .map((item) => sendAgain(answer.answers.reduce((so, one) => takeAnswer(so, one, answer.serverNow), item)));
  await keepItems(changed);
  await mine.write("sealed", "contact", contact);
  if (answer.sheet) await mine.write("sealed", "sheet", answer.sheet);
  if (JSON.stringify(answer.settings) !== JSON.stringify(state.settings)) await keepSettings(answer.settings);
  show({ contact, settings: answer.settings, clockOff: answer.clockOffSeconds, line: "ok", ...(answer.sheet && { sheet: answer.sheet }) });
  await prune();
}

/** What came in is written a moment later: asked again soon, and less and less often. */
let patience = 700;
function hearLater(): void {
  if (toAsk(state.outbox, 1).length === 0) {
    patience = 700;
    return;
  }
  setTimeout(() => void sync(), patience);
  patience = Math.min(patience * 2, 60_000);
}

/** She stops using this phone: Wieg hears of it when there is a line, and the phone forgets everything at once. */
export async function stopUsing(): Promise<void> {
  if (identity) await signOff(identity.token, identity.deviceId);
  await wipeNow("signed-off");
}
