import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { recordLoss } from "../../trajectory/server/recordLoss.ts";
import { allow, involve } from "../../trajectory/testing/involve.ts";
import { aFollowedChild, askInTheMorning, versionOf, waitingOf } from "../testing/aFollowedChild.ts";

const today = "2026-11-12";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-09");
  server = await aServer();
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
});
after(async () => {
  await server.close();
  await region.close();
});

test("from my work to a contact moment with its signal, with nothing typed twice", async () => {
  await region.setToday("2026-11-09");
  const line = await aFollowedChild(midwife, nurse, "2026-11-09");
  await region.setToday(today);
  await askInTheMorning();
  const her = browse(server, nurse);
  assert.match(
    (await her.get("/werk")).text,
    /Contactmoment 4 tot 7 dagen: hielprik en gehoor Het kind heeft de leeftijd op vr 13 november 2026/,
  );
  const home = await her.get(`/gezinnen/${line.trajectoryId}`);
  assert.match(home.text, /Contactmoment 4 tot 7 dagen: hielprik en gehoor van Liv, rond vr 13 november 2026/);
  const at = /\/gezinnen\/[0-9a-f-]+\/contactmomenten\/[0-9a-f-]+\/heel-prick/.exec(home.html)?.[0] ?? "";
  assert.match((await her.get(at)).text, /Hoe ging het\?/);
  assert.match((await her.submit(at, { outcome: "held", onDay: "31-2-2026" })).text, /Vul een dag in die bestaat/);
  const kept = await her.submit(at, {
    outcome: "held",
    onDay: "12-11-2026",
    noticed: "Vader is er niet meer",
    factors: ["stress"],
    discussed: "ja",
  });
  assert.match(kept.text, /Het contactmoment is vastgelegd.*gehouden/);
  assert.match((await her.get(`/gezinnen/${line.trajectoryId}/signalen`)).text, /Vader is er niet meer/);
  assert.doesNotMatch((await her.get("/werk")).text, /hielprik/);
  assert.match((await her.get(at)).text, /Wat er staat.*Vader is er niet meer.*vastgelegd bij de signalen/);
  assert.match((await her.submit(`${at}/terug`)).text, /Het is teruggenomen/);
});

test("who is not of the youth health service reads, and is offered nothing to record", async () => {
  await region.setToday("2026-11-09");
  const line = await aFollowedChild(midwife, nurse, "2026-11-09");
  const she = browse(server, midwife);
  const page = await she.get(`/gezinnen/${line.trajectoryId}/contactmomenten`);
  assert.match(page.text, /8 weken/);
  assert.doesNotMatch(page.html, /contactmomenten\/[0-9a-f-]+\/week-8/);
  const other = browse(server, await region.actor("midwife", "otherPractice"));
  assert.equal((await other.get(`/gezinnen/${line.trajectoryId}/contactmomenten`)).status, 404);
});

test("after a loss the pages plan, ask and name nothing", async () => {
  await region.setToday("2026-11-09");
  const line = await aFollowedChild(midwife, nurse, "2026-11-09");
  await recordLoss(midwife, line.trajectoryId, {
    kind: "one_of_more",
    on: "2026-11-09",
    childId: null,
    version: await versionOf(midwife, line.trajectoryId),
  });
  await region.setToday(today);
  await askInTheMorning();
  const her = browse(server, nurse);
  assert.deepEqual(await waitingOf(region, line.trajectoryId), []);
  assert.doesNotMatch((await her.get(`/gezinnen/${line.trajectoryId}`)).text, /hielprik|Contactmomenten|Plek of wens/);
  const page = await her.get(`/gezinnen/${line.trajectoryId}/contactmomenten`);
  assert.match(page.text, /Wieg plant en vraagt hier niets meer vanzelf/);
  assert.doesNotMatch(page.text, /8 weken|verjaardag.*hielprik/);
});

