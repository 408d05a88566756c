import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { anAgreement } from "../pathway/plan/testing/aPlan.ts";
import { addAgreement } from "../pathway/plan/server/changePlan.ts";
import { handoversOf } from "../pathway/handover/testing/aHandover.ts";
import { openConfirmation } from "../pathway/assessment/server/door.ts";
import { aVisitIn } from "../pathway/exploration/testing/aVisit.ts";
import { aLine } from "../pathway/trajectory/testing/aLine.ts";
import { allow, involve } from "../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../platform/db/actor.ts";
import { withActor } from "../platform/db/withActor.ts";
import { ensurePoppler, readPdf } from "../platform/pdf/testing/poppler.ts";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";
import { aServer, browse, type Browser } from "./testing/browse.ts";

// A family that moves takes its line along, none of it registered again: as the people themselves do it, page after page.

const today = "2026-11-09";
let region: Region;
let server: FastifyInstance;
let maas: Actor;
let geul: Actor;
let heerlen: Actor;
let maastricht: Actor;
before(async () => {
  ensurePoppler();
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  // The programme office plays the municipality where the family goes to live.
  await region.asOwner(
    "update organisation set kind = 'municipality', name = 'Gemeente Maastricht', home_municipality = 'GM0935' where id = $1",
    [region.organisationId("office")],
  );
  await region.asOwner("delete from organisation_area where organisation_id = any($1::uuid[])", [
    ["practice", "municipality", "office"].map((which) => region.organisationId(which as "practice")),
  ]);
  await region.asOwner(
    "insert into organisation_area (organisation_id, municipality_code) values ($1, 'GM0917'), ($2, 'GM0917'), ($3, 'GM0935')",
    [region.organisationId("practice"), region.organisationId("municipality"), region.organisationId("office")],
  );
  maas = await region.actor("midwife", "practice", "Marieke");
  geul = await region.actor("midwife", "otherPractice", "Lotte");
  heerlen = await region.actor("municipal_worker", "municipality", "Sjef");
  maastricht = await region.actor("municipal_worker", "office", "Mia");
});
after(async () => {
  await server.close();
  await region.close();
});

beforeEach(() => region.setToday(today));

const done = async (browser: Browser, url: string, fields: Record<string, string>) => {
  const shown = await browser.post(url, fields);
  assert.equal(shown.status, 303, `${url}: ${shown.text}`);
};
const opens = async (actor: Actor, address: string): Promise<boolean> => (await browse(server, actor).get(address)).status === 200;

