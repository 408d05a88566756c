import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { askVisit } from "../pathway/exploration/server/askVisit.ts";
import { aLineWithVisitConsent } from "../pathway/exploration/testing/aVisit.ts";
import { acceptHandover, changeHandover } from "../pathway/handover/server/moveHandover.ts";
import { aHandoverLine, anOfferedHandover, aPreparedHandover, handoverNow, seenOf, words } from "../pathway/handover/testing/aHandover.ts";
import { raiseSignal } from "../pathway/signal/server/raiseSignal.ts";
import { aSignal } from "../pathway/signal/testing/aSignal.ts";
import { acceptReferral } from "../pathway/support/referral/server/moveReferral.ts";
import {
  anOfferOf,
  aReferral,
  aSharingLine,
  candidatesOf,
  seenOf as seenCandidate,
} from "../pathway/support/referral/testing/aReferral.ts";
import { aLine } from "../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../platform/db/actor.ts";
import { withActor } from "../platform/db/withActor.ts";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";

// Two who act in the same instant on what one of them takes away: who is too late is told so in the words of the use case.

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  midwife = await region.actor("midwife", "practice");
});
after(() => region.close());

/** The midwife runs this, and keeps it to herself until the other one waits for it. */
async function meanwhile<Result>(statement: ReturnType<typeof sql>, other: () => Promise<Result>): Promise<Result> {
  const [ready, goOn] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const first = withActor(midwife, "x", async ({ db }) => {
    await statement.execute(db);
    ready.resolve(undefined);
    await goOn.promise;
  });
  await ready.promise;
  const second = other();
  const waiting = () =>
    region.asOwner("select from pg_locks join pg_stat_activity a using (pid) where not granted and a.datname = current_database()");
  while ((await waiting()).length === 0);
  goOn.resolve(undefined);
  await first;
  return second;
}

async function withdrawalOf(trajectoryId: string, organisationId: string) {
  const [consent] = await region.asOwner<{ id: string; version: number }>(
    "select id, version from consent where trajectory_id = $1 and recipient_organisation_id = $2",
    [trajectoryId, organisationId],
  );
  return sql`select trust.withdraw_consent(${consent?.id}, 'self', ${consent?.version})`;
}

test("a handover is taken over while the family takes its consent back: it is not, and the receiver is told why", async () => {
  const nurse = await region.actor("youth_nurse", "youthHealth");
  const line = await aHandoverLine(midwife, [nurse.organisationId]);
  const prepared = await aPreparedHandover(midwife, line.trajectoryId, nurse);
  await changeHandover(midwife, seenOf(prepared), { ...prepared, words: words(), receiver: null });
  const offered = await anOfferedHandover(midwife, await handoverNow(midwife, prepared), today);
  const withdrawal = await withdrawalOf(line.trajectoryId, nurse.organisationId);
  assert.equal((await meanwhile(withdrawal, () => acceptHandover(nurse, seenOf(offered)))).code, "handover-no-consent");
  assert.equal((await handoverNow(midwife, offered)).status.state, "offered");
});

test("help is accepted while the family takes its consent back: it is not, and no place is taken", async () => {
  const bank = await region.actor("support_provider", "support");
  const line = await aSharingLine(midwife, [bank.organisationId]);
  const offer = await anOfferOf(bank);
  await region.asOwner("update support_offer set capacity_maximum = 3, capacity_available = 3, capacity_updated_on = $2 where id = $1", [
    offer,
    today,
  ]);
  const [asked] = await aReferral(midwife, line.trajectoryId, [offer]);
  assert.ok(asked);
  const withdrawal = await withdrawalOf(line.trajectoryId, bank.organisationId);
  assert.equal((await meanwhile(withdrawal, () => acceptReferral(bank, seenCandidate(asked)))).code, "referral-no-consent");
  assert.equal((await candidatesOf(midwife, line.trajectoryId))[0]?.status.state, "requested");
  const [left] = await region.asOwner<{ n: number }>("select capacity_available as n from support_offer where id = $1", [offer]);
  assert.equal(left?.n, 3);
});

test("a home visit is asked while the line is closed: it is not, and who asks is told that it ended", async () => {
  const nurse = await region.actor("youth_nurse", "youthHealth");
  const { trajectoryId } = await aLineWithVisitConsent(midwife, nurse, today);
  const [line] = await region.asOwner<{ version: number }>("select version from trajectory where id = $1", [trajectoryId]);
  const closing = sql`select trust.close_line(${trajectoryId}, 'moved_away', ${today}::date, ${today}::date, '{}', ${line?.version})`;
  const request = {
    trajectoryId,
    kind: "prenatal",
    askedOrganisationId: nurse.organisationId,
    urgent: false,
    question: null,
  } as const;
  assert.equal((await meanwhile(closing, () => askVisit(midwife, request))).code, "visit-line-ended");
  assert.deepEqual(await region.asOwner("select from home_visit where trajectory_id = $1", [trajectoryId]), []);
});

test("a signal is typed while its file is destroyed: it is told as any line that is not there", async () => {
  const line = await aLine(midwife);
  const [ready, goOn] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const raising = ready.promise.then(() => raiseSignal(midwife, aSignal(line, { today })));
  await region.asOwner(
    `insert into destruction_request (trajectory_id, about_person, about, asked_by, identity_checked, due_on, state, decided_by, confirmed_by, destroyed_kinds, asked_membership_id,
       author_organisation_id, author_id) select $1, $2, 'mother', 'self', 'document', app.today() + 30, 'confirmed', $3, (select id from professional where id <> $3 limit 1),
       '{medical_file}', $4, $5, $3`,
    [line.trajectoryId, line.motherId, midwife.professionalId, midwife.membershipId, midwife.organisationId],
  );
  const holding = withActor(midwife, "x", async ({ db }) => {
    await sql`select from trajectory where id = ${line.trajectoryId} for update`.execute(db);
    ready.resolve(undefined);
    await goOn.promise;
  });
  const waiting = (count: number) =>
    region
      .asOwner("select from pg_locks join pg_stat_activity a using (pid) where not granted and a.datname = current_database()")
      .then(({ length }) => length >= count);
  await ready.promise;
  const destroying = region.asOwner("select trust.carry_out_destruction(id) from destruction_request where trajectory_id = $1", [
    line.trajectoryId,
  ]);
  while (!(await waiting(2)));
  goOn.resolve(undefined);
  await Promise.all([holding, destroying]);
  assert.ok(["not-visible", "done"].includes((await raising).code));
  assert.deepEqual(await region.asOwner("select from signal where trajectory_id = $1", [line.trajectoryId]), []);
});
