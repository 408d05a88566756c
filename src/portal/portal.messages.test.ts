import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { browse, type Browser } from "../main/testing/browse.ts";
import { aThread, addresseesFor } from "../pathway/messages/testing/aThread.ts";
import { shareLine } from "../pathway/signal/testing/aSignal.ts";
import { allow } from "../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../platform/db/actor.ts";
import type { Region } from "../registry/testing/aRegion.ts";
import { askFamilyFile } from "../trust/familyFile/server/familyFiles.ts";
import { makeFileTask } from "../trust/familyFile/server/fileTasks.ts";
import { afresh, anInvitableLine, aPortal, closePortal, signedIn } from "./testing/aRelative.ts";

// Conversations with the mother: begun with her or by her, and never one that was there without her.

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
let line: Awaited<ReturnType<typeof anInvitableLine>>;
let phone: Browser;
let base: string;

before(async () => {
  ({ region, server, midwife } = await aPortal("2026-11-23"));
  nurse = await region.actor("youth_nurse", "youthHealth", "Noor Smeets");
});
after(() => closePortal({ region, server, midwife }));
/** A family that lets its midwife and the nurse read, whose mother is behind her phone. */
beforeEach(async () => {
  await afresh({ region });
  line = await anInvitableLine(region, midwife);
  base = `/gezinnen/${line.trajectoryId}/berichten`;
  await allow(midwife, line, midwife.organisationId, ["identity", "signals", "plan"]);
  await shareLine(midwife, nurse, line);
  await allow(midwife, line, nurse.organisationId, ["identity", "signals", "plan"]);
  phone = await signedIn(server, region, midwife, line);
});

const withHer = (change: object = {}) =>
  aThread(midwife, line, [], { part: "plan", topic: "Hoe gaat het thuis?", withFamily: true, ...change });
const openWork = (threadId: string) =>
  region.asOwner<{ principal: number; facts: { from: string | null; part: string } }>(
    "select principal, facts from work_item where kind = 'message.unread' and subject_id = $1 and closed_at is null",
    [threadId],
  );
const mailsTo = (address: string) =>
  region.asOwner<{ subject: string; body: string }>("select subject, body from mail where to_address = $1 and once like 'family-news/%'", [
    address,
  ]);
const trailOf = (event: string) =>
  region.asOwner<{ part: string; source: string }>(
    "select part, source from trail_event where event = $1 and trajectory_ids @> array[$2::uuid] and outcome = 'done'",
    [event, line.trajectoryId],
  );

test("begun with her on the screen: the warning comes before the press, she reads, answers, and both see who read when", async () => {
  const desk = browse(server, midwife);
  const form = await desk.get(`${base}/nieuw/plan`);
  assert.match(form.text, /Ook met het gezin\?.*Leest de moeder mee, dan leest zij alles.*elk bericht vanaf het eerste/);
  const sent = await desk.submit(`${base}/nieuw/plan`, {
    family: "ja",
    medical: "nee",
    topic: "Hoe gaat het thuis?",
    words: "Dag Sanne, lukt het met de post?",
  });
  assert.match(sent.text, /De moeder leest mee.*Zij heeft dit gesprek nog niet gelezen.*Nog door niemand gelezen/);
  const home = await phone.get("/mijn");
  assert.match(home.text, /U hebt een nieuw bericht/);
  assert.doesNotMatch(home.text, /lukt het met de post/);
  const list = await phone.get("/mijn/berichten");
  assert.match(list.text, /Hoe gaat het thuis\?.*1 nieuw/);
  const address = /href="(\/mijn\/berichten\/[0-9a-f-]{36})"/.exec(list.html)?.[1] ?? "";
  const talk = await phone.get(address);
  assert.match(
    talk.text,
    /Marieke Maas ?, Praktijk De Maas.*Dag Sanne, lukt het met de post\?.*Wie leest dit\?.*Marieke Maas, verloskundige, Praktijk De Maas/,
  );
  const answered = await phone.submit(address, { woorden: "Mijn zus komt donderdag." });
  assert.match(answered.text, /Uw bericht is verstuurd.*Mijn zus komt donderdag/);
  assert.doesNotMatch((await phone.get("/mijn")).text, /nieuw bericht/);
  const work = await desk.get("/werk");
  assert.match(work.text, /Nieuw bericht van de moeder.*op haar eigen pagina/);
  assert.doesNotMatch(work.text, /donderdag/);
  const thread = await desk.get(address.replace("/mijn/berichten", base));
  assert.match(thread.text, /De moeder leest mee.*Zij las alles.*De moeder ma 23 november 2026.*Mijn zus komt donderdag/);
  assert.match(thread.text, /Gelezen door de moeder \(ma 23 november 2026/);
  assert.doesNotMatch((await desk.get("/werk")).text, /Nieuw bericht/);
  assert.deepEqual(await trailOf("portal.message-sent"), [{ part: "plan", source: "family" }]);
  assert.equal((await trailOf("portal.message-read"))[0]?.part, "plan");
});

test("she begins one herself: it says to whom it goes, and comes on the list of the team that registered her", async () => {
  const form = await phone.get("/mijn/berichten/nieuw");
  assert.match(form.text, /Uw bericht gaat naar: .*Praktijk De Maas/);
  const empty = await phone.post("/mijn/berichten/nieuw", { woorden: "x" });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Kies waar het over gaat.*Schrijf een paar woorden/s);
  await phone.get("/mijn/berichten/nieuw");
  const sent = await phone.submit("/mijn/berichten/nieuw", { soort: "question", woorden: "Mag mijn zus erbij zijn?" });
  assert.match(sent.text, /Een vraag.*Mag mijn zus erbij zijn\?/);
  const desk = browse(server, midwife);
  assert.match((await desk.get("/werk")).text, /Nieuw bericht van de moeder/);
  assert.match((await desk.get(base)).text, /Een vraag.*Met de moeder.*begonnen door de moeder/);
  assert.match((await desk.get(`/gezinnen/${line.trajectoryId}/eigen-pagina`)).text, /Berichten met de moeder.*Een vraag/);
  assert.match((await desk.get(`/gezinnen/${line.trajectoryId}/tijdlijn`)).text, /Een vraag \(1 bericht, met de moeder\)/);
  const stranger = browse(server, nurse);
  assert.doesNotMatch((await stranger.get(base)).text, /Een vraag/, "who does not take part reads nothing");
});

