import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../main/testing/browse.ts";
import { allow } from "../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../platform/db/actor.ts";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";
import { aParticipant } from "./participation/testing/aParticipant.ts";
import { anAsk, type MadeAsk } from "./waves/testing/anAsk.ts";

// Whoever looks for a way from one world into the other, or for what a woman answered, with a browser and no more right than her own.

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
});
after(async () => {
  await server.close();
  await region.close();
});

const answersOf = (ask: MadeAsk) =>
  region.asOwner<{ item: string; value: number | null }>("select item, value from study_answer where ask_id = $1 order by item", [ask.id]);

test("whether an answer was the same or another is told to nobody: neither who helps nor who found the link learns it", async () => {
  const told = async (guess: string) => {
    const who = await aParticipant(region, midwife, { answersBy: "help" });
    await anAsk(region, { participantId: who.id, way: "help", answers: { "brs-1": 2, "brs-2": 4 } });
    const help = `/gezinnen/${who.trajectoryId}/vragenlijst`;
    return (await browse(server, midwife).post(`${help}/1`, { "brs-1": guess, getoond: "2020-01-01T00:00:00+00:00" })).location.replace(
      who.trajectoryId,
      "",
    );
  };
  assert.equal(await told("2"), await told("5"));
  const guessed = async (guess: string) => {
    const { token } = await anAsk(region, { answers: { "brs-1": 2 } });
    const { location } = await browse(server).post(`/vragenlijst/${token}/1`, { "brs-1": guess, getoond: "2020-01-01T00:00:00+00:00" });
    return location.replace(token, "");
  };
  assert.equal(await guessed("2"), await guessed("5"));
});

test("one page that is sent twice is one page, and is not called another device", async () => {
  const ask = await anAsk(region);
  const shown = { "brs-1": "3", getoond: "2026-01-01T00:00:00.5+00:00" };
  const phone = browse(server);
  await phone.post(`/vragenlijst/${ask.token}/1`, shown);
  assert.equal((await phone.post(`/vragenlijst/${ask.token}/1`, shown)).location, `/vragenlijst/${ask.token}/2`);
});

test("a moment that is none, and an address with a word twice, are no fault of the server", async () => {
  const ask = await anAsk(region);
  for (const getoond of ["2026-99-99T99:99:99+99:99", "2026-02-30T12:00:00+00:00", "9999-01-01T00:00:00+00:00"])
    assert.equal((await browse(server).post(`/vragenlijst/${ask.token}/1`, { "brs-1": "3", getoond })).status, 303, getoond);
  const who = await aParticipant(region, midwife, { answersBy: "help" });
  await anAsk(region, { participantId: who.id, way: "help" });
  assert.equal((await browse(server, midwife).get(`/gezinnen/${who.trajectoryId}/vragenlijst/1?ook=a&ook=b`)).status, 200);
});

test("who is involved and may not know the family fills nothing in for her, and ends no list", async () => {
  const who = await aParticipant(region, midwife);
  const ask = await anAsk(region, { participantId: who.id });
  const nurse = await region.actor("youth_nurse", "youthHealth");
  await region.asOwner("select trust.open_relation($1, $2, 'request')", [who.trajectoryId, nurse.organisationId]);
  const help = `/gezinnen/${who.trajectoryId}/vragenlijst`;
  assert.equal((await browse(server, nurse).get(help)).status, 404);
  assert.equal((await browse(server, nurse).post(`${help}/stoppen`)).status, 404);
  const [now] = await region.asOwner<{ state: string }>("select state from study_ask where id = $1", [ask.id]);
  assert.equal(now?.state, "open");
});

test("a form that comes in after she withdrew is entered nowhere, also of a list that had expired before", async () => {
  const ask = await anAsk(region, { way: "paper", state: "expired" });
  await region.asOwner("update study_ask set form_code = 'CCCCCCCCC' where id = $1", [ask.id]);
  await region.asOwner("update study_participation set withdrawn_on = app.today() where participant_id = $1", [ask.participantId]);
  await region.asOwner("update study_participant set state = 'withdrawn', ended_on = app.today() where id = $1", [ask.participantId]);
  const desk = browse(server, await region.actor("research_desk", "office"));
  assert.match((await desk.get("/onderzoek/papier/CCCCCCCCC")).text, /vernietig het/);
  const fields = Object.fromEntries([1, 2, 3, 4, 5, 6].map((nth) => [`brs-${nth}`, "3"]));
  assert.equal((await desk.post("/onderzoek/papier/CCCCCCCCC", fields)).status, 422);
  assert.deepEqual(await answersOf(ask), []);
});

