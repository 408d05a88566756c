import type { List, Person } from "../person.ts";

/** A participant of the comparison, in the middle of the first study. */
export const aPerson = (given: Partial<Person> = {}): Person => ({
  code: "W-AAAAAA",
  site: "De Maas",
  arm: "intervention",
  armCorrected: false,
  late: false,
  language: "nl",
  answersBy: "link",
  facts: { category: "c", maternityCare: "programme", residence: "inside", insurer: "CZ" },
  ageBand: "25_29",
  ended: null,
  care: { hours_indicated: 45, hours_delivered: 44.5 },
  lists: [aList("T0")],
  ...given,
});

/** A list that was answered: stress 2, resilience 3, mastery 21, own items 4. */
export const aList = (wave: string, given: Partial<List> = {}): List => ({
  wave,
  state: "answered",
  late: false,
  way: "link",
  days: 3,
  instruments: [
    { form: "stress-4-weeks", language: "en", version: "GGD" },
    { form: "brs-6", language: "en", version: "2008" },
    { form: "mastery-7x5", language: "en", version: "GGD" },
    { form: "care-own-items", language: "nl", version: "1" },
  ],
  answers: {
    "stress-1": 2,
    "brs-1": 2,
    "brs-2": 3,
    "brs-3": 4,
    "brs-4": 4,
    "brs-5": 3,
    "brs-6": 2,
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((at) => [`mastery-${at}`, 3])),
    "own-attitude": 4,
    "own-prepared": 4,
    "own-confident": 4,
    "own-open": 4,
  },
  ...given,
});
