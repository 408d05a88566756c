import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { noteSignal, raiseSignal } from "../pathway/signal/server/raiseSignal.ts";
import { aSignal } from "../pathway/signal/testing/aSignal.ts";
import { endLine } from "../pathway/trajectory/server/closeLine.ts";
import { endLinesTask } from "../pathway/trajectory/server/endLines.ts";
import { findLine } from "../pathway/trajectory/server/door.ts";
import { aLine } from "../pathway/trajectory/testing/aLine.ts";
import { allow, involve } from "../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../platform/db/actor.ts";
import { withActor } from "../platform/db/withActor.ts";
import { aRegion, type Region } from "../registry/testing/aRegion.ts";
import { closingChecks } from "./closingChecks.ts";
import { aServer, browse } from "./testing/browse.ts";

// Closing a line with every concept's check, as main puts them together.

const today = "2026-11-22";
let region: Region;
let server: FastifyInstance;
let midwife: Actor;
let nurse: Actor;
before(async () => {
  region = await aRegion();
  server = await aServer();
  await region.setToday(today);
  midwife = await region.actor("midwife", "practice");
  nurse = await region.actor("youth_nurse", "youthHealth");
});
after(async () => {
  await server.close();
  await region.close();
});

const sees = (actor: Actor, line: string) => withActor(actor, "family.read", async ({ db }) => (await findLine(db, line)) !== null);
async function aSharedLine() {
  const line = await aLine(midwife);
  await allow(midwife, line, nurse.organisationId, ["identity", "signals", "plan"]);
  await involve(midwife, nurse, line.trajectoryId);
  return line;
}
const closeAddress = (line: { trajectoryId: string }) => `/gezinnen/${line.trajectoryId}/afsluiten`;
const stateOf = async (line: { trajectoryId: string }) =>
  (await region.asOwner<{ state: string }>("select state from trajectory where id = $1", [line.trajectoryId]))[0]?.state;

test("a signal that was not discussed keeps the line open: it is shown with the way to settle it, and no button closes it", async () => {
  const line = await aSharedLine();
  await raiseSignal(midwife, aSignal(line, { today, discussedOn: null }));
  const hers = browse(server, midwife);
  const shown = await hers.get(closeAddress(line));
  assert.match(shown.text, /Signalen die nog niet zijn besproken/);
  assert.match(shown.html, new RegExp(`href="/gezinnen/${line.trajectoryId}/signalen"`));
  assert.equal(shown.hidden(closeAddress(line)), null, "no form");
  const forced = await hers.post(closeAddress(line), { reason: "other", on: "22-11-2026", version: "1" });
  assert.equal(forced.status, 422);
  assert.equal(await stateOf(line), "open");
});

test("a signal that comes in between opening the form and sending it stops the close", async () => {
  const line = await aSharedLine();
  const hers = browse(server, midwife);
  await hers.get(closeAddress(line));
  await raiseSignal(midwife, aSignal(line, { today, discussedOn: null }));
  const answer = await hers.post(closeAddress(line), { reason: "moved_away", on: "22-11-2026" });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /Er staat nog iets open/);
  assert.equal(await stateOf(line), "open");
});

test("a signal of another organisation that nobody else may see is not told, and goes on asking her to discuss it", async () => {
  const line = await aSharedLine();
  await raiseSignal(nurse, aSignal(line, { today, discussedOn: null }));
  const hers = browse(server, midwife);
  assert.doesNotMatch((await hers.get(closeAddress(line))).text, /Signalen die nog niet/);
  assert.match((await hers.submit(closeAddress(line), { reason: "moved_away", on: "22-11-2026" })).text, /De lijn is afgesloten/);
  const nagging = await region.asOwner(
    "select 1 from work_item where trajectory_id = $1 and kind = 'signal-not-discussed' and closed_at is null",
    [line.trajectoryId],
  );
  assert.ok(nagging.length > 0);
  const [own] = await withActor(nurse, "signals.read", async ({ db }) =>
    db.selectFrom("signal").select("id").where("trajectory_id", "=", line.trajectoryId).execute(),
  );
  assert.ok(own, "she still sees her own");
});

