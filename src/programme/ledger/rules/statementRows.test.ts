import assert from "node:assert/strict";
import { test } from "node:test";
import { forecast } from "./forecast.ts";
import { statementRows } from "./statementRows.ts";

const sums = [
  ["2025-01-01", "CZ", 1000],
  ["2025-02-01", "CZ", 2000],
  ["2025-03-01", "CZ", 4000],
  ["2025-01-01", "GM0917", 500],
  ["2025-04-01", "GM0917", 700],
].map(([month, funder, cents]) => ({
  month: String(month),
  pillar: 2 as const,
  funder: String(funder),
  municipality: "GM0917",
  cents: Number(cents),
}));
const families = [
  ["2025-01-01", 6],
  ["2025-02-01", 4],
  ["2025-03-01", 9],
].map(([month, number]) => ({ month: String(month), pillar: 2 as const, funder: "CZ", families: Number(number) }));
const closed = ["2025-01-01", "2025-02-01", "2025-03-01"];

test("an insurer is told months together until ten families are in them; the rest waits", () => {
  assert.deepEqual(statementRows("CZ", { sums, closed, families, hasClaims: true }), {
    rows: [{ from: "2025-01-01", until: "2025-02-01", pillar: 2, cents: 3000 }],
    waiting: [{ pillar: 2, from: "2025-03-01" }],
  });
});

test("a municipality has no claims: it gets each closed month, and none that is open", () => {
  assert.deepEqual(statementRows("GM0917", { sums, closed, families, hasClaims: false }), {
    rows: [{ from: "2025-01-01", until: "2025-01-01", pillar: 2, cents: 500 }],
    waiting: [],
  });
});

test("a forecast is what was spent, promised, and what the free places bring; without a rate it is unknown", () => {
  const facts = {
    pillar: 2 as const,
    spent: 10_000,
    unknownMinutes: 0,
    committedMinutes: 600,
    familiesWithoutHours: 1,
    freePlaces: 2,
    meanMinutes: 1440,
    rateCents: 6900,
    countedAt: null,
  };
  assert.deepEqual([forecast(facts).committed, forecast(facts).expected, forecast(facts).total], [234_600, 331_200, 575_800]);
  assert.deepEqual([forecast({ ...facts, rateCents: null }).committed, forecast({ ...facts, rateCents: null }).total], [null, null]);
  assert.equal(forecast({ ...facts, unknownMinutes: 60 }).total, null, "hours whose rate is unknown are in no total");
});
