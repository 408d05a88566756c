import assert from "node:assert/strict";
import { test } from "node:test";
import { pilotStudies } from "../pilotStudies.ts";
import type { AnchorDays } from "../study.ts";
import { openToday, planLists, type TakesPart } from "./planLists.ts";

const nothing: AnchorDays = { consent: null, maternity_intake: null, birth: null, flexible_care_start: null };
const both = (consentOn: string): readonly TakesPart[] => [
  { study: "study_1", consentOn },
  { study: "study_2", consentOn },
];
/** Lists as "waves: opens - ends", with a star when late, and what waits for what. */
const say = (takesPart: readonly TakesPart[], days: Partial<AnchorDays>) => {
  const { planned, waiting } = planLists(pilotStudies, takesPart, { ...nothing, ...days });
  return [
    ...planned.map(({ waves, opensOn, expiresOn, late }) => `${waves.join("+")}: ${opensOn} - ${expiresOn}${late ? " *" : ""}`),
    ...waiting.map(({ waves, for: day }) => `${waves.join("+")} waits for ${day}`),
  ];
};

const cases: readonly (readonly [why: string, takesPart: readonly TakesPart[], days: Partial<AnchorDays>, expected: readonly string[]])[] =
  [
    [
      "at consent only the first list has a day",
      both("2027-01-04"),
      {},
      [
        "study_1:T0: 2027-01-04 - 2027-01-18",
        "study_1:T1 waits for maternity_intake",
        "study_2:T0 waits for maternity_intake",
        "study_1:T2 waits for birth",
        "study_2:T1 waits for birth",
        "study_2:T2 waits for birth",
      ],
    ],
    [
      "all days known: four lists instead of six",
      both("2027-01-04"),
      { maternity_intake: "2027-03-01", birth: "2027-06-10" },
      [
        "study_1:T0: 2027-01-04 - 2027-01-18",
        "study_1:T1+study_2:T0: 2027-03-01 - 2027-03-15",
        "study_1:T2+study_2:T1: 2027-06-19 - 2027-07-03",
        "study_2:T2: 2027-12-10 - 2028-01-07",
      ],
    ],
    [
      "a birth that came five weeks early brings all after it forward",
      both("2027-01-04"),
      { maternity_intake: "2027-03-01", birth: "2027-05-06" },
      [
        "study_1:T0: 2027-01-04 - 2027-01-18",
        "study_1:T1+study_2:T0: 2027-03-01 - 2027-03-15",
        "study_1:T2+study_2:T1: 2027-05-15 - 2027-05-29",
        "study_2:T2: 2027-11-05 - 2027-12-03",
      ],
    ],
    [
      "who enters study 2 on day 10 still gets its T1; its T0 comes at entry, late",
      [{ study: "study_2", consentOn: "2027-06-19" }],
      { maternity_intake: "2027-03-01", birth: "2027-06-10" },
      ["study_2:T0: 2027-06-19 - 2027-07-03 *", "study_2:T1: 2027-06-19 - 2027-07-03", "study_2:T2: 2027-12-10 - 2028-01-07"],
    ],
    [
      "who enters after day 10 skips T1",
      [{ study: "study_2", consentOn: "2027-06-20" }],
      { maternity_intake: "2027-03-01", birth: "2027-06-10" },
      ["study_2:T0: 2027-06-20 - 2027-07-04 *", "study_2:T2: 2027-12-10 - 2028-01-07"],
    ],
    [
      "no intake before the birth: T0 of study 2 comes with the birth, late",
      [{ study: "study_2", consentOn: "2027-03-01" }],
      { birth: "2027-06-10" },
      ["study_2:T0: 2027-06-10 - 2027-06-24 *", "study_2:T1: 2027-06-19 - 2027-07-03", "study_2:T2: 2027-12-10 - 2028-01-07"],
    ],
    [
      "who agrees to study 2 some weeks after the intake is asked at once, in time",
      [{ study: "study_2", consentOn: "2027-04-01" }],
      { maternity_intake: "2027-03-01" },
      ["study_2:T0: 2027-04-01 - 2027-04-15", "study_2:T1 waits for birth", "study_2:T2 waits for birth"],
    ],
    ["in no study nothing is asked", [], { birth: "2027-06-10" }, []],
  ];
for (const [why, takesPart, days, expected] of cases)
  test(`lists: ${why}`, () => assert.deepEqual([...say(takesPart, days)].sort(), [...expected].sort()));

const list = { opensOn: "2027-06-19", remindOn: ["2027-06-24"], expiresOn: "2027-07-03", late: false };
test("a list opens on its day", () => {
  assert.equal(openToday(list, "2027-06-18"), "not-yet");
  assert.deepEqual(openToday(list, "2027-06-19"), list);
});
test("a birth that was recorded weeks after leaves her all of the time to answer, and the list is marked late", () =>
  assert.deepEqual(openToday(list, "2027-07-10"), {
    opensOn: "2027-07-10",
    remindOn: ["2027-07-15"],
    expiresOn: "2027-07-24",
    late: true,
  }));
test("what is long past is not asked any more", () => assert.equal(openToday(list, "2027-07-18"), "over"));
