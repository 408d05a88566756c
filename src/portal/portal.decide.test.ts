import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { browse } from "../main/testing/browse.ts";
import { addedAgreement, planOf } from "../pathway/plan/testing/aPlan.ts";
import { aReferral, anOfferOf, candidatesOf, seenOf } from "../pathway/support/referral/testing/aReferral.ts";
import { acceptReferral } from "../pathway/support/referral/server/moveReferral.ts";
import { allow } from "../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../platform/db/actor.ts";
import type { Region } from "../registry/testing/aRegion.ts";
import { afresh, anInvitableLine, aPortal, closePortal, signedIn } from "./testing/aRelative.ts";

let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let bank: Actor;
before(async () => {
  ({ region, server, midwife } = await aPortal("2026-11-09"));
  bank = await region.actor("support_provider", "support", "Cora");
});
after(() => closePortal({ region, server, midwife }));
const openWork = (trajectoryId: string) =>
  region.asOwner<{ kind: string; facts: unknown }>(
    "select kind, facts from work_item where trajectory_id = $1 and closed_at is null order by kind",
    [trajectoryId],
  );
const grantsOf = (trajectoryId: string, to: Actor) =>
  region.asOwner(
    "select from access_grant g join team t on t.principal = g.principal where g.trajectory_id = $1 and t.organisation_id = $2",
    [trajectoryId, to.organisationId],
  );

async function withHelp() {
  await afresh({ region });
  const line = await anInvitableLine(region, midwife);
  await allow(midwife, line, bank.organisationId, ["identity"]);
  const [candidate] = await aReferral(midwife, line.trajectoryId, [await anOfferOf(bank)]);
  assert.ok(candidate);
  return { line, candidate, phone: await signedIn(server, region, midwife, line) };
}

test("she says yes to help once: sent twice it stands once, and the team that registered her reads it", async () => {
  const { line, candidate, phone } = await withHelp();
  await phone.get("/mijn/hulp");
  const yes = `/mijn/hulp/${candidate.id}/ja`;
  await phone.post(yes);
  await phone.post(yes);
  assert.match((await phone.get("/mijn/hulp")).text, /U zei ja tegen deze hulp/);
  assert.equal((await region.asOwner("select from family_yes where candidate_id = $1", [candidate.id])).length, 1);
  assert.equal((await openWork(line.trajectoryId)).filter(({ kind }) => kind === "portal.referral-agreed").length > 0, true);
});

test("she says no to help that was accepted: the relation ends, both sides are told, the trail names the family", async () => {
  const { line, candidate, phone } = await withHelp();
  assert.equal((await acceptReferral(bank, seenOf(candidate))).code, "done");
  assert.ok((await grantsOf(line.trajectoryId, bank)).length > 0);
  const no = `/mijn/hulp/${candidate.id}/nee`;
  assert.match((await phone.get(no)).text, /horen het meteen/);
  assert.match((await phone.submit(no)).text, /Het is gestopt/);
  const [now] = await candidatesOf(midwife, line.trajectoryId);
  assert.equal(now?.status.state, "withdrawn");
  assert.equal(
    (
      await region.asOwner(
        "select from care_relation where trajectory_id = $1 and organisation_id = $2 and coalesce(until, 'infinity') > app.today()",
        [line.trajectoryId, bank.organisationId],
      )
    ).length,
    0,
  );
  for (const [who, words] of [
    [bank, /Verwijzing ingetrokken/],
    [midwife, /Verwijzing ingetrokken/],
  ] as const)
    assert.match((await browse(server, who).get("/werk")).text, words);
  const [event] = await region.asOwner<{ source: string; digest: Buffer | null }>(
    "select source, digest from trail_event where event = 'portal.referral-withdrawn' and trajectory_ids @> array[$1::uuid]",
    [line.trajectoryId],
  );
  assert.equal(event?.source, "family");
  assert.ok(event?.digest, "bound to what it changed");
  assert.equal((await phone.get(no)).status, 404, "there is nothing left to stop");
});

