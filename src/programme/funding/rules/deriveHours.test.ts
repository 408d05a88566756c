import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { FundingFacts, VisitFacts } from "../funding.ts";
import { aPlace, aVersion, theFamily } from "../testing/fundingFacts.ts";
import { deriveHours } from "./deriveHours.ts";
import { price } from "./price.ts";
import { shareOut } from "./shareOut.ts";
import { splitByDay } from "./splitByDay.ts";

const visit = (startedAt: string, endedAt: string, breakMinutes = 0): VisitFacts => ({
  visitId: "visit",
  trajectoryId: "line",
  assistantId: "assistant",
  state: "delivered",
  startedAt,
  endedAt,
  breakMinutes,
});
const money = (one: VisitFacts, change: Partial<FundingFacts> = {}) =>
  deriveHours(one, { ...theFamily, ...change }).map(({ day, minutes, cents, rateCents }) => ({ day, minutes, cents, rateCents }));

const nights: readonly [string, string, string, number, readonly (readonly [string, number])[]][] = [
  ["a morning", "2025-03-05T08:00+01:00", "2025-03-05T11:30+01:00", 0, [["2025-03-05", 210]]],
  ["a morning with half an hour of pause", "2025-03-05T08:00+01:00", "2025-03-05T11:30+01:00", 30, [["2025-03-05", 180]]],
  [
    "across midnight",
    "2025-03-05T22:00+01:00",
    "2025-03-06T06:00+01:00",
    0,
    [
      ["2025-03-05", 120],
      ["2025-03-06", 360],
    ],
  ],
  [
    "across midnight, the pause in the longest part",
    "2025-03-05T22:00+01:00",
    "2025-03-06T06:00+01:00",
    60,
    [
      ["2025-03-05", 120],
      ["2025-03-06", 300],
    ],
  ],
  [
    "the night the clock goes forward has an hour less",
    "2025-03-29T22:00+01:00",
    "2025-03-30T06:00+02:00",
    0,
    [
      ["2025-03-29", 120],
      ["2025-03-30", 300],
    ],
  ],
  [
    "the night the clock goes back has an hour more",
    "2025-10-25T22:00+02:00",
    "2025-10-26T06:00+01:00",
    0,
    [
      ["2025-10-25", 120],
      ["2025-10-26", 420],
    ],
  ],
  ["an end before its start is nothing", "2025-03-05T11:00+01:00", "2025-03-05T10:00+01:00", 0, []],
  ["only pause", "2025-03-05T10:00+01:00", "2025-03-05T10:30+01:00", 45, []],
];
for (const [sentence, from, until, pause, expected] of nights)
  test(sentence, () =>
    assert.deepEqual(
      splitByDay(from, until, pause),
      expected.map(([day, minutes]) => ({ day, minutes })),
    ),
  );

test("the night of the turn of the year has two rates", () => {
  const change = { bornOn: "2024-12-28", versions: [aVersion("2021-01-01")] };
  assert.deepEqual(money(visit("2024-12-31T23:00+01:00", "2025-01-01T02:00+01:00"), change), [
    { day: "2024-12-31", minutes: 60, cents: 510, rateCents: 510 },
    { day: "2025-01-01", minutes: 120, cents: 1080, rateCents: 540 },
  ]);
});

test("the rate of 2026 is missing: the hours stand, the amount is unknown and not 0", () => {
  const [line] = deriveHours(visit("2026-01-05T08:00+01:00", "2026-01-05T12:00+01:00"), { ...theFamily, bornOn: "2026-01-02" });
  assert.deepEqual([line?.minutes, line?.rateCents, line?.cents, line?.shares], [240, null, null, []]);
});

test("a rate that is added by a later version reaches back to the hours of its year, and changes no rate that was known", () => {
  const versions = [aVersion("2021-01-01", { coPayment: { 2025: 540 } }), aVersion("2026-06-01", { coPayment: { 2025: 999, 2026: 570 } })];
  assert.equal(money(visit("2026-01-05T08:00+01:00", "2026-01-05T12:00+01:00"), { bornOn: "2026-01-02", versions })[0]?.cents, 2280);
  assert.equal(money(visit("2025-03-05T08:00+01:00", "2025-03-05T12:00+01:00"), { versions })[0]?.cents, 2160);
});

test("a year with rate 0 costs nothing, and that is known", () => {
  const versions = [aVersion("2021-01-01", { coPayment: { 2025: 0 } })];
  assert.deepEqual(money(visit("2025-03-05T08:00+01:00", "2025-03-05T12:00+01:00"), { versions })[0], {
    day: "2025-03-05",
    minutes: 240,
    cents: 0,
    rateCents: 0,
  });
});

test("half a cent goes up", () => {
  assert.equal(price(15, 540), 135);
  assert.equal(price(5, 510), 43); // 42.5
  assert.equal(price(1, 29), 0); // 0.48
  assert.equal(price(1, 30), 1); // 0.5
});

test("twins are cared for in the same hours: they count once, from the first one's birth", () => {
  assert.equal(money(visit("2025-03-05T08:00+01:00", "2025-03-05T12:00+01:00")).length, 1);
});

test("after a stillbirth the mother's ten days are insured as any other's, without co-payment in pillar 1", () => {
  const [line] = deriveHours(visit("2025-03-05T08:00+01:00", "2025-03-05T12:00+01:00"), theFamily);
  assert.deepEqual([line?.source, line?.coPaymentBy, line?.cents], ["insurance", "programme", 2160]);
});

test("moved out of the area, and insured elsewhere since: the place stays, its municipality and insurer pay", () => {
  const moved = { ...theFamily, municipality: "GM0935", insurer: null, places: [aPlace(2, { insurer: "VGZ" })] };
  const [line] = deriveHours(visit("2025-04-20T08:00+02:00", "2025-04-20T10:00+02:00"), moved);
  assert.deepEqual(line?.shares, [
    { funder: "VGZ", cents: 6600 },
    { funder: "GM0917", cents: 6600 },
  ]);
  assert.equal(line?.municipality, "GM0917");
});

test("the cent that can't be halved goes to the first funder of the agreement", () => {
  const [line] = deriveHours(visit("2025-04-20T08:00+02:00", "2025-04-20T08:01+02:00"), {
    ...theFamily,
    versions: [aVersion("2021-01-01", { flexible: { 2025: 6660 } })],
  });
  assert.deepEqual(
    line?.shares.map(({ cents }) => cents),
    [56, 55],
  );
});

test("a visit that was refused by the family has no hours", () => {
  assert.deepEqual(deriveHours({ ...visit("2025-03-05T08:00+01:00", "2025-03-05T12:00+01:00"), state: "refused" }, theFamily), []);
});

test("however an amount is shared, the shares add up to it and nobody is a cent away from her part", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 9 }),
      (cents, parts) => {
        const shares = shareOut(cents, parts);
        const whole = parts.reduce((sum, part) => sum + part, 0);
        assert.equal(
          shares.reduce((sum, share) => sum + share, 0),
          cents,
        );
        for (const [index, part] of parts.entries()) assert.ok(Math.abs((shares[index] ?? 0) - (cents * part) / whole) < 1);
      },
    ),
  );
});
