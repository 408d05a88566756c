import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryKind, MeldcodeEntry } from "../meldcode.ts";
import { stepsDone } from "./stepsDone.ts";

const entry = (kind: EntryKind): MeldcodeEntry => ({ id: 1, kind, onDay: "2026-03-12", words: null, answers: {}, who: "Hanna" });

const cases = [
  ["nothing done: signals first", [], "now later later later later"],
  ["signals mapped: consult", ["signals"], "done now later later later"],
  ["a question to the officer is no advice yet", ["signals", "ask_officer"], "done now later later later"],
  ["her advice is", ["signals", "ask_officer", "advice"], "done done now later later"],
  ["not talking, with its reason, is step 3 as well", ["signals", "consult_veilig_thuis", "not_talked"], "done done done now later"],
  ["in danger the decision comes first, the rest stays to do", ["decided"], "now later later later done"],
  ["all five", ["signals", "consult_colleague", "talked", "weighed", "decided"], "done done done done done"],
] as const;
for (const [sentence, kinds, expected] of cases)
  test(sentence, () =>
    assert.equal(
      stepsDone(kinds.map(entry))
        .map(({ state }) => state)
        .join(" "),
      expected,
    ),
  );
