import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { aServer, browse } from "../../main/testing/browse.ts";
import { endLine, reopenLine } from "../../pathway/trajectory/server/closeLine.ts";
import { changingLine } from "../../pathway/trajectory/server/changingLine.ts";
import { raiseSignal } from "../../pathway/signal/server/raiseSignal.ts";
import { aSignal } from "../../pathway/signal/testing/aSignal.ts";
import { aCase, anAgenda, aSeries, aSitting, aTable } from "../../pathway/conference/testing/aSitting.ts";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { urlFor } from "../../platform/db/roles.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { NotFound } from "../../platform/http/problems.ts";
import { anInvitableLine, signedIn } from "../../portal/testing/aRelative.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { verifyTrail } from "../trail/server/verifyTrail.ts";
import { askDestruction, confirmRequest, decideRequest, extendRequest, readRequest, withdrawRequest } from "./server/requestDestruction.ts";
import { carryOutTask, retentionTask } from "./server/retentionTasks.ts";
import { aFile, whatStands } from "./testing/aFile.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let colleague: Actor;
let officer: Actor;
let owner: pg.Client;
before(async () => {
  region = await aRegion();
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
  colleague = await region.actor("midwife", "practice", "Bea Verzonnen");
  officer = await region.actor("privacy_officer", "office");
  owner = new pg.Client({ connectionString: urlFor("wieg_owner", region.adminUrl) });
  await owner.connect();
});
after(async () => {
  await server.close();
  await owner.end();
  await region.close();
});

const bySelf = { askedBy: "self", checked: "document", concerns: [] } as const;
async function asked(line: { trajectoryId: string; motherId: string }): Promise<string> {
  const outcome = await askDestruction(midwife, line.trajectoryId, { person: line.motherId, ...bySelf });
  assert.ok(outcome.code === "done", outcome.code);
  return outcome.request;
}
async function confirmed(line: { trajectoryId: string; motherId: string }): Promise<string> {
  const request = await asked(line);
  assert.equal((await decideRequest(officer, request, { medical_file: "destroy" })).code, "done");
  assert.equal((await confirmRequest(midwife, request)).code, "done");
  return request;
}
const work = async (request: string) =>
  (
    await region.asOwner<{ kind: string; side: string }>(
      "select distinct kind, side from work_item where subject_id = $1 and closed_at is null order by 1, 2",
      [request],
    )
  ).map(({ kind, side }) => `${kind} ${side}`);

test("a woman asks, the officer decides, her midwife confirms with her, and it is gone: with a proof, a trail, and word to who took it", async () => {
  const line = await aFile(region, midwife);
  const request = await asked(line);
  assert.deepEqual(await work(request), ["destruction.decide mine", "destruction.decide waiting"]);
  assert.equal((await askDestruction(colleague, line.trajectoryId, { person: line.motherId, ...bySelf })).code, "already-asked");
  assert.equal((await confirmRequest(midwife, request)).code, "not-in-state", "nothing is decided");
  assert.equal((await decideRequest(officer, request, {})).code, "nothing-decided");
  assert.equal((await decideRequest(officer, request, { medical_file: "destroy", programme: "destroy" })).code, "kept-by-law");
  assert.equal((await decideRequest(officer, request, { medical_file: "destroy" })).code, "done");
  assert.deepEqual(await work(request), ["destruction.confirm mine"]);
  assert.equal((await confirmRequest(midwife, request)).code, "done");
  assert.equal((await withdrawRequest(midwife, request)).code, "not-in-state", "too late");
  await carryOutTask.run({ request });
  await carryOutTask.run({ request });
  assert.deepEqual(await whatStands(region, line.trajectoryId, line.familyId), {});
  const proofs = await region.asOwner("select 1 from destroyed_file where request_id = $1", [request]);
  assert.equal(proofs.length, 1, "once, however often the job ran");
  const read = await readRequest(midwife, request);
  assert.equal(read?.request.state, "carried_out");
  assert.deepEqual(await work(request), ["destruction.done mine"]);
  assert.equal((await verifyTrail(owner, [])).whole, true);
  const [event] = await region.asOwner<{ purpose: string }>(
    "select purpose from trail_event where event = 'job.record-destroyed' and trajectory_ids = array[$1::uuid]",
    [line.trajectoryId],
  );
  assert.equal(event?.purpose, "request");
});

