import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../main/testing/browse.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { aFamilyInCare, aRecord, carers, record, type Carers } from "../delivery/testing/aDelivery.ts";
import { aPilot } from "../enrolment/testing/anEligibleLine.ts";
import { flexibleTask } from "./server/flexibleTask.ts";

let region: Region;
let server: FastifyInstance;
let who: Carers;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  await aPilot(region);
  server = await aServer();
  who = await carers(region);
});
after(async () => {
  await server.close();
  await region.close();
});

/** A family with a place in pillar 2 for 24 hours, written as the decision would. */
async function aPlace(bornOn: string): Promise<string> {
  const { trajectoryId } = await aFamilyInCare(region, who, bornOn);
  await region.asOwner(
    `with d as (insert into programme_decision (trajectory_id, programme_id, version_id, pillar, entry, outcome, criteria, role, author_organisation_id)
       select $1, v.programme_id, v.id, 2, 'direct', 'place', '[]', 'midwife', $2 from programme_version v limit 1 returning id, programme_id)
     insert into programme_place (trajectory_id, decision_id, pool_id, pillar, entry, municipality_code, funder, agreed_minutes, maternity_care_organisation_id, author_organisation_id, taken_on)
     select $1, d.id, o.id, 2, 'direct', 'GM0917', 'CZ', 1440, $3, $2, $4::date + 5 from d join place_pool o on o.programme_id = d.programme_id and o.pillar = 2 and o.entry = 'direct'`,
    [trajectoryId, who.midwife.organisationId, who.coordinator.organisationId, bornOn],
  );
  return trajectoryId;
}

test("pillar 2 from plan to end: who was there first, hours that run out, raised with a reason, ended with its outcome", async () => {
  const trajectoryId = await aPlace("2026-11-01");
  await record(who.assistant, aRecord(trajectoryId, "2026-11-03", "09:00", "13:00"));
  const she = browse(server, who.coordinator);
  const home = `/gezinnen/${trajectoryId}/kraamzorg`;
  assert.match(
    (await she.get(home)).text,
    /Flexibele kraamzorg \(pijler 2\) loopt.*0 u 00 gepland van 24 u 00.*Periode wo 11 november 2026 tot en met za 1 mei 2027.*Dagen over 161/,
  );
  const at = `/gezinnen/${trajectoryId}/flexibel/plannen`;
  const form = await she.get(at);
  assert.match(form.text, /Joke Peeters \(was er in de kraamweek\) \(nog niet geschoold\)/);
  const typed = { assistant: who.assistant.professionalId, day: "24-11-2026", from: "9:00", until: "12:00", times: "9", every: "7" };
  assert.match((await she.submit(at, typed)).text, /mist nog scholing/);
  const why = "De scholing is in december; zij kent het gezin";
  assert.match(
    (await she.submit(at, { ...typed, why })).text,
    /Verbeter dit.*Dit bezoek is 3 u 00, en van de afgesproken 24 u 00 is nog 0 u 00 over/,
  );
  assert.match((await she.submit(at, { ...typed, day: "30-4-2027", times: "2", why })).text, /tot en met za 1 mei 2027/);
  assert.match((await she.submit(at, { ...typed, times: "8", why })).text, /8 bezoeken zijn gepland.*uren zijn op/);
  const raise = `/gezinnen/${trajectoryId}/flexibel/uren`;
  await she.get(raise);
  assert.match((await she.submit(raise, { hours: "20", reason: "Meer steun nodig" })).text, /Er is al 24 u 00 afgesproken/);
  assert.match(
    (await she.submit(raise, { hours: "30", reason: "De baby huilt veel" })).text,
    /uren zijn verhoogd.*van 24 u 00 naar 30 u 00 De baby huilt veel/,
  );
  const end = `/gezinnen/${trajectoryId}/flexibel/afronden`;
  assert.match((await she.get(end)).text, /Er staat nog 24 u 00 gepland/);
  assert.match(
    (await she.submit(end, { outcome: "handed_over", reason: "Stevig Ouderschap neemt het over" })).text,
    /afgerond.*Andere hulp neemt het over/,
  );
  assert.match((await she.get(at)).text, /Pijler 2 is voor dit gezin afgerond/);
});

test("a place that was given back: the form that was open says so, and nothing is planned", async () => {
  const trajectoryId = await aPlace("2026-11-01");
  const she = browse(server, who.coordinator);
  const at = `/gezinnen/${trajectoryId}/flexibel/plannen`;
  await she.get(at);
  await region.asOwner(
    "update programme_place set state = 'given_back', given_back_on = app.today(), given_back_why = 'family_declined', given_back_by = $2 where trajectory_id = $1",
    [trajectoryId, who.midwife.professionalId],
  );
  const typed = { assistant: who.assistant.professionalId, day: "24-11-2026", from: "9:00", until: "12:00", times: "1", every: "7" };
  const late = await she.submit(at, typed);
  assert.equal(late.status, 422);
  assert.match(late.text, /De plaats in pijler 2 is teruggegeven\. Er kan niets meer worden gepland/);
  for (const path of ["plannen", "uren", "afronden"]) {
    const page = await she.get(`/gezinnen/${trajectoryId}/flexibel/${path}`);
    assert.equal(page.status, 200);
    assert.match(page.text, /De plaats in pijler 2 is teruggegeven/);
    assert.doesNotMatch(page.html, /name="reason"|name="assistant"/);
  }
  const visits = await region.asOwner("select from care_visit where trajectory_id = $1 and kind = 'flexible'", [trajectoryId]);
  assert.deepEqual(visits, []);
});

test("the period runs out: the coordinator is asked, and after a loss nobody is", async () => {
  const [one, lost] = [await aPlace("2026-05-28"), await aPlace("2026-05-28")];
  await region.asOwner("update trajectory set loss_on = '2026-11-01', loss = 'child' where id = $1", [lost]);
  await flexibleTask.run({}, { runId: "test" } as never);
  const asked = await region.asOwner<{ line: string }>(
    "select trajectory_id as line from work_item where kind = 'flexible-period' and closed_at is null",
  );
  assert.deepEqual(
    asked.map(({ line }) => line),
    [one],
  );
  await region.asOwner("update trajectory set loss_on = '2026-11-22', loss = 'child' where id = $1", [one]);
  const left = await region.asOwner("select id from work_item where kind = 'flexible-period' and closed_at is null");
  assert.deepEqual(left, []);
});

test("an assistant and a midwife see what is left, and decide nothing; elsewhere it does not exist", async () => {
  const trajectoryId = await aPlace("2026-11-05");
  const her = browse(server, who.assistant);
  const page = await her.get(`/gezinnen/${trajectoryId}/kraamzorg`);
  assert.match(page.text, /Nog te plannen 24 u 00.*Gemiddeld per gezin/);
  assert.doesNotMatch(page.html, /flexibel\/(?:plannen|uren|afronden)/);
  assert.equal((await her.get(`/gezinnen/${trajectoryId}/flexibel/uren`)).status, 403);
  const other = browse(server, await region.actor("maternity_coordinator", "otherMaternityCare"));
  for (const path of ["plannen", "uren", "afronden"])
    assert.equal((await other.get(`/gezinnen/${trajectoryId}/flexibel/${path}`)).status, 404);
});
