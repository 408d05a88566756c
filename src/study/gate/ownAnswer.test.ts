import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { browse, type Browser } from "../../main/testing/browse.ts";
import { allow } from "../../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { afresh, aPortal, closePortal, signedIn } from "../../portal/testing/aRelative.ts";
import { aPilot, anEligibleLine } from "../../programme/enrolment/testing/anEligibleLine.ts";
import type { Region } from "../../registry/testing/aRegion.ts";
import { lockProposedPlan } from "../analysis/testing/lockProposedPlan.ts";
import { exportDataSet } from "../dataset/server/exportDataSet.ts";
import { freezeDataSet } from "../dataset/server/freezeDataSet.ts";
import { anAsk } from "../waves/testing/anAsk.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
let desk: Actor;
before(async () => {
  ({ region, server, midwife } = await aPortal("2026-09-01"));
  nurse = await region.actor("youth_nurse", "youthHealth");
  desk = await region.actor("research_desk", "office");
  await aPilot(region);
});
after(() => closePortal({ region, server, midwife }));

const own = "/mijn/toestemming";
const page = `${own}/onderzoek`;

/** Asked by her midwife on her own page, with her phone in her hand. */
async function asked(): Promise<{ trajectoryId: string; motherId: string; phone: Browser }> {
  await afresh({ region });
  const line = { partnerId: null, ...(await anEligibleLine(region, { midwife, nurse })) };
  const address = `moeder-${crypto.randomUUID()}@example.nl`;
  await allow(midwife, line, midwife.organisationId, [], { purpose: "digital_contact", organisationId: null });
  await region.asOwner(
    "insert into family_contact (family_id, channel, value, safe, author_organisation_id) values ($1, 'email', $2, true, $3)",
    [line.familyId, address, midwife.organisationId],
  );
  const phone = await signedIn(server, region, midwife, { ...line, address });
  const hers = browse(server, midwife);
  await hers.get(`/gezinnen/${line.trajectoryId}/onderzoek`);
  assert.match((await hers.submit(`/gezinnen/${line.trajectoryId}/onderzoek/vragen`, { way: "digital", language: "nl" })).text, /denkt na/);
  return { ...line, phone };
}

const said = (trajectoryId: string) =>
  region.asOwner<{ purpose: string; given: boolean; way: string; withdrawn: boolean }>(
    "select purpose, given, way, withdrawn_on is not null as withdrawn from consent where trajectory_id = $1 and purpose like 'study%' order by purpose",
    [trajectoryId],
  );
const eventsOf = async (trajectoryId: string, event: string) =>
  (
    await region.asOwner("select from trail_event where event = $2 and outcome = 'done' and trajectory_ids @> array[$1::uuid]", [
      trajectoryId,
      event,
    ])
  ).length;
const participantOf = async (trajectoryId: string) => {
  const [found] = await region.asOwner<{ id: string; code: string; state: string; answers_by: string }>(
    "select s.id, s.code, s.state, s.answers_by from study_participant s join study_key k on k.participant_id = s.id where k.trajectory_id = $1",
    [trajectoryId],
  );
  return found ?? assert.fail("she takes part in nothing");
};

test("she answers each question herself on her own page; her midwife sees yes and no, and nobody can answer twice", async () => {
  const { trajectoryId, phone } = await asked();
  assert.match((await phone.get(own)).text, /vraagt of u mee wilt doen aan onderzoek/);
  const form = await phone.get(page);
  assert.match(form.html, /name="study_1"[\s\S]*name="study_2"/);
  const nothing = await phone.post(page, {});
  assert.equal(nothing.status, 422);
  assert.match(nothing.text, /Kies bij ten minste één vraag ja of nee/);
  assert.deepEqual(await said(trajectoryId), []);
  assert.match(
    (await phone.submit(page, { study_1: "ja", study_2: "nee" })).text,
    /Uw antwoord is bewaard en geldt meteen.* U doet mee sinds/,
  );
  assert.deepEqual(await said(trajectoryId), [
    { purpose: "study_1", given: true, way: "portal", withdrawn: false },
    { purpose: "study_2", given: false, way: "portal", withdrawn: false },
  ]);
  const { state, answers_by: by } = await participantOf(trajectoryId);
  assert.deepEqual([state, by], ["active", "link"]);
  assert.match((await browse(server, midwife).get(`/gezinnen/${trajectoryId}/onderzoek`)).text, /Deelstudie 1 ja.*Deelstudie 2 nee/);
  assert.equal(await eventsOf(trajectoryId, "portal.study-answered"), 1);
  await phone.get(own);
  assert.match((await phone.submit(page, { study_1: "nee" })).text, /Deze vraag staat niet meer open/);
  assert.equal((await said(trajectoryId)).filter(({ given }) => given).length, 1);
});

