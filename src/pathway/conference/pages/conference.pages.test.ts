import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { after, before, test } from "node:test";
import ICAL from "ical.js";
import { aServer, browse, type Browser } from "../../../main/testing/browse.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { anOfferOf } from "../../support/referral/testing/aReferral.ts";
import { allow } from "../../trajectory/testing/involve.ts";
import { aCase, aTable, itemsBefore, sittingNow, type Table } from "../testing/aSitting.ts";

const today = "2026-03-09";
let region: Region;
let server: FastifyInstance;
let table: Table;
let chair: Browser;
let sitting = "";
let one: Awaited<ReturnType<typeof aCase>>;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  table = await aTable(region);
  chair = browse(server, table.chair);
  one = await aCase(table);
});
after(async () => {
  await server.close();
  await region.close();
});

const idIn = (location: string): string => /[0-9a-f-]{36}/.exec(location)?.[0] ?? "";
const seat = ({ organisationId, role }: { organisationId: string; role: string }) => `${organisationId}.${role}`;

test("a series, with who chairs it and who sits in it; mistakes stand beside their fields", async () => {
  const wrong = await chair.post("/overleggen/reeksen/nieuw", { name: "", chairId: table.chair.membershipId });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Geef de reeks een naam/);
  assert.match(wrong.text, /Kies wie er altijd aan tafel zit/);
  const made = await chair.post("/overleggen/reeksen/nieuw", {
    kind: "mdo",
    name: "Overleg Parkstad",
    areas: ["GM0917"],
    chairId: table.chair.membershipId,
    deputyId: table.deputy.membershipId,
    members: [seat(table.nurse), seat(table.worker), seat(table.midwife)],
    place: "Gemeentehuis",
    link: "",
  });
  assert.equal(made.status, 303);
  const series = idIn(made.location);
  assert.match((await chair.get(made.location)).text, /Er is nog niets gepland/);
  const late = await chair.post(`/overleggen/reeksen/${series}/bijeenkomst`, {
    heldOn: "2-3-2026",
    startsAt: "13.30",
    endsAt: "12:00",
    place: "",
    link: "",
  });
  assert.match(late.text, /Dit is niet later dan het begin/);
  const planned = await chair.post(`/overleggen/reeksen/${series}/bijeenkomst`, {
    heldOn: "9-3-2026",
    startsAt: "13.30",
    endsAt: "15:00",
    place: "Zaal 2",
    link: "",
  });
  assert.equal(planned.status, 303);
  sitting = idIn(planned.location);
});

test("the agenda is proposed; the table is asked to prepare, and opens the case from her work", async () => {
  const proposed = await chair.get(`/overleggen/zittingen/${sitting}/agenda`);
  assert.match(proposed.text, /Wie helpt deze ouders aan rust rond hun rekeningen\? Praktijk De Maas\. Uiterlijk ma 30 maart 2026/);
  assert.ok(!proposed.text.includes("Frijns"), "the chair does not read whose it is until it is on the agenda");
  const set = await chair.submit(`/overleggen/zittingen/${sitting}/agenda`, { cases: [one.caseId] });
  assert.match(set.text, /De agenda staat vast/);
  const nurse = browse(server, table.nurse);
  assert.match((await nurse.get("/werk")).text, /Overleg voorbereiden Overleg Parkstad, ma 9 maart 2026, 13\.30 uur: 1 casus/);
  const page = await nurse.get(`/overleggen/zittingen/${sitting}`);
  assert.match(page.text, /Wij willen dit zelf kunnen\./);
  assert.ok(page.html.includes(`href="/gezinnen/${one.trajectoryId}"`));
  assert.equal((await nurse.get(`/gezinnen/${one.trajectoryId}`)).status, 200, "what is linked opens");
  assert.ok(!page.text.includes("Agenda wijzigen"));
  assert.equal((await nurse.get(`/overleggen/zittingen/${sitting}/agenda`)).status, 404, "the forms of the chair are hers");
  assert.equal((await browse(server, table.gp).get(`/overleggen/zittingen/${sitting}`)).status, 404);
});

