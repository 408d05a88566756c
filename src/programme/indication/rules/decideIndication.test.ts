import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pilotIndication } from "../../configuration/pilot/indication.ts";
import { feedings, indicationSettings, protocol as protocolSchema } from "../../configuration/settings/indication.ts";
import type { IndicationFacts } from "../indication.ts";
import { decideIndication } from "./decideIndication.ts";
import { protocolOn } from "./protocolOn.ts";

const lip = protocolOn(pilotIndication.protocols, "2026-11-22");
assert.ok(lip);
const hours = (number: number) => number * 60;
const one: IndicationFacts = { feeding: "bottle", children: 1, additions: [], ownMinutes: 0, hospitalDays: 0 };

const cases: readonly [why: string, facts: Partial<IndicationFacts>, indicated: number, left: number, limits: readonly string[]][] = [
  ["bottle feeding: 45 hours", {}, 45, 45, []],
  ["breast feeding: 49 hours", { feeding: "breast" }, 49, 49, []],
  ["two days in hospital with a bottle take 11 hours off", { hospitalDays: 2 }, 45, 34, []],
  ["two days in hospital with breast feeding take 12 hours off", { feeding: "breast", hospitalDays: 2 }, 49, 37, []],
  ["a reason gives its hours", { additions: ["heavy_birth"] }, 51, 51, []],
  ["twins: the second child gives its hours", { children: 2 }, 53, 53, []],
  ["triplets: two more children", { children: 3 }, 61, 61, []],
  ["help with breast feeding counts for nothing with a bottle", { additions: ["feeding_help"] }, 45, 45, []],
  ["never more than 80 hours", { feeding: "breast", children: 3, additions: ["child_ill", "mother_ill"] }, 80, 80, ["maximum"]],
  ["never less than 24 hours, by one's own judgement either", { ownMinutes: hours(-30) }, 24, 24, ["minimum"]],
  ["a month in hospital takes off no more days than the protocol has", { hospitalDays: 30 }, 45, 1, ["hospital-days"]],
  ["never below nothing", { ownMinutes: hours(-21), hospitalDays: 8 }, 24, 0, ["hospital-days"]],
];
for (const [why, facts, indicated, left, limits] of cases)
  test(why, () => {
    const outcome = decideIndication(lip, { ...one, ...facts });
    assert.equal(outcome.minutes, hours(indicated));
    assert.equal(outcome.minutesAfterHospital, hours(left));
    assert.deepEqual(outcome.limits, limits);
  });

test("the build-up says where each hour comes from, and what is an assumption", () => {
  const { lines } = decideIndication(lip, { ...one, children: 2, additions: ["language"], hospitalDays: 1 });
  assert.deepEqual(
    lines.map(({ kind, minutes, assumed }) => [kind, minutes, assumed]),
    [
      ["basis", hours(45), false],
      ["extra-child", hours(8), true],
      ["addition", hours(4), true],
      ["hospital", hours(-5.5), false],
    ],
  );
});

const anyFacts = fc.record({
  feeding: fc.constantFrom(...feedings),
  children: fc.integer({ min: 1, max: 6 }),
  additions: fc.subarray(lip.additions.map(({ code }) => code)),
  ownMinutes: fc.integer({ min: -160, max: 160 }).map((halves) => halves * 30),
  hospitalDays: fc.integer({ min: 0, max: 60 }),
});
test("the lines always add up to the hours, which stay within the protocol", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { minutes, minutesAfterHospital, lines } = decideIndication(lip, facts);
      assert.equal(
        lines.reduce((sum, line) => sum + line.minutes, 0),
        minutesAfterHospital,
      );
      assert.ok(minutes >= lip.minimum && minutes <= lip.maximum);
      assert.ok(minutesAfterHospital >= 0 && minutesAfterHospital <= minutes);
      assert.ok(Number.isInteger(minutesAfterHospital));
    }),
  );
});
test("a day more in hospital never gives more hours", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const more = decideIndication(lip, { ...facts, hospitalDays: facts.hospitalDays + 1 });
      assert.ok(more.minutesAfterHospital <= decideIndication(lip, facts).minutesAfterHospital);
    }),
  );
});

const klim = { ...lip, code: "klim-1", name: "KLIM", version: "1", from: "2027-01-01", feeding: { bottle: hours(40), breast: hours(44) } };
test("a successor is data: from its first day on it gives the hours, and not before", () => {
  const { protocols } = indicationSettings.parse({ ...pilotIndication, protocols: [klim, ...pilotIndication.protocols] });
  assert.equal(protocolOn(protocols, "2026-12-31")?.code, "lip-3");
  const next = protocolOn(protocols, "2027-01-01");
  assert.ok(next);
  assert.equal(decideIndication(next, one).minutes, hours(40));
  assert.equal(protocolOn(protocols, "2007-12-31"), null);
});
test("a protocol of which the least lies above the most is refused, and so are two from one day on", () => {
  assert.equal(protocolSchema.safeParse({ ...lip, minimum: hours(81) }).success, false);
  assert.equal(indicationSettings.safeParse({ ...pilotIndication, protocols: [lip, { ...klim, from: lip.from }] }).success, false);
});
