import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { anEligibleLine, aPilot } from "../../enrolment/testing/anEligibleLine.ts";
import { givePlaces } from "../../steering/testing/givePlaces.ts";
import type { FlowFacts } from "../flow.ts";
import { stageOf } from "../rules/stageOf.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
let group: Actor;
let coordinator: Actor;
const route = "/geboortezorg-flex/route";

before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  server = await aServer();
  await aPilot(region);
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
  group = await region.actor("project_group", "office");
  coordinator = await region.actor("maternity_coordinator", "maternityCare");
});
after(async () => {
  await server.close();
  await region.close();
});

test("the database says of every combination what the rule says", async () => {
  const yesNo = [false, true];
  const all: FlowFacts[] = ([null, "a", "b", "c", "d"] as const).flatMap((category) =>
    (["none", "asked", "held"] as const).flatMap((visit) =>
      Array.from({ length: 64 }, (_, bits) => {
        const bit = (nr: number) => yesNo[(bits >> nr) & 1] ?? false;
        return { category, visit, over: bit(0), plan: bit(1), placeIn1: bit(2), placeIn2: bit(3), noPlace: bit(4), care: bit(5) };
      }),
    ),
  );
  const rows = await region.asOwner<{ stage: string | null }>(
    `select trust.route_stage(f.over, f.category, f.visit, f.plan, f."placeIn1", f."placeIn2", f."noPlace", f.care) as stage
     from rows from (jsonb_to_recordset($1::jsonb) as (over boolean, category text, visit text, plan boolean, "placeIn1" boolean, "placeIn2" boolean, "noPlace" boolean, care boolean))
       with ordinality as f (over, category, visit, plan, "placeIn1", "placeIn2", "noPlace", care, nr)
     order by nr`,
    [JSON.stringify(all)],
  );
  assert.equal(rows.length, 960);
  assert.deepEqual(
    rows.map(({ stage }) => stage),
    all.map((facts) => stageOf(facts)),
  );
});

test("a midwife sees her own families at their step, and opens them; another's are nowhere", async () => {
  const fresh = await anEligibleLine(region, { midwife, nurse }, { assessed: false, consents: false });
  const placed = await anEligibleLine(region, { midwife, nurse });
  await browse(server, midwife).submit(`/gezinnen/${placed.trajectoryId}/geboortezorg-flex/1/besluit`);
  const me = browse(server, midwife);
  const page = await me.get(route);
  assert.match(page.text, /Intake De verloskundige praat over alle levensdomeinen en maakt een inschatting\. 1 bekijken 0 dagen/);
  assert.match(page.text, /Plaats in pijler 1 .* 1 bekijken 0 dagen/);
  const list = await me.get(`${route}/intake`);
  assert.ok(list.html.includes(`/gezinnen/${fresh.trajectoryId}`) && !list.html.includes(placed.trajectoryId));
  const stranger = browse(server, await region.actor("midwife", "otherPractice"));
  assert.ok(!(await stranger.get(`${route}/intake`)).html.includes(fresh.trajectoryId));
  assert.doesNotMatch((await stranger.get(route)).text, /bekijken/);
  assert.equal((await me.get(`${route}/bestaat-niet`)).status, 404);
});

test("the project group sees numbers in fives and no link; small ones not at all; the coordinator sees them", async () => {
  const page = await browse(server, group).get(route);
  assert.match(page.text, /Plaats in pijler 1 .* minder dan 10/);
  assert.doesNotMatch(page.html, /route\/(?:intake|placed)/);
  assert.equal((await browse(server, group).get(`${route}/placed`)).status, 403);
  await givePlaces(region, { pillar: 1, municipality: "GM0917", on: "2026-11-02", families: 12 });
  assert.match(
    (await browse(server, group).get(route)).text,
    /Plaats in pijler 1 Er is een plaats; de kraamzorg is nog niet begonnen\. 10 20 dagen/,
  );
  assert.match((await browse(server, coordinator).get(route)).text, /nog niet begonnen\. 13 bekijken/);
  assert.equal((await browse(server, coordinator).get(`${route}/intake`)).status, 404, "she does not read what decides that step");
});

test("after a loss a family is in no number", async () => {
  const lost = await anEligibleLine(region, { midwife, nurse });
  const before = (await browse(server, midwife).get(route)).text;
  await region.asOwner("update trajectory set loss = 'pregnancy', loss_on = app.today() where id = $1", [lost.trajectoryId]);
  const now = (await browse(server, midwife).get(route)).text;
  assert.notEqual(now, before);
  assert.ok(!(await browse(server, midwife).get(`${route}/ask_visit`)).html.includes(lost.trajectoryId));
});

test("a family whose flexible care was rounded off is on the route no more", async () => {
  const ids = await givePlaces(region, { pillar: 2, municipality: "GM0917", on: "2026-11-01", families: 1 });
  const stage = async () =>
    (await region.asOwner<{ stage: string | null }>("select stage from flow_line where trajectory_id = $1", [ids[0]]))[0]?.stage;
  assert.equal(await stage(), "flexible");
  await region.asOwner(
    `insert into flexible_decision (trajectory_id, place_id, kind, outcome, reason, author_organisation_id)
     select trajectory_id, id, 'ended', 'self_reliant', 'Het gaat goed', $2 from programme_place where trajectory_id = $1`,
    [ids[0], region.organisationId("maternityCare")],
  );
  assert.equal(await stage(), null);
});