test("the wall shows one case at a time, and of the plan only what all who are there may see", async () => {
  const there = await chair.get(`/overleggen/zittingen/${sitting}/beginnen`);
  const present = [...there.html.matchAll(/name="present"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="present"/g)].map(
    (found) => found[1] ?? found[2] ?? "",
  );
  assert.equal(present.length, 5);
  const wall = await chair.submit(`/overleggen/zittingen/${sitting}/beginnen`, { present });
  assert.match(wall.text, /Overleg Parkstad\. Casus 1 van 1, gezin Frijns Wie helpt deze ouders/);
  assert.match(wall.text, /Wij hebben schulden en willen rust voor de baby komt\./);
  assert.ok(!wall.html.includes("wieg-top"), "no menu on the wall");
  const deputy = browse(server, table.deputy);
  assert.ok(
    !(await deputy.get(`/overleggen/zittingen/${sitting}/scherm`)).text.includes("Categorie"),
    "the family did not share its category with the table",
  );
});

test("what was decided stands in plan and lead, and the lead carries out the rest", async () => {
  const [item] = await itemsBefore(table.chair, sitting);
  const at = `/overleggen/casus/${item?.id ?? ""}/uitkomst`;
  const offer = await anOfferOf(await region.actor("support_provider", "support"), { name: "Schuldhulp" });
  const half = await chair.post(at, { decision: "", wording1: "Samen de post openen", day1: "30-3-2026" });
  assert.equal(half.status, 422);
  assert.match(half.text, /Schrijf op wat is besloten/);
  const nobody = await chair.post(at, { decision: "De gemeente helpt.", wording1: "Samen de post openen", day1: "30-3-2026" });
  assert.match(nobody.text, /Kies wie dit doet, of vul een naam in/);
  assert.match(nobody.html, /Samen de post openen/);
  const decided = await chair.submit(at, {
    decision: "De gemeente helpt met de rekeningen.",
    lead: `${seat(table.nurse)}.${table.nurse.membershipId}`,
    wording1: "Samen de post openen",
    who1: `p.${table.worker.membershipId}`,
    day1: "30-3-2026",
    offer1: offer,
  });
  assert.match(decided.text, /Besloten De gemeente helpt met de rekeningen\. Casusregie: .*gevraagd, wacht op antwoord/);
  const midwife = browse(server, table.midwife);
  assert.match((await midwife.get(`/gezinnen/${one.trajectoryId}/plan`)).text, /Samen de post openen/);
  assert.match((await midwife.get("/werk")).text, /Uitkomst van het overleg uitvoeren/);
  const outcome = `/overleggen/uitkomsten/${item?.id ?? ""}`;
  const page = await midwife.get(outcome);
  const ask = /\/overleggen\/hulp\/[0-9a-f-]{36}\/vragen/.exec(page.html)?.[0] ?? "";
  const refused = await midwife.submit(ask);
  assert.match(refused.text, /meestal eerst toestemming van het gezin/);
  await allow(table.midwife, one, region.organisationId("support"), ["identity"]);
  await midwife.get(outcome);
  const asked = await midwife.submit(ask);
  assert.match(asked.text, /De hulp is gevraagd/);
  assert.match((await midwife.submit(`${outcome}/besproken`)).text, /de uitkomst is met het gezin besproken/);
  assert.ok(!(await midwife.get("/werk")).text.includes("Uitkomst van het overleg uitvoeren"));
});

test("closed: the table has nothing more to see, who the outcome names does", async () => {
  await chair.get(`/overleggen/zittingen/${sitting}`);
  assert.match((await chair.submit(`/overleggen/zittingen/${sitting}/sluiten`)).text, /Het overleg is gesloten/);
  const worker = browse(server, table.worker);
  assert.match((await worker.get(`/overleggen/zittingen/${sitting}`)).text, /De gemeente helpt met de rekeningen\./);
  assert.match((await browse(server, table.nurse).get(`/overleggen/zittingen/${sitting}`)).text, /Voor u is er niets meer te zien/);
  assert.equal((await browse(server, table.nurse).get(`/gezinnen/${one.trajectoryId}`)).status, 404);
});

