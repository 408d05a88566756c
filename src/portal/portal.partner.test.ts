import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { browse, type Browser } from "../main/testing/browse.ts";
import { addedAgreement, planOf } from "../pathway/plan/testing/aPlan.ts";
import { allow, involve } from "../pathway/trajectory/testing/involve.ts";
import { withActor } from "../platform/db/withActor.ts";
import { insertAsk } from "../trust/consent/server/consentAsk.store.ts";
import type { Actor } from "../platform/db/actor.ts";
import { urlFor } from "../platform/db/roles.ts";
import { shareLine } from "../pathway/signal/testing/aSignal.ts";
import type { Region } from "../registry/testing/aRegion.ts";
import {
  afresh,
  aPartnerOf,
  aPortal,
  closePortal,
  anInvitableLine,
  mailedCode,
  signedIn,
  signedInPartner,
  type OpenLine,
} from "./testing/aRelative.ts";

// The partner's own pages: what is his own, and of hers only the plan, while she shares it [domain 6.3].

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let line: OpenLine & { address: string };
let partner: Awaited<ReturnType<typeof aPartnerOf>>;
let hers: Browser;
let his: Browser;
before(async () => {
  ({ region, server, midwife } = await aPortal("2026-11-09"));
});
after(() => closePortal({ region, server, midwife }));
/** A family of which both have pages of their own, with something in her plan that nobody outside it knows. */
beforeEach(async () => {
  await afresh({ region });
  line = await anInvitableLine(region, midwife);
  await addedAgreement(midwife, line.trajectoryId, { wording: "Elke week samen de post openen" });
  partner = await aPartnerOf(region, midwife, line);
  hers = await signedIn(server, region, midwife, line);
  his = await signedInPartner(server, region, midwife, line, partner);
});

const eventsOf = async (event: string) =>
  region.asOwner<{ source: string; part: string | null }>(
    "select source, part from trail_event where event = $1 and outcome = 'done' and trajectory_ids @> array[$2::uuid]",
    [event, line.trajectoryId],
  );

test("his first page tells what is his own and whom to call, and nothing of hers", async () => {
  const home = await his.get("/mijn");
  assert.match(home.text, /Dag Tom/);
  assert.match(home.text, /Er is hier nu geen plan dat u kunt lezen/);
  assert.match(home.text, /U vindt één ding goed/);
  assert.match(home.html, /href="\/hulp-vragen"/);
  for (const address of ["/mijn", "/mijn/toestemming", "/mijn/account"]) {
    const { status, text } = await his.get(address);
    assert.equal(status, 200, address);
    assert.doesNotMatch(text, /Elke week samen|Sanne|Wie keek er|Wie helpt mij|Berichten/, address);
  }
});

test("every page and press of hers is no page of his, whatever he types", async () => {
  const id = crypto.randomUUID();
  const list = [
    "plan",
    "plan.pdf",
    "plan/klopt-niet",
    "hulp",
    `hulp/${id}/nee`,
    "mensen",
    "inzage",
    "berichten",
    "berichten/nieuw",
    `berichten/${id}`,
  ];
  for (const address of list) assert.equal((await his.get(`/mijn/${address}`)).status, 404, address);
  for (const address of ["plan/akkoord", `hulp/${id}/ja`, "berichten/nieuw", "toestemming/partner/ja", `toestemming/vraag/${id}/ja`])
    assert.equal(await pressed(`/mijn/${address}`, { soort: "question", woorden: "Wat staat er?" }), 404, address);
  const family = new pg.Client({ connectionString: urlFor("wieg_family", region.adminUrl) });
  await family.connect();
  try {
    await family.query("select set_config('app.family_session', $1, false)", [await tokenOfHis()]);
    assert.equal((await family.query("select family.consents()")).rowCount, 1, "his own");
    for (const call of [
      "plan()",
      "lead()",
      "team()",
      "visits()",
      "referrals()",
      "looked(10)",
      "threads()",
      "partner()",
      "share_plan(true)",
      "lock_plan()",
    ])
      await assert.rejects(family.query(`select family.${call}`), { code: "42501" }, call);
  } finally {
    await family.end();
  }
});

/** What comes of a press that no page of his has, sent with all that a form of his has. */
async function pressed(address: string, fields: Readonly<Record<string, string>>): Promise<number> {
  const token = (await his.get("/mijn")).hidden("/mijn/afmelden")?.["_csrf"] ?? "";
  return (await his.post(address, { ...fields, _csrf: token })).status;
}

/** His session under a token that this test knows: what the database itself says to it. */
async function tokenOfHis(): Promise<string> {
  const token = crypto.randomUUID();
  await region.asOwner(
    `update family_session s set token_hash = sha256(convert_to($2, 'UTF8')) from family_account a
     where a.id = s.account_id and a.person_id = $1 and s.ended_at is null`,
    [partner.id, token],
  );
  return token;
}

