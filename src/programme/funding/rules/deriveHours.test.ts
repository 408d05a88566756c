import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Day } from "../../../kit/day.ts";
import type { FundingFacts } from "../funding.ts";
import { aPlace, aVersion, theFamily } from "../testing/fundingFacts.ts";
import { deriveHours } from "./deriveHours.ts";
import { price } from "../../../kit/money.ts";
import { shareOut } from "./shareOut.ts";

const visit = (...parts: readonly (readonly [Day, number])[]) => ({
  visitId: "visit",
  parts: parts.map(([day, minutes]) => ({ day, minutes })),
});
const money = (one: ReturnType<typeof visit>, change: Partial<FundingFacts> = {}) =>
  deriveHours(one, { ...theFamily, ...change }).map(({ day, minutes, cents, rateCents }) => ({ day, minutes, cents, rateCents }));

test("the night of the turn of the year has two rates", () => {
  const change = { bornOn: "2024-12-28", versions: [aVersion("2021-01-01")] };
  assert.deepEqual(money(visit(["2024-12-31", 60], ["2025-01-01", 120]), change), [
    { day: "2024-12-31", minutes: 60, cents: 510, rateCents: 510 },
    { day: "2025-01-01", minutes: 120, cents: 1080, rateCents: 540 },
  ]);
});

test("the rate of 2026 is missing: the hours stand, the amount is unknown and not 0", () => {
  const [line] = deriveHours(visit(["2026-01-05", 240]), { ...theFamily, bornOn: "2026-01-02" });
  assert.deepEqual([line?.minutes, line?.rateCents, line?.cents, line?.shares], [240, null, null, []]);
});

test("a rate that is added by a later version reaches back to the hours of its year, and changes no rate that was known", () => {
  const versions = [aVersion("2021-01-01", { coPayment: { 2025: 540 } }), aVersion("2026-06-01", { coPayment: { 2025: 999, 2026: 570 } })];
  assert.equal(money(visit(["2026-01-05", 240]), { bornOn: "2026-01-02", versions })[0]?.cents, 2280);
  assert.equal(money(visit(["2025-03-05", 240]), { versions })[0]?.cents, 2160);
});

test("a year with rate 0 costs nothing, and that is known", () => {
  const versions = [aVersion("2021-01-01", { coPayment: { 2025: 0 } })];
  assert.deepEqual(money(visit(["2025-03-05", 240]), { versions })[0], {
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
  assert.equal(money(visit(["2025-03-05", 240])).length, 1);
});

test("after a stillbirth the mother's ten days are insured as any other's, without co-payment in pillar 1", () => {
  const [line] = deriveHours(visit(["2025-03-05", 240]), theFamily);
  assert.deepEqual([line?.source, line?.coPaymentBy, line?.cents], ["insurance", "programme", 2160]);
});

test("moved out of the area, and insured elsewhere since: the place stays, its municipality and insurer pay", () => {
  const moved = { ...theFamily, municipality: "GM0935", insurer: null, places: [aPlace(2, { insurer: "VGZ" })] };
  const [line] = deriveHours(visit(["2025-04-20", 120]), moved);
  assert.deepEqual(line?.shares, [
    { funder: "VGZ", cents: 6600 },
    { funder: "GM0917", cents: 6600 },
  ]);
  assert.equal(line?.municipality, "GM0917");
});

test("the cent that can't be halved goes to the first funder of the agreement", () => {
  const [line] = deriveHours(visit(["2025-04-20", 1]), {
    ...theFamily,
    versions: [aVersion("2021-01-01", { flexible: { 2025: 6660 } })],
  });
  assert.deepEqual(
    line?.shares.map(({ cents }) => cents),
    [56, 55],
  );
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