test("relations end by the rule, come back when it is opened again in time, and not after ninety days", async () => {
  const line = await aSharedLine();
  const hers = browse(server, midwife);
  await hers.submit(closeAddress(line), { reason: "moved_away", on: "22-11-2026" });
  assert.equal(await sees(nurse, line.trajectoryId), true, "four weeks to finish");
  const [closing] = await region.asOwner<{ until: string }>(
    "select relations_until::text as until from line_closing where trajectory_id = $1",
    [line.trajectoryId],
  );
  assert.equal(closing?.until, "2026-12-20");
  try {
    await region.setToday("2026-12-21");
    assert.equal(await sees(nurse, line.trajectoryId), false);
    assert.equal(await sees(midwife, line.trajectoryId), true, "what she recorded herself");
    await hers.get(`/gezinnen/${line.trajectoryId}`);
    assert.match((await hers.submit(`/gezinnen/${line.trajectoryId}/heropenen`)).text, /De lijn is weer open/);
    assert.equal(await sees(nurse, line.trajectoryId), true, "as it was");
    await hers.submit(closeAddress(line), { reason: "other", on: "21-12-2026" });
    await region.setToday("2027-03-22");
    await hers.get(`/gezinnen/${line.trajectoryId}`);
    assert.match((await hers.submit(`/gezinnen/${line.trajectoryId}/heropenen`)).text, /langer dan 90 dagen afgesloten/);
  } finally {
    await region.setToday(today);
  }
});

test("a family that stops is seen by nobody else from the next day", async () => {
  const line = await aSharedLine();
  const hers = browse(server, midwife);
  await hers.submit(closeAddress(line), { reason: "family_stopped", on: "22-11-2026" });
  assert.equal(await sees(nurse, line.trajectoryId), true, "today, to finish");
  try {
    await region.setToday("2026-11-23");
    assert.equal(await sees(nurse, line.trajectoryId), false);
  } finally {
    await region.setToday(today);
  }
});

test("at two the night closes a line, but not one on which a signal would be lost: that is put before who registered the family", async () => {
  const [quiet, waiting] = [await aSharedLine(), await aSharedLine()];
  await raiseSignal(midwife, aSignal(waiting, { today, discussedOn: null }));
  await region.asOwner("update trajectory set born_on = '2024-11-20' where id = any($1)", [[quiet.trajectoryId, waiting.trajectoryId]]);
  await endLinesTask.run({});
  await endLinesTask.run({});
  assert.equal(await stateOf(quiet), "ended");
  assert.equal(await stateOf(waiting), "open");
  const work = await region.asOwner(
    "select distinct kind from work_item where trajectory_id = $1 and kind = 'line.close' and closed_at is null",
    [waiting.trajectoryId],
  );
  assert.equal(work.length, 1);
  assert.match((await browse(server, midwife).get("/werk")).text, /Het kind is 2 jaar: rond deze lijn af/);
});

test("agreements go on without Wieg only when that was discussed", async () => {
  const line = await aSharedLine();
  await region.asOwner(
    `insert into plan_agreement (trajectory_id, wording, responsible_kind, responsible_name, evaluate_on, author_membership_id, author_organisation_id, author_id)
     values ($1, 'Samen de post openen', 'network', 'Karin', '2026-12-30', $2, $3, $4)`,
    [line.trajectoryId, midwife.membershipId, midwife.organisationId, midwife.professionalId],
  );
  const hers = browse(server, midwife);
  const refused = await hers.post(closeAddress(line), { reason: "other", on: "22-11-2026" });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Bespreek eerst met het gezin hoe dit doorgaat/);
  assert.match(
    (await hers.submit(closeAddress(line), { reason: "other", on: "22-11-2026", agreed: "agreements" })).text,
    /De lijn is afgesloten/,
  );
});

