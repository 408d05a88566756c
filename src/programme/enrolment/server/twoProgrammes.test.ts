import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { configureScaleUp } from "../../configuration/server/configurePilot.ts";
import type { Pillar } from "../../configuration/programme.ts";
import { anEligibleLine, aPilot } from "../testing/anEligibleLine.ts";
import { giveBackPlace } from "./changePlace.ts";
import { decidePlace } from "./decidePlace.ts";
import { readEnrolment } from "./readEnrolment.ts";
import { readOverview } from "./readOverview.ts";
import { confirmRequest, recordRequest } from "./recordRequest.ts";

// The pilot and the follow-up run beside each other: a second programme is configuration, no code [000 answer 6].
let region: Region;
let midwife: Actor;
let nurse: Actor;
let pilot = "";
let scaleUp = "";
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
  pilot = await aPilot(region);
  scaleUp = await configureScaleUp(region.asOwner, {
    startsOn: "2026-11-01",
    maternityCareOrganisationId: region.organisationId("maternityCare"),
  });
});
after(() => region.close());

const livingIn = async (municipality: string) => {
  const line = await anEligibleLine(region, { midwife, nurse });
  await region.asOwner("update family_address set municipality_code = $2 where family_id = $1", [line.familyId, municipality]);
  return line.trajectoryId;
};
const decide = (trajectoryId: string, pillar: Pillar = 1) => decidePlace(midwife, { trajectoryId, pillar, funder: null });
const givenIn = async (trajectoryId: string) =>
  (
    await region.asOwner<{ programme_id: string; pillar: number; entry: string; version: string }>(
      `select o.programme_id, p.pillar, p.entry, v.programme_id as version from programme_place p join place_pool o on o.id = p.pool_id
       join programme_decision d on d.id = p.decision_id join programme_version v on v.id = d.version_id
       where p.trajectory_id = $1 and p.state = 'taken' order by p.pillar`,
      [trajectoryId],
    )
  ).map(({ programme_id, pillar, entry, version }) => [programme_id === version ? programme_id : "?", pillar, entry]);
const takenIn = async (programme: string) =>
  (await region.asOwner<{ taken: number }>("select sum(taken)::int as taken from place_pool where programme_id = $1", [programme]))[0]
    ?.taken;

test("a family in Heerlen enters the pilot, one in Maastricht the follow-up, each with its own places and version", async () => {
  const [heerlen, maastricht] = [await livingIn("GM0917"), await livingIn("GM0935")];
  const [ofPilot, ofScaleUp] = [await takenIn(pilot), await takenIn(scaleUp)];
  assert.equal((await decide(heerlen)).code, "done");
  assert.equal((await decide(maastricht)).code, "done");
  assert.deepEqual(await givenIn(heerlen), [[pilot, 1, "direct"]]);
  assert.deepEqual(await givenIn(maastricht), [[scaleUp, 1, "direct"]]);
  assert.deepEqual([await takenIn(pilot), await takenIn(scaleUp)], [Number(ofPilot) + 1, Number(ofScaleUp) + 1]);
  const page = await readEnrolment(midwife, maastricht, 1);
  assert.equal(page?.programme.settings.windows.pillar2Months, 9);
});

test("the pilot full: Maastricht still enters, Heerlen hears that the places are gone", async () => {
  const [heerlen, maastricht] = [await livingIn("GM0917"), await livingIn("GM0935")];
  await region.asOwner("update place_pool set taken = 150 where programme_id = $1 and pillar = 1 and entry = 'direct'", [pilot]);
  assert.equal((await decide(heerlen)).code, "cap-reached");
  assert.equal((await decide(maastricht)).code, "done");
  await region.asOwner("update place_pool set taken = 0 where programme_id = $1 and pillar = 1 and entry = 'direct'", [pilot]);
});

test("who moves after she got a place stays in her programme, goes on in it, and has no second place", async () => {
  const line = await livingIn("GM0917");
  await decide(line);
  await region.asOwner(
    "update family_address set municipality_code = 'GM0935' where family_id = (select family_id from trajectory where id = $1)",
    [line],
  );
  assert.equal((await decide(line)).code, "place-already");
  assert.equal((await readEnrolment(midwife, line, 2))?.programme.id, pilot);
  assert.equal((await readEnrolment(midwife, line, 2))?.entry, "flow_on");
});

test("who entered the follow-up goes on to pillar 2 of the follow-up, and not of the pilot", async () => {
  const line = await livingIn("GM0935");
  await decide(line);
  assert.deepEqual(await givenIn(line), [[scaleUp, 1, "direct"]]);
  const request = {
    trajectoryId: line,
    seen: null,
    need: "not_yet_self_reliant",
    question: "Hulp bij slapen",
    goal: "Rust",
    agreedMinutes: 1200,
    postnatalVisit: true,
    agreed: ["family"],
  } as const;
  assert.equal((await recordRequest(midwife, request)).code, "done");
  assert.equal((await confirmRequest(nurse, { trajectoryId: line, version: 1 })).code, "done");
  assert.equal((await decide(line, 2)).code, "done");
  assert.deepEqual(await givenIn(line), [
    [scaleUp, 1, "direct"],
    [scaleUp, 2, "flow_on"],
  ]);
  const refused = await giveBackPlace(midwife, { trajectoryId: line, pillar: 1, why: "mistake", noCare: true, note: null });
  assert.equal(refused.code, "went-on-to-pillar-2");
});

test("the overview is about one programme, by the code in its address", async () => {
  const group = await region.actor("project_group", "office");
  const first = await readOverview(group);
  assert.equal(first.programme?.id, pilot);
  assert.deepEqual(
    first.programmes.map(({ code }) => code),
    ["geboortezorg-flex", "flex-zuid-limburg"],
  );
  const second = await readOverview(group, "flex-zuid-limburg");
  assert.equal(second.programme?.id, scaleUp);
  assert.ok((second.inflow ?? []).every(({ municipality }) => municipality === "Maastricht"));
  assert.equal((await readOverview(group, "no-such")).programme?.id, pilot);
});
