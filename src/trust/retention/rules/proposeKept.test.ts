import assert from "node:assert/strict";
import { test } from "node:test";
import type { Concern, KeepReason, RecordKind } from "../retention.ts";
import { proposeKept, wronglyDestroyed } from "./proposeKept.ts";

const cases: readonly [sentence: string, RecordKind, readonly Concern[], KeepReason | null][] = [
  ["a midwife's file goes when the woman asks it", "medical_file", [], null],
  ["so does what the municipality recorded", "social_support", [], null],
  ["it stays where a child has a substantial interest in it", "medical_file", ["interest_of_other"], "interest_of_other"],
  ["it stays while her complaint about that care is heard", "medical_file", ["complaint"], "complaint"],
  ["the accounts of the programme stay: the tax law asks seven years", "programme", [], "accounts"],
  ["whatever else stands in the way", "programme", ["complaint"], "accounts"],
  ["a record by the Meldcode never goes on request", "meldcode", [], "law"],
  ["nor does the trail", "trail", [], "law"],
];
for (const [sentence, kind, seen, expected] of cases) test(sentence, () => assert.equal(proposeKept(kind, seen), expected));

test("a decision that would destroy the accounts is not a decision", () =>
  assert.deepEqual(wronglyDestroyed(["medical_file", "programme"]), ["programme"]));
