import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fileMoves, type FileState } from "../familyFile.ts";
import { holdsContent, mayMove, moves } from "./fileMoves.ts";

test("a file is handed over when it is ready, and again with a new link; never before it was made", () => {
  assert.ok(mayMove("hand", "ready"));
  assert.ok(mayMove("hand", "handed"));
  assert.ok(!mayMove("hand", "making"));
  assert.ok(!mayMove("hand", "taken"));
});

test("a job that was broken off begins again", () => assert.ok(mayMove("begin", "making")));

test("in no order of events is a document taken twice, or taken by whom it was not handed to", () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...fileMoves), fc.constantFrom("pdf", "data")), { maxLength: 60 }), (walk) => {
      let state: FileState = "asked";
      let handed = false;
      const left = new Set<string>();
      const taken: string[] = [];
      for (const [move, format] of walk) {
        const taking = move === "take_one" || move === "take_last";
        if (!mayMove(move, state)) continue;
        if (taking && (!left.has(format) || (move === "take_last") !== (left.size === 1))) continue;
        state = moves[move].to;
        if (move === "finish") for (const one of ["pdf", "data"]) left.add(one);
        if (move === "hand") handed = true;
        if (move === "fail" || move === "expire") left.clear();
        if (taking) {
          assert.ok(handed);
          left.delete(format);
          taken.push(format);
        }
        if (!holdsContent(state)) assert.equal(left.size, 0, `content stays in ${state}`);
      }
      assert.equal(new Set(taken).size, taken.length, "each once");
    }),
  ));
