import assert from "node:assert/strict";
import { test } from "node:test";
import type { RouteStep, StepOutcome } from "../assessment.ts";
import { routeOf } from "./routeOf.ts";
import { stepsOf, type RouteFacts } from "./stepsOf.ts";

/** A woman 16+0 weeks on Monday 9 March 2026, due 24 August 2026. */
const at16weeks: Omit<RouteFacts, "category"> = {
  since: "2026-03-09",
  assessedOn: "2026-03-09",
  today: "2026-03-09",
  dueDate: "2026-08-24",
  bornOn: null,
  settled: [],
};
const ended = (step: RouteStep, on: string, outcome: StepOutcome = "done", underThisCategory = true) => ({
  step,
  outcome,
  on,
  underThisCategory,
});
const line = (facts: RouteFacts) =>
  stepsOf(routeOf(facts.category), facts).map(({ step, state, dueOn }) => `${step} ${state} ${dueOn ?? "-"}`);

const cases: readonly (readonly [string, RouteFacts, readonly string[]])[] = [
  [
    "b: the visit is asked for within 7 days, its term starts when it was asked",
    { ...at16weeks, category: "b" },
    ["ask_home_visit now 2026-03-16", "hold_home_visit later -", "confirm_category later -", "case_lead now 2026-03-30"],
  ],
  [
    "b, on the last day the request is still in time",
    { ...at16weeks, category: "b", today: "2026-03-16" },
    ["ask_home_visit now 2026-03-16", "hold_home_visit later -", "confirm_category later -", "case_lead now 2026-03-30"],
  ],
  [
    "b, a day later the request is late",
    { ...at16weeks, category: "b", today: "2026-03-17" },
    ["ask_home_visit late 2026-03-16", "hold_home_visit later -", "confirm_category later -", "case_lead now 2026-03-30"],
  ],
  [
    "b, asked on 12 March: held within 21 days of that",
    { ...at16weeks, category: "b", settled: [ended("ask_home_visit", "2026-03-12")] },
    ["ask_home_visit done 2026-03-16", "hold_home_visit now 2026-04-02", "confirm_category later -", "case_lead now 2026-03-30"],
  ],
  [
    "b, asked at 32+0: held before week 34, not 21 days later",
    {
      ...at16weeks,
      category: "b",
      since: "2026-06-29",
      assessedOn: "2026-06-29",
      today: "2026-06-29",
      settled: [ended("ask_home_visit", "2026-06-29")],
    },
    ["ask_home_visit done 2026-07-06", "hold_home_visit now 2026-07-12", "confirm_category later -", "case_lead now 2026-07-20"],
  ],
  [
    "b, asked at 35+0: the pregnancy does not allow week 34, so 21 days",
    {
      ...at16weeks,
      category: "b",
      since: "2026-07-20",
      assessedOn: "2026-07-20",
      today: "2026-07-20",
      settled: [ended("ask_home_visit", "2026-07-20")],
    },
    ["ask_home_visit done 2026-07-27", "hold_home_visit now 2026-08-10", "confirm_category later -", "case_lead now 2026-08-10"],
  ],
  [
    "b, no due date known: 21 days",
    { ...at16weeks, category: "b", dueDate: null, settled: [ended("ask_home_visit", "2026-03-12")] },
    ["ask_home_visit done 2026-03-16", "hold_home_visit now 2026-04-02", "confirm_category later -", "case_lead now 2026-03-30"],
  ],
  [
    "b, the family wants no home visit: the line goes on without it",
    { ...at16weeks, category: "b", settled: [ended("ask_home_visit", "2026-03-12", "declined")] },
    ["ask_home_visit declined 2026-03-16", "case_lead now 2026-03-30"],
  ],
  [
    "b, after the visit both confirm the category",
    {
      ...at16weeks,
      category: "b",
      today: "2026-03-21",
      settled: [ended("ask_home_visit", "2026-03-12"), ended("hold_home_visit", "2026-03-20"), ended("case_lead", "2026-03-20")],
    },
    ["ask_home_visit done 2026-03-16", "hold_home_visit done 2026-04-02", "confirm_category now 2026-03-27", "case_lead done 2026-03-30"],
  ],
  [
    "c: besides the visit, the next sitting at the latest 21 days later",
    { ...at16weeks, category: "c" },
    ["ask_home_visit now 2026-03-16", "hold_home_visit later -", "confirm_category later -", "conference now 2026-03-30"],
  ],
  [
    "d: a referral the same working day, and the sitting within 7 days",
    { ...at16weeks, category: "d" },
    [
      "first_referral now 2026-03-09",
      "ask_home_visit now 2026-03-16",
      "hold_home_visit later -",
      "confirm_category later -",
      "conference now 2026-03-16",
    ],
  ],
  [
    "d on a Saturday: the referral is Monday's",
    { ...at16weeks, category: "d", since: "2026-03-14", assessedOn: "2026-03-14", today: "2026-03-14" },
    [
      "first_referral now 2026-03-16",
      "ask_home_visit now 2026-03-21",
      "hold_home_visit later -",
      "confirm_category later -",
      "conference now 2026-03-21",
    ],
  ],
  [
    "from b to c: the visit that was held stays held, the category is confirmed anew",
    {
      ...at16weeks,
      category: "c",
      since: "2026-04-10",
      assessedOn: "2026-04-10",
      today: "2026-04-10",
      settled: [
        ended("ask_home_visit", "2026-03-12", "done", false),
        ended("hold_home_visit", "2026-03-20", "done", false),
        ended("confirm_category", "2026-03-22", "done", false),
      ],
    },
    ["ask_home_visit done 2026-04-17", "hold_home_visit done 2026-04-02", "confirm_category now 2026-04-17", "conference now 2026-05-01"],
  ],
  [
    "from b to c: a visit that the family refused is offered again",
    {
      ...at16weeks,
      category: "c",
      since: "2026-04-10",
      assessedOn: "2026-04-10",
      today: "2026-04-10",
      settled: [ended("ask_home_visit", "2026-03-12", "declined", false)],
    },
    ["ask_home_visit now 2026-04-17", "hold_home_visit later -", "confirm_category later -", "conference now 2026-05-01"],
  ],
  [
    "c after the birth: no prenatal visit any more",
    { ...at16weeks, category: "c", bornOn: "2026-08-20", since: "2026-08-25", assessedOn: "2026-08-25", today: "2026-08-25" },
    ["conference now 2026-09-15"],
  ],
  ["a in the second trimester: again before the third ends", { ...at16weeks, category: "a" }, ["reassess now 2026-08-24"]],
  ["a at 10 weeks: again in the second trimester", { ...at16weeks, category: "a", assessedOn: "2026-01-26" }, ["reassess now 2026-05-31"]],
  [
    "a in the third trimester: again at the close of the maternity period",
    { ...at16weeks, category: "a", assessedOn: "2026-07-01" },
    ["reassess now 2026-09-03"],
  ],
  [
    "a, born early: ten days after the birth",
    { ...at16weeks, category: "a", bornOn: "2026-08-01", today: "2026-08-12" },
    ["reassess late 2026-08-11"],
  ],
  [
    "a, assessed after the birth: nothing more to plan, only to notice",
    { ...at16weeks, category: "a", bornOn: "2026-08-01", assessedOn: "2026-08-11" },
    [],
  ],
  ["a before there is a pregnancy: no term yet", { ...at16weeks, category: "a", dueDate: null }, []],
];

for (const [sentence, facts, expected] of cases) test(sentence, () => assert.deepEqual(line(facts), expected));