test("what is the partner's stays: he asks for it himself; of her only the frame is left, without a name", async () => {
  const line = await aLine(midwife, { partner: { givenName: "Tom", prefix: null, familyName: "Gubbels", birthDate: "1994-01-02" } });
  const [partner] = await region.asOwner<{ id: string; own: string }>(
    "select id, own_person as own from family_member where family_id = $1 and kind = 'partner'",
    [line.familyId],
  );
  assert.ok(partner?.own);
  await raiseSignal(midwife, aSignal(line, { today: (await aFile(region, midwife)).today }));
  await region.asOwner(
    `insert into signal (trajectory_id, about_person, own_person, care_kind, factors, observed_on, urgent, discussed_on, noted_together, author_role, author_membership_id, author_organisation_id, author_id)
     select trajectory_id, $2, $3, care_kind, factors, observed_on, urgent, discussed_on, gen_random_uuid(), author_role, author_membership_id, author_organisation_id, author_id from signal where trajectory_id = $1`,
    [line.trajectoryId, partner.id, partner.own],
  );
  const request = await confirmed(line);
  await carryOutTask.run({ request });
  const signals = await region.asOwner<{ own: string }>("select own_person as own from signal where trajectory_id = $1", [
    line.trajectoryId,
  ]);
  assert.deepEqual(signals, [{ own: partner.own }]);
  const people = await region.asOwner<{ name: string }>(
    "select concat_ws(' ', given_name, family_name) as name from family_member where family_id = $1 order by kind",
    [line.familyId],
  );
  assert.deepEqual(
    people.map(({ name }) => name),
    ["vernietigd", "Tom Gubbels"],
  );
  const told = await region.asOwner("select 1 from record_history where was::text like '%Sanne%' and family_id = $1", [line.familyId]);
  assert.equal(told.length, 0, "her name is in no history either");
});

test("two persons: who decides cannot confirm, not even in another job; the database says so too", async () => {
  const line = await aFile(region, midwife);
  const request = await asked(line);
  assert.equal((await decideRequest(officer, request, { medical_file: "destroy" })).code, "done");
  await region.asOwner("update destruction_request set decided_by = $2 where id = $1", [request, midwife.professionalId]);
  assert.equal((await confirmRequest(midwife, request)).code, "same-person");
  await assert.rejects(
    region.asOwner("update destruction_request set state = 'confirmed', confirmed_by = decided_by where id = $1", [request]),
    { code: "23514" },
  );
  assert.equal((await confirmRequest(colleague, request)).code, "done");
});

test("the officer takes two months more, once; the term moves on both lists", async () => {
  const request = await asked(await aFile(region, midwife));
  assert.equal((await extendRequest(officer, request, "complex")).code, "done");
  assert.notEqual((await extendRequest(officer, request, "complex")).code, "done");
  const [due] = await region.asOwner<{ same: boolean }>(
    "select bool_and(w.due_on = (r.asked_on + interval '3 months')::date) as same from work_item w join destruction_request r on r.id = w.subject_id where r.id = $1 and w.closed_at is null",
    [request],
  );
  assert.equal(due?.same, true);
});

test("a colleague who types while it is destroyed is told that the line is not there; nothing of what she typed stays", async () => {
  const line = await aFile(region, midwife);
  const request = await confirmed(line);
  const editor = browse(server, colleague);
  await editor.get(`/gezinnen/${line.trajectoryId}/datum`);
  await carryOutTask.run({ request });
  const answer = await editor.post(`/gezinnen/${line.trajectoryId}/datum`, { dueDate: "1-5-2027" });
  assert.equal(answer.status, 404);
  assert.equal((await editor.get(`/gezinnen/${line.trajectoryId}`)).status, 404);
  assert.deepEqual(await whatStands(region, line.trajectoryId, line.familyId), {});
});

test("who records something in the same instant goes first, and that goes too; or comes second, and finds no line", async () => {
  const line = await aFile(region, midwife);
  const request = await confirmed(line);
  const [editing] = await Promise.allSettled([raiseSignal(colleague, aSignal(line, { today: line.today })), carryOutTask.run({ request })]);
  assert.ok(editing);
  await retentionTask.run({}); // had the job lost, the night takes it up
  assert.deepEqual(await whatStands(region, line.trajectoryId, line.familyId), {});
});

test("a line is not opened again once its destruction was confirmed", async () => {
  const line = await aFile(region, midwife);
  const version = () => changingLine(midwife, "family.read", line.trajectoryId, async (whole) => whole.line.version);
  assert.equal(
    (await endLine(midwife, line.trajectoryId, { reason: "family_stopped", on: line.today, agreed: [], version: await version() }, []))
      .code,
    "done",
  );
  const request = await confirmed(line);
  const seen = await version();
  assert.equal((await reopenLine(midwife, line.trajectoryId, seen)).code, "being-destroyed");
  await carryOutTask.run({ request });
  await assert.rejects(version(), NotFound);
});

