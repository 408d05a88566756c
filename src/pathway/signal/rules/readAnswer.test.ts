import assert from "node:assert/strict";
import { test } from "node:test";
import type { DoorStep } from "../frontDoor.ts";
import { doorTexts } from "../frontDoor.texts.ts";
import { readAnswer, type Posted } from "./readAnswer.ts";

const { errors } = doorTexts.nl;
const right: readonly (readonly [string, DoorStep, Posted, object])[] = [
  ["a postcode as people type it", 1, { postcode: "6411 aa", municipality: "" }, { postcode: "6411AA" }],
  [
    "a municipality goes before a postcode",
    1,
    { postcode: "onzin", municipality: "GM0917" },
    { postcode: "ONZIN", municipality: "GM0917" },
  ],
  ["nothing chosen is an answer too", 2, {}, { topics: [] }],
  ["two topics, and one that does not exist", 2, { topics: ["baby", "money", "made-up"] }, { topics: ["money", "baby"] }],
  ["no words, no name", 3, {}, { words: "", givenName: "" }],
  ["words in any script", 3, { words: "ساعدوني", givenName: " Noor " }, { words: "ساعدوني", givenName: "Noor" }],
  [
    "a foreign number",
    4,
    { channel: "phone", contact: "+49 (0)241 123456" },
    { channel: "phone", contact: "+49 (0)241 123456", speaks: "" },
  ],
  ["who calls herself gives no number away", 4, { channel: "self", contact: "0612345678" }, { channel: "self", contact: "", speaks: "" }],
  [
    "a moment in her own words is enough",
    5,
    { momentWords: "dinsdag", othersMayAnswer: "no" },
    { safeMoments: [], momentWords: "dinsdag", othersMayAnswer: false },
  ],
];
for (const [sentence, step, posted, answers] of right)
  test(sentence, () => assert.deepEqual(readAnswer(step, posted, doorTexts.nl, {}), { answers }));

const wrong: readonly (readonly [string, DoorStep, Posted, Readonly<Record<string, string>>])[] = [
  ["neither postcode nor municipality", 1, {}, { postcode: errors.where }],
  ["a postcode that is none", 1, { postcode: "12345" }, { postcode: errors.postcode }],
  ["a made-up municipality", 1, { municipality: "Heerlen" }, { municipality: errors.where }],
  ["more than 5,000 characters", 3, { words: "x".repeat(5001) }, { words: errors.tooLong }],
  ["no way to reach her", 4, { contact: "0612345678" }, { channel: errors.channel }],
  ["a call without a number", 4, { channel: "phone", contact: "bel maar" }, { contact: errors.phone }],
  ["an e-mail without an address", 4, { channel: "email", contact: "0612345678" }, { contact: errors.email }],
  ["no moment at all", 5, { othersMayAnswer: "no" }, { safeMoments: errors.when }],
  ["not said whether someone else may answer", 5, { safeMoments: "weekend" }, { othersMayAnswer: errors.others }],
];
for (const [sentence, step, posted, expected] of wrong)
  test(sentence, () => assert.deepEqual(readAnswer(step, posted, doorTexts.nl, {}), { errors: expected }));

test("5,000 characters are taken", () => assert.ok("answers" in readAnswer(3, { words: "x".repeat(5000) }, doorTexts.nl, {})));
