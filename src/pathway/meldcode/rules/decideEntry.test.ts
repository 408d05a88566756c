import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryKind } from "../meldcode.ts";
import { decideEntry, type EntryFacts } from "./decideEntry.ts";

const facts = (change: Partial<EntryFacts> = {}): EntryFacts => ({
  state: "open",
  byAuthor: true,
  today: "2026-03-12",
  onDay: "2026-03-12",
  words: "Blauwe plek op de arm",
  answers: {},
  ...change,
});
const all = { suspicion: "yes", unsafe: "no", ableToHelp: "yes", acceptsHelp: "unknown", lasting: "yes" };

const cases: readonly (readonly [string, EntryKind, EntryFacts, string])[] = [
  ["the author maps what she saw", "signals", facts(), "go"],
  ["signals have words", "signals", facts({ words: " " }), "words-needed"],
  ["nothing happened tomorrow", "talked", facts({ onDay: "2026-03-13" }), "in-the-future"],
  ["not talking has its reason", "not_talked", facts({ words: null }), "words-needed"],
  ["the officer gives advice", "advice", facts({ byAuthor: false }), "go"],
  ["the author does not advise herself", "advice", facts(), "officer-only"],
  ["the officer does not weigh for her", "weighed", facts({ byAuthor: false, answers: all }), "author-only"],
  ["weighing answers all five questions, also with 'I do not know'", "weighed", facts({ answers: all, words: null }), "go"],
  ["four answers are not enough", "weighed", facts({ answers: { ...all, lasting: "" } }), "answer-all"],
  ["a decision is one of four", "decided", facts({ answers: { decision: "report" } }), "go"],
  ["no decision is no decision", "decided", facts(), "choose-decision"],
  ["either of them closes, with the reason", "closed", facts({ byAuthor: false, words: "hulp loopt goed" }), "go"],
  ["after closing nothing is added", "signals", facts({ state: "closed" }), "closed-already"],
  ["a closed case is reopened", "reopened", facts({ state: "closed", words: null }), "go"],
  ["an open case needs no reopening", "reopened", facts(), "open-already"],
];
for (const [sentence, kind, given, expected] of cases)
  test(sentence, () => {
    const outcome = decideEntry(kind, given);
    assert.equal(outcome === "go" ? outcome : outcome.code, expected);
  });
