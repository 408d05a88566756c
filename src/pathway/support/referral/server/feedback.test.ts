import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../../main/testing/browse.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../../../registry/testing/aRegion.ts";
import { withdrawAnswer } from "../../../../trust/consent/server/withdrawAnswer.ts";
import { raiseSignal } from "../../../signal/server/raiseSignal.ts";
import { aSignal } from "../../../signal/testing/aSignal.ts";
import { allow, involve } from "../../../trajectory/testing/involve.ts";
import { anOfferOf, aReferral, aSharingLine, seenOf } from "../testing/aReferral.ts";
import * as make from "./moveReferral.ts";
import { listReports } from "./referral.store.ts";
import { referralConsentListener } from "./referralConsentListener.ts";

// Who signalled, and the GP, hear that help ended: within what the family allows, no more than that, and not after it took it back [003].

const today = "2026-11-09";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let bank: Actor;
let gp: Actor;
let nurse: Actor;
let offer: string;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  server = await aServer();
  midwife = await region.actor("midwife", "practice", "Marieke");
  bank = await region.actor("support_provider", "support", "Cora");
  gp = await region.actor("gp", "gp", "Paul");
  nurse = await region.actor("youth_nurse", "youthHealth", "Ineke");
  offer = await anOfferOf(bank, { name: "Schuldhulp" });
});
after(async () => {
  await server.close();
  await region.close();
});

/** The nurse signalled; the family lets these read its referrals; help is asked, given and finished. */
async function helpEnded(readers: readonly Actor[], feedbackAllowed = true) {
  const line = await aSharingLine(midwife, [bank.organisationId]);
  for (const actor of [gp, nurse]) {
    await allow(
      midwife,
      line,
      actor.organisationId,
      readers.includes(actor) ? ["identity", "signals", "referrals"] : ["identity", "signals"],
    );
    await involve(midwife, actor, line.trajectoryId);
  }
  await raiseSignal(nurse, aSignal(line, { today }));
  const [asked] = await aReferral(midwife, line.trajectoryId, [offer], { feedbackAllowed });
  assert.ok(asked);
  await make.acceptReferral(bank, seenOf(asked));
  await make.startReferral(bank, { ...seenOf(asked), version: 2, on: today });
  assert.equal((await make.completeReferral(bank, { ...seenOf(asked), version: 3, words: "De post is op orde." })).code, "done");
  return { line, asked };
}
const told = async (id: string) =>
  (
    await region.asOwner<{ who: string }>(
      `select coalesce(p.display_name, t.role) as who from work_item w left join membership m on m.principal = w.principal left join professional p on p.id = m.professional_id
       left join team t on t.principal = w.principal where w.subject_id = $1 and w.kind = 'referral.feedback' and w.closed_at is null order by 1`,
      [id],
    )
  ).map(({ who }) => who);

test("who signalled and the GP hear that the help ended, and read how it went as far as the family allows", async () => {
  const { line, asked } = await helpEnded([gp, nurse]);
  assert.deepEqual(await told(asked.id), ["Ineke", "gp"]);
  const list = await browse(server, nurse).get("/werk");
  assert.match(list.text, /Terugkoppeling De hulp van Schuldhulp \(Kredietbank\) is geëindigd/);
  const page = await browse(server, gp).get(`/gezinnen/${line.trajectoryId}/verwijzingen/${asked.id}`);
  assert.equal(page.status, 200);
  assert.equal(
    (await browse(server, gp).get(`/gezinnen/${line.trajectoryId}/plan`)).text.includes("Samen de post"),
    false,
    "nothing of the plan",
  );
});

test("not who may not read referrals, and nobody where the family wants no feedback", async () => {
  const some = await helpEnded([gp]);
  assert.deepEqual(await told(some.asked.id), ["gp"], "the nurse signalled, but may not read referrals");
  assert.equal((await browse(server, nurse).get(`/gezinnen/${some.line.trajectoryId}/verwijzingen/${some.asked.id}`)).status, 404);
  const none = await helpEnded([gp, nurse], false);
  assert.deepEqual(await told(none.asked.id), []);
});

test("taken back: what waited is gone from the list, and there is nothing to read", async () => {
  const { line, asked } = await helpEnded([gp, nurse]);
  const [hers] = await region.asOwner<{ id: string; version: number }>(
    "select id, version from consent where trajectory_id = $1 and recipient_organisation_id = $2 and withdrawn_on is null",
    [line.trajectoryId, nurse.organisationId],
  );
  const withdrawn = { trajectoryId: line.trajectoryId, consentId: hers?.id ?? "", version: hers?.version ?? 0 };
  assert.equal((await withdrawAnswer(midwife, withdrawn, [referralConsentListener])).code, "done");
  assert.deepEqual(await told(asked.id), ["gp"]);
  assert.doesNotMatch((await browse(server, nurse).get("/werk")).html, new RegExp(asked.id));
  assert.equal((await browse(server, nurse).get(`/gezinnen/${line.trajectoryId}/verwijzingen/${asked.id}`)).status, 404);
  assert.deepEqual(await withActor(nurse, "referral.read", ({ db }) => listReports(db, asked.id)), []);
});
