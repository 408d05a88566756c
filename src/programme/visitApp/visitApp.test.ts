import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import { addDays } from "../../kit/day.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { aFamilyInCare, carers, type Carers } from "../delivery/testing/aDelivery.ts";
import { aPilot } from "../enrolment/testing/anEligibleLine.ts";
import { registerDevice } from "./server/devices.ts";
import { takeInTask } from "./server/visitAppTask.ts";
import { anEntry, aPhone, contact, type Phone } from "./testing/aPhone.ts";
import type { EntryAnswer, SyncAnswer } from "./visitApp.ts";

let today = "";
let yesterday = "";
let region: Region;
let server: FastifyInstance;
let who: Carers;
let line: Awaited<ReturnType<typeof aFamilyInCare>>;

before(async () => {
  region = await aRegion();
  const [day] = await region.asOwner<{ today: string }>("select app.today()::text as today");
  today = day?.today ?? "";
  yesterday = addDays(today, -1);
  server = await aServer();
  who = await carers(region);
  line = await aFamilyInCare(region, who, addDays(today, -4));
});
after(async () => {
  await server.close();
  await region.close();
});

/** A visit of an assistant that stands planned, whatever time it is now. */
async function planned(assistant: Actor, trajectoryId = line.trajectoryId, day = today): Promise<string> {
  const [visit] = await region.asOwner<{ id: string }>(
    `insert into care_visit (id, trajectory_id, kind, assistant_id, state, planned_from, planned_until, author_organisation_id)
     values (gen_random_uuid(), $1, 'maternity', $2, 'planned', $3::date + time '09:00', $3::date + time '12:00', $4) returning id`,
    [trajectoryId, assistant.professionalId, day, assistant.organisationId],
  );
  return visit?.id ?? "";
}

/** A phone of a new assistant, and a visit of hers that is planned. */
async function onTheRoad(): Promise<{ assistant: Actor; phone: Phone; visit: { id: string; trajectoryId: string; version: number } }> {
  const assistant = await region.actor("maternity_assistant", "maternityCare");
  const visit = { id: await planned(assistant), trajectoryId: line.trajectoryId, version: 1 };
  return { assistant, phone: await aPhone(server, assistant), visit };
}
type On = Awaited<ReturnType<typeof onTheRoad>>;

const typed = (time: string, day = yesterday) => ({ at: `${day}T${time}:00.000Z`, by: "typed" as const });
/** Hours of her own that nobody else's overlap. */
const entryOf = ({ visit }: On, change: Parameters<typeof anEntry>[1] = {}) =>
  anEntry(visit, { started: typed("04:00"), ended: typed("04:30"), why: "Samen met een collega", breakMinutes: 0, ...change });

function opened(answer: SyncAnswer): Extract<SyncAnswer, { state: "open" }> {
  if (answer.state !== "open") throw new Error(`the phone is ${answer.state}`);
  return answer;
}

/** The jobs that a contact asked for, as the worker does them. */
async function work(): Promise<void> {
  const jobs = await region.asOwner<{ payload: Record<string, unknown> }>(
    "select payload from graphile_worker._private_jobs where key like 'take-visit-entries%'",
  );
  await region.asOwner("delete from graphile_worker._private_jobs where key like 'take-visit-entries%'");
  for (const { payload } of jobs) await takeInTask.run(payload);
}

/** Sends, lets it be written, and hears what became of it. */
async function send(phone: Phone, ...entries: ReturnType<typeof anEntry>[]): Promise<readonly EntryAnswer[]> {
  const first = opened(await phone.sync({ entries, wantsSheet: false }));
  assert.ok(first.answers.every(({ state }) => state === "received"));
  await work();
  return opened(await phone.sync({ ask: entries.map(({ entryId }) => entryId) })).answers;
}

const visitNow = async (id: string) =>
  (
    await region.asOwner<{ state: string; version: number; started: string; observation: string; way: string; check_date: boolean }>(
      "select state, version, to_char(started_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as started, observation, recorded_by_way as way, check_date from care_visit where id = $1",
      [id],
    )
  )[0];

