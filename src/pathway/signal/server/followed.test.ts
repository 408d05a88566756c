import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { consentListeners } from "../../../main/consentListeners.ts";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import type { Part } from "../../../trust/access/rules/policy.ts";
import { withdrawAnswer } from "../../../trust/consent/server/withdrawAnswer.ts";
import { openConfirmation } from "../../assessment/server/door.ts";
import { addedAgreement } from "../../plan/testing/aPlan.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow, involve } from "../../trajectory/testing/involve.ts";
import { aSignal } from "../testing/aSignal.ts";
import { raiseSignal } from "./raiseSignal.ts";

// Who signalled hears what became of it, as far as the family allows and no longer [003 "geen terugkoppeling"].

const today = "2026-11-09";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
let helper: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "Marieke");
  nurse = await region.actor("youth_nurse", "youthHealth", "Ineke");
  helper = await region.actor("support_provider", "support", "Cora");
});
after(async () => {
  await server.close();
  await region.close();
});

/** Someone else than the midwife signalled about her family. */
async function signalBy(who: Actor, parts: readonly Part[], discussedOn: string | null = today) {
  const line = await aLine(midwife);
  await allow(midwife, line, who.organisationId, parts);
  await involve(midwife, who, line.trajectoryId);
  const raised = await raiseSignal(who, aSignal(line, { today, discussedOn }));
  assert.ok("note" in raised, raised.code);
  return { line, note: raised.note, at: `/gezinnen/${line.trajectoryId}/signalen/${raised.note}` };
}
const assess = (line: { trajectoryId: string }) =>
  withActor(midwife, "assessment.recorded", (work) =>
    openConfirmation(work, { trajectoryId: line.trajectoryId, proposedCategory: "b", by: midwife, reason: "Na het bezoek." }),
  );
const told = (note: string) =>
  region.asOwner<{ who: string; what: string }>(
    `select p.display_name as who, w.facts ->> 'what' as what from work_item w join membership m on m.principal = w.principal join professional p on p.id = m.professional_id
     where w.kind = 'signal-followed' and w.subject_id = $1 and w.closed_at is null`,
    [note],
  );

test("taken along in the assessment: on her list, on the page of her signal, and gone when she read it; the trail says so", async () => {
  const { line, note, at } = await signalBy(nurse, ["identity", "signals"]);
  const hers = browse(server, nurse);
  assert.match((await hers.get(at)).text, /Wat ermee is gedaan Nog niets/);
  await assess(line);
  assert.deepEqual(await told(note), [{ who: "Ineke", what: "assessed" }]);
  assert.match(
    (await hers.get("/werk")).text,
    /Wat er met uw signaal is gedaan.*Meegenomen in de inschatting van Praktijk De Maas, op ma 9 november/,
  );
  const page = await hers.get(at);
  assert.match(page.text, /ma 9 november 2026: Meegenomen in de inschatting van Praktijk De Maas/);
  assert.doesNotMatch(page.text, /[Cc]ategorie b|Na het bezoek/, "nothing of what it said");
  await hers.submit(`${at}/gelezen`);
  assert.deepEqual(await told(note), []);
  const [trail] = await region.asOwner<{ n: number }>(
    "select count(*)::int as n from trail_event where event = 'signal.outcome-seen' and outcome = 'done' and trajectory_ids = array[$1::uuid]",
    [line.trajectoryId],
  );
  assert.equal(trail?.n, 1);
});

test("a role that reads its own signals alone hears the same of them", async () => {
  const { line, note, at } = await signalBy(helper, ["identity"]);
  await assess(line);
  assert.deepEqual(await told(note), [{ who: "Cora", what: "assessed" }]);
  assert.match((await browse(server, helper).get(at)).text, /Meegenomen in de inschatting van Praktijk De Maas/);
});

test("of the plan she hears when the family lets her read it, and of nothing before it was discussed with the family", async () => {
  const [open, closed, quiet] = [
    await signalBy(nurse, ["identity", "signals", "plan"]),
    await signalBy(nurse, ["identity", "signals"]),
    await signalBy(nurse, ["identity", "signals", "plan"], null),
  ];
  for (const { line } of [open, closed, quiet]) await addedAgreement(midwife, line.trajectoryId, { wording: "Samen de post openen" });
  assert.deepEqual(await told(open.note), [{ who: "Ineke", what: "plan" }]);
  assert.deepEqual([await told(closed.note), await told(quiet.note)], [[], []]);
  const hers = browse(server, nurse);
  assert.match((await hers.get(open.at)).text, /Afspraken gemaakt in het gezinsplan, door Praktijk De Maas/);
  assert.doesNotMatch((await hers.get(closed.at)).text, /gezinsplan, door|Samen de post/);
});

test("closed: she hears that too, and nobody hears of what she did herself", async () => {
  const { line, note, at } = await signalBy(nurse, ["identity", "signals"]);
  const own = await raiseSignal(midwife, aSignal(line, { today }));
  const [midwifes, nurses] = [browse(server, midwife), browse(server, nurse)];
  await midwifes.get(`/gezinnen/${line.trajectoryId}/afsluiten`);
  await midwifes.submit(`/gezinnen/${line.trajectoryId}/afsluiten`, { reason: "moved_away", on: "9-11-2026" });
  assert.deepEqual(await told(note), [{ who: "Ineke", what: "closed" }]);
  assert.deepEqual(await told("note" in own ? own.note : ""), []);
  assert.match((await nurses.get(at)).text, /De lijn van dit gezin is afgesloten/);
});

test("consent taken back: off her list at once, and her page says nothing more of it", async () => {
  const { line, note, at } = await signalBy(nurse, ["identity", "signals"]);
  await assess(line);
  const [hers] = await region.asOwner<{ id: string; version: number }>(
    "select id, version from consent where trajectory_id = $1 and recipient_organisation_id = $2",
    [line.trajectoryId, nurse.organisationId],
  );
  const taken = { trajectoryId: line.trajectoryId, consentId: hers?.id ?? "", version: hers?.version ?? 0 };
  assert.equal((await withdrawAnswer(midwife, taken, consentListeners)).code, "done");
  assert.deepEqual(await told(note), []);
  assert.doesNotMatch((await browse(server, nurse).get(at)).text, /Meegenomen in de inschatting/);
});
