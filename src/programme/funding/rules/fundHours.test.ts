import assert from "node:assert/strict";
import { test } from "node:test";
import type { Day } from "../../../kit/day.ts";
import type { Exception, FundingFacts, FundingReason, Source } from "../funding.ts";
import { aPlace, theFamily } from "../testing/fundingFacts.ts";
import { fundHours } from "./fundHours.ts";

const agreed: Exception = {
  met: ["very_vulnerable", "midwife_indicated", "no_days_between"],
  providerOn: "2025-03-09",
  insurerOn: "2025-03-10",
  agreed: true,
};
const alone = { places: [] };
const onlyPillar1 = { places: [aPlace(1)] };

const cases: readonly [string, Day, Partial<FundingFacts>, Source, FundingReason, 1 | 2 | null][] = [
  ["the day before the birth", "2025-02-28", {}, "undecided", "before-birth", null],
  ["the day of birth is day 1", "2025-03-01", {}, "insurance", "within-insured-days", 1],
  ["day 10 is insured, also where there is a place in pillar 2", "2025-03-10", {}, "insurance", "within-insured-days", 1],
  ["day 10 of a family in no pillar: it pays itself", "2025-03-10", alone, "insurance", "within-insured-days", null],
  ["day 11 with a place in pillar 2", "2025-03-11", {}, "programme", "flexible-place", 2],
  ["day 11 without one", "2025-03-11", onlyPillar1, "undecided", "no-place", null],
  [
    "day 11, guidance met and both consulted: insured by exception",
    "2025-03-11",
    { exception: agreed },
    "insurance_exception",
    "exception-agreed",
    1,
  ],
  ["the same in no pillar", "2025-03-11", { ...alone, exception: agreed }, "insurance_exception", "exception-agreed", null],
  [
    "guidance met, insurer not consulted: pillar 2 pays",
    "2025-03-11",
    { exception: { ...agreed, insurerOn: null } },
    "programme",
    "flexible-place",
    2,
  ],
  [
    "one condition of the guidance not met, no pillar 2",
    "2025-03-11",
    { ...onlyPillar1, exception: { ...agreed, met: ["very_vulnerable"] } },
    "undecided",
    "exception-not-met",
    null,
  ],
  [
    "consulted and refused, no pillar 2",
    "2025-03-11",
    { ...onlyPillar1, exception: { ...agreed, agreed: false } },
    "undecided",
    "exception-not-met",
    null,
  ],
  ["the last day of six weeks", "2025-04-11", { exception: agreed }, "insurance_exception", "exception-agreed", 1],
  ["after six weeks pillar 2 pays", "2025-04-12", { exception: agreed }, "programme", "flexible-place", 2],
  ["after six weeks without a place", "2025-04-12", { ...onlyPillar1, exception: agreed }, "undecided", "after-six-weeks-no-place", null],
  ["six months after birth to the day", "2025-09-01", {}, "programme", "flexible-place", 2],
  ["a day later", "2025-09-02", {}, "undecided", "after-window", null],
  [
    "born on the last day of 2023: no exception after ten days",
    "2024-01-10",
    { bornOn: "2023-12-31", exception: agreed, places: [aPlace(1)] },
    "undecided",
    "after-six-weeks-no-place",
    null,
  ],
  ["born on the last day of 2023: day 10 in the new year", "2024-01-09", { bornOn: "2023-12-31" }, "insurance", "within-insured-days", 1],
  [
    "born on 1 January 2024: the exception of 2024",
    "2024-01-11",
    { bornOn: "2024-01-01", exception: agreed },
    "insurance_exception",
    "exception-agreed",
    1,
  ],
  ["day of birth not recorded, such as after a loss in pregnancy", "2025-03-05", { bornOn: null }, "undecided", "birth-not-known", null],
  [
    "a place in pillar 1 taken on day 5 counts from then on",
    "2025-03-04",
    { places: [aPlace(1, { takenOn: "2025-03-05" })] },
    "insurance",
    "within-insured-days",
    null,
  ],
  [
    "a place given back counts for nothing",
    "2025-03-20",
    { places: [aPlace(2, { givenBackOn: "2025-03-15" })] },
    "undecided",
    "no-place",
    null,
  ],
  ["a region without a programme", "2025-03-05", { ...alone, versions: [] }, "undecided", "no-programme", null],
];
for (const [sentence, day, change, source, reason, pillar] of cases)
  test(sentence, () => {
    const funding = fundHours("visit", day, { ...theFamily, ...change });
    assert.deepEqual([funding.source, funding.reason, funding.place?.pillar ?? null], [source, reason, pillar]);
  });

test("a decision of the coordinator counts where no rule decides, and nowhere else", () => {
  const decided = (day: Day): FundingFacts => ({ ...theFamily, decisions: [{ visitId: "visit", day, source: "provider" }] });
  assert.equal(fundHours("visit", "2025-09-02", decided("2025-09-02")).source, "provider");
  assert.equal(fundHours("other visit", "2025-09-02", decided("2025-09-02")).source, "undecided");
  assert.equal(fundHours("visit", "2025-03-05", decided("2025-03-05")).source, "insurance");
});

test("by decision pillar 2 pays hours before its place was taken", () => {
  const places = [aPlace(2, { takenOn: "2025-03-20" })];
  const funding = fundHours("visit", "2025-03-15", {
    ...theFamily,
    places,
    decisions: [{ visitId: "visit", day: "2025-03-15", source: "programme" }],
  });
  assert.deepEqual([funding.source, funding.place?.pillar], ["programme", 2]);
});
