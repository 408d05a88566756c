import assert from "node:assert/strict";
import { test } from "node:test";
import { deliveredBy } from "./bookVisit.ts";

const nights: readonly [string, string, string, number, readonly (readonly [string, number])[]][] = [
  ["a morning with half an hour of pause", "2025-03-05T07:00Z", "2025-03-05T10:30Z", 30, [["2025-03-05", 180]]],
  [
    "across midnight, the pause in the longest part",
    "2025-03-05T21:00Z",
    "2025-03-06T05:00Z",
    60,
    [
      ["2025-03-05", 120],
      ["2025-03-06", 300],
    ],
  ],
  ["a pause longer than the longest part goes on in the other", "2025-03-05T21:00Z", "2025-03-06T01:00Z", 150, [["2025-03-06", 90]]],
  [
    "across the turn of the year",
    "2024-12-31T22:00Z",
    "2025-01-01T01:00Z",
    0,
    [
      ["2024-12-31", 60],
      ["2025-01-01", 120],
    ],
  ],
  [
    "the night the clock goes forward has an hour less",
    "2025-03-29T21:00Z",
    "2025-03-30T04:00Z",
    0,
    [
      ["2025-03-29", 120],
      ["2025-03-30", 300],
    ],
  ],
  [
    "the night the clock goes back has an hour more",
    "2025-10-25T20:00Z",
    "2025-10-26T05:00Z",
    0,
    [
      ["2025-10-25", 120],
      ["2025-10-26", 420],
    ],
  ],
];
for (const [sentence, startedAt, endedAt, breakMinutes, expected] of nights)
  test(sentence, () => {
    const visit = { id: "visit", trajectoryId: "line", assistantId: "assistant", startedAt, endedAt, breakMinutes };
    assert.deepEqual(
      deliveredBy({ ...visit, state: "delivered" }).parts,
      expected.map(([day, minutes]) => ({ day, minutes })),
    );
    assert.deepEqual(deliveredBy({ ...visit, state: "refused" }).parts, [], "refused by the family: no hours");
  });
