import assert from "node:assert/strict";
import { test } from "node:test";
import type { ThreadMove, ThreadState } from "../messages.ts";
import { decideThreadMove } from "./threadMoves.ts";

const cases: readonly (readonly [sentence: string, move: ThreadMove, state: ThreadState, lineOpen: boolean, outcome: string])[] = [
  ["who takes part writes in an open conversation", "send", "open", true, "go"],
  ["nothing is added to a closed one", "send", "closed", true, "messages-closed"],
  ["nobody is added to a closed one", "add", "closed", true, "messages-closed"],
  ["after the line has ended nothing is written", "send", "open", false, "messages-line-ended"],
  ["after the line has ended nobody is added", "add", "open", false, "messages-line-ended"],
  ["a conversation can be closed after the line has ended too", "close", "open", false, "go"],
  ["closing twice tells that someone was first", "close", "closed", true, "messages-changed-meanwhile"],
  ["a closed one is opened again", "reopen", "closed", true, "go"],
  ["not after the line has ended", "reopen", "closed", false, "messages-line-ended"],
  ["an open one is not opened again", "reopen", "open", true, "messages-changed-meanwhile"],
];
for (const [sentence, move, state, lineOpen, outcome] of cases)
  test(sentence, () => {
    const decided = decideThreadMove(move, { state, lineOpen });
    assert.equal(decided === "go" ? "go" : decided.code, outcome);
  });
