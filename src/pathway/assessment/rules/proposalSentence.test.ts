import assert from "node:assert/strict";
import { test } from "node:test";
import { proposalSentence } from "./proposalSentence.ts";

// risk factors now, urgent, protective sufficient, recorded risk factors
const cases = [
  ["two recorded risk factors", true, false, false, 2, "c, want: 2 risicofactoren, beschermende factoren niet toereikend."],
  ["one, urgent", true, true, false, 1, "d, want: 1 risicofactor, beschermende factoren niet toereikend, een urgente risicofactor."],
  [
    "none recorded, but she sees them",
    true,
    false,
    true,
    0,
    "b, want: risicofactoren, volgens uw oordeel, beschermende factoren toereikend.",
  ],
  [
    "recorded, but no longer of importance",
    false,
    false,
    true,
    2,
    "a, want: risicofactoren spelen volgens u nu geen rol, beschermende factoren toereikend.",
  ],
  [
    "not in the definition",
    false,
    false,
    false,
    0,
    "Geen voorstel: geen risicofactoren, beschermende factoren niet toereikend. De definitie zegt hier niets over.",
  ],
] as const;

for (const [sentence, riskNow, urgentRisk, protectiveSufficient, count, expected] of cases)
  test(sentence, () => assert.equal(proposalSentence({ riskNow, urgentRisk, protectiveSufficient }, count), expected));
