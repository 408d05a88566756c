import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { after, before, test } from "node:test";
import { aServer, browse } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { aLine } from "../trajectory/testing/aLine.ts";
import { forwardQuestion, linkQuestion, moveHelpRequest, registerFromQuestion } from "./server/moveHelpRequest.ts";
import { readHelpList, readHelpRequest } from "./server/readHelpRequests.ts";
import { aHelpRequest } from "./testing/aHelpRequest.ts";

const today = "2026-11-12";
let region: Region;
let server: FastifyInstance;
let nurse: Actor;
let colleague: Actor;
let worker: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  nurse = await region.actor("youth_nurse", "youthHealth", "Hanna Smeets");
  colleague = await region.actor("youth_nurse", "youthHealth", "Loes Peters");
  worker = await region.actor("municipal_worker", "municipality");
});
after(async () => {
  await server.close();
  await region.close();
});

/** A question that just arrived. */
async function arrives(): Promise<{ id: string; version: number }> {
  assert.equal(await aHelpRequest(), "sent");
  const [row] = await region.asOwner<{ id: string; version: number }>(
    "select id, version from help_request order by created_at desc limit 1",
  );
  assert.ok(row);
  return row;
}
const work = async (id: string) =>
  (
    await region.asOwner<{ kind: string; due_on: string }>(
      "select kind, due_on from work_item where subject_id = $1 and closed_at is null order by kind",
      [id],
    )
  ).map(({ kind }) => kind);
const take = (actor: Actor, { id, version }: { id: string; version: number }) => moveHelpRequest(actor, "take", { id, version });

test("of two who take it up at once one has it, and the other is told who", async () => {
  const request = await arrives();
  assert.deepEqual(await work(request.id), ["help-request"]);
  const outcomes = await Promise.all([take(nurse, request), take(colleague, request)]);
  assert.deepEqual(outcomes.map(({ code }) => code).toSorted(), ["done", "taken-already"]);
  const second = outcomes.find((outcome) => outcome.code !== "done");
  assert.match(String(second && "facts" in second ? second.facts["by"] : ""), /Hanna Smeets|Loes Peters/);
  assert.deepEqual(await work(request.id), ["help-request-taken"]);
});

test("she is spoken with, her family registered, and the question closed", async () => {
  const request = await arrives();
  assert.equal((await take(nurse, request)).code, "done");
  assert.equal(
    (await moveHelpRequest(colleague, "spoke", { id: request.id, version: 2, day: today, note: "gesproken" })).code,
    "not-yours",
  );
  assert.equal((await moveHelpRequest(nurse, "close", { id: request.id, version: 2, reason: "answered" })).code, "speak-first");
  assert.equal((await moveHelpRequest(nurse, "spoke", { id: request.id, version: 2, day: today, note: "Hulp bij brieven" })).code, "done");
  assert.deepEqual(await work(request.id), ["help-request-finish"]);
  const family = {
    mother: { givenName: "Sanne", prefix: null, familyName: "Frijns", birthDate: null },
    dueDate: null,
    contactWish: "dinsdag",
  };
  const made = await registerFromQuestion(nurse, { id: request.id, version: 3 }, family);
  assert.ok(made.code === "done");
  const [contact] = await region.asOwner<{ value: string; safe: boolean }>(
    "select c.value, c.safe from family_contact c join trajectory t on t.family_id = c.family_id where t.id = $1",
    [made.trajectoryId],
  );
  assert.deepEqual(contact, { value: "06 12345678", safe: true }, "the way she said is safe");
  assert.equal((await registerFromQuestion(nurse, { id: request.id, version: 3 }, family)).code, "changed-meanwhile", "not twice");
  const after = await readHelpRequest(nurse, request.id);
  assert.equal(
    (await moveHelpRequest(nurse, "close", { id: request.id, version: after?.request.version ?? 0, reason: "answered" })).code,
    "done",
  );
  assert.deepEqual(await work(request.id), []);
});

test("a question is linked to a family of one's own, never to another's", async () => {
  const request = await arrives();
  await take(nurse, request);
  const hers = await aLine(nurse);
  const others = await aLine(await region.actor("midwife", "otherPractice"));
  assert.equal((await linkQuestion(nurse, { id: request.id, version: 2, trajectoryId: others.trajectoryId })).code, "family-unknown");
  assert.equal((await linkQuestion(nurse, { id: request.id, version: 2, trajectoryId: hers.trajectoryId })).code, "done");
  const page = await browse(server, nurse).get(`/gezinnen/${hers.trajectoryId}`);
  assert.match(page.text, /Zij vroeg zelf om hulp/);
});