test("what is not right in the plan begins a conversation about the plan, with the case lead first", async () => {
  await region.asOwner(
    `insert into case_lead (trajectory_id, membership_id, professional_id, organisation_id, role, basis, author_organisation_id)
     select $1, m.id, m.professional_id, m.organisation_id, m.role, 'transfer', m.organisation_id from membership m where m.id = $2`,
    [line.trajectoryId, nurse.membershipId],
  );
  await phone.get("/mijn/plan/klopt-niet");
  await phone.submit("/mijn/plan/klopt-niet", { woorden: "Mijn zus is verhuisd" });
  const [thread] = await region.asOwner<{ id: string; part: number; care_kind: string }>(
    "select id, part, care_kind from message_thread where trajectory_id = $1",
    [line.trajectoryId],
  );
  assert.deepEqual([thread?.part, thread?.care_kind], [5, "medical"], "hers is read by who cares for her, not by social partners");
  assert.match((await browse(server, nurse).get("/werk")).text, /Nieuw bericht van de moeder/);
  assert.equal((await openWork(thread?.id ?? "")).length, 1, "on her list alone");
});

test("a conversation that was there without her is never hers: not in a list, an address, a form or the table itself", async () => {
  const without = await aThread(midwife, line, ["Noor Smeets"], { part: "plan", topic: "Onder ons" });
  assert.doesNotMatch((await phone.get("/mijn/berichten")).text, /Onder ons/);
  assert.equal((await phone.get(`/mijn/berichten/${without}`)).status, 404);
  const token = (await phone.get("/mijn/account")).hidden("/mijn/afmelden");
  assert.equal((await phone.post(`/mijn/berichten/${without}`, { ...token, woorden: "Ik wil meelezen" })).status, 404);
  await assert.rejects(region.asOwner("update message_thread set with_person = $2 where id = $1", [without, line.motherId]), {
    code: "23001",
  });
  const page = await browse(server, midwife).get(`${base}/${without}`);
  assert.match(page.text, /De moeder leest dit gesprek niet, en wordt er ook later niet bij gezet.*Nieuw gesprek met het gezin/);
});

test("another family's conversation, a made-up id and no id at all are not found, and nothing is written", async () => {
  await afresh({ region });
  const thread = await withHer();
  const other = await signedIn(server, region, midwife, await anInvitableLine(region, midwife));
  for (const id of [thread, crypto.randomUUID(), "geen-id"]) {
    assert.equal((await other.get(`/mijn/berichten/${id}`)).status, 404, id);
    const token = (await other.get("/mijn/account")).hidden("/mijn/afmelden");
    assert.equal((await other.post(`/mijn/berichten/${id}`, { ...token, woorden: "Van een ander" })).status, 404, id);
  }
  assert.equal((await region.asOwner("select from message where thread_id = $1", [thread])).length, 1);
  assert.deepEqual(await region.asOwner("select from message_receipt where thread_id = $1", [thread]), []);
});

