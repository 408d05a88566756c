import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { withJob } from "../../platform/db/withNobody.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { trainingSettings } from "../configuration/settings/training.ts";
import { pilotTraining } from "../configuration/pilot/training.ts";
import { aPilot } from "../enrolment/testing/anEligibleLine.ts";
import { findTrained } from "./server/door.ts";
import { followTraining, trainingJob } from "./server/trainingTask.ts";

const home = "/geboortezorg-flex/scholing";
const modules = ["early-signalling", "good-conversation", "secure-attachment"] as const;
let region: Region;
let server: FastifyInstance;
let coordinator: Actor;
let chantal: Actor;
let debbie: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  await aPilot(region);
  server = await aServer();
  coordinator = await region.actor("maternity_coordinator", "maternityCare", "Petra Planning");
  chantal = await region.actor("maternity_assistant", "maternityCare", "Chantal Kraam");
  debbie = await region.actor("maternity_assistant", "maternityCare", "Debbie Wieg");
});
after(async () => {
  await server.close();
  await region.close();
});

const session = { begins: "13:00", ends: "16:30", place: "Sittard", trainer: "Ria Trainer", seats: "2" };
/** A session of a module on a day; its address. */
async function aSession(about: string, onDay: string, change: Record<string, string> = {}): Promise<string> {
  const made = await browse(server, coordinator).post(`${home}/nieuw`, { ...session, ...change, about, onDay });
  assert.match(made.location, /scholing\/[0-9a-f-]{36}$/, made.text);
  return made.location;
}
const trained = async (by: Actor, who: Actor, day = "2026-11-22") =>
  (
    await withActor(by, "training.read", ({ db }) =>
      findTrained(db, [who.professionalId], day, { modules: trainingSettings.parse(pilotTraining).modules }),
    )
  ).get(who.professionalId);
const follow = () => withJob(trainingJob, followTraining);
const workOf = (kind: string) =>
  region.asOwner<{ subject: string; due: string; facts: { modules?: string; count?: number; people?: number } }>(
    "select subject_id as subject, due_on as due, facts from work_item where kind = $1 and closed_at is null order by due_on",
    [kind],
  );

test("planned, signed up, attended: then she is trained, and may be planned for pillar 2", async () => {
  const addresses = await Promise.all(modules.map((module) => aSession(module, "24-11-2026")));
  const me = browse(server, chantal);
  for (const address of addresses) {
    await me.get(address);
    assert.match((await me.submit(`${address}/aanmelden`)).text, /U bent aangemeld/);
  }
  assert.equal((await trained(coordinator, chantal))?.code, "not-yet");
  await region.setToday("2026-11-24");
  for (const address of addresses) {
    const her = browse(server, coordinator);
    const page = await her.get(address);
    assert.match(page.text, /Wie was er\? .*Chantal Kraam/);
    const seat = /name="seats"[^>]*value="([^"]+)"/.exec(page.html)?.[1];
    assert.match((await her.submit(address, { seats: seat })).text, /Vastgelegd wie er was.*was er/);
  }
  assert.equal((await trained(coordinator, chantal, "2026-11-24"))?.code, "trained");
  assert.equal((await trained(coordinator, chantal, "2026-11-23"))?.code, "not-yet", "not on the day before");
  assert.equal((await trained(chantal, chantal, "2026-11-24"))?.code, "trained", "she sees her own");
  assert.match((await me.get(home)).text, /U bent geschoold voor pijler 2/);
});

test("attendance that was noted wrongly is mended: she is not trained any more", async () => {
  const her = browse(server, coordinator);
  const overview = await her.get(home);
  const address = /href="(\/geboortezorg-flex\/scholing\/[0-9a-f-]{36})"[^>]*>Veilige hechting/.exec(overview.html)?.[1] ?? "";
  await her.get(address);
  await her.submit(address, { seats: [] });
  const standing = await trained(coordinator, chantal, "2026-11-24");
  assert.ok(standing?.code === "not-yet");
  assert.deepEqual(
    standing.missing.map(({ name, why }) => [name, why]),
    [["Veilige hechting", "never"]],
  );
});