test("opened again, a relation with a last day of its own has it again, and one that was ended meanwhile stays ended", async () => {
  const line = await aSharedLine();
  const hospital = await region.actor("gynaecologist", "hospital");
  await involve(midwife, hospital, line.trajectoryId);
  await region.asOwner("update care_relation set until = $2::date + 60 where trajectory_id = $1 and organisation_id = $3", [
    line.trajectoryId,
    today,
    nurse.organisationId,
  ]);
  const hers = browse(server, midwife);
  await hers.get(closeAddress(line));
  await hers.submit(closeAddress(line), { reason: "other", on: "22-11-2026" });
  assert.equal(await stateOf(line), "ended");
  await region.asOwner("update care_relation set until = $2 where trajectory_id = $1 and organisation_id = $3", [
    line.trajectoryId,
    today,
    hospital.organisationId,
  ]);
  await withActor(midwife, "line.reopened", async ({ db }) => {
    const { version } = await db.selectFrom("trajectory").select("version").where("id", "=", line.trajectoryId).executeTakeFirstOrThrow();
    await sql`select trust.reopen_line(${line.trajectoryId}, 90, ${version})`.execute(db);
  });
  assert.equal(await stateOf(line), "open");
  const until = await region.asOwner<{ until: string | null }>(
    "select until::text from care_relation where trajectory_id = $1 and organisation_id = any($2) order by until",
    [line.trajectoryId, [nurse.organisationId, hospital.organisationId]],
  );
  assert.deepEqual(until, [{ until: today }, { until: "2027-01-21" }]);
});

/** Two at once on one line: the first goes on when the other waits for it. */
async function atOnce<First, Second>(
  first: (goOn: Promise<void>, ready: () => void) => Promise<First>,
  second: () => Promise<Second>,
): Promise<readonly [First, Second]> {
  const [ready, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const one = first(goOn.promise, ready.resolve);
  await ready.promise;
  const other = second();
  const waiting = () =>
    region.asOwner("select from pg_locks join pg_stat_activity a using (pid) where not granted and a.datname = current_database()");
  while ((await waiting()).length === 0);
  goOn.resolve();
  return [await one, await other];
}
const raise = (line: Awaited<ReturnType<typeof aLine>>) => raiseSignal(midwife, aSignal(line, { today, discussedOn: null }));
const close = (line: { trajectoryId: string }, checks: Parameters<typeof endLine>[3]) =>
  endLine(midwife, line.trajectoryId, { reason: "other", on: today, agreed: [], version: 1 }, checks);

test("a signal that is on its way while someone closes the line: the close waits for it, and sees it", async () => {
  const line = await aLine(midwife);
  const [raised, closed] = await atOnce(
    (goOn, ready) =>
      withActor(midwife, "x", async (work) => {
        const outcome = await noteSignal(work, midwife, aSignal(line, { today, discussedOn: null }));
        ready();
        await goOn;
        return outcome;
      }),
    () => close(line, closingChecks),
  );
  assert.deepEqual([raised.code, closed.code], ["done", "still-open"]);
  assert.equal(await stateOf(line), "open");
});

test("a line that is being closed while someone signals: she is told that it ended, and nothing is lost on it", async () => {
  const line = await aLine(midwife);
  const [closed, raised] = await atOnce(
    (goOn, ready) =>
      close(line, [
        {
          ...(closingChecks[0] as (typeof closingChecks)[number]),
          find: async () => {
            ready();
            await goOn;
            return [];
          },
        },
      ]),
    () => raise(line),
  );
  assert.deepEqual([closed.code, raised.code], ["done", "line-ended"]);
  assert.deepEqual(await region.asOwner("select from signal where trajectory_id = $1", [line.trajectoryId]), []);
});