test("her day: the families of today and tomorrow, nobody else's, and nothing more than a visit needs", async () => {
  const on = await onTheRoad();
  const other = await onTheRoad();
  await planned(on.assistant, line.trajectoryId, addDays(today, 2));
  const { sheet } = opened(await on.phone.sync());
  assert.deepEqual(
    sheet?.visits.map(({ id }) => id),
    [on.visit.id],
  );
  assert.ok(!JSON.stringify(sheet).includes(other.visit.id));
  assert.equal(sheet?.families[0]?.name, "Sanne Frijns");
  assert.deepEqual(Object.keys(sheet?.families[0] ?? {}).sort(), [
    "address",
    "balance",
    "childBorn",
    "contactWish",
    "contents",
    "interpreter",
    "language",
    "motherId",
    "name",
    "phones",
    "quiet",
    "readsLittle",
    "trajectoryId",
  ]);
  const [event] = await region.asOwner<{ trajectories: string[] }>(
    "select trajectory_ids as trajectories from trail_event where event = 'visit-app.fetched' and professional_id = $1 order by seq desc limit 1",
    [on.assistant.professionalId],
  );
  assert.deepEqual(event?.trajectories, [line.trajectoryId]);
});

test("what she saved is written into the visit, once", async () => {
  const on = await onTheRoad();
  const entry = entryOf(on);
  assert.deepEqual(await send(on.phone, entry), [{ state: "done", entryId: entry.entryId, version: 2, note: null }]);
  const visit = await visitNow(on.visit.id);
  assert.equal(visit?.state, "delivered");
  assert.equal(visit?.way, "phone");
  assert.equal(visit?.observation, "Zij legt zelf aan.");
});

test("the same three times at once is one", async () => {
  const on = await onTheRoad();
  const entry = entryOf(on);
  const answers = await Promise.all([1, 2, 3].map(() => on.phone.sync({ entries: [entry], wantsSheet: false })));
  for (const answer of answers) assert.equal(opened(answer).answers.length, 1);
  await Promise.all([work(), work()]);
  await on.phone.sync({ entries: [entry] });
  await work();
  assert.equal((await visitNow(on.visit.id))?.version, 2, "planned, and delivered once");
  assert.deepEqual(opened(await on.phone.sync({ entries: [entry] })).answers, [
    { state: "done", entryId: entry.entryId, version: 2, note: null },
  ]);
});

test("a plan that was changed meanwhile: both versions, and hers only when she chooses so", async () => {
  const on = await onTheRoad();
  await region.asOwner("update care_visit set agreed = 'Nu met de tolk', version = version + 1 where id = $1", [on.visit.id]);
  const entry = entryOf(on);
  const [answer] = await send(on.phone, entry);
  assert.ok(answer?.state === "conflict");
  assert.equal(answer.theirs.agreed, "Nu met de tolk");
  assert.equal((await visitNow(on.visit.id))?.state, "planned", "nothing was written over it");
  const [mine] = await send(on.phone, { ...entry, entryId: randomUUID(), sawVersion: answer.theirs.version });
  assert.equal(mine?.state, "done");
  assert.equal((await visitNow(on.visit.id))?.state, "delivered");
});

test("changed before she heard that the first came in: the second follows it", async () => {
  const on = await onTheRoad();
  const first = entryOf(on);
  const second = { ...entryOf(on), observation: "En zij lacht.", follows: first.entryId };
  await on.phone.sync({ entries: [first], wantsSheet: false });
  assert.equal((await send(on.phone, second))[0]?.state, "done");
  assert.equal((await visitNow(on.visit.id))?.observation, "En zij lacht.");
});

test("a clock that is a day ahead: its times are set right, what she typed stands, and both are told", async () => {
  const on = await onTheRoad();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const entry = entryOf(on, {
    started: { ...typed("04:00", today), by: "clock" },
    ended: { ...typed("04:30", today), by: "clock" },
    enteredAt: tomorrow,
  });
  const first = opened(await on.phone.sync({ entries: [{ ...entry, enteredAt: tomorrow }], phoneNow: tomorrow, wantsSheet: false }));
  assert.ok(Math.abs(first.clockOffSeconds - 86_400) < 5);
  await work();
  const [answer] = opened(await on.phone.sync({ ask: [entry.entryId] })).answers;
  assert.ok(answer?.state === "done" && answer.note?.includes("klok"));
  const visit = await visitNow(on.visit.id);
  assert.equal(visit?.started, `${yesterday} 04:00`);
  assert.equal(visit?.check_date, true, "the coordinator is asked to look at the day");
});

test("an observation that is a signal becomes one with the same words, once", async () => {
  const on = await onTheRoad();
  const [factor] = await region.asOwner<{ code: string }>(
    "select code from factor_now where kind = 'risk' and selectable order by code limit 1",
  );
  const entry = entryOf(on, {
    observation: "Zij huilt veel en slaapt niet.",
    signal: { factorCodes: [factor?.code ?? ""], discussed: true, aboutPerson: line.motherId },
  });
  assert.equal((await send(on.phone, entry))[0]?.state, "done");
  await on.phone.sync({ entries: [entry] });
  await work();
  const signals = await region.asOwner("select id from signal where trajectory_id = $1 and seen = 'Zij huilt veel en slaapt niet.'", [
    line.trajectoryId,
  ]);
  assert.equal(signals.length, 1);
});