test("about signals, the category or her partner no conversation is with her, whatever a form says", async () => {
  const to = String((await addresseesFor(midwife, line.trajectoryId)).get("Noor Smeets")?.principal);
  const desk = browse(server, midwife);
  assert.match((await desk.get(`${base}/nieuw/signalen`)).text, /Dit gesprek is zonder de moeder/);
  const forced = await desk.post(`${base}/nieuw/signalen`, { to, family: "ja", medical: "nee", topic: "Slapen", words: "Hoe slaapt zij?" });
  assert.equal(forced.status, 422);
  assert.match(forced.text, /Hierover leest de moeder niet mee/);
  await assert.rejects(
    region.asOwner(
      "insert into message_thread (trajectory_id, part, with_person, care_kind, topic, author_organisation_id) values ($1, 3, $2, 'social', 'Categorie', $3)",
      [line.trajectoryId, line.motherId, midwife.organisationId],
    ),
    { code: "23514" },
  );
});

test("when her pages stop she reads and writes nothing more, is not mailed, and who writes is told", async () => {
  const thread = await withHer();
  await phone.get(`/mijn/berichten/${thread}`);
  const desk = browse(server, midwife);
  await desk.get(`${base}/nieuw/plan`);
  const typed = { family: "ja", medical: "nee", topic: "Nog iets", words: "Leest u dit?" };
  await browse(server, midwife).submit(`/gezinnen/${line.trajectoryId}/eigen-pagina/stoppen`);
  assert.equal((await phone.get(`/mijn/berichten/${thread}`)).location, "/mijn/aanmelden");
  const late = await desk.post(`${base}/nieuw/plan`, typed);
  assert.equal(late.status, 422);
  assert.match(late.text, /heeft nu geen eigen pagina.*Kies ten minste één|heeft nu geen eigen pagina/);
  assert.equal((await region.asOwner("select from message_thread where trajectory_id = $1", [line.trajectoryId])).length, 1);
  assert.match((await desk.get(`${base}/${thread}`)).text, /De moeder leest nu niet mee.*Haar eigen pagina is gesloten/);
  await desk.submit(`${base}/${thread}`, { words: "Nog een bericht" });
  assert.equal((await mailsTo(line.address)).length, 1, "the one of the beginning");
  assert.doesNotMatch((await desk.get(`${base}/nieuw/plan`)).text, /Ook met het gezin/);
});

test("who of the professionals she no longer allows reads on no more, and hers are nobody's to keep", async () => {
  const thread = await aThread(midwife, line, ["Noor Smeets"], { part: "plan", topic: "Samen", withFamily: true });
  await phone.get(`/mijn/berichten/${thread}`);
  await phone.submit(`/mijn/berichten/${thread}`, { woorden: "Plantwoord van mij" });
  assert.match((await browse(server, nurse).get(`${base}/${thread}`)).text, /Plantwoord van mij/);
  await region.asOwner("update consent set withdrawn_on = app.today() where trajectory_id = $1 and recipient_organisation_id = any($2)", [
    line.trajectoryId,
    [nurse.organisationId, midwife.organisationId],
  ]);
  await region.asOwner("select trust.recompute_grants($1)", [line.trajectoryId]);
  assert.equal((await browse(server, nurse).get(`${base}/${thread}`)).status, 404);
  const registering = await browse(server, midwife).get(base);
  assert.match(registering.text, /Wat uw organisatie schreef/);
  assert.doesNotMatch(registering.text, /Plantwoord/, "who registered her keeps its own words, not hers");
  const talk = await phone.get(`/mijn/berichten/${thread}`);
  assert.match(talk.text, /Plantwoord van mij.*Niemand leest dit gesprek nu.*leest nu niet mee/);
  const token = talk.hidden("/mijn/afmelden");
  const alone = await phone.post(`/mijn/berichten/${thread}`, { ...token, woorden: "Is daar iemand?" });
  assert.equal(alone.status, 422);
  assert.match(alone.text, /Niemand leest dit gesprek nu/);
});

