import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import { recordBirth } from "../../pathway/trajectory/server/recordBirth.ts";
import { recordLoss } from "../../pathway/trajectory/server/recordLoss.ts";
import { allow, involve } from "../../pathway/trajectory/testing/involve.ts";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import { withJob } from "../../platform/db/withNobody.ts";
import { withActor } from "../../platform/db/withActor.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { aPilot } from "../enrolment/testing/anEligibleLine.ts";
import { findIndication } from "./server/door.ts";
import { askIntakes, listIndications } from "./server/indication.store.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let intake: Actor;
let assistant: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  await aPilot(region);
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "Marieke Voorbeeld");
  intake = await region.actor("maternity_intake", "maternityCare", "Wilma Intake");
  assistant = await region.actor("maternity_assistant", "maternityCare", "Chantal Kraam");
});
after(async () => {
  await server.close();
  await region.close();
});

/** A family that maternity care knows. */
async function aFamily() {
  const line = await aLine(midwife);
  await allow(midwife, line, intake.organisationId, ["identity", "maternity_care", "programme"]);
  await allow(midwife, line, midwife.organisationId, ["identity", "maternity_care"]);
  await involve(midwife, intake, line.trajectoryId);
  await region.asOwner(
    "update trajectory set maternity_care_organisation_id = $2, maternity_care_registered_on = app.today() where id = $1",
    [line.trajectoryId, intake.organisationId],
  );
  return { ...line, base: `/gezinnen/${line.trajectoryId}/kraamzorg` };
}
const hoursOf = (trajectoryId: string) => withActor(midwife, "maternity-care.read", ({ db }) => findIndication(db, trajectoryId));
const allOf = (trajectoryId: string) => withActor(midwife, "maternity-care.read", ({ db }) => listIndications(db, trajectoryId));
const born = (trajectoryId: string, children = 1) =>
  recordBirth(midwife, trajectoryId, {
    version: 1,
    place: "hospital",
    children: Array.from({ length: children }, () => ({
      givenName: "Liv",
      prefix: null,
      familyName: null,
      bornOn: "2026-11-20",
      gestationalDays: null,
      weightGrams: 3200,
      smallForAge: null,
    })),
  });

test("reken uit shows the hours line by line and keeps nothing; vastleggen keeps them", async () => {
  const { base, trajectoryId } = await aFamily();
  const me = browse(server, midwife);
  assert.match((await me.get(base)).text, /Nog geen uren geïndiceerd/);
  const typed = { feeding: "breast", children: "2", additions: ["language", "heavy_birth"], why: "Tweeling" };
  await me.get(`${base}/indicatie`);
  const computed = await me.post(`${base}/indicatie`, { ...typed, act: "reken" });
  assert.match(
    computed.text,
    /Basis bij borstvoeding 49 u 00 Tweeling: nog een kind .*\+ 8 u 00 .*\+ 6 u 00 .*\+ 4 u 00 Samen, over 8 dagen 67 u 00/,
  );
  assert.doesNotMatch(computed.text, /Niet alles is goed ingevuld/);
  assert.deepEqual(await allOf(trajectoryId), []);
  const kept = await me.submit(`${base}/indicatie`, { ...typed, act: "vast" });
  assert.match(kept.text, /De uren zijn vastgelegd/);
  assert.match(kept.text, /LIP versie 3, bij de intake, zo 22 november 2026\. Door Marieke Voorbeeld/);
  assert.equal((await hoursOf(trajectoryId))?.minutes, 67 * 60);
  assert.match((await me.get(`/gezinnen/${trajectoryId}`)).text, /Kraamzorg Geïndiceerd 67 u 00 Het gezin neemt nog niet besproken/);
});