test("nobody else answers for her: not without her phone, and not a question that was not asked", async () => {
  const { trajectoryId, phone } = await asked();
  const other = await browse(server).post(page, { study_1: "ja" });
  assert.doesNotMatch(other.location, /onderzoek/);
  await phone.get(page);
  await phone.post(page, { study_1: "misschien", programme: "ja" });
  assert.deepEqual(await said(trajectoryId), []);
  assert.equal(await eventsOf(trajectoryId, "portal.study-answered"), 0);
});

test("one press and she is out of it at once: the link, the list, the next file; what was made before is told honestly", async () => {
  const { trajectoryId, phone } = await asked();
  await phone.get(page);
  await phone.submit(page, { study_1: "ja" });
  const { id, code } = await participantOf(trajectoryId);
  const list = await anAsk(region, { participantId: id, waves: ["study_1:T1"] });
  assert.equal((await browse(server).get(`/vragenlijst/${list.token}`)).status, 200);
  await lockProposedPlan(desk, "study_1");
  await region.setToday("2026-09-03");
  const frozen = await freezeDataSet(desk, "study_1");
  assert.ok(frozen.code === "done");
  const file = () => exportDataSet(desk, { dataset: frozen.id, shape: "wide", format: "csv", deidentified: false });
  const before = await file();
  assert.ok(before.code === "file" && before.body.toString().includes(code));

  await region.setToday("2026-09-04");
  await phone.get(own);
  for (const press of ["once", "by mistake once more"])
    assert.equal((await phone.post(`${page}/stoppen`, { wat: "all" })).status, 303, press);
  const stopped = await phone.get(own);
  assert.match(stopped.text, /U bent gestopt\. Het geldt vanaf nu/);
  assert.match(stopped.text, /Dit was al gemaakt met uw antwoorden\. .* verzameling 1, gemaakt op .*3 september 2026/);
  assert.doesNotMatch(stopped.text, new RegExp(`${code}|interventie|controle`), "never a pseudonym or an arm");
  assert.equal((await participantOf(trajectoryId)).state, "withdrawn");
  assert.equal((await browse(server).get(`/vragenlijst/${list.token}`)).status, 404);
  assert.deepEqual(await region.asOwner("select state from study_ask where id = $1", [list.id]), [{ state: "stopped" }]);
  const later = await file();
  assert.ok(later.code === "file" && later.leftOut === 1 && !later.body.toString().includes(code));
  await region.setToday("2026-09-05");
  const next = await freezeDataSet(desk, "study_1");
  assert.ok(next.code === "done");
  assert.doesNotMatch((await phone.get(own)).text, /verzameling 2/, "the next has her not, and does not say so");
  assert.equal(await eventsOf(trajectoryId, "portal.study-stopped"), 1);
  assert.match((await browse(server, midwife).get(`/gezinnen/${trajectoryId}/onderzoek`)).text, /teruggetrokken op/);
  await phone.get("/mijn/taal/en");
  assert.match((await phone.get(own)).text, /You have stopped taking part in research.*collection 1, made on/);
  await region.setToday("2026-09-01");
});

test("who stops before anything was made hears that nothing was", async () => {
  const { phone } = await asked();
  await phone.get(page);
  await phone.submit(page, { study_2: "ja" });
  await phone.get(own);
  assert.match((await phone.submit(`${page}/stoppen`, { wat: "study_2" })).text, /Er is nog niets gemaakt met uw antwoorden/);
});
