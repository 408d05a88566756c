import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse, type Browser } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { aParticipant, type TestParticipant } from "../participation/testing/aParticipant.ts";

const address = "/onderzoek/registers";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let desk: Browser;
let linked: TestParticipant;
let other: TestParticipant;
let unlinked: TestParticipant;

before(async () => {
  region = await aRegion();
  await region.setToday("2027-06-01");
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
  linked = await aParticipant(region, midwife, { arm: "intervention", registerLink: true });
  other = await aParticipant(region, midwife, { arm: "control", registerLink: true });
  unlinked = await aParticipant(region, midwife, { arm: "control" });
  desk = browse(server, await region.actor("research_desk", "office"));
});
after(async () => {
  await server.close();
  await region.close();
});

const heading = "pseudoniem;soort;aantal;van;tot en met";
const line = (code: string, count: number, from = "1-1-2027", until = "31-3-2027") => `${code};jgz-verwijzing;${count};${from};${until}`;
const registered = () =>
  region.asOwner<{ code: string; count: number }>(
    "select p.code, r.count from study_register r join study_participant p on p.id = r.participant_id order by r.imported_at, p.code",
  );
async function offer(content: string | Uint8Array) {
  await desk.get(address);
  return desk.upload(address, { field: "bestand", name: "registers.csv", content });
}
const lastEvent = async (event: string) =>
  (
    await region.asOwner<{ outcome: string; purpose: string | null }>(
      "select outcome, purpose from trail_event where event = $1 order by at desc limit 1",
      [event],
    )
  )[0];

test("an import with unknown pseudonyms: the good lines wait, the others come back with the reason, and nothing is saved before the desk says so", async () => {
  const answer = await offer(
    [heading, line(linked.code, 2), line("W-ZZZ999", 1), line(unlinked.code, 4), line(linked.code, 2)].join("\r\n"),
  );
  assert.match(answer.location, new RegExp(`^${address}/`));
  const page = await desk.get(answer.location);
  assert.match(page.text, /4 regels: 1 goed, 3 geweigerd/);
  assert.match(
    page.text,
    /3 dit pseudoniem doet niet mee 4 er is geen toestemming om te koppelen 5 deze deelnemer, soort en periode staat al eerder/,
  );
  assert.deepEqual(await registered(), []);
  const refused = await desk.get(`${answer.location}/geweigerd.csv`);
  assert.match(
    refused.html,
    /^\uFEFFreden;pseudoniem;soort;aantal;van;tot en met\r\ndit pseudoniem doet niet mee;W-ZZZ999;jgz-verwijzing;1;1-1-2027;31-3-2027\r\n/,
  );
  await desk.get(answer.location);
  const taken = await desk.submit(`${answer.location}/overnemen`);
  assert.match(taken.text, /Overgenomen: 1 regel\..*overgenomen/);
  assert.deepEqual(await registered(), [{ code: linked.code, count: 2 }]);
  assert.equal((await lastEvent("register.lines-taken"))?.outcome, "done");
  assert.match((await desk.get(`/onderzoek/deelnemers/${linked.code}`)).text, /verwijzingen door de JGZ 1-1-2027 tot en met 31-3-2027 2/);
});

test("the same file twice changes nothing", async () => {
  const content = [heading, line(linked.code, 2), line("W-ZZZ999", 1), line(unlinked.code, 4), line(linked.code, 2)].join("\r\n");
  const files = await region.asOwner("select 1 from study_register_file");
  const answer = await offer(content);
  assert.match((await desk.get(answer.location)).text, /Dit bestand was er al\. Er is niets veranderd\./);
  assert.equal((await region.asOwner("select 1 from study_register_file")).length, files.length);
  assert.equal((await desk.post(`${answer.location}/overnemen`, { version: "1" })).status, 303);
  assert.deepEqual(await registered(), [{ code: linked.code, count: 2 }]);
  assert.equal((await lastEvent("register.lines-taken"))?.outcome, "refused");
});

test("the same lines in another file were known, and another number takes the place of what was there", async () => {
  const answer = await offer(`${heading}\n${line(linked.code, 3)}\n${line(linked.code, 0, "1-4-2027", "30-4-2027")}`);
  assert.match((await desk.get(answer.location)).text, /3 was 2 .*0 nieuw/);
  await desk.submit(`${answer.location}/overnemen`);
  assert.deepEqual(
    (await registered()).map(({ count }) => count).toSorted((one, other) => one - other),
    [0, 3],
  );
});