test("a plan that changed after she opened it is shown again before she agrees", async () => {
  await afresh({ region });
  const line = await anInvitableLine(region, midwife);
  await addedAgreement(midwife, line.trajectoryId);
  const phone = await signedIn(server, region, midwife, line);
  await phone.get("/mijn/plan");
  await addedAgreement(midwife, line.trajectoryId, { wording: "Nog een afspraak" });
  const again = await phone.submit("/mijn/plan/akkoord");
  assert.match(again.text, /Er is net iets veranderd/);
  assert.match(again.text, /Nog een afspraak/);
  assert.equal((await planOf(midwife, line.trajectoryId))?.stand, "draft");
  assert.match((await phone.submit("/mijn/plan/akkoord")).text, /U bent het eens/);
  const page = await phone.get("/mijn/plan");
  assert.equal(page.hidden("/mijn/plan/akkoord"), null, "nothing is left to agree to");
  const twice = await phone.post("/mijn/plan/akkoord", { ...page.hidden("/mijn/afmelden") });
  assert.equal(twice.location, "/mijn/plan", "agreed twice is agreed once");
  assert.equal((await planOf(midwife, line.trajectoryId))?.versions.length, 1);
});

test("what is not right comes before the lead, and after a loss nothing is asked of her", async () => {
  await afresh({ region });
  const line = await anInvitableLine(region, midwife);
  await addedAgreement(midwife, line.trajectoryId);
  const phone = await signedIn(server, region, midwife, line);
  await phone.get("/mijn/plan/klopt-niet");
  await phone.submit("/mijn/plan/klopt-niet", { woorden: "Mijn zus is verhuisd" });
  const work = await openWork(line.trajectoryId);
  assert.ok(work.some(({ kind }) => kind === "message.unread"));
  assert.doesNotMatch(JSON.stringify(work), /verhuisd/);
  assert.match((await phone.get("/mijn")).text, /Wilt u kijken of het klopt/);
  await region.asOwner("update trajectory set loss_on = app.today(), loss = 'pregnancy' where id = $1", [line.trajectoryId]);
  const quiet = await phone.get("/mijn");
  assert.doesNotMatch(quiet.text, /Wilt u kijken|komt er|gevraagd/);
  assert.match(quiet.text, /U hoeft niets te doen/);
  assert.doesNotMatch((await phone.get("/mijn/plan")).text, /nog niet goedgekeurd/);
});

const inConfidence = (line: { trajectoryId: string; motherId: string }, by: Actor) =>
  region.asOwner(
    `insert into signal (trajectory_id, noted_together, about_person, care_kind, factors, seen, observed_on, author_role, author_membership_id, author_organisation_id, author_id)
     values ($1, gen_random_uuid(), $2, 'social', '{debt}', 'Zeer vertrouwelijk', app.today(), $3, $4, $5, $6)`,
    [line.trajectoryId, line.motherId, by.role, by.membershipId, by.organisationId, by.professionalId],
  );