test("a signal that is refused takes the visit back with it: as a whole or not at all, and her words stay on the phone", async () => {
  const on = await onTheRoad();
  const entry = entryOf(on, { signal: { factorCodes: ["bestaat-niet"], discussed: true, aboutPerson: line.motherId } });
  const good = await onTheRoad();
  const [answer] = await send(on.phone, entry);
  assert.ok(answer?.state === "refused" && answer.say.length > 5 && answer.todo.length > 5);
  assert.equal((await visitNow(on.visit.id))?.state, "planned");
  assert.equal((await send(good.phone, entryOf(good, { started: typed("02:00"), ended: typed("02:30") })))[0]?.state, "done");
});

test("one that is impossible holds up none of the others", async () => {
  const on = await onTheRoad();
  const bad = anEntry({ id: randomUUID(), trajectoryId: randomUUID(), version: null }, { started: typed("01:00"), ended: typed("01:30") });
  const answers = await send(on.phone, bad, entryOf(on));
  assert.deepEqual(
    answers.map(({ state }) => state),
    ["refused", "done"],
  );
});

test("someone else's visit, and a family that is not hers: refused without a word about them", async () => {
  const [on, other] = [await onTheRoad(), await onTheRoad()];
  const outsider = await region.actor("maternity_assistant", "otherMaternityCare");
  const phone = await aPhone(server, outsider);
  const [foreign] = await send(phone, anEntry(other.visit));
  assert.ok(foreign?.state === "refused" && foreign.code === "not-visible");
  const [colleague] = await send(on.phone, anEntry(other.visit, { started: typed("05:00"), ended: typed("05:30") }));
  assert.ok(colleague?.state === "refused" && colleague.code === "not-your-visit");
  assert.equal((await visitNow(other.visit.id))?.state, "planned");
  assert.deepEqual(opened(await phone.sync()).sheet?.families, []);
});

test("the id of another phone's entry tells nothing", async () => {
  const [on, other] = [await onTheRoad(), await onTheRoad()];
  const entry = entryOf(other, { started: typed("06:00"), ended: typed("06:30") });
  assert.equal((await send(other.phone, entry))[0]?.state, "done");
  assert.deepEqual(opened(await on.phone.sync({ ask: [entry.entryId] })).answers, [{ state: "missing", entryId: entry.entryId }]);
  const [same] = opened(await on.phone.sync({ entries: [entry], wantsSheet: false })).answers;
  assert.ok(same?.state === "refused" && same.code === "same-id-other-content");
});

test("a blocked phone gets nothing, sends nothing, and the page says when it heard", async () => {
  const on = await onTheRoad();
  const page = browse(server, who.coordinator);
  assert.match((await page.get("/beheer/telefoons")).text, /Mijn Samsung/);
  const at = `/beheer/telefoons/${on.phone.deviceId}/blokkeren`;
  assert.match((await page.post(at, { reden: "" })).text, /Schrijf waarom/);
  assert.match((await page.submit(at, { reden: "verloren in de trein" })).text, /geblokkeerd, nog geen contact/);
  assert.deepEqual(await on.phone.sync({ entries: [entryOf(on)] }), { state: "blocked" });
  await work();
  assert.equal((await visitNow(on.visit.id))?.state, "planned");
  assert.match((await page.get("/beheer/telefoons")).text, /geblokkeerd en gewist/);
});

test("a locked phone asks only whether it may keep what it has", async () => {
  const on = await onTheRoad();
  const stands = async (telefoon: string) =>
    (
      await server.inject({
        method: "POST",
        url: "/onderweg/staat",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({ telefoon }).toString(),
      })
    ).json<{ stands: boolean }>().stands;
  assert.equal(await stands(on.phone.deviceId), true);
  assert.equal(await stands(randomUUID()), false);
  await region.asOwner("update membership set until = app.today() - 1 where id = $1", [on.assistant.membershipId]);
  assert.equal(await stands(on.phone.deviceId), false, "her job ended");
  assert.deepEqual(await on.phone.sync(), { state: "blocked" });
});

test("an administrator of another organisation sees no phone and blocks none", async () => {
  const on = await onTheRoad();
  const other = browse(server, await region.actor("organisation_admin", "otherMaternityCare"));
  assert.ok(!(await other.get("/beheer/telefoons")).html.includes(on.phone.deviceId));
  assert.equal((await other.get(`/beheer/telefoons/${on.phone.deviceId}/blokkeren`)).status, 404);
  assert.equal((await on.phone.sync()).state, "open");
});

