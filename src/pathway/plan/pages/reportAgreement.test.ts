import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { after, before, beforeEach, test } from "node:test";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow, involve } from "../../trajectory/testing/involve.ts";
import { evaluate } from "../server/evaluate.ts";
import { reportAgreement } from "../server/reportAgreement.ts";
import { addedAgreement, partOf, planOf } from "../testing/aPlan.ts";

const today = "2026-11-09";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let cora: Actor;
let line: Awaited<ReturnType<typeof aLine>>;
let agreement: string;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "Marieke");
  cora = await region.actor("support_provider", "support", "Cora");
});
after(async () => {
  await server.close();
  await region.close();
});
beforeEach(async () => {
  line = await aLine(midwife);
  await allow(midwife, line, cora.organisationId, ["identity", "plan"]);
  await involve(midwife, cora, line.trajectoryId, "request");
  agreement = await addedAgreement(midwife, line.trajectoryId, {
    wording: "De post van drie maanden openen",
    responsible: { kind: "professional", membershipId: cora.membershipId },
  });
  await addedAgreement(midwife, line.trajectoryId, { wording: "Oma past op" });
});

const work = async () =>
  (
    await region.asOwner<{ kind: string; who: string; outcome: string | null }>(
      `select w.kind, d.display_name as who, w.facts ->> 'outcome' as outcome from work_item w join membership m on m.principal = w.principal join professional d on d.id = m.professional_id
       where w.subject_id = $1 and w.closed_at is null order by 1`,
      [agreement],
    )
  ).map(({ kind, who, outcome }) => [kind, who, outcome].filter(Boolean).join(" "));
const input = (change: object = {}) => ({
  trajectoryId: line.trajectoryId,
  id: agreement,
  version: 1,
  outcome: "done" as const,
  sentence: "De post is open en gesorteerd.",
  ...change,
});

test("a support provider sees her own agreement alone, says it is done, and it comes back to the plan and who keeps it", async () => {
  const she = browse(server, cora);
  const plan = `/gezinnen/${line.trajectoryId}/plan`;
  const own = await she.get(plan);
  assert.match(own.text, /De post van drie maanden openen/);
  assert.doesNotMatch(own.text, /Oma past op/);
  assert.match(own.html, new RegExp(`href="${plan}/afspraken/${agreement}/melden"`));
  assert.deepEqual(await work(), ["plan.agreement Cora"]);
  const wrong = await she.post(`${plan}/afspraken/${agreement}/melden`, { sentence: "" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Kies hoe het gaat/);
  const told = await she.submit(`${plan}/afspraken/${agreement}/melden`, { outcome: "done", sentence: "De post is open en gesorteerd." });
  assert.match(
    told.text,
    /Doorgegeven\. De casusregisseur krijgt bericht.*Gemeld: Gedaan, ma 9 november 2026 \(Cora, Kredietbank\): “De post is open/,
  );
  assert.deepEqual(await work(), ["plan.reported Marieke done"]);
  const lead = browse(server, midwife);
  assert.match((await lead.get("/werk")).text, /Over een afspraak gemeld: gedaan.*door Kredietbank/);
  assert.match(
    (await lead.get(`${plan}/onderdelen/${agreement}/evaluatie`)).text,
    /Gemeld door Kredietbank.*De post is open en gesorteerd/,
  );
  assert.equal(
    (await partOf(midwife, line.trajectoryId, "agreement", "De post van drie maanden openen")).state,
    "open",
    "the plan changes with the family",
  );
  const { id, trajectoryId } = input();
  assert.ok(
    "scaledUp" in (await evaluate(midwife, { id, trajectoryId, version: 1, outcome: "reached", sentence: "Klaar.", nextOn: null })),
  );
  assert.deepEqual(await work(), []);
  const trail = await region.asOwner<{ part: string }>(
    "select part from trail_event where event = 'plan.agreement-reported' and trajectory_ids = array[$1::uuid] and outcome = 'done'",
    [line.trajectoryId],
  );
  assert.deepEqual(trail, [{ part: "own_agreements" }]);
});

test("what goes on stays on her list; what does not work comes before the lead, the newest word counts", async () => {
  assert.equal((await reportAgreement(cora, input({ outcome: "goes_on", sentence: "Nog twee dozen." }))).code, "done");
  assert.deepEqual(await work(), ["plan.agreement Cora", "plan.reported Marieke goes_on"]);
  assert.equal((await reportAgreement(cora, input({ outcome: "not_working", sentence: "Zij komt niet." }))).code, "done");
  assert.deepEqual(await work(), ["plan.reported Marieke not_working"]);
  assert.deepEqual(
    (await planOf(midwife, line.trajectoryId))?.reports.map(({ outcome }) => outcome),
    ["not_working", "goes_on"],
  );
});

test("not by another organisation, not on another's agreement, not once it ended or the family took its yes back", async () => {
  const nurse = await region.actor("youth_nurse", "youthHealth");
  assert.equal((await reportAgreement(nurse, input())).code, "not-visible");
  const other = await partOf(midwife, line.trajectoryId, "agreement", "Oma past op");
  assert.equal((await reportAgreement(cora, input({ id: other.id }))).code, "not-visible");
  assert.equal((await reportAgreement(midwife, input())).code, "not-open", "who writes the plan evaluates it");
  assert.equal((await reportAgreement(cora, input({ version: 7 }))).code, "changed-meanwhile");
  await region.asOwner("update consent set withdrawn_on = $2 where trajectory_id = $1", [line.trajectoryId, today]);
  await region.asOwner("select trust.recompute_grants($1)", [line.trajectoryId]);
  assert.equal((await reportAgreement(cora, input())).code, "not-visible");
  assert.equal((await browse(server, cora).get(`/gezinnen/${line.trajectoryId}/plan/afspraken/${agreement}/melden`)).status, 404);
  assert.deepEqual(await work(), ["plan.agreement Cora"]);
});
