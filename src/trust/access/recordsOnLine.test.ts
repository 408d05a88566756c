import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { raiseSignal } from "../../pathway/signal/server/raiseSignal.ts";
import { aSignal } from "../../pathway/signal/testing/aSignal.ts";
import { addedAgreement } from "../../pathway/plan/testing/aPlan.ts";
import { aLine } from "../../pathway/trajectory/testing/aLine.ts";
import { allow, involve } from "../../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { projectRoot } from "../../platform/projectRoot.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { amInvolved, askOnce, holdsNone, learnRecords } from "./server/door.ts";

// What a page need not ask: the tables that hold nothing of a line.

let region: Region;
let midwife: Actor;
before(async () => {
  region = await aRegion();
  midwife = await region.actor("midwife", "practice");
  await region.setToday("2026-11-09");
});
after(() => region.close());

test("who is involved learns which tables hold something; of signals, which may be in confidence, nothing is said", async () => {
  const line = await aLine(midwife);
  const { trajectoryId } = line;
  await addedAgreement(midwife, trajectoryId);
  await withActor(midwife, "family.read", async ({ db }) => {
    assert.equal(holdsNone(db, trajectoryId, "handover"), false, "nobody looked yet");
    await learnRecords(db, trajectoryId);
    assert.equal(holdsNone(db, trajectoryId, "handover"), true);
    assert.equal(holdsNone(db, trajectoryId, "handover", "plan_agreement"), false);
    assert.equal(await amInvolved(db, trajectoryId), true);
  });
  await raiseSignal(midwife, aSignal(line, { today: "2026-11-09" }));
  const rows = await withActor(midwife, "family.read", async ({ db }) => {
    const found = await sql<{ tables: readonly string[] }>`select trust.records_on_line(${trajectoryId}) as tables`.execute(db);
    return found.rows[0]?.tables ?? [];
  });
  assert.ok(rows.includes("plan_agreement"));
  assert.deepEqual(
    rows.filter((name) => /signal|meldcode|emergency/.test(name)),
    [],
  );
});

test("who is not involved learns nothing, and asks every table", async () => {
  const { trajectoryId } = await aLine(midwife);
  await addedAgreement(midwife, trajectoryId);
  await withActor(await region.actor("youth_nurse", "youthHealth"), "family.read", async ({ db }) => {
    const { rows } = await sql<{ tables: unknown }>`select trust.records_on_line(${trajectoryId}) as tables`.execute(db);
    assert.equal(rows[0]?.tables, null);
    await learnRecords(db, trajectoryId);
    assert.equal(holdsNone(db, trajectoryId, "handover"), false);
    assert.equal(await amInvolved(db, trajectoryId), false);
  });
});

test("who is involved and may not read a part learns nothing of it, not even that there is nothing", async () => {
  const [full, bare] = [await aLine(midwife), await aLine(midwife)];
  await addedAgreement(midwife, full.trajectoryId);
  const worker = await region.actor("municipal_worker", "municipality");
  for (const line of [full, bare]) {
    await involve(midwife, worker, line.trajectoryId);
    await allow(midwife, line, worker.organisationId, ["identity"]);
  }
  const [told, toldOfBare] = await withActor(worker, "x", ({ db }) =>
    Promise.all(
      [full, bare].map(async ({ trajectoryId }) => {
        const { rows } = await sql<{ tables: readonly string[] }>`select trust.records_on_line(${trajectoryId}) as tables`.execute(db);
        return rows[0]?.tables.toSorted((a, b) => a.localeCompare(b));
      }),
    ),
  );
  assert.deepEqual(told, toldOfBare);
  assert.ok(told?.includes("plan_agreement") && !told.includes("birth"), "of what is shared with her she is told");
});

test("what more than one part of a page asks is asked once there, and each time elsewhere", async () => {
  const { trajectoryId } = await aLine(midwife);
  await withActor(midwife, "family.read", async ({ db }) => {
    let asked = 0;
    const ask = () => askOnce(db, trajectoryId, "x", () => Promise.resolve((asked += 1)));
    assert.deepEqual([await ask(), await ask()], [1, 2]);
    await learnRecords(db, trajectoryId);
    assert.deepEqual([await ask(), await ask()], [3, 3]);
  });
});

test("each table that is counted is found by its line without reading all of it", async () => {
  const slow = await region.asOwner<{ name: string }>(
    `select p.name from protected_table p where p.counted and not exists (
       select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
       where i.indrelid = p.name::regclass and a.attname = 'trajectory_id' and i.indpred is null)`,
  );
  assert.deepEqual(slow, []);
});

test("each table that is counted notes what it holds at its first record", async () => {
  const silent = await region.asOwner<{ name: string }>(
    `select p.name from protected_table p where p.counted and not exists (
       select from pg_trigger t where t.tgrelid = p.name::regclass and t.tgname = 'y_note_on_line' and t.tgenabled = 'O')`,
  );
  assert.deepEqual(silent, []);
});

test("no store takes a table for empty that is not counted", async () => {
  const stores = globSync("src/**/*.store.ts", { cwd: projectRoot }).map((file) => readFileSync(path.join(projectRoot, file), "utf8"));
  const named = stores.flatMap((text) =>
    [...text.matchAll(/holdsNone\(db, \w+, ([^)]*)\)/g)].flatMap(([, tables]) =>
      [...(tables ?? "").matchAll(/"(\w+)"/g)].map(([, name]) => name),
    ),
  );
  assert.ok(named.length > 20);
  const counted = await region.asOwner<{ name: string }>("select name from protected_table where counted");
  assert.deepEqual(
    named.filter((name) => !counted.some((table) => table.name === name)),
    [],
  );
});
