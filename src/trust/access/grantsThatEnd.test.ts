import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import { allow, involve } from "../../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { clockTask } from "../emergency/server/emergency.ts";
import { answerRelationOffer, offerRelation } from "./server/door.ts";

// What one consent gives ends with that consent, also beside another one, and also when nothing ran on the day that it ended.

const today = "2026-11-09";
let region: Region;
let midwife: Actor;
let worker: Actor;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
  worker = await region.actor("municipal_worker", "municipality");
});
after(() => region.close());
beforeEach(() => region.setToday(today));

/** How the worker may read the signals of this line: not at all, what is social, or what is medical too. */
const sight = (line: string): Promise<"nothing" | "social" | "medical"> =>
  withActor(worker, "family.read", async ({ db, today: now }) => {
    const grants = await db
      .selectFrom("access_grant")
      .select("social_only")
      .where("trajectory_id", "=", line)
      .where("part", "=", 2)
      .where("until", ">=", now)
      .execute();
    if (grants.length === 0) return "nothing";
    return grants.some(({ social_only }) => !social_only) ? "medical" : "social";
  });

async function sharedLine(): Promise<string> {
  const line = await aLine(midwife);
  await involve(midwife, worker, line.trajectoryId, "request");
  await allow(midwife, line, worker.organisationId, ["identity", "signals"]);
  await allow(midwife, line, worker.organisationId, ["identity", "signals"], {
    purpose: "case_conference",
    medicalToo: true,
    until: "2026-11-10",
  });
  return line.trajectoryId;
}

test("what is medical is not seen a day longer than the consent that names it, and the rest goes on", async () => {
  const line = await sharedLine();
  assert.equal(await sight(line), "medical");
  await region.setToday("2026-11-11");
  assert.notEqual(await sight(line), "medical", "before the clock has run");
  await clockTask.run({});
  assert.equal(await sight(line), "social");
});

test("so it is when nothing ran for a week", async () => {
  const line = await sharedLine();
  await region.setToday("2026-11-17");
  await clockTask.run({});
  assert.equal(await sight(line), "social");
  const [left] = await region.asOwner<{ ended: number }>("select count(*)::integer as ended from access_grant where until < app.today()");
  assert.equal(left?.ended, 0);
});

test("a consent that is withdrawn while someone accepts leaves no sight behind", async () => {
  const { trajectoryId, motherId } = await aLine(midwife);
  const consent = await allow(midwife, { trajectoryId, motherId }, worker.organisationId, ["identity", "signals"]);
  await withActor(midwife, "relation.offered", ({ db }) =>
    offerRelation(db, { trajectoryId, organisationId: worker.organisationId, basis: "request" }),
  );
  const reckoned = Promise.withResolvers<undefined>();
  const goOn = Promise.withResolvers<undefined>();
  const accepting = withActor(worker, "relation.accepted", async ({ db }) => {
    await answerRelationOffer(db, { trajectoryId, basis: "request", accept: true });
    reckoned.resolve(undefined);
    await goOn.promise;
  });
  await reckoned.promise;
  const withdrawing = withActor(midwife, "consent.withdrawn", async ({ db }) => {
    await sql`select trust.withdraw_consent(${consent}, 'self', 1)`.execute(db);
  });
  const waiting = () =>
    region.asOwner("select from pg_locks join pg_stat_activity a using (pid) where not granted and a.datname = current_database()");
  while ((await waiting()).length === 0); // until the withdrawal waits for the line
  goOn.resolve(undefined);
  await Promise.all([accepting, withdrawing]);
  assert.equal(await sight(trajectoryId), "nothing");
});
