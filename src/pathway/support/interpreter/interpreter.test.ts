import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { aVisitIn } from "../../exploration/testing/aVisit.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { interpretersTask } from "./server/bookInterpreter.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  server = await aServer();
  await region.setToday("2026-11-22");
  midwife = await region.actor("midwife", "practice", "Anna Verzonnen");
});
after(async () => {
  await server.close();
  await region.close();
});

const wanted = {
  occasion: "conversation",
  onDay: "2-12-2026",
  atTime: "9.30",
  language: "ar",
  dialect: "Syrisch",
  way: "video",
  cost: "municipality",
};
const work = async (trajectoryId: string) =>
  (
    await region.asOwner<{ kind: string; due: string }>(
      "select kind, due_on::text as due from work_item where trajectory_id = $1 and kind like 'interpreter.%' and closed_at is null order by 1",
      [trajectoryId],
    )
  ).map(({ kind, due }) => `${kind} ${due}`);
async function aFamily() {
  const line = await aLine(midwife, { language: "ar" });
  await region.asOwner("update family set interpreter_needed = true where id = $1", [line.familyId]);
  return line;
}

test("asked, arranged, confirmed and been: each with what is next on the list of who arranges it", async () => {
  const line = await aFamily();
  const hers = browse(server, midwife);
  assert.match((await hers.get(`/gezinnen/${line.trajectoryId}`)).text, /geen tolk geregeld/);
  const wrong = await hers.post(`/gezinnen/${line.trajectoryId}/tolk/nieuw`, { ...wanted, atTime: "half tien" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Vul een tijd in zoals 10:30/);
  const past = await hers.post(`/gezinnen/${line.trajectoryId}/tolk/nieuw`, { ...wanted, onDay: "1-11-2026" });
  assert.match(past.text, /Deze dag is al geweest/);
  const shown = await hers.post(`/gezinnen/${line.trajectoryId}/tolk/nieuw`, wanted);
  const address = shown.location;
  assert.deepEqual(await work(line.trajectoryId), ["interpreter.arrange 2026-11-27"]);
  assert.match((await hers.get(address)).text, /Arabisch, Syrisch/);
  assert.match((await hers.submit(`${address}/aangevraagd`, { agency: "Tolkbureau Verzonnen" })).text, /Leg ook vast of de tolk bevestigt/);
  assert.deepEqual(await work(line.trajectoryId), ["interpreter.confirm 2026-12-01"]);
  assert.match((await hers.submit(`${address}/bevestigd`)).text, /De tolk komt/);
  assert.deepEqual(await work(line.trajectoryId), []);
  assert.doesNotMatch((await hers.get(address)).text, /De tolk was er/, "not before the day");
  const stranger = browse(server, await region.actor("midwife", "otherPractice"));
  assert.equal((await stranger.get(address)).status, 404);
  try {
    await region.setToday("2026-12-02");
    await hers.get(address);
    assert.match((await hers.submit(`${address}/niet-gekomen`)).text, /Maak een nieuwe afspraak, met een tolk/);
  } finally {
    await region.setToday("2026-11-22");
  }
});

test("two colleagues at once: the second is told", async () => {
  const line = await aFamily();
  const hers = browse(server, midwife);
  const { location } = await hers.post(`/gezinnen/${line.trajectoryId}/tolk/nieuw`, wanted);
  await hers.get(location);
  const colleague = browse(server, await region.actor("midwife", "practice"));
  await colleague.submit(`${location}/aangevraagd`, { agency: "Tolkbureau" });
  assert.match((await hers.post(`${location}/aangevraagd`, { agency: "Een ander" })).text, /intussen verder|net voor/);
});

test("a warm handover in another language without an interpreter is put before who prepared it, once, and goes when one is asked", async () => {
  const line = await aFamily();
  const [handover] = await region.asOwner<{ id: string }>(
    `insert into handover (trajectory_id, moment, moment_on, state, to_organisation_id, to_role, prepared_by, discussed_on, offered_on, offered_by, answer_by, interpreter_needed, author_organisation_id, author_id)
     values ($1, 'youth_health', '2026-12-01', 'offered', $2, 'youth_nurse', $3, '2026-11-20', '2026-11-20', $3, '2026-11-27', true, $4, $5) returning id`,
    [line.trajectoryId, region.organisationId("youthHealth"), midwife.membershipId, midwife.organisationId, midwife.professionalId],
  );
  await interpretersTask.run({});
  await interpretersTask.run({});
  assert.deepEqual(await work(line.trajectoryId), ["interpreter.missing 2026-12-01"]);
  const hers = browse(server, midwife);
  assert.match((await hers.get("/werk")).text, /Nog geen tolk: warme overdracht/);
  await hers.get(`/gezinnen/${line.trajectoryId}/tolk/nieuw?afspraak=${handover?.id ?? ""}`);
  await hers.submit(`/gezinnen/${line.trajectoryId}/tolk/nieuw`, { ...wanted, occasion: "handover", onDay: "1-12-2026" });
  assert.deepEqual(await work(line.trajectoryId), ["interpreter.arrange 2026-11-26"]);
});

test("for a home visit it stands once: booked from the visit with its day, and asked again when that one does not come", async () => {
  const nurse = await region.actor("youth_nurse", "youthHealth", "Hilde Verzonnen");
  const { line, visit } = await aVisitIn("scheduled", { midwife, nurse, today: "2026-11-22" }, { language: "ar", interpreterNeeded: true });
  const reminders = async () =>
    (
      await region.asOwner<{ kind: string }>(
        "select kind from work_item where trajectory_id = $1 and kind like '%interpreter%' and closed_at is null order by 1",
        [line.trajectoryId],
      )
    ).map(({ kind }) => kind);
  assert.deepEqual(await reminders(), ["home-visit.interpreter"]);
  const hers = browse(server, nurse);
  const at = `/gezinnen/${line.trajectoryId}`;
  const ask = `${at}/tolk/nieuw?afspraak=${visit.id}`;
  assert.ok((await hers.get(`${at}/huisbezoeken/${visit.id}`)).html.includes(ask));
  const book = async () => {
    const form = await hers.get(ask);
    assert.match(form.html, /value="home_visit"[^>]*checked|checked[^>]*value="home_visit"/);
    const typed = { occasion: "home_visit", onDay: "2-12-2026", language: "ar", way: "person", cost: "organisation" };
    return (await hers.post(`${at}/tolk/nieuw`, typed)).location;
  };
  const first = await book();
  assert.deepEqual(await reminders(), ["interpreter.arrange"]);
  assert.match((await hers.get(`${at}/huisbezoeken/${visit.id}`)).text, /aangevraagd op zo 22 november 2026/);
  assert.equal((await hers.get(`${first}/afzeggen`)).status, 200, first);
  assert.match((await hers.submit(`${first}/afzeggen`, { reason: "no_interpreter" })).text, /De tolk is afgezegd/);
  assert.deepEqual(await reminders(), ["home-visit.interpreter"], "nobody comes: asked again");
  assert.match((await hers.get(`${at}/huisbezoeken/${visit.id}`)).text, /nodig, nog niet geregeld/);
  assert.match((await hers.get("/werk")).text, /Tolk regelen voor het huisbezoek/);
  const second = await book();
  await hers.get(`${second}/afzeggen`);
  await hers.submit(`${second}/afzeggen`, { reason: "family_no" });
  assert.deepEqual(await reminders(), [], "the family wants none: nobody is asked again");
});

test("what is arranged for another family takes no reminder away", async () => {
  const line = await aFamily();
  const [handover] = await region.asOwner<{ id: string }>(
    `insert into handover (trajectory_id, moment, moment_on, state, to_organisation_id, to_role, prepared_by, discussed_on, offered_on, offered_by, answer_by, interpreter_needed, author_organisation_id, author_id)
     values ($1, 'youth_health', '2026-12-01', 'offered', $2, 'youth_nurse', $3, '2026-11-20', '2026-11-20', $3, '2026-11-27', true, $4, $5) returning id`,
    [line.trajectoryId, region.organisationId("youthHealth"), midwife.membershipId, midwife.organisationId, midwife.professionalId],
  );
  const rival = await region.actor("midwife", "otherPractice");
  const own = await aLine(rival);
  await region.asOwner(
    `insert into interpreter_booking (trajectory_id, occasion, occasion_id, on_day, language, way, arranged_by, cost, author_organisation_id)
     values ($1, 'handover', $2, '2026-12-01', 'ar', 'video', $3, 'unknown', $4)`,
    [own.trajectoryId, handover?.id, rival.membershipId, rival.organisationId],
  );
  await interpretersTask.run({});
  await interpretersTask.run({});
  assert.deepEqual(await work(line.trajectoryId), ["interpreter.missing 2026-12-01"]);
});
