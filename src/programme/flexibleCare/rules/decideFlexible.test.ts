import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { momentAt } from "../../../kit/moment.ts";
import { decideFlexible, type FlexibleFacts, type WantedVisit } from "./decideFlexible.ts";
import { flexibleStanding } from "./flexibleStanding.ts";

const windows = { pillar2FromDay: 11, pillar2Months: 6 };
const standing = flexibleStanding({
  bornOn: "2026-03-31",
  today: "2026-05-01",
  agreedMinutes: 1440,
  delivered: 600,
  planned: 240,
  windows,
});
const facts: FlexibleFacts = {
  place: "taken",
  ended: false,
  standing,
  visitAtMostMinutes: 480,
  seriesAtMost: 26,
  familiar: { id: "joke", name: "Joke Peeters" },
  untrained: new Map([["els", "Veilige hechting"]]),
};
const visit = (day: string, from: string, until: string, change: Partial<WantedVisit> = {}): WantedVisit => ({
  assistantId: "joke",
  from: momentAt(day, from),
  until: momentAt(day, until),
  why: null,
  ...change,
});

test("born on 31 March: from day 11, 10 April, to 30 September, since September has no 31st", () => {
  assert.equal(standing.firstDay, "2026-04-10");
  assert.equal(standing.lastDay, "2026-09-30");
  assert.equal(standing.left, 600);
  assert.equal(standing.daysLeft, 153);
});

const cases: readonly [string, WantedVisit, Partial<FlexibleFacts>, string][] = [
  ["a visit that fits", visit("2026-05-04", "09:00", "12:00"), {}, "go"],
  ["day 10 is the maternity week", visit("2026-04-09", "09:00", "12:00"), {}, "flexible-before"],
  ["day 11 is the first", visit("2026-04-10", "09:00", "12:00"), {}, "go"],
  ["the day of six months is the last", visit("2026-09-30", "09:00", "12:00"), {}, "go"],
  ["the day after six months", visit("2026-10-01", "09:00", "12:00"), {}, "flexible-past"],
  ["exactly what is left", visit("2026-05-04", "09:00", "17:00"), { standing: { ...standing, left: 480 } }, "go"],
  ["a minute more than is left", visit("2026-05-04", "09:00", "12:00"), { standing: { ...standing, left: 179 } }, "flexible-over-hours"],
  ["more was given than agreed", visit("2026-05-04", "09:00", "10:00"), { standing: { ...standing, left: -30 } }, "flexible-over-hours"],
  ["a visit of nine hours", visit("2026-05-04", "09:00", "18:00"), {}, "flexible-too-long"],
  ["no place", visit("2026-05-04", "09:00", "12:00"), { place: "none" }, "flexible-no-place"],
  ["a place that was given back", visit("2026-05-04", "09:00", "12:00"), { place: "given_back" }, "flexible-given-back"],
  ["it was ended", visit("2026-05-04", "09:00", "12:00"), { ended: true }, "flexible-ended"],
  [
    "nobody recorded the birth",
    visit("2026-05-04", "09:00", "12:00"),
    { standing: { ...standing, firstDay: null, lastDay: null } },
    "flexible-birth-unknown",
  ],
  ["who is not trained", visit("2026-05-04", "09:00", "12:00", { assistantId: "els" }), {}, "flexible-not-trained"],
  [
    "who is not trained, with the coordinator's reason",
    visit("2026-05-04", "09:00", "12:00", { assistantId: "els", why: "Loopt mee" }),
    {},
    "go",
  ],
  ["another than in the maternity week", visit("2026-05-04", "09:00", "12:00", { assistantId: "an" }), {}, "flexible-other-assistant"],
  ["nobody was there in the maternity week", visit("2026-05-04", "09:00", "12:00", { assistantId: "an" }), { familiar: null }, "go"],
  [
    "a reason opens no hours",
    visit("2026-05-04", "09:00", "12:00", { why: "Het moet" }),
    { standing: { ...standing, left: 0 } },
    "flexible-over-hours",
  ],
];
for (const [sentence, wanted, change, code] of cases)
  test(sentence, () => {
    const [outcome] = decideFlexible([wanted], { ...facts, ...change });
    assert.equal(outcome === "go" ? "go" : outcome?.code, code);
  });

test("of a series the visits that no longer fit are named, and those that do are not", () => {
  const days = ["2026-05-04", "2026-05-11", "2026-05-18", "2026-05-25"];
  const outcomes = decideFlexible(
    days.map((day) => visit(day, "09:00", "12:00")),
    facts,
  );
  assert.deepEqual(
    outcomes.map((one) => (one === "go" ? "go" : one.code)),
    ["go", "go", "go", "flexible-over-hours"],
  );
});

test("whatever is planned, in whatever order: never more than was agreed, never outside the window, never after the end", () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ day: fc.integer({ min: 0, max: 260 }), minutes: fc.integer({ min: 1, max: 600 }) }), { maxLength: 26 }),
      fc.integer({ min: 0, max: 1440 }),
      fc.boolean(),
      (wanted, left, ended) => {
        const visits = wanted.map(({ day, minutes }) => {
          const from = Date.parse(momentAt("2026-03-31", "09:00")) + day * 86_400_000;
          return visit("2026-05-04", "09:00", "10:00", {
            from: new Date(from).toISOString(),
            until: new Date(from + minutes * 60_000).toISOString(),
          });
        });
        const outcomes = decideFlexible(visits, { ...facts, ended, standing: { ...standing, left } });
        const planned = wanted.filter((_one, at) => outcomes[at] === "go");
        assert.ok(planned.reduce((sum, { minutes }) => sum + minutes, 0) <= left);
        assert.ok(planned.every(({ day }) => day >= 10 && day <= 183));
        assert.ok(!ended || planned.length === 0);
      },
    ),
  ));
