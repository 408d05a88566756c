import type { EntryAnswer, PhoneVisit, VisitEntry } from "../visitApp.ts";

/** What she saved and what became of it. Pure: the drawing of these states is in the README. */
export type Sending =
  | { readonly state: "waiting" }
  | { readonly state: "sending" }
  /** Wieg has it for good and is writing it into the visit. */
  | { readonly state: "received" }
  | { readonly state: "sent"; readonly version: number; readonly note: string | null; readonly on: string }
  | { readonly state: "refused"; readonly say: string; readonly todo: string }
  | { readonly state: "conflict"; readonly theirs: PhoneVisit }
  /** She chose what stands in Wieg; her words stay to be read until they are a day old. */
  | { readonly state: "let-go"; readonly on: string };
export type SendingState = Sending["state"];

export interface OutboxItem {
  readonly entry: VisitEntry;
  readonly sending: Sending;
  /** It may have come in without our hearing of it: then it may not change any more, only be followed by another. */
  readonly tried: boolean;
}

/** Which state may follow which. */
export const moves: Readonly<Record<SendingState, readonly SendingState[]>> = {
  waiting: ["sending"],
  sending: ["waiting", "received", "sent", "refused", "conflict"],
  received: ["waiting", "sent", "refused", "conflict"],
  sent: [],
  refused: ["let-go"],
  conflict: ["let-go"],
  "let-go": [],
};

function move(item: OutboxItem, sending: Sending): OutboxItem {
  return moves[item.sending.state].includes(sending.state) ? { ...item, sending } : item;
}

export const newItem = (entry: VisitEntry): OutboxItem => ({ entry, sending: { state: "waiting" }, tried: false });

/** It goes now. Of one visit the next waits until the one before it was answered: order is kept. */
export function toSend(items: readonly OutboxItem[], most: number): readonly OutboxItem[] {
  const open = items.filter(({ sending }) => sending.state === "waiting");
  const held = new Set(
    items.filter(({ sending }) => sending.state === "conflict" || sending.state === "refused").map(({ entry }) => entry.visitId),
  );
  const first = new Map<string, OutboxItem>();
  for (const item of [...open].sort((one, other) => one.entry.enteredAt.localeCompare(other.entry.enteredAt)))
    if (!first.has(item.entry.visitId) && !held.has(item.entry.visitId)) first.set(item.entry.visitId, item);
  return [...first.values()].slice(0, most);
}

export const startSending = (item: OutboxItem): OutboxItem => ({ ...move(item, { state: "sending" }), tried: true });

/** No answer came, or the phone was switched off halfway: it goes again, under the same id. */
export const sendAgain = (item: OutboxItem): OutboxItem => (item.sending.state === "sending" ? move(item, { state: "waiting" }) : item);

export function takeAnswer(item: OutboxItem, answer: EntryAnswer, now: string): OutboxItem {
  if (answer.entryId !== item.entry.entryId) return item;
  switch (answer.state) {
    case "received":
      return move(item, { state: "received" });
    case "missing":
      return move(item, { state: "waiting" });
    case "done":
      return move(item, { state: "sent", version: answer.version, note: answer.note, on: now });
    case "refused":
      return move(item, { state: "refused", say: answer.say, todo: answer.todo });
    case "conflict":
      return move(item, { state: "conflict", theirs: answer.theirs });
  }
}

/** She leaves what stands in Wieg as it is. */
export const letGo = (item: OutboxItem, now: string): OutboxItem => move(item, { state: "let-go", on: now });

/** A visit saved anew: what still lies untouched is replaced, what may have gone is followed. The old items to take away come along. */
export function saveEntry(
  items: readonly OutboxItem[],
  entry: VisitEntry,
): { readonly item: OutboxItem; readonly replaced: readonly string[] } {
  const ofVisit = items
    .filter((item) => item.entry.visitId === entry.visitId)
    .sort((one, other) => one.entry.enteredAt.localeCompare(other.entry.enteredAt));
  const replaced = ofVisit.filter(({ sending, tried }) => (sending.state === "waiting" && !tried) || sending.state === "refused");
  const stays = ofVisit.filter((item) => !replaced.includes(item));
  const last = stays.findLast(({ sending }) => ["waiting", "sending", "received", "sent"].includes(sending.state));
  const follows = last?.entry.entryId ?? replaced.at(-1)?.entry.follows ?? null;
  return { item: newItem({ ...entry, follows }), replaced: replaced.map((item) => item.entry.entryId) };
}

/** Her own version after all, over what she has now seen stands in Wieg. */
export const mineAnyway = (item: OutboxItem, entryId: string, now: string): OutboxItem =>
  item.sending.state === "conflict"
    ? newItem({ ...item.entry, entryId, follows: null, sawVersion: item.sending.theirs.version, enteredAt: now })
    : item;

/** What is not with Wieg yet: the number on the screen. */
export const notSent = (items: readonly OutboxItem[]): readonly OutboxItem[] =>
  items.filter(({ sending }) => !["sent", "received", "let-go"].includes(sending.state));

/** With Wieg, and not heard yet what became of it. */
export const toAsk = (items: readonly OutboxItem[], most: number): readonly string[] =>
  items
    .filter(({ sending }) => sending.state === "received")
    .slice(0, most)
    .map(({ entry }) => entry.entryId);

/** Sent or let go, and a day old: it need not stay on the phone. */
export const isDone = ({ sending }: OutboxItem, now: string): boolean =>
  (sending.state === "sent" || sending.state === "let-go") && Date.parse(now) - Date.parse(sending.on) > 24 * 3_600_000;