test("a job that was lost is taken up by the night", async () => {
  const line = await aFile(region, midwife);
  await confirmed(line);
  await retentionTask.run({});
  assert.deepEqual(await whatStands(region, line.trajectoryId, line.familyId), {});
});

test("a Meldcode of this family is in no overview, no decision and no proof, and outlives the file", async () => {
  const line = await aFile(region, midwife);
  await withActor(midwife, "meldcode.started", async ({ db }) =>
    db.insertInto("meldcode_case").values({ trajectory_id: line.trajectoryId, about_whom: "S.F." }).execute(),
  );
  const request = await asked(line);
  for (const actor of [midwife, officer])
    assert.deepEqual(
      (await readRequest(actor, request))?.overview.map(({ kind }) => kind),
      ["medical_file"],
    );
  assert.equal((await decideRequest(officer, request, { medical_file: "destroy" })).code, "done");
  assert.equal((await confirmRequest(midwife, request)).code, "done");
  await carryOutTask.run({ request });
  assert.deepEqual(await whatStands(region, line.trajectoryId, line.familyId), {}, "the line itself goes as if there were none");
  const cases = await region.asOwner("select 1 from meldcode_case where about_whom = 'S.F.' and trajectory_id is null");
  assert.equal(cases.length, 1);
});

test("seen in the pages: asked with its mistakes beside the field, decided, confirmed, and its letter", async () => {
  const line = await aFile(region, midwife);
  const hers = browse(server, midwife);
  const missing = await hers.post(`/gezinnen/${line.trajectoryId}/vernietigen`, { askedBy: "self" });
  assert.equal(missing.status, 422);
  assert.match(missing.text, /Kies wiens dossier/);
  const shown = await hers.submit(`/gezinnen/${line.trajectoryId}/vernietigen`, {
    person: line.motherId,
    ...bySelf,
    concerns: "complaint",
  });
  assert.match(shown.text, /Het wacht op een besluit/);
  assert.doesNotMatch(shown.text, /Sanne|Frijns/);
  const again = await hers.post(`/gezinnen/${line.trajectoryId}/vernietigen`, { person: line.motherId, ...bySelf });
  assert.match(again.text, /Dit verzoek loopt al/);
  const theirs = browse(server, officer);
  const list = await theirs.get("/bewaren");
  assert.match(list.text, /te beslissen/);
  const address = /\/vernietiging\/[0-9a-f-]{36}/.exec(list.html)?.[0] ?? "";
  const decide = await theirs.get(`${address}/besluit`);
  assert.match(decide.text, /Er loopt een klacht/);
  const decided = await theirs.submit(`${address}/besluit`, { "soort-medical_file": "destroy" });
  assert.match(decided.text, /wacht op bevestiging/);
  assert.equal((await hers.get(`${address}/brief.pdf`)).status, 200);
  assert.match((await hers.submit(`${address}/bevestigen`)).text, /wordt nu uitgevoerd/);
  const stranger = browse(server, await region.actor("midwife", "otherPractice"));
  assert.equal((await stranger.get(address)).status, 404);
  assert.equal((await stranger.post(`${address}/bevestigen`)).status, 404);
});

test("who has her own pages, and is signed in there, can have her file destroyed: pages, means and sessions go along", async () => {
  const line = await anInvitableLine(region, midwife);
  const phone = await signedIn(server, region, midwife, line);
  await carryOutTask.run({ request: await confirmed(line) });
  assert.deepEqual(await whatStands(region, line.trajectoryId, line.familyId), {});
  const [left] = await region.asOwner<{ n: number }>("select count(*)::integer as n from family_session");
  assert.equal(left?.n, 0);
  assert.notEqual((await phone.get("/mijn/plan")).status, 200);
});

test("a guest for one case keeps nothing of it standing", async () => {
  const [now] = await region.asOwner<{ today: string }>("select app.today()::text as today");
  const table = { ...(await aTable(region)), midwife };
  const sitting = await aSitting(table, await aSeries(table), now?.today ?? "");
  const one = await aCase(table);
  await anAgenda(table, sitting, [one]);
  await region.asOwner(
    "insert into conference_participant (sitting_id, kind, organisation_id, role, membership_id, item_id) select sitting_id, 'guest', $2, 'gp', $3, id from agenda_item where trajectory_id = $1",
    [one.trajectoryId, table.gp.organisationId, table.gp.membershipId],
  );
  const [line] = await region.asOwner<{ familyId: string }>('select family_id as "familyId" from trajectory where id = $1', [
    one.trajectoryId,
  ]);
  await carryOutTask.run({ request: await confirmed(one) });
  assert.deepEqual(await whatStands(region, one.trajectoryId, line?.familyId ?? ""), {});
});