test("a mistake is told beside its field, and what was typed stays", async () => {
  const { base } = await aFamily();
  const me = browse(server, midwife);
  const wrong = await me.post(`${base}/indicatie`, { children: "9", own: "2,3", additions: "language", why: "Nog niet klaar" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Kies hoe het kind gevoed wordt/);
  assert.match(wrong.text, /Vul een aantal van 1 tot 6 in/);
  assert.match(wrong.text, /Vul hele of halve uren in, zoals 4 of -2,5/);
  assert.match(wrong.html, /Nog niet klaar/);
});

test("a new indication says why; the earlier one stays to be read as it was", async () => {
  const { base, trajectoryId } = await aFamily();
  const me = browse(server, midwife);
  await me.post(`${base}/indicatie`, { feeding: "breast" });
  await born(trajectoryId);
  assert.match((await me.get(`/gezinnen/${trajectoryId}`)).text, /Kloppen de uren kraamzorg nog\?/);
  await me.get(`${base}/indicatie`);
  assert.match((await me.post(`${base}/indicatie`, { feeding: "bottle" })).text, /Schrijf op waarom de uren veranderen/);
  const page = await me.submit(`${base}/indicatie`, { feeding: "bottle", hospitalDays: "2", why: "Gestopt met borstvoeding" });
  assert.match(page.text, /2 dagen in het ziekenhuis − 11 u 00 Samen, over 8 dagen 34 u 00/);
  assert.match(page.text, /Eerdere indicaties 22-11-2026: 49 u 00, bij de intake/);
  assert.doesNotMatch((await me.get(`/gezinnen/${trajectoryId}`)).text, /Kloppen de uren kraamzorg nog\?/);
  const paper = await me.get(`${base}/afdruk`);
  assert.match(paper.text, /LIP versie 3, na de geboorte.*34 u 00.*Eerder geïndiceerd.*22-11-2026 LIP versie 3 bij de intake 49 u 00/);
  assert.doesNotMatch(paper.text, /Frijns|Sanne/, "the paper may lie about");
  assert.deepEqual(
    (await allOf(trajectoryId)).map(({ occasion, minutesAfterHospital }) => [occasion, minutesAfterHospital]),
    [
      ["birth", 34 * 60],
      ["intake", 49 * 60],
    ],
  );
});

test("twins that were born are counted by themselves", async () => {
  const { base, trajectoryId } = await aFamily();
  await born(trajectoryId, 2);
  const me = browse(server, midwife);
  assert.match((await me.get(`${base}/indicatie`)).html, /name="children"[^>]*value="2"/);
});

test("two at once: the second sees what the first wrote, and nothing is lost", async () => {
  const { base, trajectoryId } = await aFamily();
  const [one, other] = [browse(server, midwife), browse(server, midwife)];
  await one.get(`${base}/indicatie`);
  await other.get(`${base}/indicatie`);
  await one.post(`${base}/indicatie`, { feeding: "breast" });
  const late = await other.post(`${base}/indicatie`, { feeding: "bottle" });
  assert.match(late.text, /Dit staat er nu .*49 u 00.*Een collega was u voor/);
  assert.equal((await allOf(trajectoryId)).length, 1);
});

test("the intake: wished and accepted hours, and why less; a family that takes none as well", async () => {
  const { base, trajectoryId } = await aFamily();
  const me = browse(server, intake);
  await me.post(`${base}/indicatie`, { feeding: "bottle" });
  assert.equal((await hoursOf(trajectoryId))?.minutes, 45 * 60, "maternity care may indicate at the intake");
  assert.equal((await me.get(`${base}/indicatie`)).status, 404, "and not again");
  const typed = { onDay: "20-11-2026", way: "phone", wished: "30", takes: "uren", accepted: "24,5" };
  assert.match((await me.post(`${base}/intake`, typed)).text, /Kies waarom het gezin minder uren neemt, of geen/);
  const kept = await me.submit(`${base}/intake`, { ...typed, reasons: ["co_payment", "own_help"] });
  assert.match(kept.text, /Gewenst 30 u 00 Het gezin neemt 24 u 30 Waarom minder De eigen bijdrage, Familie of vrienden helpen/);
  const none = await me.submit(`${base}/intake`, { ...typed, takes: "geen", accepted: "", reasons: "no_stranger" });
  assert.match(none.text, /Het gezin neemt geen kraamzorg Waarom minder Liever niemand over de vloer/);
  assert.equal((await hoursOf(trajectoryId))?.acceptedMinutes, 0);
});

test("days in hospital come off without a new judgement, also by maternity care", async () => {
  const { base, trajectoryId } = await aFamily();
  await browse(server, midwife).post(`${base}/indicatie`, { feeding: "breast" });
  const me = browse(server, intake);
  assert.equal((await me.get(`${base}/ziekenhuis`)).status, 404, "not before the birth");
  await born(trajectoryId);
  const kept = await me.submit(`${base}/ziekenhuis`, { hospitalDays: "3" });
  assert.match(kept.text, /3 dagen in het ziekenhuis − 18 u 00 Samen, over 8 dagen 31 u 00/);
  assert.deepEqual(
    await hoursOf(trajectoryId).then((now) => [now?.minutes, now?.hospitalDays, now?.minutesAfterHospital]),
    [2940, 3, 1860],
  );
});

test("after a loss nothing is asked any more, and the hours stay to be read", async () => {
  const { base, trajectoryId } = await aFamily();
  await browse(server, midwife).post(`${base}/indicatie`, { feeding: "breast" });
  await recordLoss(midwife, trajectoryId, { kind: "pregnancy", on: "2026-11-21", childId: null, version: 1 });
  const page = await browse(server, intake).get(base);
  assert.match(page.text, /49 u 00/);
  assert.doesNotMatch(page.text, /Intake vastleggen|Leg vast wat het gezin/);
  assert.doesNotMatch((await browse(server, midwife).get(`/gezinnen/${trajectoryId}`)).text, /Kloppen de uren/);
});

const openIntakes = (trajectoryId: string) =>
  region.asOwner<{ due: string }>(
    "select due_on as due from work_item where kind = 'intake-due' and trajectory_id = $1 and closed_at is null",
    [trajectoryId],
  );
const inWeeks = (trajectoryId: string, dueDate: string) =>
  region.asOwner("update trajectory set due_date = $2 where id = $1", [trajectoryId, dueDate]);
const ask = () => withJob("maternity-intakes", askIntakes);

test("the intake comes on the list of maternity care when its week has come, and leaves it when it was held", async () => {
  const { base, trajectoryId } = await aFamily();
  await inWeeks(trajectoryId, "2027-02-15");
  await ask();
  assert.deepEqual(await openIntakes(trajectoryId), [], "in week 27 it is not asked for");
  await inWeeks(trajectoryId, "2027-02-14");
  assert.deepEqual(await openIntakes(trajectoryId), [{ due: "2026-12-26" }], "from 28 weeks; by the end of week 32");
  assert.match((await browse(server, intake).get("/werk")).text, /Intake kraamzorg nog niet gehouden.*26 december 2026/);
  await browse(server, intake).post(`${base}/intake`, { onDay: "22-11-2026", way: "home", takes: "later" });
  assert.deepEqual(await openIntakes(trajectoryId), []);
});

test("after a loss no intake is asked for any more, and neither elsewhere than with the maternity care of a programme", async () => {
  const { trajectoryId } = await aFamily();
  await inWeeks(trajectoryId, "2027-01-20");
  assert.equal((await openIntakes(trajectoryId)).length, 1);
  await recordLoss(midwife, trajectoryId, { kind: "pregnancy", on: "2026-11-21", childId: null, version: 1 });
  assert.deepEqual(await openIntakes(trajectoryId), []);
  await ask();
  assert.deepEqual(await openIntakes(trajectoryId), []);
  const other = await aFamily();
  await region.asOwner("update trajectory set maternity_care_organisation_id = $2, due_date = '2027-01-20' where id = $1", [
    other.trajectoryId,
    region.organisationId("otherMaternityCare"),
  ]);
  assert.deepEqual(await openIntakes(other.trajectoryId), []);
});

test("the assistant reads and indicates nothing; who is not involved finds nothing", async () => {
  const { base } = await aFamily();
  await browse(server, midwife).post(`${base}/indicatie`, { feeding: "breast" });
  const her = browse(server, assistant);
  assert.match((await her.get(base)).text, /49 u 00/);
  for (const way of ["indicatie", "intake", "ziekenhuis"]) assert.equal((await her.get(`${base}/${way}`)).status, 404);
  const stranger = browse(server, await region.actor("midwife", "otherPractice"));
  for (const way of ["", "/indicatie", "/intake"]) assert.equal((await stranger.get(`${base}${way}`)).status, 404);
  await assert.rejects(
    withActor(assistant, "indication.made", ({ db }) =>
      db
        .insertInto("care_intake")
        .values({
          trajectory_id: base.split("/")[2] ?? "",
          on_day: "2026-11-22",
          way: "home",
          author_organisation_id: assistant.organisationId,
        })
        .execute(),
    ),
    /not hers to record/,
  );
});
