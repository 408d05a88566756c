import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { aLineWithVisitConsent, aVisitIn } from "../testing/aVisit.ts";
import { askVisit } from "./askVisit.ts";

// Nobody is asked to visit a family whose line ended.

const today = "2026-11-09";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
});
after(async () => {
  await server.close();
  await region.close();
});

const ask = (trajectoryId: string) =>
  askVisit(midwife, { trajectoryId, kind: "prenatal", askedOrganisationId: nurse.organisationId, urgent: false, question: null });
const close = async (home: string): Promise<unknown> => {
  const hers = browse(server, midwife);
  await hers.get(`${home}/afsluiten`);
  return hers.submit(`${home}/afsluiten`, { reason: "moved_away", on: "9-11-2026" });
};

test("on a line that ended: refused in words, nothing written, nothing on a list, and the trail says so", async () => {
  const { trajectoryId } = await aLineWithVisitConsent(midwife, nurse, today);
  await close(`/gezinnen/${trajectoryId}`);
  assert.equal((await ask(trajectoryId)).code, "visit-line-ended");
  const left = await region.asOwner(
    `select 1 from home_visit where trajectory_id = $1 union all select 1 from relation_offer where trajectory_id = $1 and answered_at is null
     union all select 1 from work_item where trajectory_id = $1 and kind like 'home-visit%' and closed_at is null`,
    [trajectoryId],
  );
  assert.deepEqual(left, []);
  const trail = await region.asOwner<{ outcome: string }>(
    "select outcome from trail_event where event = 'home-visit.requested' and trajectory_ids = array[$1::uuid]",
    [trajectoryId],
  );
  assert.deepEqual(trail, [{ outcome: "refused" }]);
});

test("the way to it is not offered any more, and who comes by an old link is told why", async () => {
  const { line } = await aVisitIn("cancelled", { midwife, nurse, today });
  const home = `/gezinnen/${line.trajectoryId}`;
  const hers = browse(server, midwife);
  const link = /huisbezoeken\/nieuw/;
  const visit = /href="(\/gezinnen\/[0-9a-f-]+\/huisbezoeken\/[0-9a-f-]{36})"/.exec((await hers.get(home)).html)?.[1] ?? "";
  for (const address of [home, visit]) assert.match((await hers.get(address)).html, link, address);
  await close(home);
  for (const address of [home, visit, `${home}/steun`]) {
    const shown = await hers.get(address);
    assert.equal(shown.status, 200, address);
    assert.doesNotMatch(shown.html, link, address);
  }
  const form = await hers.get(`${home}/huisbezoeken/nieuw`);
  assert.match(form.text, /Deze lijn is afgesloten Een huisbezoek kan pas weer als de lijn heropend is/);
  assert.equal(form.hidden(`${home}/huisbezoeken/nieuw`), null, "no form");
});
