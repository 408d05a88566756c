import assert from "node:assert/strict";
import { test } from "node:test";
import type { HomeVisit, VisitStatus } from "../homeVisit.ts";
import { workOfVisit } from "./visitWork.ts";

const nurse = { membershipId: "n", name: "H. Voorbeeld" };
const side = { organisationId: "o", organisation: "JGZ", phone: null };
const visit = (status: VisitStatus, part: Partial<HomeVisit> = {}): HomeVisit => ({
  id: "v",
  trajectoryId: "t",
  kind: "prenatal",
  asked: side,
  asking: side,
  askedBy: { membershipId: "m", name: "M. Voorbeeld" },
  requestedOn: "2026-11-02",
  answerBy: "2026-11-09",
  visitBefore: "2026-11-23",
  urgent: false,
  municipality: null,
  language: null,
  interpreterNeeded: false,
  interpreterBookedOn: null,
  period: "pregnancy",
  weeksFrom: 16,
  missed: 0,
  version: 1,
  status,
  ...part,
});
const said = (one: HomeVisit, confirmation = false) =>
  workOfVisit(one, confirmation).map(({ kind, for: whom, side: on, dueOn }) => `${kind.replace("home-visit.", "")} ${whom} ${on} ${dueOn}`);

const cases: readonly (readonly [string, VisitStatus, readonly string[]])[] = [
  [
    "requested: the team answers, the midwife waits",
    { state: "requested" },
    ["answer asked-team mine 2026-11-09", "answer-awaited asker waiting 2026-11-09"],
  ],
  [
    "accepted: the nurse plans before the last day",
    { state: "accepted", acceptedOn: "2026-11-03", nurse },
    ["plan nurse mine 2026-11-23", "awaited asker waiting 2026-11-23"],
  ],
  [
    "scheduled: on the day itself",
    { state: "scheduled", nurse, on: "2026-11-19", at: null, place: "home" },
    ["hold nurse mine 2026-11-19", "awaited asker waiting 2026-11-19"],
  ],
  [
    "nobody home: a new day",
    { state: "no_show", nurse, on: "2026-11-19" },
    ["plan nurse mine 2026-11-23", "awaited asker waiting 2026-11-23"],
  ],
  [
    "held: the report",
    { state: "held", nurse, heldOn: "2026-11-19", present: [] },
    ["report nurse mine 2026-11-22", "report-awaited asker waiting 2026-11-22"],
  ],
  [
    "reported: the midwife reads it",
    { state: "reported", nurse, heldOn: "2026-11-19", present: [], reportedOn: "2026-11-20" },
    ["read asker mine 2026-11-27"],
  ],
  [
    "declined: the midwife is told",
    { state: "declined", endedOn: "2026-11-04", reason: "no_room", note: null },
    ["declined asker mine 2026-11-11"],
  ],
  [
    "cancelled by the nurse: the midwife is told",
    { state: "cancelled", endedOn: "2026-11-04", reason: "family_no", note: null, by: "asked", nurse, heldOn: null },
    ["cancelled asker mine 2026-11-11"],
  ],
  [
    "cancelled by the midwife: the nurse is told",
    { state: "cancelled", endedOn: "2026-11-04", reason: "not_needed", note: null, by: "asking", nurse, heldOn: null },
    ["cancelled nurse mine 2026-11-11"],
  ],
  [
    "cancelled before anyone took it on: the team is told",
    { state: "cancelled", endedOn: "2026-11-04", reason: "not_needed", note: null, by: "asking", nurse: null, heldOn: null },
    ["cancelled asked-team mine 2026-11-11"],
  ],
];
for (const [sentence, status, expected] of cases) test(sentence, () => assert.deepEqual(said(visit(status)), expected));

test("an interpreter that is needed and not arranged is a to-do until she is", () => {
  const accepted = { state: "accepted", acceptedOn: "2026-11-03", nurse } as const;
  assert.ok(said(visit(accepted, { interpreterNeeded: true })).includes("interpreter nurse mine 2026-11-23"));
  assert.ok(
    !said(visit(accepted, { interpreterNeeded: true, interpreterBookedOn: "2026-11-04" }))
      .join()
      .includes("interpreter"),
  );
});

test("where both have to confirm a category, that is the work", () => {
  assert.deepEqual(said(visit({ state: "reported", nurse, heldOn: "2026-11-19", present: [], reportedOn: "2026-11-20" }), true), []);
});
