import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { browse, type Browser } from "../main/testing/browse.ts";
import { consentListeners } from "../main/consentListeners.ts";
import { acceptHandover, changeHandover } from "../pathway/handover/server/moveHandover.ts";
import { anOfferedHandover, aPreparedHandover, handoverNow, seenOf, words } from "../pathway/handover/testing/aHandover.ts";
import { allow, involve } from "../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../platform/db/actor.ts";
import type { Region } from "../registry/testing/aRegion.ts";
import { recordAnswer } from "../trust/consent/server/recordAnswer.ts";
import { anAnswer } from "../trust/consent/testing/anAnswer.ts";
import { afresh, anInvitableLine, aPortal, closePortal, signedIn } from "./testing/aRelative.ts";

// Consent that she gives herself, to what a professional asked of her in her own pages.

const today = "2026-11-23";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
let worker: Actor;
let line: Awaited<ReturnType<typeof anInvitableLine>>;
let phone: Browser;
let desk: Browser;
let consentPage: string;

before(async () => {
  ({ region, server, midwife } = await aPortal(today));
  nurse = await region.actor("youth_nurse", "youthHealth", "Noor Smeets");
  worker = await region.actor("municipal_worker", "municipality", "Sjef Loket");
});
after(() => closePortal({ region, server, midwife }));
/** A family on which the nurse and the municipality are involved, of which they may see nothing yet. */
beforeEach(async () => {
  await afresh({ region });
  line = await anInvitableLine(region, midwife);
  consentPage = `/gezinnen/${line.trajectoryId}/toestemming`;
  await involve(midwife, nurse, line.trajectoryId);
  await involve(midwife, worker, line.trajectoryId, "request");
  phone = await signedIn(server, region, midwife, line);
  desk = browse(server, midwife);
});

const ask = async (change: object = {}, purpose = "delen") => {
  await desk.get(`${consentPage}/vragen/${purpose}`);
  return desk.submit(`${consentPage}/vragen/${purpose}`, {
    given: "vraag",
    about: line.motherId,
    recipients: [nurse.organisationId, worker.organisationId],
    parts: ["identity", "plan"],
    until: "1-3-2027",
    ...change,
  });
};
const askedId = async () => {
  const { html } = await phone.get("/mijn/toestemming");
  return /\/mijn\/toestemming\/vraag\/([0-9a-f-]{36})/.exec(html)?.[1] ?? "";
};
const sees = async (actor: Actor) => (await browse(server, actor).get(`/gezinnen/${line.trajectoryId}`)).status === 200;
const answers = () =>
  region.asOwner<{ to: string; parts: string[]; given: boolean; way: string; by: string; recorded: string | null; until: string | null }>(
    `select o.name as to, parts, given, way, given_by as by, recorded_by as recorded, until::text from consent c join organisation o on o.id = c.recipient_organisation_id
     where c.trajectory_id = $1 and c.purpose = 'sharing' and c.withdrawn_on is null order by o.name`,
    [line.trajectoryId],
  );
const stateOf = async (id: string) =>
  (await region.asOwner<{ state: string }>("select state from consent_ask where id = $1", [id]))[0]?.state;
const workOf = async (id: string) =>
  (
    await region.asOwner<{ kind: string; answer: string | null }>(
      "select kind, facts ->> 'answer' as answer from work_item where subject_id = $1 and closed_at is null",
      [id],
    )
  ).map(({ kind, answer }) => [kind, answer]);
const press = async (id: string, what: "ja" | "nee", version = 1) => {
  const page = await phone.get("/mijn/account");
  return phone.post(`/mijn/toestemming/vraag/${id}/${what}`, { ...page.hidden("/mijn/afmelden"), versie: String(version) });
};

