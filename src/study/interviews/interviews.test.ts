import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse, type Browser } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { aParticipant, type TestParticipant } from "../participation/testing/aParticipant.ts";
import { moveInterview } from "./server/interviews.store.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let desk: Browser;
let keeper: Browser;
let researcher: Actor;
let keyKeeper: Actor;
let families: readonly TestParticipant[];
const list = "/onderzoek/interviews";

before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-23");
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
  researcher = await region.actor("research_desk", "office");
  keyKeeper = await region.actor("key_keeper", "office");
  desk = browse(server, researcher);
  keeper = browse(server, keyKeeper);
  const made: TestParticipant[] = [];
  for (let nr = 0; nr < 6; nr += 1)
    made.push(await aParticipant(region, midwife, { arm: nr % 2 === 0 ? "intervention" : "control", quotes: true }));
  families = made;
  for (const one of made.slice(0, 5)) await allow(one, "study_interview");
});
after(async () => {
  await server.close();
  await region.close();
});

const allow = ({ trajectoryId, motherId }: TestParticipant, purpose: string) =>
  region.asOwner(
    `insert into consent (trajectory_id, about_person, purpose, given, given_by, given_on, way, text_version, text_language, recorded_by, author_organisation_id)
     values ($1, $2, $3, true, 'self', app.today(), 'signed', '1', 'nl', $4, $5)`,
    [trajectoryId, motherId, purpose, midwife.professionalId, midwife.organisationId],
  );
const takeBack = ({ trajectoryId }: TestParticipant, purpose: string) =>
  region.asOwner("update consent set withdrawn_on = app.today() where trajectory_id = $1 and purpose = $2 and withdrawn_on is null", [
    trajectoryId,
    purpose,
  ]);
interface Standing {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly version: number;
  readonly drawId: string;
}
const standing = () =>
  region.asOwner<Standing>(
    `select i.id, s.code, i.state, i.version, i.draw_id as "drawId" from study_interview i join study_participant s on s.id = i.participant_id order by i.place`,
  );
const step = (who: Browser, address: string, one: { version: number }, stap: string, more: Record<string, string> = {}) =>
  who.submit(`${address}/stap`, { stap, version: String(one.version), ...more });
const draw = (fields: Record<string, string>) =>
  desk.submit(`${list}/nieuw`, { deel: "study_1", aantal: "2", beginwoord: "23 november, Heerlen", ...fields });
const gesprek = (one: Standing) => `${list}/gesprek/${one.id}`;

test("the desk draws families of whom some agreed to be asked, on pseudonyms, and can draw again", async () => {
  assert.match((await desk.get(list)).text, /Nog niemand geloot/);
  const drawn = await draw({ wie: "family", verdeling: "none" });
  assert.match(drawn.text, /Er is geloot.*Zojuist opnieuw geloot uit lijst en beginwoord: dezelfde mensen/);
  assert.match(drawn.text, /Op de lijst 5/, "who did not agree to be asked is not on it");
  assert.doesNotMatch(drawn.html, /Frijns|Voorbeeld/, "no name");
  assert.equal((await standing()).length, 2);
  assert.match((await draw({ wie: "family", verdeling: "none" })).text, /Met dit beginwoord is al getrokken/);
  assert.match((await draw({ wie: "professional", verdeling: "arm", beginwoord: "ander woord" })).text, /gezinnen over de armen/);
});

test("the key keeper invites by name and without pseudonym, only whom the desk asked for", async () => {
  const [first, second] = await standing();
  assert.ok(first && second);
  assert.match((await keeper.get("/onderzoek/sleutel/gesprekken")).text, /Er is niemand om uit te nodigen/);
  assert.equal((await step(keeper, `/onderzoek/sleutel/gesprekken/${first.id}`, first, "invite")).status, 404);
  await step(desk, gesprek(first), first, "ask");
  const page = await keeper.get("/onderzoek/sleutel/gesprekken");
  assert.match(page.text, /bij de sleutelbewaarder/);
  assert.doesNotMatch(page.html, /W-[A-Z2-9]{6}/, "no pseudonym");
  assert.match((await keeper.get("/werk")).text, /Iemand uitnodigen voor een gesprek/);
  const [other] = await region.asOwner<{ id: string }>(
    "insert into membership (professional_id, organisation_id, role, since) values ($1, $2, 'research_desk', app.today()) returning id",
    [keyKeeper.professionalId, keyKeeper.organisationId],
  );
  assert.match((await keeper.get("/onderzoek/sleutel/gesprekken")).text, /Er is niemand/, "who works at the desk too sees no names");
  await region.asOwner("delete from membership where id = $1", [other?.id]);
  const [asked] = await standing();
  assert.ok(asked);
  await step(keeper, `/onderzoek/sleutel/gesprekken/${asked.id}`, asked, "invite");
  const [invited] = await standing();
  assert.equal(invited?.state, "invited");
  assert.doesNotMatch((await keeper.get("/werk")).text, /Iemand uitnodigen/);
});

test("who says no is replaced by the next in the drawn order", async () => {
  const [invited] = await standing();
  assert.ok(invited);
  await step(keeper, `/onderzoek/sleutel/gesprekken/${invited.id}`, invited, "decline");
  const now = await standing();
  assert.deepEqual(
    now.map(({ state }) => state),
    ["declined", "drawn", "drawn"],
  );
  const [kept] = await region.asOwner<{ drawn_order: { all: string[] } }>("select drawn_order from study_interview_draw");
  const ids = await region.asOwner<{ id: string }>("select participant_id as id from study_interview order by place");
  assert.deepEqual(
    ids.map(({ id }) => id),
    kept?.drawn_order.all.slice(0, 3),
  );
});

