import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { aPilot } from "../../enrolment/testing/anEligibleLine.ts";
import { aFamilyInCare, aRecord, carers, codeOf, plan, record, type Carers } from "../testing/aDelivery.ts";
import { listVisitsOfLine } from "./visit.store.ts";

let region: Region;
let who: Carers;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  await aPilot(region);
  who = await carers(region);
});
after(() => region.close());

const visitsOf = (trajectoryId: string) => withActor(who.assistant, "visits.read", ({ db }) => listVisitsOfLine(db, trajectoryId));

test("the same visit sent three times is one visit", async () => {
  const { trajectoryId } = await aFamilyInCare(region, who, "2026-11-20");
  const sent = aRecord(trajectoryId, "2026-11-21", "09:00", "12:30", { breakMinutes: 30, observation: "Borstvoeding gaat goed." });
  for (let time = 0; time < 3; time += 1)
    assert.deepEqual(await record(who.assistant, sent), { code: "done", visitId: sent.id, version: 1, checkDate: false });
  const visits = await visitsOf(trajectoryId);
  assert.equal(visits.length, 1);
  assert.equal(visits[0]?.version, 1);
  assert.deepEqual(await record(who.assistant, { ...sent, breakMinutes: 0 }), {
    code: "visit-recorded-otherwise",
    facts: { visitId: sent.id, version: 1 },
  });
});

test("one assistant in two families is refused, and two assistants in one family asks why", async () => {
  const [one, other] = [await aFamilyInCare(region, who, "2026-11-20"), await aFamilyInCare(region, who, "2026-11-20")];
  const assistantId = who.assistant.professionalId;
  const colleague = await region.actor("maternity_assistant", "maternityCare", "Els Ramaekers");
  assert.equal((await plan(who.coordinator, one.trajectoryId, "2026-11-24", "09:00", "12:00", { assistantId })).code, "done");
  const refused = await plan(who.coordinator, other.trajectoryId, "2026-11-24", "11:30", "13:00", { assistantId });
  assert.equal(codeOf(refused), "assistant-elsewhere");
  assert.equal((await plan(who.coordinator, other.trajectoryId, "2026-11-24", "12:00", "13:00", { assistantId })).code, "done");
  const second = { assistantId: colleague.professionalId };
  assert.equal(codeOf(await plan(who.coordinator, one.trajectoryId, "2026-11-24", "11:00", "12:00", second)), "second-assistant");
  const why = "Els neemt het over en wordt voorgesteld.";
  assert.equal((await plan(who.coordinator, one.trajectoryId, "2026-11-24", "11:00", "12:00", { ...second, why })).code, "done");
});