test("consent that is taken back between looking and taking over: nothing is saved, and the page says why", async () => {
  const answer = await offer(`${heading}\n${line(other.code, 1)}\n${line(linked.code, 5, "1-5-2027", "31-5-2027")}`);
  await desk.get(answer.location);
  await region.asOwner(
    "update consent set withdrawn_on = '2027-06-01', withdrawn_by = 'self' where trajectory_id = $1 and purpose = 'study_register_link'",
    [other.trajectoryId],
  );
  const earlier = await registered();
  const page = await desk.submit(`${answer.location}/overnemen`);
  assert.match(page.text, /Er is niets overgenomen: sinds het nakijken mag niet elke regel meer/);
  assert.match(page.text, /Geweigerd: 1 .*2 er is geen toestemming om te koppelen .*Goed: 1/);
  assert.deepEqual(await registered(), earlier);
  assert.match((await desk.submit(`${answer.location}/overnemen`)).text, /Overgenomen: 1 regel/);
  await assert.rejects(
    region.asOwner(
      "set role wieg_app; insert into study_register (participant_id, kind, period_from, period_until, count, source_file, imported_by) values (gen_random_uuid(), 'jgz_referral', '2027-01-01', '2027-01-02', 1, 'x', gen_random_uuid())",
    ),
    "the database keeps nothing without consent either",
  );
});

test("files as programs write them: commas, another encoding, a byte order mark", async () => {
  const comma = [heading.replaceAll(";", ","), line(linked.code, 1, "1-2-2026", "28-2-2026").replaceAll(";", ",")].join("\n");
  const utf16 = Buffer.from(`\uFEFF${heading}\r\n${line(linked.code, 1, "1-3-2026", "31-3-2026")}\r\n`, "utf16le");
  const marked = `\uFEFF${heading}\r\n${line(linked.code, 1, "1-5-2026", "31-5-2026")}\r\n`;
  for (const content of [comma, utf16, marked])
    assert.match((await desk.get((await offer(content)).location)).text, /1 regel: 1 goed, 0 geweigerd/);
});

test("a file that may hold names, or is no table, is refused as a whole and nothing of it is kept", async () => {
  const files = await region.asOwner("select 1 from study_register_file");
  const named = await offer(`pseudoniem;naam;soort;aantal;van;tot en met\n${linked.code};Plantnaam;jgz-verwijzing;1;1-1-2027;2-1-2027`);
  assert.equal(named.status, 422);
  assert.match(named.text, /Kolom 2 hoort er niet in.*Er is niets van bewaard/);
  assert.ok(!named.html.includes("Plantnaam"));
  assert.match((await offer("zomaar tekst")).text, /In de eerste regel ontbreekt: pseudoniem/);
  assert.match((await offer(Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]))).text, /Dit is geen tekstbestand|In de eerste regel ontbreekt/);
  assert.match((await offer(heading)).text, /Er staan geen regels in dit bestand/);
  assert.match((await offer("")).text, /Kies een bestand/);
  assert.equal((await region.asOwner("select 1 from study_register_file")).length, files.length);
});

test("a file can be put aside, and is nobody else's to see", async () => {
  const answer = await offer(`${heading}\n${line(linked.code, 7, "1-1-2026", "2-1-2026")}`);
  for (const role of ["midwife", "key_keeper", "project_group"] as const) {
    const browser = browse(server, await region.actor(role, "practice"));
    for (const url of [address, answer.location, `${answer.location}/geweigerd.csv`]) assert.equal((await browser.get(url)).status, 403);
  }
  await desk.get(answer.location);
  assert.match((await desk.submit(`${answer.location}/weg`)).text, /Het bestand is niet overgenomen/);
  assert.equal((await desk.get(`${address}/${linked.id}`)).status, 404);
});

test("hours of care come from Wieg itself, by pseudonym, for the desk alone", async () => {
  const [version] = await region.asOwner<{ id: string }>("select id from programme_version limit 1");
  if (version)
    await region.asOwner(
      `insert into indication (trajectory_id, occasion, version_id, protocol_code, protocol_name, days, feeding, minutes, minutes_after_hospital, author_organisation_id)
       values ($1, 'intake', $2, 'lip-3', 'LIP 3', 8, 'breast', 2940, 2700, $3)`,
      [linked.trajectoryId, version.id, region.organisationId("maternityCare")],
    );
  await region.asOwner(
    `insert into care_intake (trajectory_id, on_day, way, accepted_minutes, author_organisation_id) values ($1, '2027-05-01', 'home', 1440, $2)`,
    [linked.trajectoryId, region.organisationId("maternityCare")],
  );
  const { text } = await desk.get(`/onderzoek/deelnemers/${linked.code}`);
  assert.match(text, version ? /Kraamzorg geïndiceerd 45 uur/ : /Kraamzorg geïndiceerd niet bekend/);
  assert.match(text, /Kraamzorg afgenomen bij de intake 24 uur .*dag 1 tot en met 10 niet bekend/);
});