test("who takes back being asked, or withdraws, is passed over at once; a double press changes nothing twice", async () => {
  const [, second, third] = await standing();
  assert.ok(second && third);
  const her = families.find(({ code }) => code === second.code);
  assert.ok(her);
  await step(desk, gesprek(second), second, "ask");
  await takeBack(her, "study_interview");
  const now = await standing();
  assert.deepEqual(
    now.map(({ state }) => state),
    ["declined", "stopped", "drawn", "drawn"],
  );
  assert.match((await keeper.get("/onderzoek/sleutel/gesprekken")).text, /Er is niemand om uit te nodigen/);
  assert.match((await step(desk, gesprek(second), second, "ask")).text, /Intussen is er iets veranderd/);
  await step(desk, gesprek(third), third, "ask");
  const asked = (await standing())[2];
  assert.ok(asked);
  await region.asOwner("update trajectory set loss_on = app.today(), loss = 'pregnancy' where id = $1", [
    families.find(({ code }) => code === asked.code)?.trajectoryId,
  ]);
  assert.deepEqual(
    (await standing()).map(({ state }) => state),
    ["declined", "stopped", "stopped", "drawn", "drawn"],
    "after a loss nobody is asked anything",
  );
});

test("a quote is noted of who allows it, and stands in no view from the moment she takes that back", async () => {
  const one = (await standing())[3];
  assert.ok(one);
  const her = families.find(({ code }) => code === one.code);
  assert.ok(her);
  await step(desk, gesprek(one), one, "ask");
  const keepers = `/onderzoek/sleutel/gesprekken/${one.id}`;
  for (const stap of ["invite", "agree"]) {
    const now = (await standing())[3];
    assert.ok(now);
    await step(keeper, keepers, now, stap);
  }
  const agreed = (await standing())[3];
  assert.ok(agreed);
  assert.match((await step(keeper, keepers, agreed, "plan", { dag: "" })).text, /Vul de dag van het gesprek in/);
  await step(keeper, keepers, agreed, "plan", { dag: "1-12-2026" });
  assert.match((await desk.get(gesprek(one))).text, /gesprek is op di 1 december 2026/);
  const note = (fields: Record<string, string>) => desk.submit(gesprek(one), { thema: "threshold", ...fields });
  await note({ tekst: "Het geld was de drempel", citaat: "ja" });
  await note({ tekst: "Zij was blij met de uren" });
  const themes = () => desk.get(`${list}/themas?deel=study_1`).then(({ text }) => text);
  assert.match(await themes(), /Drempels, zoals de eigen bijdrage.*Het geld was de drempel.*Zij was blij met de uren/);
  await takeBack(her, "study_quotes");
  assert.doesNotMatch(await themes(), /Het geld was de drempel/);
  assert.match(await themes(), /Zij was blij met de uren/);
  assert.doesNotMatch((await desk.get(gesprek(one))).text, /Het geld was de drempel/);
  await takeBack(her, "study_1");
  assert.doesNotMatch(await themes(), /Zij was blij met de uren/, "who withdrew is read no more");
});

test("a professional hears it in her work, answers herself, and takes quoting back", async () => {
  const drawn = await draw({ wie: "professional", verdeling: "role", beginwoord: "professionals 2026", aantal: "1" });
  assert.match(drawn.text, /verloskundige, plaats 1/);
  const [hers] = await region.asOwner<{ id: string; version: number; membership_id: string }>(
    "select id, version, membership_id from study_interview where membership_id is not null",
  );
  assert.ok(hers);
  assert.equal(hers.membership_id, midwife.membershipId);
  const invited = { id: hers.id, from: "drawn", to: "invited", version: hers.version, mayQuote: true } as const;
  assert.equal(await withActor(researcher, "interview.step-done", ({ db }) => moveInterview(db, invited)), "done");
  const [quoting] = await region.asOwner<{ quotes: boolean }>("select quotes from study_interview where id = $1", [hers.id]);
  assert.equal(quoting?.quotes, false, "nobody allows quoting for her");
  const her = browse(server, midwife);
  assert.match((await her.get("/werk")).text, /Uitnodiging van de onderzoekers/);
  const own = `/gesprek-over-onderzoek/${hers.id}`;
  const other = browse(server, await region.actor("midwife", "otherPractice"));
  assert.equal((await other.get(own)).status, 404);
  assert.equal((await browse(server, await region.actor("youth_nurse", "youthHealth")).get(list)).status, 403);
  await her.submit(own, { antwoord: "agree", aanhalen: "ja" });
  assert.doesNotMatch((await her.get("/werk")).text, /Uitnodiging van de onderzoekers/);
  await desk.submit(`${list}/gesprek/${hers.id}`, { thema: "work_pleasure", tekst: "Ik ga weer met plezier", citaat: "ja" });
  const themes = () => desk.get(`${list}/themas?deel=study_1`).then(({ text }) => text);
  assert.match(await themes(), /Ik ga weer met plezier/);
  await her.post(`${own}/aanhalen`, { mag: "nee" });
  assert.doesNotMatch(await themes(), /Ik ga weer met plezier/);
});

test("the trail says what was done, and holds no pseudonym beside a family", async () => {
  const events = await region.asOwner<{ event: string; outcome: string }>(
    "select event, outcome from trail_event where event like 'interview.%'",
  );
  for (const event of [
    "interview.drawn",
    "interview.step-done",
    "interview.noted",
    "interview.answered",
    "interview.quoting",
    "interview.invitations-read",
  ])
    assert.ok(
      events.some((one) => one.event === event && one.outcome === "done"),
      event,
    );
  const [both] = await region.asOwner<{ count: number }>(
    "select count(*)::int as count from trail_event e join study_participant s on e::text like '%' || s.code || '%'",
  );
  assert.equal(both?.count, 0);
});