/** Prepares, signs, takes over and holds: by the pages of both sides. */
async function handOver(line: { trajectoryId: string }, from: Actor, to: Actor, allowing?: () => Promise<unknown>): Promise<void> {
  await allowing?.();
  const home = `/gezinnen/${line.trajectoryId}/overdrachten`;
  const [sender, receiver] = [browse(server, from), browse(server, to)];
  const begin = await sender.get(`${home}/nieuw?soort=move`);
  assert.match(begin.text, /Nog niet bekend\? Laat dit leeg/);
  const value = `${to.organisationId}:${to.role}`;
  const begun = await sender.post(`${home}/nieuw?soort=move`, { moment: "move", momentOn: "23-11-2026", receiver: "" });
  assert.equal(begun.status, 303, begun.text);
  const one = (await handoversOf(from, line.trajectoryId)).find(({ status }) => status.state === "prepared");
  const at = `${home}/${one?.id}`;
  const empty = await sender.get(at);
  assert.match(empty.text, /Er is nog niet gekozen wie het overneemt/);
  assert.doesNotMatch(empty.html, /aanbieden"/);
  await sender.get(`${at}/inhoud`);
  await done(sender, `${at}/inhoud`, {
    receiver: value,
    stays: "nee",
    momentOn: "23-11-2026",
    going_on: "Er is veel post",
    wants: "Niet alles opnieuw vertellen",
  });
  await done(sender, `${at}/aanbieden`, { discussedOn: "9-11-2026", agrees: "ja" });
  assert.equal(await opens(to, `/gezinnen/${line.trajectoryId}`), false, "no more than the request before she takes it over");
  await receiver.get(at);
  await done(receiver, `${at}/overnemen`, {});
  await done(receiver, `${at}/gehouden`, { on: "9-11-2026" });
}

test("from practice to practice and from municipality to municipality: who loses sight, who gains it, the lead, the address, the agreements", async () => {
  await region.setToday("2026-10-01");
  const line = await aLine(maas);
  await region.setToday(today);
  const family = `/gezinnen/${line.trajectoryId}`;
  for (const actor of [heerlen]) {
    await allow(maas, line, actor.organisationId, ["identity", "plan"]);
    await involve(maas, actor, line.trajectoryId, "request");
    await region.asOwner("insert into care_relation (trajectory_id, organisation_id, basis) values ($1, $2, 'conference')", [
      line.trajectoryId,
      actor.organisationId,
    ]);
  }
  await withActor(maas, "assessment.recorded", async (work) =>
    openConfirmation(work, { trajectoryId: line.trajectoryId, proposedCategory: "b", by: maas, reason: "Na het bezoek." }),
  );
  await addAgreement(maas, { trajectoryId: line.trajectoryId, ...anAgreement({ wording: "Samen de post openen" }) });

  const hers = browse(server, maas);
  const address = {
    street: "Dorpsstraat",
    houseNumber: "3",
    postcode: "6211AA",
    place: "Maastricht",
    municipality: "GM0935",
    since: "2-11-2026",
  };
  await done(hers, `${family}/adres`, address);
  for (const [from, to] of [
    [maas, geul],
    [heerlen, maastricht],
  ] as const) {
    assert.match((await browse(server, from).get("/werk")).text, /Overdracht na een verhuizing/, `${from.organisation} is asked`);
    await allow(maas, line, to.organisationId, ["identity", "plan", "signals"]);
    await handOver(line, from, to);
  }

  // Both receivers have the line as it was; nothing was registered again.
  for (const actor of [geul, maastricht]) {
    const page = await browse(server, actor).get(family);
    assert.equal(page.status, 200);
    assert.match(page.text, /Dorpsstraat 3/);
    assert.match((await browse(server, actor).get(`${family}/plan`)).text, /Samen de post openen/);
  }
  const lines = await region.asOwner<{ lines: number; addresses: number }>(
    `select (select count(*)::int from trajectory t2 where t2.family_id = t.family_id) as lines,
       (select count(*)::int from family_address a where a.family_id = t.family_id and a.until is null) as addresses from trajectory t where t.id = $1`,
    [line.trajectoryId],
  );
  assert.deepEqual(lines, [{ lines: 1, addresses: 1 }], "one line, one address for letters");

  // The lead goes along by its own transfer; until then the practice stays.
  assert.match((await hers.get("/werk")).text, /casusregi/i);
  await region.setToday("2026-11-24");
  assert.equal(await opens(heerlen, family), false, "the municipality that did not lead let go after two weeks");
  assert.equal(await opens(maas, family), true, "who leads does not");
  const leadHolder = async () =>
    (
      await region.asOwner<{ organisation_id: string }>(
        "select organisation_id from case_lead where trajectory_id = $1 and ended_at is null",
        [line.trajectoryId],
      )
    )[0]?.organisation_id;
  assert.equal(await leadHolder(), maas.organisationId);
  await done(hers, `${family}/regie`, { to: `${geul.organisationId}.midwife` });
  const [transfer] = await region.asOwner<{ id: string }>("select id from lead_transfer where trajectory_id = $1 and state = 'offered'", [
    line.trajectoryId,
  ]);
  const lottes = browse(server, geul);
  await lottes.get(`/regie/${transfer?.id}`);
  await done(lottes, `/regie/${transfer?.id}/aannemen`, {});
  assert.equal(await leadHolder(), geul.organisationId);
  await region.setToday("2026-12-09");
  await addAgreement(geul, {
    trajectoryId: line.trajectoryId,
    ...anAgreement({ wording: "Kraamzorg in Maastricht regelen", evaluateOn: "2026-12-20" }),
  });
  const kept = await browse(server, maas).get(`${family}/plan`);
  assert.match(kept.text, /Samen de post openen/, "the old practice keeps what it recorded itself");
  assert.doesNotMatch(kept.text, /Kraamzorg in Maastricht/, "and reads nothing new: the lead went along, and two weeks later it let go");
  assert.match((await lottes.get(`${family}/plan`)).text, /Kraamzorg in Maastricht/);
  await region.setToday(today);
});

test("to someone outside Wieg: signed, kept to whom it went, taken along as paper and as a file, and then the line closes", async () => {
  const line = await aLine(maas);
  await addAgreement(maas, { trajectoryId: line.trajectoryId, ...anAgreement() });
  const family = `/gezinnen/${line.trajectoryId}`;
  const hers = browse(server, maas);
  await done(hers, `${family}/overdrachten/nieuw?soort=move`, { moment: "move", momentOn: "23-11-2026", receiver: "" });
  const [one] = await handoversOf(maas, line.trajectoryId);
  const at = `${family}/overdrachten/${one?.id}`;
  const closing = await hers.get(`${family}/afsluiten`);
  assert.match(closing.text, /eerst afronden/, "what is open is settled first");
  const wrong = await hers.post(`${at}/meegeven`, { to: "", discussedOn: "9-11-2026" });
  assert.equal(wrong.status, 422);
  for (const said of [/Vul in wie het overneemt/, /Kies hoe u het meegeeft/, /Bespreek eerst met het gezin/])
    assert.match(wrong.text, said);
  const given = await hers.submit(`${at}/meegeven`, {
    to: "Praktijk De Eems, Delfzijl",
    way: "family",
    discussedOn: "9-11-2026",
    agrees: "ja",
  });
  assert.match(
    given.text,
    /Meegegeven op ma 9 november 2026 aan Praktijk De Eems, Delfzijl, het gezin neemt het mee op papier\. Getekend door Marieke/,
  );
  assert.doesNotMatch(given.html, /\/inhoud"|\/intrekken"/, "what was signed does not change");
  assert.match((await hers.get(`${family}/overdrachten`)).text, /Praktijk De Maas naar Praktijk De Eems, Delfzijl/, "the register");
  const get = (url: string) => server.inject({ method: "GET", url, headers: { cookie: `wieg-sessie=${maas.token}` } });
  const pdf = await get(`${at}/overdracht.pdf`);
  assert.match(
    readPdf(pdf.rawPayload).words.replace(/\s+/g, " "),
    /Van Praktijk De Maas aan Praktijk De Eems, Delfzijl.*Samen de post openen.*Neemt over Praktijk De Eems, Delfzijl, buiten Wieg/,
  );
  const bundle = await get(`${at}/overdracht.json`);
  assert.equal(bundle.statusCode, 200);
  assert.match(bundle.body, /"status": "final"/);
  const trail = await region.asOwner<{ event: string }>(
    "select event from trail_event where trajectory_ids = array[$1::uuid] and event in ('handover.given', 'handover.printed', 'handover.exported') and outcome = 'done' order by seq",
    [line.trajectoryId],
  );
  assert.deepEqual(
    trail.map(({ event }) => event),
    ["handover.given", "handover.printed", "handover.exported"],
  );
  await hers.get(`${family}/afsluiten`);
  await done(hers, `${family}/afsluiten`, { reason: "moved_away", on: "9-11-2026", agreed: "agreements" });
  assert.match((await hers.get(`${family}/overdrachten`)).text, /Praktijk De Eems/, "and the register stays");
});

test("a visit that was asked stays with who was asked until it is held or cancelled, also when that organisation hands over", async () => {
  const nurse = await region.actor("youth_nurse", "youthHealth", "Ineke");
  const { line, visit } = await aVisitIn("requested", { midwife: maas, nurse, today });
  await allow(maas, line, maas.organisationId, ["identity", "plan"]);
  await handOver(line, maas, geul, async () => allow(maas, line, geul.organisationId, ["identity", "plan"]));
  await region.setToday("2026-11-24");
  const owner = await region.asOwner<{ name: string; state: string }>(
    "select o.name, v.state from home_visit v join organisation o on o.id = v.asked_organisation_id where v.id = $1",
    [visit.id],
  );
  assert.deepEqual(owner, [{ name: "JGZ Zuid", state: "requested" }]);
  assert.match((await browse(server, nurse).get("/werk")).text, /huisbezoek/i, "it still waits on her list");
  await region.setToday(today);
});

test("a visit that is asked or planned when the family moves out of the area of who was asked is put before both, until one says who goes", async () => {
  const youth = region.organisationId("youthHealth");
  await region.asOwner("delete from organisation_area where organisation_id = $1 and municipality_code <> 'GM0917'", [youth]);
  await region.asOwner("insert into organisation (kind, name, home_municipality) values ('youth_health', 'JGZ Maastricht', 'GM0935')");
  const nurse = await region.actor("youth_nurse", "youthHealth", "Hilde");
  const moves = async (line: { trajectoryId: string }, municipality: string, day: number) => {
    await region.setToday(`2026-11-${day}`);
    const hers = browse(server, maas);
    await hers.get(`/gezinnen/${line.trajectoryId}/adres`);
    await done(hers, `/gezinnen/${line.trajectoryId}/adres`, {
      street: "Dorpsstraat",
      houseNumber: "3",
      postcode: municipality === "GM0935" ? "6211AA" : "6411AA",
      place: "Elders",
      municipality,
      since: `${day}-11-2026`,
    });
  };
  const waits = async (visit: { id: string }) =>
    (
      await region.asOwner<{ name: string }>(
        `select coalesce(p.display_name, s.role) as name from work_item w left join membership m on m.principal = w.principal left join professional p on p.id = m.professional_id
         left join team s on s.principal = w.principal where w.kind = 'home-visit.moved' and w.subject_id = $1 and w.closed_at is null order by 1`,
        [visit.id],
      )
    ).map(({ name }) => name);
  for (const state of ["requested", "scheduled"] as const) {
    await region.setToday(today);
    const { line, visit } = await aVisitIn(state, { midwife: maas, nurse, today });
    const at = `/gezinnen/${line.trajectoryId}/huisbezoeken/${visit.id}`;
    await moves(line, "GM0935", 10);
    assert.deepEqual(await waits(visit), state === "requested" ? ["Marieke", "youth_nurse"] : ["Hilde", "Marieke"], "before both sides");
    for (const actor of [maas, nurse]) {
      assert.match((await browse(server, actor).get("/werk")).text, /Gezin verhuisd: wie doet het huisbezoek\?.*woont nu in Maastricht/);
      assert.match((await browse(server, actor).get(at)).text, /verhuisd naar Maastricht.*JGZ Zuid werkt daar niet/);
    }
    await moves(line, "GM0917", 11);
    assert.deepEqual(await waits(visit), [], "moved back: nothing to decide");
    await moves(line, "GM0935", 12);
    const [hers, nurses] = [browse(server, maas), browse(server, nurse)];
    if (state === "scheduled") {
      await nurses.get(at);
      await done(nurses, `${at}/blijft`, {});
      assert.deepEqual(await waits(visit), [], "she goes all the same");
      const [kept] = await region.asOwner<{ state: string }>("select state from home_visit where id = $1", [visit.id]);
      assert.equal(kept?.state, "scheduled");
      continue;
    }
    const forced = await nurses.get(at);
    assert.doesNotMatch(forced.html, /blijft"/, "who has not taken it on declines");
    await hers.get(`${at}/annuleren`);
    await done(hers, `${at}/annuleren`, { reasonCode: "moved", reason: "" });
    assert.deepEqual(await waits(visit), []);
    assert.match((await hers.get(at)).html, /huisbezoeken\/nieuw/);
    assert.match(
      (await hers.get(`/gezinnen/${line.trajectoryId}/huisbezoeken/nieuw`)).text,
      /Vraag eerst of het gezin dit wil|JGZ Maastricht/,
    );
  }
  const [trail] = await region.asOwner<{ n: number }>(
    "select count(*)::int as n from trail_event where event = 'home-visit.kept' and outcome = 'done'",
  );
  assert.equal(trail?.n, 1);
});