test("forwarded, only the other organisation sees it; who forwarded sees how it stands", async () => {
  const request = await arrives();
  assert.equal(await readHelpRequest(worker, request.id), null);
  const input = { id: request.id, version: 1, note: "Zij vraagt hulp bij schulden" };
  assert.equal((await forwardQuestion(nurse, { ...input, to: region.organisationId("practice") })).code, "no-receiver");
  assert.equal((await forwardQuestion(nurse, { ...input, to: worker.organisationId })).code, "done");
  assert.equal(await readHelpRequest(nurse, request.id), null);
  assert.equal((await readHelpRequest(worker, request.id))?.events[0]?.note, "Zij vraagt hulp bij schulden");
  assert.equal((await take(worker, { id: request.id, version: 2 })).code, "done");
  const [forwarded] = (await readHelpList(nurse)).forwarded;
  assert.equal(forwarded?.state, "taken");
  assert.doesNotMatch(JSON.stringify(forwarded), /rekeningen|Sanne/);
});

test("nobody else sees a question: other roles, other organisations, administrators", async () => {
  const request = await arrives();
  const strangers = [
    await region.actor("midwife", "practice"),
    await region.actor("youth_doctor", "youthHealth"),
    await region.actor("organisation_admin", "youthHealth"),
    await region.actor("privacy_officer", "office"),
    await region.actor("platform_admin", "office"),
    worker,
  ];
  for (const actor of strangers) {
    const seen = await withActor(actor, "help.read", async ({ db }) => {
      const { rows } = await sql<{
        n: number;
      }>`select (select count(*) from help_request)::int + (select count(*) from help_request_event)::int as n from (select) one`.execute(
        db,
      );
      return rows[0]?.n;
    });
    const own = actor === worker ? (await readHelpList(worker)).requests.length : 0;
    if (own === 0) assert.equal(seen, 0, actor.role);
    assert.equal(await readHelpRequest(actor, request.id), null, actor.role);
    await assert.rejects(
      withActor(actor, "help.forwarded", ({ db }) =>
        sql`select trust.forward_help_request(${request.id}, 1, ${worker.organisationId}, 'zomaar')`.execute(db),
      ),
      { code: "42501" },
    );
  }
  await assert.rejects(
    withActor(nurse, "help.read", ({ db }) => sql`update help_request set words = 'anders' where id = ${request.id}`.execute(db)),
    { code: "42501" },
  );
});

test("on the screen: taken up, tried in vain, answered, with the safe moment in view", async () => {
  const request = await arrives();
  const screen = browse(server, nurse);
  assert.match((await screen.get("/werk")).text, /Hulpvraag oppakken/);
  assert.match((await screen.get("/hulpvragen")).text, /Geld of rekeningen/);
  const address = `/hulpvragen/${request.id}`;
  assert.match((await screen.get(address)).text, /mag niets horen: zeg alleen iets tegen haar zelf/);
  assert.match((await screen.submit(`${address}/oppakken`)).text, /U hebt de vraag opgepakt/);
  assert.match(
    (await screen.submit(`${address}/niet-bereikt`, { day: "12-11-2026", note: "voicemail, niets ingesproken" })).text,
    /De poging is vastgelegd/,
  );
  const early = await screen.post(`${address}/afsluiten`, { reason: "not_reached" });
  assert.equal(early.status, 422);
  assert.match(early.text, /minstens 3 keer/);
  await screen.get(address);
  assert.match(
    (await screen.submit(`${address}/gesproken`, { day: "12-11-2026", note: "Zij wil een afspraak" })).text,
    /Vastgelegd dat u haar sprak/,
  );
  const line = await aLine(nurse, { mother: { givenName: "Aylin", prefix: null, familyName: "Demir", birthDate: "1997-01-01" } });
  await screen.get(`${address}/gezin`);
  const found = await screen.post(`${address}/gezin`, { zoek: "Demir" });
  assert.match(found.text, /Aylin Demir/);
  const linked = await screen.submit(`${address}/koppelen`, { trajectory: line.trajectoryId });
  assert.match(linked.text, /hoort nu bij dit gezin/);
  const other = browse(server, worker);
  for (const url of [address, `${address}/gezin`, `${address}/gesproken`]) assert.equal((await other.get(url)).status, 404, url);
  assert.equal((await browse(server, await region.actor("gp", "gp")).get("/hulpvragen")).status, 403);
});
