import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeEntry, type Judgement, type Standing } from "./judgeEntry.ts";

type State = NonNullable<Standing["visit"]>["state"];
const line = "a-line";
const stands = (state: State, version: number, on = line): Standing["visit"] => ({ trajectoryId: on, state, version });

const cases: readonly [sentence: string, entry: Partial<Parameters<typeof judgeEntry>[0]>, standing: Partial<Standing>, Judgement][] = [
  ["a visit as it was planned", { sawVersion: 1 }, { visit: stands("planned", 1) }, "record"],
  ["a visit that nobody had planned", { sawVersion: null }, { visit: null }, "record"],
  ["a planned visit that is not hers to see any more", { sawVersion: 1 }, { visit: null }, "not-visible"],
  ["a visit of another family", { sawVersion: 1 }, { visit: stands("planned", 1, "another") }, "not-visible"],
  ["the plan was changed meanwhile", { sawVersion: 1 }, { visit: stands("planned", 2) }, "conflict"],
  ["already recorded on the web", { sawVersion: 1 }, { visit: stands("delivered", 2) }, "conflict"],
  ["cancelled meanwhile: she sees that first", { sawVersion: 1 }, { visit: stands("cancelled", 2) }, "conflict"],
  ["cancelled, and she saw that", { sawVersion: 2 }, { visit: stands("cancelled", 2) }, "cancelled"],
  ["hers anyway, over what she has seen", { sawVersion: 2 }, { visit: stands("delivered", 2) }, "correct"],
  [
    "changed on the phone before she heard that the first was in",
    { sawVersion: 1, follows: "x" },
    { visit: stands("delivered", 2), afterFollowed: 2 },
    "correct",
  ],
  [
    "the same, and someone else came between",
    { sawVersion: 1, follows: "x" },
    { visit: stands("delivered", 3), afterFollowed: 2 },
    "conflict",
  ],
  ["the first never came in", { sawVersion: 1, follows: "x" }, { visit: stands("planned", 1), afterFollowed: null }, "record"],
  ["the family did not want it", { sawVersion: 1, outcome: "refused" }, { visit: stands("planned", 1) }, "move"],
  [
    "not wanted, though it was recorded as delivered",
    { sawVersion: 2, outcome: "refused" },
    { visit: stands("delivered", 2) },
    "recorded-otherwise",
  ],
  ["she was there after all", { sawVersion: 2 }, { visit: stands("refused", 2) }, "record"],
  ["not wanted, and nobody had planned it", { sawVersion: null, outcome: "missed" }, { visit: null }, "not-visible"],
];

for (const [sentence, entry, standing, expected] of cases)
  test(sentence, () =>
    assert.equal(
      judgeEntry(
        { trajectoryId: line, outcome: "delivered", sawVersion: null, follows: null, ...entry },
        { visit: null, afterFollowed: null, ...standing },
      ),
      expected,
    ),
  );