test("a token that is not this phone's is not known", async () => {
  const [on, other] = [await onTheRoad(), await onTheRoad()];
  assert.deepEqual(await contact(server, { deviceId: on.phone.deviceId, token: other.phone.token }), { state: "unknown" });
});

test("three phones are enough", async () => {
  const assistant = await region.actor("maternity_assistant", "maternityCare");
  for (const label of ["een", "twee", "drie"]) assert.ok(await registerDevice(assistant, label));
  assert.equal(await registerDevice(assistant, "vier"), null);
});

test("a visit that the family did not want is written with its reason, without hours", async () => {
  const on = await onTheRoad();
  const entry = entryOf(on, { outcome: "refused", started: null, ended: null, observation: "", whyCode: "wants_rest", why: "" });
  assert.equal((await send(on.phone, entry))[0]?.state, "done");
  const visit = await visitNow(on.visit.id);
  assert.deepEqual([visit?.state, visit?.started, visit?.version], ["refused", null, 2]);
});

test("signing out of the pages leaves what the app on this browser has not sent yet", async () => {
  const browser = browse(server, await region.actor("maternity_assistant", "maternityCare"));
  await browser.get("/account");
  assert.match((await browser.post("/onderweg/telefoon", { naam: "Mijn telefoon" })).html, /"state":"registered"/);
  await browser.get("/account");
  assert.equal((await browser.post("/afmelden")).headers["clear-site-data"], '"cache"');
});

test("after a loss nothing counts, and nothing is asked", async () => {
  const lost = await aFamilyInCare(region, who, null);
  await region.asOwner("update trajectory set loss_on = app.today() - 2, loss = 'child' where id = $1", [lost.trajectoryId]);
  const assistant = await region.actor("maternity_assistant", "maternityCare");
  await planned(assistant, lost.trajectoryId);
  const { sheet } = opened(await (await aPhone(server, assistant)).sync());
  const [family] = sheet?.families ?? [];
  assert.deepEqual([family?.quiet, family?.childBorn, family?.balance], [true, null, null]);
});

test("the shell says nothing about anyone, and its worker may serve the page itself", async () => {
  const page = await server.inject({ url: "/onderweg" });
  assert.equal(page.statusCode, 200);
  assert.doesNotMatch(page.payload, /<script(?! type="module" src=)/);
  const worker = await server.inject({ url: "/onderweg/sw.js" });
  assert.equal(worker.headers["service-worker-allowed"], "/onderweg");
  assert.match(String(worker.headers["content-type"]), /javascript/);
});

test("a visit that nobody planned is recorded by its day, with what the family's own programme knows", async () => {
  await aPilot(region);
  const on = await onTheRoad();
  const entry = anEntry(
    { id: randomUUID(), trajectoryId: line.trajectoryId, version: null },
    { started: typed("02:00"), ended: typed("02:30"), breakMinutes: 0, why: "Zij belde" },
  );
  const [family] = opened(await on.phone.sync()).sheet?.families ?? [];
  const [first] = family?.contents ?? [];
  assert.ok(first !== undefined);
  assert.deepEqual(await send(on.phone, { ...entry, contents: [first] }), [
    { state: "done", entryId: entry.entryId, version: 1, note: null },
  ]);
  const [kept] = await region.asOwner<{ kind: string; state: string; planned: string | null }>(
    "select kind, state, planned_from::text as planned from care_visit where id = $1",
    [entry.visitId],
  );
  assert.deepEqual(kept, { kind: "maternity", state: "delivered", planned: null });
});

test("a phone that wiped itself after wrong PINs says so, and stands in the list as one that does nothing", async () => {
  const assistant = await region.actor("maternity_assistant", "maternityCare");
  const made = await registerDevice(assistant, "Mijn Fairphone");
  assert.ok(made);
  const say = (afscheid: string) =>
    server.inject({
      method: "POST",
      url: "/onderweg/gewist",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams({ telefoon: made.deviceId, afscheid }).toString(),
    });
  const coordinator = await region.actor("maternity_coordinator", "maternityCare");
  const list = async () => (await browse(server, coordinator).get("/beheer/telefoons")).text;
  await say(made.token);
  assert.doesNotMatch(await list(), /Mijn Fairphone.*gewist na zes/, "nothing else than its farewell says it");
  assert.equal((await say(made.farewell)).statusCode, 200);
  assert.match(await list(), /Mijn Fairphone.*gewist na zes verkeerde pincodes.*Vraag of zij hem nog heeft/);
  assert.equal((await contact(server, made)).state, "blocked", "its token is worth nothing any more");
});
