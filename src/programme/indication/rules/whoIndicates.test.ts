import assert from "node:assert/strict";
import { test } from "node:test";
import { occasions } from "../indication.ts";
import { checkIntake, takesLess } from "./checkIntake.ts";
import { mayIndicate, mayRecordIntake, occasionOf } from "./whoIndicates.ts";

const mayAt = (role: string) => occasions.filter((occasion) => mayIndicate(role, occasion));
test("the midwife indicates at any time", () => assert.deepEqual(mayAt("midwife"), occasions));
test("the intake and the coordinator indicate at the intake, and note days in hospital", () => {
  assert.deepEqual(mayAt("maternity_intake"), ["intake", "hospital"]);
  assert.deepEqual(mayAt("maternity_coordinator"), ["intake", "hospital"]);
});
test("the assistant and the youth nurse indicate nothing and hold no intake", () => {
  for (const role of ["maternity_assistant", "youth_nurse"]) {
    assert.deepEqual(mayAt(role), []);
    assert.equal(mayRecordIntake(role), false);
  }
});

const moments: readonly [why: string, Parameters<typeof occasionOf>[0], string][] = [
  ["the first, before the birth", { earlier: 0, born: false, bornBefore: false }, "intake"],
  ["again before the birth", { earlier: 1, born: false, bornBefore: false }, "pregnancy"],
  ["the first after the birth", { earlier: 1, born: true, bornBefore: false }, "birth"],
  ["born before there was an intake", { earlier: 0, born: true, bornBefore: false }, "birth"],
  ["again in the week after", { earlier: 2, born: true, bornBefore: true }, "changed"],
];
for (const [why, facts, occasion] of moments) test(why, () => assert.equal(occasionOf(facts), occasion));

const said = { onDay: "2026-11-20", acceptedMinutes: 1440, lessReasons: [], note: null } as const;
test("who takes less than was indicated says why", () => {
  assert.equal(checkIntake(said, 2700, "2026-11-22")?.code, "less-why-needed");
  assert.equal(checkIntake({ ...said, lessReasons: ["co_payment"] }, 2700, "2026-11-22"), null);
});
test("who takes all of it, or has not decided, says nothing more", () => {
  assert.equal(checkIntake({ ...said, acceptedMinutes: 2700 }, 2700, "2026-11-22"), null);
  assert.equal(checkIntake({ ...said, acceptedMinutes: null }, 2700, "2026-11-22"), null);
});
test("who takes no care at all says why, also before anything was indicated", () => {
  assert.equal(takesLess(0, null), true);
  assert.equal(checkIntake({ ...said, acceptedMinutes: 0 }, null, "2026-11-22")?.code, "less-why-needed");
});
test("an intake that is still to come cannot be recorded", () =>
  assert.equal(checkIntake({ ...said, onDay: "2026-11-23" }, null, "2026-11-22")?.code, "day-to-come"));