test("she shares her plan: he reads it from then on and decides nothing, and she sees that he looked", async () => {
  assert.match((await hers.get("/mijn/toestemming")).text, /Mag uw partner uw plan lezen\?/);
  assert.match((await hers.submit("/mijn/toestemming/partner/ja")).text, /Uw partner kan uw plan nu lezen/);
  assert.match((await his.get("/mijn")).text, /Uw partner laat u het plan lezen/);
  const plan = await his.get("/mijn/plan");
  assert.match(plan.text, /Elke week samen de post openen/);
  assert.doesNotMatch(plan.text, /Ja, ik ben het eens|Er klopt iets niet|PDF|Sanne/);
  assert.equal(await pressed("/mijn/plan/akkoord", { gezien: "x" }), 404);
  assert.equal((await planOf(midwife, line.trajectoryId))?.stand, "draft");
  assert.match((await hers.get("/mijn/inzage")).text, /uw partner keek bij uw plan/);
  assert.deepEqual(await eventsOf("portal.plan-shared"), [{ source: "family", part: "plan" }]);
});

test("she takes it back: at his next request it is gone, and nobody is told", async () => {
  await hers.get("/mijn/toestemming");
  await hers.submit("/mijn/toestemming/partner/ja");
  assert.equal((await his.get("/mijn/plan")).status, 200);
  await hers.get("/mijn/toestemming");
  assert.match((await hers.submit("/mijn/toestemming/partner/nee")).text, /kan uw plan niet meer lezen/);
  assert.equal((await his.get("/mijn/plan")).status, 404);
  assert.deepEqual(await eventsOf("portal.plan-unshared"), [{ source: "family", part: "plan" }]);
  assert.equal(
    (await region.asOwner("select from work_item where trajectory_id = $1 and kind like 'portal%'", [line.trajectoryId])).length,
    0,
  );
  assert.deepEqual(
    await region.asOwner<{ on: string }>("select ended_on::text as on from family_share where trajectory_id = $1", [line.trajectoryId]),
    [{ on: "2026-11-09" }],
  );
});

test("he takes back what he allowed himself, never what she allowed; without digital contact his pages stop and hers go on", async () => {
  const nurse = await region.actor("youth_nurse", "youthHealth");
  await allow(midwife, line, nurse.organisationId, ["identity"]);
  await allow(midwife, { ...line, motherId: partner.id }, nurse.organisationId, ["identity", "plan"]);
  const links = async (who: Browser) =>
    [...(await who.get("/mijn/toestemming")).html.matchAll(/href="(\/mijn\/toestemming\/[0-9a-f-]{36})"/g)].map(([, to = ""]) => to);
  const own = await links(his);
  assert.equal(own.length, 2, "digital contact, and what he allowed the nurse");
  for (const hersOnly of (await links(hers)).filter((to) => !own.includes(to))) assert.equal((await his.get(hersOnly)).status, 404);
  for (const to of own) {
    await his.get(to);
    await his.post(to);
  }
  assert.equal((await his.get("/mijn")).location, "/mijn/aanmelden");
  assert.equal((await hers.get("/mijn")).status, 200);
  const left = await region.asOwner<{ mother: boolean }>(
    "select about_person = $2 as mother from consent where trajectory_id = $1 and given and withdrawn_on is null",
    [line.trajectoryId, line.motherId],
  );
  assert.ok(left.length > 0 && left.every(({ mother }) => mother));
});

test("a code for him goes to his own address and never to hers, nor one for her to his", async () => {
  const born = "2-3-1994";
  const count = async (to: string) => (await region.asOwner("select from mail where to_address = $1", [to])).length;
  const [toHer, toHim] = [await count(line.address), await count(partner.address)];
  const door = browse(server);
  await door.post("/mijn/aanmelden", { email: line.address, geboren: born });
  await door.post("/mijn/aanmelden", { email: partner.address, geboren: "4-5-1996" });
  assert.deepEqual([await count(line.address), await count(partner.address)], [toHer, toHim]);
  await door.post("/mijn/aanmelden", { email: partner.address, geboren: born });
  assert.equal(await count(partner.address), toHim + 1);
  await door.get("/mijn/code");
  assert.equal((await door.post("/mijn/code", { code: await mailedCode(region, partner.address) })).location, "/mijn");
  assert.match((await door.get("/mijn")).text, /Dag Tom/);
});

test("who arranges: his own yes decides, stopping his leaves hers open, and she hears nothing of it", async () => {
  const pages = `/gezinnen/${line.trajectoryId}/eigen-pagina`;
  const desk = browse(server, midwife);
  assert.match((await desk.get(pages)).text, /Toegang van de partner.*Heeft toegang sinds/);
  await desk.post(`${pages}/stoppen`, { wie: "partner" });
  assert.equal((await his.get("/mijn")).location, "/mijn/aanmelden");
  assert.equal((await hers.get("/mijn")).status, 200);
  assert.doesNotMatch((await hers.get("/mijn/inzage")).text, /partner/);
  await region.asOwner("update consent set withdrawn_on = given_on, withdrawn_by = 'self' where about_person = $1", [partner.id]);
  assert.match((await desk.get(pages)).text, /niet vastgelegd dat de partner zelf digitaal contact goed vindt/);
  await desk.post(`${pages}/uitnodigen`, { wie: "partner", manier: "voorlezen" });
  assert.equal((await region.asOwner("select from family_invitation where person_id = $1 and used_at is null", [partner.id])).length, 0);
});

