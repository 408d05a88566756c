import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { ensurePoppler, readPdf } from "../../platform/pdf/testing/poppler.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { aPilot } from "../enrolment/testing/anEligibleLine.ts";
import { aCaredFamily, aVisit, bookVisit } from "./testing/aCaredFamily.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let assistant: Actor;
let coordinator: Actor;
let programmeId = "";
before(async () => {
  ensurePoppler();
  region = await aRegion();
  await region.setToday("2026-11-22");
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
  assistant = await region.actor("maternity_assistant", "maternityCare", "Chantal Kraam");
  coordinator = await region.actor("maternity_coordinator", "maternityCare", "Petra Planning");
  programmeId = await aPilot(region);
});
after(async () => {
  await server.close();
  await region.close();
});

const family = (facts: Partial<Parameters<typeof aCaredFamily>[2]> = {}) => aCaredFamily(region, midwife, { programmeId, ...facts });

test("the coordinator sees who pays each hour and why, and decides where no rule does", async () => {
  const line = await family({ pillars: [1] });
  const base = `/gezinnen/${line}/kraamzorg/uren`;
  await bookVisit(assistant, aVisit(line, assistant, "2025-03-03"));
  await bookVisit(assistant, aVisit(line, assistant, "2025-03-12"));
  const me = browse(server, coordinator);
  const page = await me.get(base);
  assert.match(page.text, /Van 3 u 00 is nog niet besloten wie betaalt/);
  assert.match(page.text, /Dag 1 tot en met 10 na de geboorte: verzekerde kraamzorg.*€ 16,20/);
  await me.get(`${base}/besluit`);
  const empty = await me.submit(`${base}/besluit`, { reason: "" });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Kies om welke uren het gaat.*Kies wie betaalt.*Schrijf waarom/);
  const [undecided] = await region.asOwner<{ id: string }>("select id from hour_line where trajectory_id = $1 and source = 'undecided'", [
    line,
  ]);
  await me.get(`${base}/besluit`);
  const decided = await me.submit(`${base}/besluit`, {
    lines: undecided?.id ?? "",
    source: "provider",
    reason: "Wij vergaten het overleg",
  });
  assert.match(decided.text, /Uw besluit is vastgelegd en geboekt/);
  assert.match(decided.text, /eigen organisatie.*Wij vergaten het overleg.*Petra Planning/);
  assert.doesNotMatch(decided.text, /is nog niet besloten wie betaalt/);
});

test("an assistant sees the hours and decides nothing; the project group and a midwife see no family's hours", async () => {
  const line = await family();
  await bookVisit(assistant, aVisit(line, assistant, "2025-03-12"));
  assert.equal((await browse(server, assistant).get(`/gezinnen/${line}/kraamzorg/uren`)).status, 200);
  assert.equal((await browse(server, assistant).get(`/gezinnen/${line}/kraamzorg/uren/besluit`)).status, 403);
  for (const other of [midwife, await region.actor("project_group", "office")])
    assert.equal((await browse(server, other).get(`/gezinnen/${line}/kraamzorg/uren`)).status, 403);
});

test("an amount whose rate is missing is said to be unknown, and never shown as nothing", async () => {
  const line = await family({ bornOn: "2026-03-01", municipality: "GM0928" });
  await bookVisit(assistant, aVisit(line, assistant, "2026-03-03"));
  const page = await browse(server, coordinator).get("/geboortezorg-flex/geld");
  assert.match(page.text, /Van 3 u 00 is het bedrag nog niet bekend.*Het tarief van 2026 \(pijler 1\) ontbreekt/);
  assert.match(page.text, /Kerkrade ?3 u 00 ?waarvan 3 u 00 zonder tarief ?nog niet bekend/);
  const own = await browse(server, coordinator).get(`/gezinnen/${line}/kraamzorg/uren`);
  assert.match(own.text, /tarief nog niet bekend/);
  assert.doesNotMatch(own.text, /€ 0,00/);
});

test("the project group reads the money of all municipalities together: the hours of one don't follow from an amount and a rate", async () => {
  const line = await family({ municipality: "GM0882" });
  await bookVisit(assistant, aVisit(line, assistant, "2025-03-12"));
  const address = "/geboortezorg-flex/geld";
  assert.match((await browse(server, coordinator).get(address)).text, /Per gemeente.*Landgraaf ?3 u 00/);
  const theirs = await browse(server, await region.actor("project_group", "office", "Paul Project")).get(address);
  assert.match(theirs.text, /Per maand.*maart 2025.*Per gemeente Bedragen per gemeente staan hier niet/);
  assert.doesNotMatch(theirs.html, /Landgraaf|Heerlen|Kerkrade|GM0882/);
});

test("an insurer's statement names no family, day or hours, tells few families together, and has a line for the accountant", async () => {
  for (let nr = 0; nr < 10; nr += 1)
    await bookVisit(assistant, aVisit(await family({ pillars: [1], insurer: "VGZ" }), assistant, nr < 6 ? "2025-03-03" : "2025-03-04"));
  const late = await family({ pillars: [1], insurer: "VGZ", bornOn: "2025-04-01" });
  await bookVisit(assistant, aVisit(late, assistant, "2025-04-02"));
  const me = browse(server, coordinator);
  for (const month of ["2025-03-01", "2025-04-01"]) {
    await me.get("/geboortezorg-flex/geld");
    assert.match((await me.submit("/geboortezorg-flex/geld/afsluiten", { month })).text, /De maand is afgesloten/);
  }
  const asked = `?programma=${programmeId}&financier=VGZ&tot=`;
  const csv = await me.get(`/geboortezorg-flex/geld/staat.csv${asked}`);
  assert.match(csv.html, /VGZ;2025-03;2025-03;1;162,00/);
  assert.doesNotMatch(csv.html, /2025-04/, "one family in April: told later, with others");
  const pdf = await server.inject({ url: `/geboortezorg-flex/geld/staat.pdf${asked}`, cookies: { "wieg-sessie": coordinator.token } });
  const paper = readPdf(pdf.rawPayload);
  assert.match(paper.text, /Pijler 1 vanaf april 2025 volgt op een latere staat/);
  assert.match(paper.text, /Controle door de accountant[\s\S]*Naam[\s\S]*Datum[\s\S]*Handtekening/);
  assert.doesNotMatch(paper.text, /3 maart|Heerlen/);
});
