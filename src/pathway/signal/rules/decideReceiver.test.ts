import assert from "node:assert/strict";
import { test } from "node:test";
import { decideReceiver, type Receiver } from "./decideReceiver.ts";

const one = (id: string, kind: string, change: Partial<Receiver> = {}): Receiver => ({
  id,
  kind,
  municipalities: ["GM0917"],
  chosenFor: [],
  answers: true,
  ...change,
});

const cases = [
  ["the JGZ answers first", [one("knooppunt", "municipality"), one("jgz", "youth_health")], "jgz"],
  [
    "what a region chose goes before that",
    [one("jgz", "youth_health"), one("knooppunt", "municipality", { chosenFor: ["GM0917"] })],
    "knooppunt",
  ],
  [
    "a choice for another municipality is no choice for this one",
    [one("jgz", "youth_health"), one("knooppunt", "municipality", { chosenFor: ["GM0935"] })],
    "jgz",
  ],
  [
    "a JGZ of elsewhere does not answer",
    [one("jgz", "youth_health", { municipalities: ["GM0935"] }), one("knooppunt", "municipality")],
    "knooppunt",
  ],
  ["where nobody works nobody is asked", [one("jgz", "youth_health", { answers: false }), one("knooppunt", "municipality")], "knooppunt"],
  [
    "nor where it was chosen",
    [one("jgz", "youth_health"), one("knooppunt", "municipality", { chosenFor: ["GM0917"], answers: false })],
    "jgz",
  ],
  ["a midwifery practice is not asked by itself", [one("practice", "midwifery_practice")], null],
  ["nobody at all", [], null],
] as const;
for (const [sentence, organisations, expected] of cases)
  test(sentence, () => assert.equal(decideReceiver("GM0917", organisations), expected));