test("a professional of another organisation, whom he allowed nothing, arranges nothing of his", async () => {
  const nurse = await region.actor("youth_nurse", "youthHealth");
  await allow(midwife, line, nurse.organisationId, ["identity", "plan"]);
  await shareLine(midwife, nurse, line);
  const desk = browse(server, nurse);
  const pages = `/gezinnen/${line.trajectoryId}/eigen-pagina`;
  const shown = await desk.get(pages);
  assert.equal(shown.status, 200);
  assert.doesNotMatch(shown.text, /Toegang van de partner|Tom/);
  await desk.post(`${pages}/stoppen`, { wie: "partner" });
  assert.equal((await his.get("/mijn")).status, 200);
});

test("asked about himself he answers himself, yes to less too: it works at once, and she and whoever may not know him see nothing of it", async () => {
  const nurse = await region.actor("youth_nurse", "youthHealth", "Noor Smeets");
  const bank = await region.actor("support_provider", "support", "Cora Bank");
  for (const other of [nurse, bank]) await involve(midwife, other, line.trajectoryId);
  await allow(midwife, line, nurse.organisationId, ["identity"]);
  const consentPage = `/gezinnen/${line.trajectoryId}/toestemming`;
  const desk = browse(server, midwife);
  const ask = { given: "vraag", about: partner.id, recipients: [nurse.organisationId, bank.organisationId], parts: ["identity", "plan"] };
  assert.match((await desk.get(`${consentPage}/vragen/delen`)).text, /De partner krijgt geen e-mail/);
  assert.match(
    (await desk.submit(`${consentPage}/vragen/delen`, ask)).text,
    /De vraag staat op de eigen pagina.*Gevraagd aan de partner door/,
  );
  assert.match((await desk.get("/werk")).text, /Wacht op het antwoord van de partner/);
  assert.doesNotMatch((await hers.get("/mijn")).text, /Er wordt u iets gevraagd/);
  assert.doesNotMatch((await hers.get("/mijn/toestemming")).text, /Er wordt u iets gevraagd/);
  assert.doesNotMatch((await browse(server, nurse).get(consentPage)).text, /Gevraagd aan de partner/);
  const none = await withActor(nurse, "consent.asked", ({ db }) => insertAsk(db, askOf(), "2026-11-16", {}));
  assert.equal(none, "no-pages", "who may not know him asks him nothing");

  const home = await his.get("/mijn");
  assert.match(home.text, /Er wordt u iets gevraagd/);
  const at = /\/mijn\/toestemming\/vraag\/[0-9a-f-]{36}/.exec(home.html)?.[0] ?? "";
  assert.equal((await hers.get(at)).status, 404, "hers is another's question");
  const page = await his.get(at);
  assert.match(page.text, /Ja, dat vind ik goed.*Nee, liever niet/);
  assert.doesNotMatch(page.text, /Berichten|Wie keek er/, "the menu is his own");
  await his.get(`${at}/minder`);
  assert.match((await his.submit(`${at}/minder`, { wie: [nurse.organisationId], wat: ["plan"] })).text, /U vindt dit goed/);
  assert.deepEqual(
    await region.asOwner<{ parts: string[]; way: string; own: string }>(
      "select parts, way, own_person as own from consent where trajectory_id = $1 and about_person = $2 and purpose = 'sharing' and given and withdrawn_on is null",
      [line.trajectoryId, partner.id],
    ),
    [{ parts: ["identity", "plan"], way: "portal", own: partner.id }],
  );
  assert.match((await browse(server, nurse).get(`/gezinnen/${line.trajectoryId}`)).text, /Tom Aarts/);
  assert.doesNotMatch((await browse(server, bank).get(`/gezinnen/${line.trajectoryId}`)).text, /Tom/);
  assert.match((await desk.get("/werk")).text, /De partner zei ja, maar tegen minder dan u vroeg/);
  assert.equal((await eventsOf("portal.consent-given")).length, 1);
  assert.equal(await pressed(`${at}/ja`, { versie: "1" }), 303, "a second press is told that it was answered");

  function askOf() {
    const { about, parts } = { about: partner.id, parts: ["identity"] as const };
    return {
      trajectoryId: line.trajectoryId,
      about,
      purpose: "sharing",
      organisations: [nurse.organisationId],
      roles: [],
      parts,
      medicalToo: false,
      until: null,
    } as const;
  }
});
