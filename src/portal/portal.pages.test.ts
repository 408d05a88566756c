import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { browse } from "../main/testing/browse.ts";
import { addedAgreement, planOf } from "../pathway/plan/testing/aPlan.ts";
import { allow } from "../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../platform/db/actor.ts";
import type { Region } from "../registry/testing/aRegion.ts";
import { portalTexts } from "./portal.texts.ts";
import { anInvitableLine, aPortal, closePortal, signedIn } from "./testing/aRelative.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
before(async () => {
  ({ region, server, midwife } = await aPortal("2026-11-09"));
});
after(() => closePortal({ region, server, midwife }));

test("invited, signed in, she reads her plan, agrees, and the professional sees it", async () => {
  const line = await anInvitableLine(region, midwife);
  await addedAgreement(midwife, line.trajectoryId, { wording: "Samen de post openen" });
  const phone = await signedIn(server, region, midwife, line);
  const home = await phone.get("/mijn");
  assert.match(home.text, /Dag Sanne/);
  const plan = await phone.get("/mijn/plan");
  assert.match(plan.text, /Samen de post openen/);
  const agreed = await phone.submit("/mijn/plan/akkoord");
  assert.match(agreed.text, /U bent het eens met het plan/);
  const view = await planOf(midwife, line.trajectoryId);
  assert.deepEqual([view?.stand, view?.versions[0]?.way, view?.versions[0]?.agreedBy], ["final", "portal", [line.motherId]]);
  const work = await browse(server, midwife).get("/werk");
  assert.match(work.text, /Het gezin is het eens met het plan/);
  const trail = await region.asOwner<{ source: string; role: string; ground: string }>(
    "select source, role, ground from trail_event where event = 'portal.plan-agreed' and trajectory_ids @> array[$1::uuid]",
    [line.trajectoryId],
  );
  assert.deepEqual(trail, [{ source: "family", role: "family", ground: "family" }]);
  for (const address of ["/mijn/hulp", "/mijn/mensen", "/mijn/toestemming", "/mijn/berichten", "/mijn/inzage", "/mijn/account"])
    assert.equal((await phone.get(address)).status, 200, address);
  assert.equal((await phone.get("/mijn/plan.pdf")).headers["content-type"], "application/pdf");
});

test("a consent that she takes back works at the next request, and the lead is told", async () => {
  const line = await anInvitableLine(region, midwife);
  const nurse = await region.actor("youth_nurse", "youthHealth");
  await allow(midwife, line, nurse.organisationId, ["identity", "plan"]);
  const phone = await signedIn(server, region, midwife, line);
  const list = await phone.get("/mijn/toestemming");
  assert.match(list.text, /JGZ Zuid/);
  const href = [...list.html.matchAll(/href="(\/mijn\/toestemming\/[^"]+)"/g)].map(([, to = ""]) => to);
  const pages = await Promise.all(href.map(async (to) => ({ to, page: await phone.get(to) })));
  const one = pages.find(({ page }) => page.text.includes("JGZ Zuid"));
  assert.ok(one);
  assert.match(one.page.text, /ziet uw gegevens dan meteen niet meer/);
  await phone.get(one.to);
  const done = await phone.submit(one.to);
  assert.match(done.text, /U vindt dit niet meer goed/);
  assert.doesNotMatch((await phone.get("/mijn/toestemming")).text, /JGZ Zuid/);
  const [row] = await region.asOwner<{ on: string; by: string }>(
    "select withdrawn_on::text as on, withdrawn_by as by from consent where trajectory_id = $1 and recipient_organisation_id = $2",
    [line.trajectoryId, nurse.organisationId],
  );
  assert.deepEqual(row, { on: "2026-11-09", by: "self" });
  assert.match((await browse(server, midwife).get("/werk")).text, /trok een toestemming in/);
});

test("where her messages are named, the name takes her there, in her own language", async () => {
  const line = await anInvitableLine(region, midwife);
  const phone = await signedIn(server, region, midwife, line);
  assert.match((await phone.get("/mijn/hulp")).html, /Wilt u hulp\? Schrijf het bij <a href="\/mijn\/berichten">Berichten<\/a>\./);
  assert.match((await phone.get("/mijn/toestemming")).html, /Schrijf het bij <a href="\/mijn\/berichten">Berichten<\/a>, of zeg het/);
  await phone.get("/mijn/taal/en");
  assert.match((await phone.get("/mijn/hulp")).html, /Write it under <a href="\/mijn\/berichten">Messages<\/a>\./);
  for (const { nav, help, consents, looked } of Object.values(portalTexts))
    for (const text of [help.none, consents.renew, looked.question]) assert.ok(text.includes(`‘${nav.messages}’`), text);
});