test("a loss that was recorded by mistake does not bring back who withdrew meanwhile", async () => {
  const who = await aParticipant(region, midwife);
  const state = async () =>
    (await region.asOwner<{ state: string }>("select state from study_participant where id = $1", [who.id]))[0]?.state;
  const loss = (day: string) =>
    region.asOwner(`update trajectory set loss_on = ${day}, loss = ${day === "null" ? "null" : "'pregnancy'"} where id = $1`, [
      who.trajectoryId,
    ]);
  await loss("app.today()");
  assert.equal(await state(), "ended");
  await region.asOwner("update consent set withdrawn_on = app.today(), withdrawn_by = 'self' where trajectory_id = $1", [who.trajectoryId]);
  await loss("null");
  assert.equal(await state(), "withdrawn");
});

test("who wants no e-mail any more gets no link by e-mail either, and what waits is not sent", async () => {
  await region.asOwner("insert into app.job_kind values ('send-mail') on conflict do nothing");
  const who = await aParticipant(region, midwife);
  await region.asOwner(
    "insert into family_contact (family_id, channel, value, safe, author_organisation_id) values ($1, 'email', 'geen-mail@example.nl', true, $2)",
    [who.familyId, midwife.organisationId],
  );
  await allow(midwife, who, midwife.organisationId, [], { purpose: "digital_contact", organisationId: null });
  const ask = await anAsk(region, { participantId: who.id });
  const mail = (hash: string) =>
    region.asOwner("select study.mail_participant($1, $2, $3, false)", [
      ask.id,
      Buffer.from(hash),
      JSON.stringify({ nl: { subject: "a", body: "b" } }),
    ]);
  const waiting = () => region.asOwner("select from mail where to_address = 'geen-mail@example.nl'");
  await mail("een");
  assert.equal((await waiting()).length, 1);
  await region.asOwner(
    "update consent set withdrawn_on = app.today(), withdrawn_by = 'self' where trajectory_id = $1 and purpose = 'digital_contact'",
    [who.trajectoryId],
  );
  assert.equal((await waiting()).length, 0);
  await mail("twee");
  assert.equal((await waiting()).length, 0);
  const [now] = await region.asOwner<{ told: string }>("select told from study_ask where id = $1", [ask.id]);
  assert.equal(now?.told, "no_address", "the desk sees that it goes by post");
});

test("after a loss, or when she withdrew, an invitation that the mail server refused can be sent again by nobody", async () => {
  for (const end of [
    "update trajectory set loss_on = app.today(), loss = 'pregnancy' where id = $1",
    "update consent set withdrawn_on = app.today(), withdrawn_by = 'self' where trajectory_id = $1",
  ]) {
    const who = await aParticipant(region, midwife);
    const ask = await anAsk(region, { participantId: who.id });
    await region.asOwner(
      `insert into mail (to_address, subject, body, once, state) select 'mislukt@example.nl', 'a', 'b', 'study-link ' || encode(l.token_hash, 'hex'), 'failed'
       from study_link l where l.ask_id = $1`,
      [ask.id],
    );
    await region.asOwner(end, [who.trajectoryId]);
    assert.equal((await region.asOwner("select from mail where to_address = 'mislukt@example.nl'")).length, 0);
  }
});

test("what a register said of her is read by nobody from the moment that she takes linking back", async () => {
  const who = await aParticipant(region, midwife, { registerLink: true });
  await region.asOwner(
    `insert into study_register (participant_id, kind, period_from, period_until, count, source_file, imported_by)
     values ($1, 'jgz_referral', '2026-01-01', '2026-01-31', 137, 'x', $2)`,
    [who.id, midwife.professionalId],
  );
  const desk = browse(server, await region.actor("research_desk", "office"));
  const pages = async () => [await desk.get(`/onderzoek/deelnemers/${who.code}`), await desk.get("/onderzoek/registers")];
  for (const page of await pages()) assert.match(page.text, /\b137\b/);
  await region.asOwner(
    "update consent set withdrawn_on = app.today(), withdrawn_by = 'self' where trajectory_id = $1 and purpose = 'study_register_link'",
    [who.trajectoryId],
  );
  for (const page of await pages()) assert.doesNotMatch(page.text, /\b137\b/);
});
