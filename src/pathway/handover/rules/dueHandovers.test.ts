import assert from "node:assert/strict";
import { test } from "node:test";
import { dueHandovers, type DueFacts, type Involved, type KnownHandover } from "./dueHandovers.ts";

const org = (kind: string, served: Partial<Involved> = {}): Involved => ({
  organisationId: kind,
  kind,
  since: "2026-01-01",
  servedBefore: false,
  servesNow: true,
  ...served,
});
const facts = (change: Partial<Omit<DueFacts, "line">> & { line?: Partial<DueFacts["line"]> } = {}): DueFacts => ({
  today: "2026-11-09",
  move: null,
  involved: [org("midwifery_practice")],
  known: [],
  ...change,
  line: { state: "open", dueDate: "2027-01-01", bornOn: null, secondBirthday: null, lossOn: null, bornInHospital: false, ...change.line },
});
const known = (change: Partial<KnownHandover>): KnownHandover => ({
  organisationId: "midwifery_practice",
  moment: "maternity_care",
  state: "prepared",
  reason: null,
  municipality: null,
  ...change,
});
const born = (bornOn: string, secondBirthday: string, more: Partial<DueFacts["line"]> = {}) => ({
  dueDate: null,
  bornOn,
  secondBirthday,
  ...more,
});
const moved = { on: "2026-11-02", municipality: "GM0935" };
const away = { servedBefore: true, servesNow: false };

const cases: readonly (readonly [sentence: string, given: DueFacts, expected: readonly string[]])[] = [
  ["at 32+4 the midwife prepares; it is held at 34 weeks", facts(), ["maternity_care 2026-11-20"]],
  ["before 32 weeks nothing is asked", facts({ line: { dueDate: "2027-01-05" } }), []],
  ["an earlier due date brings it forward", facts({ line: { dueDate: "2026-12-15" } }), ["maternity_care 2026-11-03"]],
  ["under care of the hospital alone, the hospital hands over", facts({ involved: [org("hospital")] }), ["maternity_care 2026-11-20"]],
  [
    "with a practice beside it the practice does",
    facts({ involved: [org("midwifery_practice"), org("hospital")] }),
    ["maternity_care 2026-11-20"],
  ],
  ["being prepared it is not proposed again", facts({ known: [known({})] }), []],
  ["held it is done", facts({ known: [known({ state: "held" })] }), []],
  [
    "declined it is proposed again: another has to be found",
    facts({ known: [known({ state: "declined", reason: "no_room" })] }),
    ["maternity_care 2026-11-20"],
  ],
  ["the family does not want it", facts({ known: [known({ state: "withdrawn", reason: "family_no" })] }), []],
  [
    "taken back for another receiver it is proposed again",
    facts({ known: [known({ state: "withdrawn", reason: "other_receiver" })] }),
    ["maternity_care 2026-11-20"],
  ],
  [
    "a colleague elsewhere handing over settles nothing here",
    facts({ known: [known({ organisationId: "another" })] }),
    ["maternity_care 2026-11-20"],
  ],
  ["after the loss of the pregnancy nothing is proposed", facts({ line: { lossOn: "2026-11-01" } }), []],
  ["of a line that ended neither", facts({ line: { state: "ended" } }), []],
  [
    "born at 33 weeks, before it was held: it is due that day",
    facts({ line: { ...born("2026-11-07", "2028-11-07"), dueDate: "2026-12-28" } }),
    ["maternity_care 2026-11-07"],
  ],
  [
    "on the fifth day of the maternity period the maternity care prepares",
    facts({ line: born("2026-11-05", "2028-11-05"), involved: [org("maternity_care")] }),
    ["youth_health 2026-11-14"],
  ],
  ["on the third day not yet", facts({ line: born("2026-11-07", "2028-11-07"), involved: [org("maternity_care")] }), []],
  ["six weeks after birth it is over", facts({ line: born("2026-09-20", "2028-09-20"), involved: [org("maternity_care")] }), []],
  [
    "after a birth in hospital the hospital hands back to the first line",
    facts({ line: born("2026-11-08", "2028-11-08", { bornInHospital: true }), involved: [org("hospital")] }),
    ["first_line 2026-11-11"],
  ],
  ["born at home it does not", facts({ line: born("2026-11-08", "2028-11-08"), involved: [org("hospital")] }), []],
  [
    "three months before the second birthday the JGZ prepares for childcare",
    facts({ line: born("2025-01-20", "2027-01-20"), involved: [org("youth_health")] }),
    ["childcare 2026-12-23"],
  ],
  [
    "after a move the municipality where the family lived hands over",
    facts({ move: moved, involved: [org("municipality", away)], line: born("2026-03-01", "2028-03-01") }),
    ["move 2026-11-16"],
  ],
  [
    "and so do a practice and a JGZ that do not work there",
    facts({ move: moved, line: { dueDate: "2027-03-01" }, involved: [org("midwifery_practice", away), org("youth_health", away)] }),
    ["move 2026-11-16", "move 2026-11-16"],
  ],
  [
    "who works there too keeps the family",
    facts({ move: moved, line: { dueDate: "2027-03-01" }, involved: [org("youth_health", { servedBefore: true, servesNow: true })] }),
    [],
  ],
  [
    "who never worked where it lived took it on knowingly",
    facts({
      move: moved,
      line: { dueDate: "2027-03-01" },
      involved: [org("midwifery_practice", { servedBefore: false, servesNow: false })],
    }),
    [],
  ],
  [
    "handed over after this move, not again",
    facts({
      move: moved,
      involved: [org("municipality", away)],
      known: [known({ organisationId: "municipality", moment: "move", municipality: "GM0935" })],
      line: { dueDate: "2027-03-01" },
    }),
    [],
  ],
  [
    "a next move is a next handover",
    facts({
      move: moved,
      involved: [org("municipality", away)],
      known: [known({ organisationId: "municipality", moment: "move", state: "held", municipality: "GM1883" })],
      line: { dueDate: "2027-03-01" },
    }),
    ["move 2026-11-16"],
  ],
  [
    "a practice that took the family on at 38 weeks has a week, and is not late on the first day",
    facts({ line: { dueDate: "2026-11-23" }, involved: [org("midwifery_practice", { since: "2026-11-06" })] }),
    ["maternity_care 2026-11-13"],
  ],
  ["a support provider hands over when it chooses, not by a date", facts({ involved: [org("support_provider", away)], move: moved }), []],
];

for (const [sentence, given, expected] of cases)
  test(sentence, () =>
    assert.deepEqual(
      dueHandovers(given).map(({ moment, dueOn }) => `${moment} ${dueOn}`),
      expected,
    ),
  );