test("asked, seen in plain words, said yes to: it works at the next request and names her own way", async () => {
  assert.match(
    (await ask()).text,
    /De vraag staat op de eigen pagina.*Gevraagd op de eigen pagina.*Gevraagd aan de moeder.*Nog geen antwoord/,
  );
  assert.match((await desk.get("/werk")).text, /Wacht op het antwoord van de moeder/);
  assert.equal(await sees(nurse), false);
  assert.match((await phone.get("/mijn")).text, /Er wordt u iets gevraagd/);
  const id = await askedId();
  const page = await phone.get(`/mijn/toestemming/vraag/${id}`);
  assert.match(
    page.text,
    /Mogen zij iets over u weten\?.*Gemeente Heerlen JGZ Zuid.*naam, geboortedatum.*het plan: doelen.*Het geldt tot en met ma 1 maart 2027.*Marieke Maas van Praktijk De Maas vraagt dit/,
  );
  assert.match((await phone.submit(`/mijn/toestemming/vraag/${id}/ja`)).text, /U vindt dit goed. Het geldt vanaf nu/);
  assert.deepEqual([await sees(nurse), await sees(worker)], [true, true]);
  const one = { parts: ["identity", "plan"], given: true, way: "portal", by: "self", recorded: null, until: "2027-03-01" };
  assert.deepEqual(await answers(), [
    { to: "Gemeente Heerlen", ...one },
    { to: "JGZ Zuid", ...one },
  ]);
  assert.equal(await stateOf(id), "given");
  assert.deepEqual(await workOf(id), [["consent.answered", "given"]]);
  assert.match((await desk.get("/werk")).text, /De moeder zei ja tegen uw vraag.*Gegevens delen/);
  assert.match((await desk.get(consentPage)).text, /digitaal, door haarzelf, op een vraag van Praktijk De Maas/);
  assert.match((await desk.get(`/gezinnen/${line.trajectoryId}/tijdlijn`)).text, /Gegevens delen: zij zei ja, op de eigen pagina/);
  const pages = `/gezinnen/${line.trajectoryId}/eigen-pagina`;
  assert.match((await desk.get(pages)).text, /Gegevens delen , gevraagd door Marieke Maas: zij zei ja/);
  await desk.submit(`${pages}/gezien`);
  assert.deepEqual(await workOf(id), []);
  const trail = await region.asOwner(
    "select role, ground, source from trail_event where event = 'portal.consent-given' and trajectory_ids @> array[$1::uuid] and outcome = 'done'",
    [line.trajectoryId],
  );
  assert.deepEqual(trail, [{ role: "family", ground: "family", source: "family" }]);
});

test("yes to less: to one of them, without the plan, and for a shorter time", async () => {
  await ask({ parts: ["identity", "signals", "plan"], medicalToo: "ja" });
  const id = await askedId();
  const less = `/mijn/toestemming/vraag/${id}/minder`;
  await phone.get(less);
  for (const [fields, said] of [
    [{ wie: [], wat: ["plan"] }, /Kies ten minste één/],
    [{ wie: [nurse.organisationId], wat: [] }, /Kies ten minste één/],
    [{ wie: [nurse.organisationId], wat: ["signals"], tot: "1-4-2027" }, /niet later dan gevraagd/],
    [{ wie: [nurse.organisationId], wat: ["signals"], tot: "31-2-2027" }, /een dag in die bestaat/],
  ] as const) {
    const wrong = await phone.post(less, fields);
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, said);
  }
  await phone.submit(less, { wie: nurse.organisationId, wat: "signals", tot: "1-1-2027" });
  assert.deepEqual(
    (await answers()).map(({ to, parts, until }) => [to, parts, until]),
    [["JGZ Zuid", ["identity", "signals"], "2027-01-01"]],
  );
  assert.equal(await sees(worker), false);
  assert.deepEqual(await workOf(id), [["consent.answered", "less"]]);
});

test("no: nothing changes, what she allowed before stays, and who asked knows", async () => {
  await allow(midwife, line, nurse.organisationId, ["identity"]);
  await ask();
  const id = await askedId();
  assert.match((await phone.get(`/mijn/toestemming/vraag/${id}`)).text, /U vond eerder al iets goed/);
  assert.match((await phone.submit(`/mijn/toestemming/vraag/${id}/nee`)).text, /U zei nee. Er verandert niets/);
  assert.deepEqual([await sees(nurse), await sees(worker)], [true, false]);
  assert.deepEqual(
    (await answers()).map(({ to, given, way }) => [to, given, way]),
    [
      ["Gemeente Heerlen", false, "portal"],
      ["JGZ Zuid", true, "spoken"],
    ],
  );
  assert.match((await desk.get("/werk")).text, /De moeder zei nee tegen uw vraag/);
});