test("sent twice is sent once, and two that begin or answer at once both stand", async () => {
  const thread = await withHer();
  const page = await phone.get(`/mijn/berichten/${thread}`);
  const form = { ...page.hidden(`/mijn/berichten/${thread}`), woorden: "Eén keer" };
  const [one, two] = await Promise.all([phone.post(`/mijn/berichten/${thread}`, form), phone.post(`/mijn/berichten/${thread}`, form)]);
  assert.deepEqual([one.status, two.status], [303, 303]);
  const words = () =>
    region.asOwner<{ number: number; words: string }>("select number, words from message where thread_id = $1 order by number", [thread]);
  assert.deepEqual(
    (await words()).map((message) => message.words),
    ["Hoe gaat het volgens jou?", "Eén keer"],
  );
  const desk = browse(server, midwife);
  await desk.get(`${base}/${thread}`);
  await phone.get(`/mijn/berichten/${thread}`);
  await Promise.all([
    desk.post(`${base}/${thread}`, { words: "Tegelijk" }),
    phone.post(`/mijn/berichten/${thread}`, { woorden: "Ook tegelijk" }),
  ]);
  assert.deepEqual(
    (await words()).map(({ number }) => number),
    [1, 2, 3, 4],
  );
  await phone.get("/mijn/berichten/nieuw");
  const begin = {
    ...(await phone.get("/mijn/berichten/nieuw")).hidden("/mijn/berichten/nieuw"),
    soort: "question",
    woorden: "Tweemaal gedrukt",
  };
  await Promise.all([phone.post("/mijn/berichten/nieuw", begin), phone.post("/mijn/berichten/nieuw", begin)]);
  assert.equal((await region.asOwner("select from message_thread where trajectory_id = $1", [line.trajectoryId])).length, 2);
});

test("closed while she writes: she is told, her words stay in the form, and nothing is added", async () => {
  const thread = await withHer();
  await phone.get(`/mijn/berichten/${thread}`);
  await browse(server, midwife).submit(`${base}/${thread}/sluiten`, { version: "1" });
  const late = await phone.post(`/mijn/berichten/${thread}`, { woorden: "Te laat geschreven" });
  assert.equal(late.status, 422);
  assert.match(late.text, /Dit gesprek is afgerond/);
  assert.equal((await openWork(thread)).length, 0);
});

test("one mail a day without content, to a safe address only; none where she named moments, and none after a loss", async () => {
  await withHer();
  await withHer({ topic: "Nog een gesprek", words: "Plantwoord" });
  const mails = await mailsTo(line.address);
  assert.equal(mails.length, 1);
  assert.doesNotMatch(JSON.stringify(mails), /Plantwoord|gesprek|Sanne|Maas|http|zwanger|baby/);
  await region.setToday("2026-11-24");
  await region.asOwner("update family_contact set safe_moments = 'dinsdagochtend' where family_id = $1", [line.familyId]);
  await withHer();
  assert.equal((await mailsTo(line.address)).length, 1);
  await region.asOwner("update family_contact set safe_moments = null where family_id = $1", [line.familyId]);
  await region.asOwner("update trajectory set loss_on = app.today(), loss = 'pregnancy' where id = $1", [line.trajectoryId]);
  const desk = browse(server, midwife);
  assert.match((await desk.get(`${base}/nieuw/plan`)).text, /Na het verlies krijgt zij vanzelf géén e-mail/);
  const thread = await withHer();
  assert.equal((await mailsTo(line.address)).length, 1);
  assert.doesNotMatch((await phone.get("/mijn")).text, /nieuw bericht/);
  assert.equal((await phone.get(`/mijn/berichten/${thread}`)).status, 200, "everything stays readable");
  await region.setToday("2026-11-23");
});

test("no word of hers or to her stands in history, trail, work or mail; and in English it is English", async () => {
  const thread = await withHer({ topic: "Plantwoord", words: "Plantwoord" });
  await phone.get("/mijn/taal/en");
  const talk = await phone.get(`/mijn/berichten/${thread}`);
  assert.match(talk.text, /Who reads this\?.*Nobody else reads it, and neither does your partner/);
  assert.match(talk.html, /Snel weg|Leave quickly|Quick exit|Leave this page/);
  await phone.submit(`/mijn/berichten/${thread}`, { woorden: "Plantwoord van haar" });
  for (const table of ["record_history", "trail_event", "work_item", "mail", "handled_request"])
    assert.deepEqual(await region.asOwner(`select 1 from ${table} t where t::text like '%Plantwoord%'`), [], table);
});

test("her own file holds what was written with her and by her, and nothing of what professionals wrote among themselves", async () => {
  const thread = await withHer({ topic: "Samen gelezen", words: "Aan u geschreven" });
  await phone.get(`/mijn/berichten/${thread}`);
  await phone.submit(`/mijn/berichten/${thread}`, { woorden: "Door haar geschreven" });
  await aThread(midwife, line, ["Noor Smeets"], { part: "plan", topic: "Onder ons", words: "Aan een collega" });
  const outcome = await askFamilyFile(midwife, line.trajectoryId, { person: line.motherId, language: "nl" });
  assert.ok(outcome.code === "done");
  await makeFileTask.run({ file: outcome.file });
  const [data] = await region.asOwner<{ content: Buffer }>(
    "select content from family_file_content where file_id = $1 and format = 'data'",
    [outcome.file],
  );
  const text = data?.content.toString("utf8") ?? "";
  assert.match(text, /Aan u geschreven/);
  assert.match(text, /Door haar geschreven/);
  assert.doesNotMatch(text, /Onder ons|Aan een collega/);
});
