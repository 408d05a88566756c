import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isDone } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { sql } from "kysely";
import { withActor } from "../../../platform/db/withActor.ts";
import { aRegion, testOrganisations, type Region, type TestOrganisation } from "../../../registry/testing/aRegion.ts";
import type { Role } from "../../../trust/access/rules/policy.ts";
import { findSeries } from "./series.store.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow } from "../../trajectory/testing/involve.ts";
import { aCase, aSeries, aSitting, aTable, seenBy, type Table } from "../testing/aSitting.ts";
import { keepSeries, readSeriesForm } from "./keepSeries.ts";
import { setAgenda } from "./moveSitting.ts";
import { listProposal } from "./sitting.store.ts";

const today = "2026-03-09";
let region: Region;
let table: Table;
before(async () => {
  region = await aRegion();
  await region.setToday(today);
  table = await aTable(region);
});
after(() => region.close());

const made = (chair: Actor, areas: readonly string[]) =>
  keepSeries(
    chair,
    { id: null, version: 0 },
    {
      kind: "knooppunt",
      name: "Eigen overleg",
      chairId: chair.membershipId,
      deputyId: null,
      place: "Hier",
      link: null,
      areas,
      members: [],
      active: true,
    },
  );
const proposed = (chair: Actor, sitting: string) =>
  withActor(chair, "conference.sitting-read", async ({ db }) => (await listProposal(db, sitting)).map(({ caseId }) => caseId));

test("a chair makes no conference for families from where her organisation does not work", async () => {
  const elsewhere = await region.actor("knooppunt_coordinator", "gp", "Coördinator van elders");
  await region.asOwner("update organisation set home_municipality = 'GM0935' where id = $1", [elsewhere.organisationId]);
  await region.asOwner("delete from organisation_area where organisation_id = $1", [elsewhere.organisationId]);
  assert.equal((await made(elsewhere, ["GM0935", "GM0917"])).code, "area-not-served");
  assert.deepEqual(
    (await readSeriesForm(elsewhere, null))?.municipalities.map(({ code }) => code),
    ["GM0935"],
    "and is offered no other",
  );
  assert.equal((await made(elsewhere, ["GM0935"])).code, "done");
});

test("an organisation that stops working somewhere gets no more cases from there, also on the series that it has", async () => {
  const series = await aSeries(table);
  const sitting = await aSitting(table, series, today);
  const { caseId } = await aCase(table);
  assert.ok((await proposed(table.chair, sitting)).includes(caseId));
  await region.asOwner("update organisation set home_municipality = 'GM0935' where id = $1", [table.chair.organisationId]);
  const areas = await region.asOwner<{ code: string }>(
    "delete from organisation_area where organisation_id = $1 returning municipality_code as code",
    [table.chair.organisationId],
  );
  assert.deepEqual(await proposed(table.chair, sitting), []);
  assert.equal((await setAgenda(table.chair, await seenBy(table.chair, sitting), [caseId])).code, "case-gone");
  const kept = await keepSeries(
    table.deputy,
    { id: series, version: 1 },
    {
      kind: "mdo",
      name: "Overleg",
      chairId: table.chair.membershipId,
      deputyId: null,
      place: "Hier",
      link: null,
      areas: ["GM0917"],
      members: [],
      active: true,
    },
  );
  assert.equal(isDone(kept) ? "done" : kept.code, "area-not-served", "not by a deputy of an organisation that does work there either");
  await region.asOwner("insert into organisation_area select $1, unnest($2::text[])", [
    table.chair.organisationId,
    areas.map(({ code }) => code),
  ]);
});

test("what the partner allows for himself opens nobody's case to the coordinator", async () => {
  const line = await aLine(table.midwife, { partner: { givenName: "Tom", prefix: null, familyName: "Smeets", birthDate: "1990-01-01" } });
  const [partner] = await region.asOwner<{ id: string }>("select id from family_member where family_id = $1 and kind = 'partner'", [
    line.familyId,
  ]);
  await region.asOwner(
    "insert into conference_case (trajectory_id, conference_organisation_id, due_on, author_organisation_id) values ($1, $2, $3, $4)",
    [line.trajectoryId, table.deputy.organisationId, today, table.midwife.organisationId],
  );
  const seen = async () =>
    withActor(table.deputy, "conference.case-read", ({ db }) =>
      db.selectFrom("conference_case").select("id").where("trajectory_id", "=", line.trajectoryId).execute(),
    );
  const asked = { purpose: "case_conference", organisationId: null, role: "conference" } as const;
  await allow(table.midwife, { ...line, motherId: partner?.id ?? "" }, table.deputy.organisationId, ["identity"], asked);
  assert.deepEqual(await seen(), []);
  await allow(table.midwife, line, table.deputy.organisationId, ["identity"], asked);
  assert.equal((await seen()).length, 1);
});

test("the usual address of the video meeting is for who convenes it and who sits at its table: no other colleague reads it, also past the pages", async () => {
  const link = "https://overleg.example.org/kamer";
  const series = await aSeries(table);
  await aSitting(table, series, today);
  await region.asOwner("update conference_series set link = $2 where id = $1", [series, link]);
  const seen = (actor: Actor) => withActor(actor, "test", async ({ db }) => (await findSeries(db, series))?.link);
  const [member] = await region.asOwner<{ role: Role; organisation: string }>(
    "select role, organisation_id as organisation from conference_member where series_id = $1 and role <> 'conference_chair' limit 1",
    [series],
  );
  assert.ok(member);
  const at = Object.keys(testOrganisations).find((one) => region.organisationId(one as TestOrganisation) === member.organisation);
  const atTable = await region.actor(member.role, at as TestOrganisation);
  const stranger = await region.actor("gp", "gp");
  assert.deepEqual([await seen(table.chair), await seen(atTable), await seen(stranger)], [link, link, null]);
  const direct = (actor: Actor) => withActor(actor, "test", ({ db }) => sql`select link from conference_series`.execute(db));
  for (const actor of [stranger, table.chair]) await assert.rejects(direct(actor), { code: "42501" });
});
