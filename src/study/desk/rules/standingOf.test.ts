import assert from "node:assert/strict";
import { test } from "node:test";
import { standingOf } from "./standingOf.ts";

const today = "2027-03-10";
type List = Parameters<typeof standingOf>[0];
const open: List = {
  state: "open",
  way: "link",
  expiresOn: "2027-03-14",
  told: "mail",
  printed: false,
  begun: false,
  stoppedBecause: null,
};

const cases: readonly { readonly says: string; readonly list: Partial<List>; readonly stands: string }[] = [
  { says: "told by mail and nothing filled in", list: {}, stands: "due not_begun" },
  { says: "on the last day itself", list: { expiresOn: today }, stands: "due not_begun" },
  { says: "the day after, before the morning's job", list: { expiresOn: "2027-03-09" }, stands: "missing not_begun" },
  { says: "half-way when the battery died", list: { begun: true }, stands: "due half_way" },
  { says: "half-way and never ended", list: { begun: true, state: "expired", expiresOn: "2027-02-01" }, stands: "missing half_way" },
  { says: "nobody could mail her", list: { told: "no_address" }, stands: "due no_address" },
  { says: "no text in her language", list: { told: "no_text", state: "expired" }, stands: "missing no_text" },
  { says: "paper that nobody printed", list: { way: "paper", told: "paper" }, stands: "due paper_to_print" },
  { says: "paper that is not back", list: { way: "paper", told: "paper", printed: true, state: "expired" }, stands: "missing paper_out" },
  { says: "half entered from paper", list: { way: "paper", told: "paper", printed: true, begun: true }, stands: "due half_way" },
  { says: "waiting for who helps", list: { way: "help", told: "help" }, stands: "due help_waits" },
  { says: "she said no to this list", list: { state: "declined" }, stands: "missing declined" },
  { says: "she withdrew", list: { state: "stopped", stoppedBecause: "withdrawn" }, stands: "stopped withdrawn" },
  { says: "she lost her child", list: { state: "stopped", stoppedBecause: "loss" }, stands: "stopped loss" },
  { says: "she moved away", list: { state: "stopped", stoppedBecause: "moved" }, stands: "stopped moved" },
  { says: "the study was over", list: { state: "stopped", stoppedBecause: "study_over" }, stands: "stopped ended" },
  { says: "a list of next month", list: { state: "planned" }, stands: "planned waits" },
  { says: "answered in time", list: { state: "answered", begun: true }, stands: "answered answered" },
];
for (const { says, list, stands } of cases)
  test(says, () => {
    const { standing, why } = standingOf({ ...open, ...list }, today);
    assert.equal(`${standing} ${why}`, stands);
  });