test("who misses what by when stands there, and comes on her own list and the coordinator's", async () => {
  const page = await browse(server, coordinator).get(home);
  assert.match(
    page.text,
    /Wie mist nog wat .*Debbie Wieg Vroeg signaleren van kindermishandeling, Het goede gesprek.*te laat: ma 2 maart 2026/,
  );
  await follow();
  const missing = await workOf("training-missing");
  assert.deepEqual(missing.find(({ subject }) => subject === debbie.professionalId)?.facts.count, 3);
  assert.equal(missing.find(({ subject }) => subject === debbie.professionalId)?.due, "2026-03-02");
  assert.equal((await workOf("training-gaps"))[0]?.facts.people, 2);
  assert.match((await browse(server, debbie).get("/werk")).text, /U mist nog 3 scholingen/);
  assert.match((await browse(server, coordinator).get("/werk")).text, /2 collega's missen nog scholing/);
});

test("trained elsewhere counts too, and takes the work away", async () => {
  const her = browse(server, coordinator);
  for (const module of modules) {
    const kept = await her.submit(`${home}/elders`, { professional: debbie.professionalId, module, doneOn: "1-11-2026" });
    assert.match(kept.text, /De scholing is vastgelegd/);
  }
  assert.equal((await trained(coordinator, debbie, "2026-11-24"))?.code, "trained");
  await follow();
  assert.deepEqual(
    (await workOf("training-missing")).filter(({ subject }) => subject === debbie.professionalId),
    [],
  );
  const late = await her.post(`${home}/elders`, { professional: debbie.professionalId, module: modules[0], doneOn: "1-12-2026" });
  assert.match(late.text, /Vul een dag in die geweest is/);
});

test("the last seat goes to one; who signs off makes room", async () => {
  const address = await aSession("secure-attachment", "30-11-2026", { seats: "1" });
  const [one, other] = [browse(server, chantal), browse(server, debbie)];
  await Promise.all([one.get(address), other.get(address)]);
  const answers = await Promise.all([one.submit(`${address}/aanmelden`), other.submit(`${address}/aanmelden`)]);
  assert.equal(answers.filter(({ text }) => /U bent aangemeld/.test(text)).length, 1);
  assert.equal(answers.filter(({ text }) => /Alle plaatsen zijn bezet/.test(text)).length, 1);
  const [first, second] = /U bent aangemeld/.test(answers[0].text) ? [one, other] : [other, one];
  await first.get(address);
  assert.match((await first.submit(`${address}/afmelden`)).text, /U bent afgemeld/);
  await second.get(address);
  assert.match((await second.submit(`${address}/aanmelden`)).text, /U bent aangemeld/);
});

test("the shared module is open to a midwife, another is not; she sees no colleague's name", async () => {
  const shared = await aSession("shared-positive-health", "2-12-2026", { openToPartners: "ja" });
  const closed = await aSession("secure-attachment", "3-12-2026");
  await browse(server, coordinator).post(`${shared}/aanmelden`, { professional: chantal.professionalId });
  const midwife = browse(server, await region.actor("midwife", "practice"));
  assert.match((await midwife.get(home)).text, /Positieve Gezondheid, samen met partners/);
  assert.equal((await midwife.get(closed)).status, 404);
  const page = await midwife.get(shared);
  assert.doesNotMatch(page.text, /Chantal/);
  assert.match((await midwife.submit(`${shared}/aanmelden`)).text, /U bent aangemeld/);
});

test("the project group sees how many, and never who", async () => {
  const page = await browse(server, await region.actor("project_group", "office")).get(home);
  assert.match(page.text, /Vroeg signaleren van kindermishandeling 2 van 2 kraamverzorgenden .*Veilige hechting 1 van 2 kraamverzorgenden/);
  assert.doesNotMatch(page.text, /Chantal|Debbie|Wie mist nog wat/);
});

test("an assistant plans nothing, notes no attendance, and sees of colleagues nothing", async () => {
  const me = browse(server, chantal);
  assert.equal((await me.get(`${home}/nieuw`)).status, 403);
  assert.doesNotMatch((await me.get(home)).text, /Debbie|Wie mist nog wat/);
  const address = await aSession("secure-attachment", "24-11-2026");
  await me.get(address);
  assert.equal((await me.post(address, { seats: [] })).status, 404);
});

test("ambassadors are named and let go; fewer seats than people is refused", async () => {
  const her = browse(server, coordinator);
  await her.get(home);
  const named = await her.submit(`${home}/ambassadeur`, { professional: chantal.professionalId, ambassador: "ja" });
  assert.match(named.text, /1 van ongeveer 20/);
  assert.match(named.text, /Chantal Kraam ambassadeur/);
  const gone = await her.submit(`${home}/ambassadeur`, { professional: chantal.professionalId, ambassador: "nee" });
  assert.match(gone.text, /0 van ongeveer 20/);
  const address = await aSession("good-conversation", "5-12-2026");
  for (const who of [chantal, debbie]) {
    await her.get(address);
    await her.post(`${address}/aanmelden`, { professional: who.professionalId });
  }
  const fewer = await her.post(`${address}/wijzigen`, { ...session, about: "good-conversation", onDay: "5-12-2026", seats: "1" });
  assert.match(fewer.text, /Er zijn al meer mensen aangemeld/);
});