test("her no to the home visit is a step of the route that she did not want, as when a professional records it", async () => {
  const id = crypto.randomUUID();
  await region.asOwner(
    "insert into vulnerability_assessment (id, trajectory_id, way, risk_now, urgent_risk, protective_sufficient, proposal, category, role, author_organisation_id) values ($1, $2, 'judged', true, false, true, 'b', 'b', 'midwife', $3)",
    [id, line.trajectoryId, midwife.organisationId],
  );
  await region.asOwner(
    "insert into category_route (id, trajectory_id, category, route, assessed_on, since, role, author_organisation_id) values ($1, $2, 'b', 2, $3, $3, 'midwife', $4)",
    [id, line.trajectoryId, today, midwife.organisationId],
  );
  await ask({ recipients: [nurse.organisationId] }, "huisbezoek");
  await press(await askedId(), "nee");
  const [refusal] = await region.asOwner<{ given: boolean; way: string }>(
    "select given, way from consent where trajectory_id = $1 and purpose = 'prenatal_home_visit' and withdrawn_on is null",
    [line.trajectoryId],
  );
  assert.deepEqual(refusal, { given: false, way: "portal" });
  const steps = await region.asOwner<{ step: string; outcome: string; reason: string }>(
    "select s.step, s.outcome, r.reason from route_step s join route_step_refusal r on r.route_step_id = s.id where s.trajectory_id = $1",
    [line.trajectoryId],
  );
  assert.deepEqual(steps, [{ step: "ask_home_visit", outcome: "declined", reason: "Geen reden genoemd" }]);
});

test("never more than was asked, whatever a form says; and nothing about her partner", async () => {
  await ask({ recipients: [nurse.organisationId] });
  const id = await askedId();
  const less = `/mijn/toestemming/vraag/${id}/minder`;
  await phone.get(less);
  await phone.submit(less, { wie: [nurse.organisationId, worker.organisationId], wat: ["plan", "assessment", "programme"], medisch: "ja" });
  assert.deepEqual(
    (await answers()).map(({ to, parts }) => [to, parts]),
    [["JGZ Zuid", ["identity", "plan"]]],
  );
  const about = await region.asOwner("select from consent where trajectory_id = $1 and about_person <> $2", [
    line.trajectoryId,
    line.motherId,
  ]);
  assert.deepEqual(about, []);
});

test("another family's question, an old page, a second press, a question taken back or answered elsewhere: no answer but the right one", async () => {
  await ask();
  const id = await askedId();
  const other = await signedIn(server, region, midwife, await anInvitableLine(region, midwife));
  const token = (await other.get("/mijn/account")).hidden("/mijn/afmelden");
  for (const address of ["", "/minder"]) assert.equal((await other.get(`/mijn/toestemming/vraag/${id}${address}`)).status, 404);
  for (const address of ["/ja", "/nee", "/minder"])
    assert.equal((await other.post(`/mijn/toestemming/vraag/${id}${address}`, { ...token, versie: "1" })).status, 404, address);
  assert.match((await phone.get((await press(id, "ja", 7)).location)).text, /Er is net iets veranderd/);
  assert.equal(await stateOf(id), "open");
  await phone.get(`/mijn/toestemming/vraag/${id}`);
  await desk.get(consentPage);
  await desk.submit(`${consentPage}/gevraagd/${id}/terugnemen`);
  const late = await phone.post(`/mijn/toestemming/vraag/${id}/ja`);
  assert.match((await phone.get(late.location)).text, /Deze vraag is niet meer nodig/);
  assert.deepEqual([await answers(), await workOf(id)], [[], []]);

  await ask();
  const second = await askedId();
  await phone.get(`/mijn/toestemming/vraag/${second}`);
  const spoken = anAnswer({
    trajectoryId: line.trajectoryId,
    about: line.motherId,
    purpose: "sharing",
    givenOn: today,
    parts: ["identity"],
    recipients: [{ organisationId: nurse.organisationId }],
  });
  assert.equal((await recordAnswer(midwife, spoken, consentListeners)).code, "done");
  assert.equal(await stateOf(second), "overtaken");
  await phone.post(`/mijn/toestemming/vraag/${second}/ja`);
  assert.deepEqual(
    (await answers()).map(({ to, way }) => [to, way]),
    [["JGZ Zuid", "spoken"]],
  );
  assert.equal((await phone.get(`/mijn/toestemming/vraag/${second}`)).location, "/mijn/toestemming");
});

test("two presses at once are one answer; and a yes beside a question that is taken back ends as one of both, never half", async () => {
  await ask();
  const id = await askedId();
  const page = await phone.get(`/mijn/toestemming/vraag/${id}`);
  const yes = `/mijn/toestemming/vraag/${id}/ja`;
  await Promise.all([phone.post(yes, page.hidden(yes) ?? {}), phone.post(yes, page.hidden(yes) ?? {})]);
  assert.equal((await answers()).length, 2);
  await ask();
  const again = await askedId();
  await phone.get(`/mijn/toestemming/vraag/${again}`);
  await desk.get(consentPage);
  await Promise.all([phone.post(`/mijn/toestemming/vraag/${again}/nee`), desk.post(`${consentPage}/gevraagd/${again}/terugnemen`)]);
  assert.match((await stateOf(again)) ?? "", /^(refused|withdrawn)$/);
  assert.equal(
    (await workOf(again)).some(([kind]) => kind === "consent.asked"),
    false,
  );
});

