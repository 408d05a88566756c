import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { aLine } from "../testing/aLine.ts";
import { allow, involve } from "../testing/involve.ts";
import { beginNextLine } from "./changeLine.ts";

let region: Region;
let midwife: Actor;
let other: Actor;
let line: Awaited<ReturnType<typeof aLine>>;
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-09");
  midwife = await region.actor("midwife", "practice");
  other = await region.actor("midwife", "otherPractice");
});
beforeEach(async () => {
  line = await aLine(midwife, {
    contacts: [{ channel: "phone", value: "0600000001", safe: true, safeMoments: "ochtend" }],
    partner: { givenName: "Tim", prefix: null, familyName: "Smeets", birthDate: "1990-01-01" },
  });
  await region.asOwner("update trajectory set born_on = '2026-01-01' where id = $1", [line.trajectoryId]);
  await allow(midwife, line, other.organisationId, ["identity"]);
  await involve(midwife, other, line.trajectoryId, "request");
});
after(() => region.close());

const begin = (actor: Actor) => beginNextLine(actor, line.trajectoryId, { dueDate: "2027-06-01", parity: null });
const familyOf = (actor: Actor, trajectoryId: string) => withActor(actor, "family.read", ({ db }) => findFamilyOfLine(db, trajectoryId));
const withdraw = () =>
  region.asOwner(
    "with w as (update consent set withdrawn_on = app.today() where trajectory_id = $1 returning 1) select trust.recompute_grants($1) from (select count(*) from w) x",
    [line.trajectoryId],
  );

test("an organisation that begins a next line for a family it knows by consent keeps the name when the consent ends", async () => {
  const begun = await begin(other);
  assert.equal(begun.code, "done");
  const next = "trajectoryId" in begun ? begun.trajectoryId : "";
  await withdraw();
  await region.asOwner("select trust.recompute_grants($1)", [line.trajectoryId]);
  assert.equal(await familyOf(other, line.trajectoryId), null);
  const kept = await familyOf(other, next);
  assert.deepEqual(
    kept?.members.map(({ kind, givenName, familyName, birthDate }) => [kind, givenName, familyName, birthDate]),
    [["mother", "Sanne", "Frijns", "1996-05-04"]],
  );
  assert.deepEqual(
    [kept?.addresses.map(({ street }) => street), kept?.contacts.map(({ value, safeMoments }) => [value, safeMoments])],
    [["Akerstraat"], [["0600000001", "ochtend"]]],
  );
  assert.equal(await familyOf(midwife, next), null, "its line is its own");
});

test("what others record later does not reach it, nor what it records them", async () => {
  const begun = await begin(other);
  const next = "trajectoryId" in begun ? begun.trajectoryId : "";
  await withdraw();
  await withActor(midwife, "family.changed", ({ db }) =>
    sql`update family_address set street = 'Geheimstraat', version = version + 1 where family_id = ${line.familyId}`.execute(db),
  );
  assert.deepEqual(
    (await familyOf(other, next))?.addresses.map(({ street }) => street),
    ["Akerstraat"],
  );
});

test("pressed again it is told of the line that is there; a later one stands on the same record", async () => {
  const begun = await begin(other);
  assert.equal((await begin(other)).code, "already-expecting");
  await region.asOwner("update trajectory set born_on = '2026-11-01' where id = $1", ["trajectoryId" in begun ? begun.trajectoryId : ""]);
  assert.equal((await begin(other)).code, "done");
  assert.deepEqual(
    await region.asOwner(
      "select count(*)::integer as families, (select count(*)::integer from trajectory t join family f on f.id = t.family_id and f.copied_from = $1) as lines from family where copied_from = $1",
      [line.familyId],
    ),
    [{ families: 1, lines: 2 }],
  );
});

test("who registered the family goes on with the same one; who may only read it begins nothing", async () => {
  const own = await begin(midwife);
  assert.deepEqual(
    await region.asOwner("select family_id from trajectory where id = $1", ["trajectoryId" in own ? own.trajectoryId : ""]),
    [{ family_id: line.familyId }],
  );
  await withdraw();
  await assert.rejects(
    withActor(other, "line.begun", ({ db }) => sql`select trust.register_trajectory(${line.familyId}, null, null, null)`.execute(db)),
    { code: "42501" },
  );
});