test("a place at childcare: a wish, a place with its indication, and what the family allows", async () => {
  await region.setToday("2026-11-09");
  const line = await aFollowedChild(midwife, nurse, "2025-11-03");
  const her = browse(server, nurse);
  const at = `/gezinnen/${line.trajectoryId}/kinderopvang/nieuw`;
  assert.match((await her.get(at)).text, /Is er een VVE-indicatie\?/);
  const [, child = ""] =
    /name="child"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="child"/
      .exec((await her.get(at)).html)
      ?.filter((one) => one !== undefined) ?? [];
  const typed = { child, kind: "preschool", state: "placed", vve: "indicated", vveOn: "2-11-2026" };
  assert.match((await her.submit(at, typed)).text, /Kies waar het kind geplaatst is/);
  const kept = await her.submit(at, { ...typed, organisation: region.organisationId("childcare"), since: "1-12-2026", halfDays: "4" });
  assert.match(
    kept.text,
    /De plek staat op de lijn.*Kinderopvang Het Nest.*geplaatst vanaf di 1 december 2026 ja, VVE-indicatie.*nee Vraag het gezin/,
  );
  const place = /kinderopvang\/([0-9a-f-]{36})/.exec(kept.html)?.[1] ?? "";
  const mend = `/gezinnen/${line.trajectoryId}/kinderopvang/${place}`;
  await her.get(mend);
  const ended = await her.submit(mend, {
    state: "ended",
    vve: "indicated",
    organisation: region.organisationId("childcare"),
    since: "1-11-2026",
    until: "9-11-2026",
  });
  assert.match(ended.text, /gestopt/);
  const other = browse(server, await region.actor("youth_nurse", "otherPractice"));
  assert.equal((await other.get(mend)).status, 404);
});

test("childcare sees the place that is its own, while the family lets it know who they are, and says that the child left", async () => {
  await region.setToday("2026-11-09");
  const line = await aFollowedChild(midwife, nurse, "2025-11-03");
  const [child] = await region.asOwner<{ id: string }>("select id from family_member where family_id = $1 and kind = 'child'", [
    line.familyId,
  ]);
  const here = await region.actor("childcare", "childcare", "Kim Verzonnen");
  const placed = async (organisation: string | null, name: string | null) =>
    (
      await region.asOwner<{ id: string }>(
        `insert into childcare_place (trajectory_id, child_id, kind, state, organisation_id, place_name, since, author_organisation_id, author_id)
         values ($1, $2, 'preschool', 'placed', $3, $4, '2026-11-02', $5, $6) returning id`,
        [line.trajectoryId, child?.id, organisation, name, nurse.organisationId, nurse.professionalId],
      )
    )[0]?.id ?? "";
  const own = await placed(here.organisationId, null);
  const elsewhere = await placed(null, "Opvang De Andere");
  const at = (place: string) => `/gezinnen/${line.trajectoryId}/kinderopvang/${place}`;
  const hers = browse(server, here);
  assert.equal((await hers.get(at(own))).status, 404, "not involved yet");
  await involve(midwife, here, line.trajectoryId);
  assert.equal((await hers.get(at(own))).status, 404, "the family said nothing yet");
  await allow(midwife, line, here.organisationId, ["identity"]);
  const page = await hers.get(`/gezinnen/${line.trajectoryId}`);
  assert.match(page.text, /Kinderopvang en voorschool.*geplaatst vanaf ma 2 november 2026/);
  assert.doesNotMatch(page.text, /Opvang De Andere/);
  assert.equal((await hers.get(at(elsewhere))).status, 404);
  await hers.get(at(own));
  const left = { state: "ended", vve: "unknown", organisation: here.organisationId, since: "2-11-2026", until: "9-11-2026" };
  assert.match((await hers.submit(at(own), left)).text, /gestopt/);
  assert.match((await browse(server, nurse).get(`/gezinnen/${line.trajectoryId}`)).text, /gestopt/, "and who recorded it reads so");
});