test("someone of 12 to 15 decides with her parents: she is not asked here, and a question that waits gets no yes", async () => {
  await ask();
  const id = await askedId();
  await region.asOwner("update family_member set birth_date = '2011-05-04' where id = $1", [line.motherId]);
  assert.match((await phone.get((await press(id, "ja")).location)).text, /Dan beslist u samen met uw ouders of voogd/);
  assert.deepEqual([await answers(), await stateOf(id)], [[], "open"]);
  assert.doesNotMatch((await desk.get(`${consentPage}/vragen/delen`)).text, /vraag het op de eigen pagina/);
  const forced = await desk.post(`${consentPage}/vragen/delen`, {
    given: "vraag",
    about: line.motherId,
    recipients: nurse.organisationId,
    parts: "identity",
  });
  assert.equal(forced.status, 422);
  assert.match(forced.text, /nog geen 16: zij beslist samen met haar ouders/);
});

test("without pages of her own she is not asked there; when they stop, who asked is told", async () => {
  await ask();
  const id = await askedId();
  await phone.get("/mijn/account");
  await phone.post("/mijn/account/stoppen");
  assert.equal(await stateOf(id), "closed");
  assert.match((await desk.get("/werk")).text, /De moeder antwoordde niet: de eigen pagina is gesloten/);
  const forced = await desk.post(`${consentPage}/vragen/delen`, {
    given: "vraag",
    about: line.motherId,
    recipients: nurse.organisationId,
    parts: "identity",
  });
  assert.match(forced.text, /Zij heeft nu geen eigen pagina/);
  const digital = await desk.get(`${consentPage}/vragen/digitaal`);
  assert.doesNotMatch(digital.text, /vraag het op de eigen pagina/);
});

test("after a loss nothing points at a question, and no mail goes; the mail of before says nothing of it", async () => {
  await ask();
  const mails = () =>
    region.asOwner<{ body: string }>("select body from mail where to_address = $1 and once like 'family-news/%'", [line.address]);
  assert.equal((await mails()).length, 1);
  assert.doesNotMatch(JSON.stringify(await mails()), /toestemming|JGZ|delen|Sanne/i);
  await region.asOwner("update trajectory set loss_on = app.today(), loss = 'pregnancy' where id = $1", [line.trajectoryId]);
  await region.setToday("2026-11-24");
  await ask({ recipients: [worker.organisationId] });
  assert.equal((await mails()).length, 1);
  assert.doesNotMatch((await phone.get("/mijn")).text, /gevraagd/);
  assert.notEqual(await askedId(), "", "it is there when she looks");
  await region.setToday(today);
});

test("sharing that she takes back herself tells both sides of an open handover, as when a professional records it", async () => {
  await allow(midwife, line, nurse.organisationId, ["identity", "plan"]);
  const prepared = await aPreparedHandover(midwife, line.trajectoryId, nurse);
  await changeHandover(midwife, seenOf(prepared), { ...prepared, words: words(), receiver: null });
  const handover = await anOfferedHandover(midwife, await handoverNow(midwife, prepared), today);
  await acceptHandover(nurse, seenOf(handover));
  const [consent] = await region.asOwner<{ id: string; version: number }>(
    "select id, version from consent where trajectory_id = $1 and recipient_organisation_id = $2 and withdrawn_on is null",
    [line.trajectoryId, nurse.organisationId],
  );
  await phone.get(`/mijn/toestemming/${consent?.id ?? ""}`);
  await phone.submit(`/mijn/toestemming/${consent?.id ?? ""}`);
  const told = () =>
    region.asOwner<{ name: string }>(
      `select p.display_name as name from work_item w join membership m on m.principal = w.principal join professional p on p.id = m.professional_id
       where w.kind = 'handover.consent-gone' and w.subject_id = $1 and w.closed_at is null order by 1`,
      [handover.id],
    );
  assert.deepEqual(
    (await told()).map(({ name }) => name),
    ["Marieke Maas", "Noor Smeets"],
  );
  await ask({ recipients: [nurse.organisationId] });
  await press(await askedId(), "ja");
  assert.deepEqual(await told(), [], "she allows it again: nobody waits for it any more");
});