test("what is held back stays back: signals in confidence, emergency access, the Meldcode, the partner; whatever she allows or takes back", async () => {
  await afresh({ region });
  const line = await anInvitableLine(region, midwife);
  const [partner] = await region.asOwner<{ id: string }>(
    "insert into family_member (family_id, kind, given_name, family_name, birth_date, author_organisation_id) values ($1, 'partner', 'Partnernaam', 'Vreemdeling', '1990-01-01', $2) returning id",
    [line.familyId, midwife.organisationId],
  );
  await region.asOwner("update family_member set own_person = id where id = $1", [partner?.id]);
  await addedAgreement(midwife, line.trajectoryId, {
    wording: "De wieg ophalen",
    responsible: { kind: "family", personId: partner?.id ?? "" },
  });
  const childcare = await region.actor("childcare", "childcare", "Kim Vertrouwd");
  const gp = await region.actor("gp", "gp", "Paul Nood");
  await region.asOwner("insert into care_relation (trajectory_id, organisation_id, basis) values ($1, $2, 'signal')", [
    line.trajectoryId,
    childcare.organisationId,
  ]);
  await inConfidence(line, childcare);
  const seen =
    "insert into trail_event (event, outcome, professional_id, membership_id, organisation_id, role, trajectory_ids, part, ground) values ($1, 'done', $2, $3, $4, $5, array[$6::uuid], $7, $8)";
  const look = (event: string, who: Actor, part: string, ground = "consent") =>
    region.asOwner(seen, [event, who.professionalId, who.membershipId, who.organisationId, who.role, line.trajectoryId, part, ground]);
  await look("signal.raised", childcare, "signals");
  await look("meldcode.begun", midwife, "meldcode");
  await look("programme.decided", midwife, "programme");
  await region.asOwner(
    "insert into emergency_access (trajectory_id, membership_id, reason, until) values ($1, $2, 'Acuut gevaar thuis', now() + interval '1 day')",
    [line.trajectoryId, gp.membershipId],
  );
  await look("family.read", gp, "identity", "emergency");
  await region.asOwner(
    "insert into consent (trajectory_id, about_person, purpose, given, given_by, given_on, way, recorded_by, author_organisation_id) values ($1, $2, 'study_1', true, 'self', app.today(), 'spoken', $3, $4)",
    [line.trajectoryId, line.motherId, midwife.professionalId, midwife.organisationId],
  );
  const phone = await signedIn(server, region, midwife, line);
  const pages = async () =>
    (
      await Promise.all(
        ["/mijn", "/mijn/plan", "/mijn/hulp", "/mijn/mensen", "/mijn/toestemming", "/mijn/inzage", "/mijn/berichten"].map((to) =>
          phone.get(to),
        ),
      )
    )
      .map(({ text }) => text)
      .join("\n");
  const secret =
    /Partnernaam|Vreemdeling|Kim Vertrouwd|Het Nest|Paul Nood|Zeer vertrouwelijk|Acuut gevaar|[Mm]eldcode|[Cc]ategorie|Geboortezorg Flex/;
  const before = await pages();
  assert.doesNotMatch(before, secret);
  assert.match(before, /uw partner/);
  assert.match(before, /Marieke/, "who did look is told");
  await allow(midwife, line, childcare.organisationId, ["identity", "signals", "plan"]);
  await region.asOwner("update consent set withdrawn_on = app.today() where trajectory_id = $1 and purpose = 'sharing'", [
    line.trajectoryId,
  ]);
  await region.asOwner("select trust.recompute_grants($1)", [line.trajectoryId]);
  assert.doesNotMatch(await pages(), secret);
  await region.asOwner(
    "update emergency_access set reviewed_at = now(), held_back = true, held_back_reason = 'Gevaar voor de arts' where trajectory_id = $1",
    [line.trajectoryId],
  );
  assert.doesNotMatch(await pages(), secret);
  await region.asOwner("update emergency_access set held_back = false, held_back_reason = null where trajectory_id = $1", [
    line.trajectoryId,
  ]);
  assert.match((await phone.get("/mijn/inzage")).text, /Paul Nood.*noodsituatie/);
});

test("whoever only signalled in confidence did not look either, and what was done for the programme is not told under another part", async () => {
  await afresh({ region });
  const line = await anInvitableLine(region, midwife);
  const childcare = await region.actor("childcare", "childcare", "Kim Vertrouwd");
  const doctor = await region.actor("gynaecologist", "hospital", "Pim Programma");
  await region.asOwner("insert into care_relation (trajectory_id, organisation_id, basis) values ($1, $2, 'signal')", [
    line.trajectoryId,
    childcare.organisationId,
  ]);
  await inConfidence(line, childcare);
  const look = (event: string, who: Actor) =>
    region.asOwner(
      "insert into trail_event (event, outcome, professional_id, membership_id, organisation_id, role, trajectory_ids, part, ground) values ($1, 'done', $2, $3, $4, $5, array[$6::uuid], 'identity', 'consent')",
      [event, who.professionalId, who.membershipId, who.organisationId, who.role, line.trajectoryId],
    );
  await look("family.read", childcare);
  await look("programme.decided", doctor);
  const phone = await signedIn(server, region, midwife, line);
  const { text } = await phone.get("/mijn/inzage");
  assert.doesNotMatch(text, /Kim Vertrouwd|Het Nest|Pim Programma/);
  assert.match(text, /Marieke/);
});
