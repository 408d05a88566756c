import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { aParticipant } from "./testing/aParticipant.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let desk: Actor;
let keeper: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-09-01");
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
  desk = await region.actor("research_desk", "office", "Nelleke Cijfer");
  keeper = await region.actor("key_keeper", "office", "Karel Sleutel");
});
after(async () => {
  await server.close();
  await region.close();
});

test("a name is shown to the key keeper alone, when the desk asked and the keeper granted it, once; all of it in the trail", async () => {
  const { id, code } = await aParticipant(region, midwife);
  const asks = browse(server, desk);
  const keeps = browse(server, keeper);
  assert.match((await keeps.get("/onderzoek/sleutel")).text, /Er is niets gevraagd/);
  await asks.get(`/onderzoek/deelnemers/${code}/sleutel`);
  assert.equal((await asks.post(`/onderzoek/deelnemers/${code}/sleutel`, { why: "kort" })).status, 422);
  assert.equal((await asks.post(`/onderzoek/deelnemers/${code}/sleutel`, { why: "Zij meldde een klacht over de lijst" })).status, 303);
  const list = await keeps.get("/onderzoek/sleutel");
  assert.match(list.text, new RegExp(`${code}: wacht op u`));
  assert.doesNotMatch(list.text, /Sanne|Frijns/);
  const [row] = await region.asOwner<{ id: string }>("select id from study_reveal where participant_id = $1", [id]);
  const at = `/onderzoek/sleutel/${row?.id ?? ""}`;
  assert.equal((await asks.post(`${at}/toestaan`)).status, 403, "the desk does not grant its own question");
  assert.match((await keeps.submit(`${at}/toestaan`)).text, /één keer tonen/);
  const other = browse(server, await region.actor("key_keeper", "office"));
  assert.equal((await other.post(`${at}/tonen`)).status, 303, "another keeper sees no name");
  await keeps.get("/onderzoek/sleutel");
  const shown = await keeps.post(`${at}/tonen`);
  assert.equal(shown.status, 200);
  assert.match(shown.text, /Sanne Frijns/);
  assert.equal((await keeps.post(`${at}/tonen`)).status, 303, "once");
  const trail = await region.asOwner<{ event: string; role: string }>(
    "select event, role from trail_event where event in ('study-key.asked', 'study-key.granted', 'study-key.shown') and outcome = 'done' order by seq",
  );
  assert.deepEqual(
    trail.slice(0, 2).map(({ event, role }) => `${role} ${event}`),
    ["research_desk study-key.asked", "key_keeper study-key.granted"],
  );
  assert.ok(trail.some(({ event }) => event === "study-key.shown"));
  const whole = await region.asOwner<{ t: string }>("select row_to_json(e)::text as t from trail_event e where e.event like 'study-key%'");
  assert.ok(whole.every(({ t }) => !/Frijns/.test(t)));
});

test("an arm that was wrong is corrected beside what it was; before it is fixed there is nothing to correct", async () => {
  const { id, code } = await aParticipant(region, midwife, { arm: "control" });
  const asks = browse(server, desk);
  await asks.get(`/onderzoek/deelnemers/${code}/arm`);
  assert.equal(
    (await asks.post(`/onderzoek/deelnemers/${code}/arm`, { study: "study_1", to: "control", why: "Verzekeraar was verkeerd" })).status,
    422,
  );
  assert.equal(
    (
      await asks.post(`/onderzoek/deelnemers/${code}/arm`, {
        study: "study_1",
        to: "intervention",
        why: "Verzekeraar was verkeerd overgenomen",
      })
    ).status,
    303,
  );
  assert.match(
    (await asks.get(`/onderzoek/deelnemers/${code}/arm`)).text,
    /van controlegroep naar interventiegroep. Verzekeraar was verkeerd overgenomen/,
  );
  const [now] = await region.asOwner<{ arm: string }>("select arm from study_participation where participant_id = $1", [id]);
  assert.equal(now?.arm, "intervention");
  await assert.rejects(
    region.asOwner("update study_arm_change set why = 'iets heel anders' where participant_id = $1", [id]),
    /never changed/,
  );
  const open = await aParticipant(region, midwife);
  assert.match((await asks.get(`/onderzoek/deelnemers/${open.code}/arm`)).text, /staat nog niet vast/);
});
