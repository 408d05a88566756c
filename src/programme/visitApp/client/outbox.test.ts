import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { EntryAnswer, PhoneVisit, VisitEntry } from "../visitApp.ts";
import {
  isDone,
  letGo,
  mineAnyway,
  moves,
  newItem,
  notSent,
  saveEntry,
  sendAgain,
  startSending,
  takeAnswer,
  toAsk,
  toSend,
  type OutboxItem,
} from "./outbox.ts";

const now = "2026-11-22T12:00:00.000Z";
const id = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, "0")}`;
const entry = (nth: number, change: Partial<VisitEntry> = {}): VisitEntry => ({
  entryId: id(nth),
  visitId: id(900),
  trajectoryId: id(800),
  outcome: "delivered",
  started: { at: "2026-11-22T08:00:00.000Z", by: "clock" },
  ended: { at: "2026-11-22T11:00:00.000Z", by: "clock" },
  breakMinutes: 0,
  contents: [],
  observation: "Zij voedt goed.",
  signal: null,
  whyCode: null,
  why: "",
  sawVersion: 1,
  follows: null,
  enteredAt: `2026-11-22T11:${String(nth).padStart(2, "0")}:00.000Z`,
  ...change,
});
const theirs = { id: id(900), version: 7 } as PhoneVisit;
const done = (nth: number): EntryAnswer => ({ state: "done", entryId: id(nth), version: 2, note: null });

test("saved, sent, heard: it is with Wieg", () => {
  const item = takeAnswer(startSending(newItem(entry(1))), done(1), now);
  assert.equal(item.sending.state, "sent");
  assert.deepEqual(notSent([item]), []);
});

test("without an answer it goes again, under the same id", () => {
  const item = sendAgain(startSending(newItem(entry(1))));
  assert.equal(item.sending.state, "waiting");
  assert.deepEqual(toSend([item], 10), [item]);
  assert.equal(item.entry.entryId, id(1));
});

test("came in, and then heard what became of it; what Wieg turns out not to have goes again", () => {
  const received = takeAnswer(startSending(newItem(entry(1))), { state: "received", entryId: id(1) }, now);
  assert.deepEqual(notSent([received]), [], "it is with Wieg");
  assert.deepEqual(toAsk([received], 10), [id(1)]);
  assert.equal(sendAgain(received), received, "nor does it go twice after a restart");
  assert.equal(takeAnswer(received, done(1), now).sending.state, "sent");
  assert.equal(takeAnswer(received, { state: "missing", entryId: id(1) }, now).sending.state, "waiting");
});

test("an answer to something else changes nothing", () => {
  const item = startSending(newItem(entry(1)));
  assert.equal(takeAnswer(item, done(2), now), item);
});

test("changed before it went: only the last goes", () => {
  const first = newItem(entry(1));
  const { item, replaced } = saveEntry([first], entry(2, { observation: "Beter." }));
  assert.deepEqual(replaced, [id(1)]);
  assert.equal(item.entry.follows, null);
});

test("changed after it may have gone: the first stays as it was, the second follows it", () => {
  const tried = sendAgain(startSending(newItem(entry(1))));
  const { item, replaced } = saveEntry([tried], entry(2));
  assert.deepEqual(replaced, []);
  assert.equal(item.entry.follows, id(1));
  assert.deepEqual(toSend([tried, item], 10), [tried], "of one visit the first goes first");
});

test("changed after it was sent: the second follows what was sent", () => {
  const sent = takeAnswer(startSending(newItem(entry(1))), done(1), now);
  assert.equal(saveEntry([sent], entry(2)).item.entry.follows, id(1));
});

test("a refused entry is replaced by its mended one", () => {
  const refused = takeAnswer(
    startSending(newItem(entry(1))),
    { state: "refused", entryId: id(1), code: "x", say: "Nee.", todo: "Bel." },
    now,
  );
  assert.deepEqual(saveEntry([refused], entry(2)).replaced, [id(1)]);
  assert.equal(notSent([refused]).length, 1, "it still counts as not sent");
});

test("a conflict: hers goes again over the version she has seen, or she lets go and keeps her words", () => {
  const conflict = takeAnswer(startSending(newItem(entry(1))), { state: "conflict", entryId: id(1), theirs }, now);
  const mine = mineAnyway(conflict, id(2), now);
  assert.equal(mine.entry.sawVersion, 7);
  assert.equal(mine.entry.entryId, id(2));
  assert.equal(mine.sending.state, "waiting");
  const left = letGo(conflict, now);
  assert.equal(left.entry.observation, "Zij voedt goed.");
  assert.deepEqual(notSent([left]), []);
});

test("while she has not chosen, nothing more of that visit goes", () => {
  const conflict = takeAnswer(startSending(newItem(entry(1))), { state: "conflict", entryId: id(1), theirs }, now);
  assert.deepEqual(toSend([conflict, newItem(entry(2))], 10), []);
});

test("what is sent goes from the phone after a day; what is not, never by itself", () => {
  const sent = takeAnswer(startSending(newItem(entry(1))), done(1), now);
  assert.equal(isDone(sent, "2026-11-23T11:59:00.000Z"), false);
  assert.equal(isDone(sent, "2026-11-23T12:01:00.000Z"), true);
  assert.equal(isDone(newItem(entry(1)), "2027-11-22T12:00:00.000Z"), false);
});

test("whatever happens in whatever order, words that Wieg has not confirmed stay on the phone", () => {
  const acts = fc.array(fc.constantFrom("send", "lost", "received", "missing", "done", "refused", "conflict", "let-go"), { maxLength: 30 });
  fc.assert(
    fc.property(acts, (some) => {
      let item: OutboxItem = newItem(entry(1));
      for (const act of some) {
        const was = item.sending.state;
        if (act === "send" && toSend([item], 1).length === 1) item = startSending(item);
        if (act === "lost") item = sendAgain(item);
        if (act === "received") item = takeAnswer(item, { state: "received", entryId: id(1) }, now);
        if (act === "missing") item = takeAnswer(item, { state: "missing", entryId: id(1) }, now);
        if (act === "done") item = takeAnswer(item, done(1), now);
        if (act === "refused") item = takeAnswer(item, { state: "refused", entryId: id(1), code: "x", say: "", todo: "" }, now);
        if (act === "conflict") item = takeAnswer(item, { state: "conflict", entryId: id(1), theirs }, now);
        if (act === "let-go") item = letGo(item, now);
        assert.ok(item.sending.state === was || moves[was].includes(item.sending.state), `${was} to ${item.sending.state}`);
        assert.equal(item.entry.observation, "Zij voedt goed.");
        if (item.sending.state === "sent") assert.ok(some.includes("done"));
      }
    }),
  );
});