interface Entry {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly start: string;
  readonly summary: string;
}
function entriesOf(text: string): { method: string; entries: readonly Entry[] } {
  const calendar = ICAL.Component.fromString(text);
  const entries = calendar.getAllSubcomponents("vevent").map((event) => {
    const value = (name: string) => String(event.getFirstPropertyValue(name));
    return {
      uid: value("uid"),
      sequence: Number(value("sequence")),
      status: value("status"),
      start: value("dtstart"),
      summary: value("summary"),
    };
  });
  return { method: String(calendar.getFirstPropertyValue("method")), entries };
}

test("a sitting as a neutral calendar entry; cancelled it takes itself out again, and the feed follows", async () => {
  const planned = await chair.post(`/overleggen/reeksen/${(await sittingNow(table.chair, sitting)).seriesId}/bijeenkomst`, {
    heldOn: "6-4-2026",
    startsAt: "9:00",
    endsAt: "10:30",
    place: "",
    link: "https://overleg.example.org/kamer",
  });
  const next = idIn(planned.location);
  const nurse = browse(server, table.nurse);
  const invitation = await nurse.get(`/overleggen/zittingen/${next}/afspraak`);
  assert.equal(invitation.headers["content-type"], "text/calendar; charset=utf-8");
  const { method, entries } = entriesOf(invitation.html);
  assert.deepEqual(
    [method, entries],
    ["PUBLISH", [{ uid: `${next}@wieg`, sequence: 0, status: "CONFIRMED", start: "2026-04-06T07:00:00Z", summary: "Overleg Parkstad" }]],
    "in summer time",
  );
  assert.ok(!invitation.html.includes("Frijns"));
  assert.ok(
    invitation.html.split("\r\n").every((line) => Buffer.byteLength(line) <= 75),
    "lines are folded [RFC 5545 3.1]",
  );
  await nurse.get("/overleggen/agenda-adres");
  const shown = await nurse.post("/overleggen/agenda-adres");
  const address = /\/agenda\/[\w-]+/.exec(shown.text)?.[0] ?? "";
  const nobody = browse(server);
  assert.equal(entriesOf((await nobody.get(address)).html).entries.length, 2, "today's and the next");
  await chair.post(`/overleggen/zittingen/${next}/afzeggen`, { told: "" });
  const cancelled = entriesOf((await nurse.get(`/overleggen/zittingen/${next}/afspraak`)).html);
  assert.deepEqual([cancelled.method, cancelled.entries[0]?.sequence, cancelled.entries[0]?.status], ["CANCEL", 1, "CANCELLED"]);
  assert.equal(entriesOf((await nobody.get(address)).html).entries.find(({ uid }) => uid.startsWith(next))?.status, "CANCELLED");
  await nurse.get("/overleggen/agenda-adres");
  await nurse.post("/overleggen/agenda-adres");
  assert.equal((await nobody.get(address)).status, 404, "a new address ends the older one");
  assert.equal((await nobody.get("/agenda/geraden")).status, 404);
  assert.match((await nurse.get(`/overleggen/zittingen/${next}`)).text, /Deze bijeenkomst gaat niet door/);
});

test("who left the organisation has no calendar any more", async () => {
  const leaver = await region.actor("youth_nurse", "youthHealth");
  const shown = await browse(server, leaver).post("/overleggen/agenda-adres");
  const address = /\/agenda\/[\w-]+/.exec(shown.text)?.[0] ?? "";
  assert.equal((await browse(server).get(address)).status, 200);
  await region.asOwner("update membership set until = '2026-03-08' where id = $1", [leaver.membershipId]);
  assert.equal((await browse(server).get(address)).status, 404);
});

test("no right, no page: a researcher is refused at the door, and a chair finds no cases of others", async () => {
  const desk = browse(server, await region.actor("research_desk", "office"));
  assert.equal((await desk.get("/overleggen")).status, 403);
  const other = browse(server, await region.actor("conference_chair", "otherPractice"));
  assert.equal((await other.get(`/overleggen/zittingen/${sitting}/agenda`)).status, 404);
  assert.equal((await other.get("/overleggen")).status, 200);
});
