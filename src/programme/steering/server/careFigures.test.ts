import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { aServer, browse } from "../../../main/testing/browse.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { aRegion, type Region } from "../../../registry/testing/aRegion.ts";
import { aPilot } from "../../enrolment/testing/anEligibleLine.ts";
import { givePlaces } from "../testing/givePlaces.ts";
import { readWorkbook } from "../testing/readWorkbook.ts";
import { countSteeringTask } from "./countTask.ts";

// Hours and waiting times, from raw lines to what each role sees of them.

let region: Region;
let server: FastifyInstance;
let group: Actor;
let coordinator: Actor;

before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  server = await aServer();
  await aPilot(region);
  group = await region.actor("project_group", "office");
  coordinator = await region.actor("maternity_coordinator", "maternityCare");
});
after(async () => {
  await server.close();
  await region.close();
});

/** Families with a place in pillar 1, born on a day, each with so many hours in the first ten days; a signal so many days before the place. */
async function cared(families: number, born: string, hours: readonly number[], waited: readonly number[]): Promise<void> {
  const ids = await givePlaces(region, { pillar: 1, municipality: "GM0917", on: "2026-06-10", families });
  const assistant = coordinator.professionalId;
  for (const [nr, id] of ids.entries()) {
    await region.asOwner("update trajectory set born_on = $2 where id = $1", [id, born]);
    await region.asOwner(
      `insert into hour_line (trajectory_id, visit_id, assistant_id, day, month, minutes, source, reason, co_payment_by, author_organisation_id)
       values ($1, gen_random_uuid(), $2, $3::date + 1, date_trunc('month', $3::date), $4, 'insurance', 'test', 'family', $5),
              ($1, gen_random_uuid(), $2, $3::date + 10, date_trunc('month', $3::date), 600, 'undecided', 'test', 'none', $5)`,
      [id, assistant, born, (hours[nr % hours.length] ?? 0) * 60, region.organisationId("maternityCare")],
    );
    const [mother] = await region.asOwner<{ id: string }>(
      "insert into family_member (family_id, kind, given_name, family_name, author_organisation_id) select family_id, 'mother', 'Verzonnen', 'Voorbeeld', $2 from trajectory where id = $1 returning id",
      [id, region.organisationId("practice")],
    );
    await region.asOwner(
      `insert into signal (trajectory_id, noted_together, about_person, care_kind, factors, observed_on, discussed_on, author_role, author_membership_id, author_organisation_id)
       values ($1, gen_random_uuid(), $5, 'social', '{debt}', date '2026-06-10' - $2::int, '2026-06-10', 'midwife', $4, $3)`,
      [id, waited[nr % waited.length], region.organisationId("practice"), coordinator.membershipId, mother?.id],
    );
  }
}

const pageOf = async (actor: Actor) => (await browse(server, actor).get("/geboortezorg-flex/sturing")).text;

test("hours of the maternity week, the share below 24 hours, and what half and nine in ten waited", async () => {
  // Forty families in a quarter that is over: twelve of 20 hours, twenty-eight of 50; the eleventh day counts for nothing here.
  await cared(12, "2026-07-20", [20], [10]);
  await cared(28, "2026-07-20", [50], [20, 20, 20, 20, 20, 20, 30]);
  await countSteeringTask.run({});
  for (const actor of [group, coordinator]) {
    const page = await pageOf(actor);
    assert.match(page, /3e kwartaal 2026 40 –.* 1\.640 uur gemiddeld 41 u 00 0 uur 12 van 40 \(30%\)/);
    assert.match(page, /Landelijk gemiddelde: 42 uur/);
    assert.match(
      page,
      /Besluit over een plaats 2e kwartaal 2026 40 20 dagen 20 dagen/,
      "twelve of ten days, twenty-four of twenty, four of thirty",
    );
    assert.match(page, /Eerste kraamzorg 3e kwartaal 2026 40 61 dagen 61 dagen/);
    assert.match(page, /Geteld op/);
  }
});

test("small counts are hidden from the project group and not from the coordinator: also who is few within many", async () => {
  await cared(3, "2026-04-20", [10], [5]);
  await cared(12, "2026-03-10", [10], [5]);
  await countSteeringTask.run({});
  assert.match(await pageOf(coordinator), /2e kwartaal 2026 3 .*3 van 3 \(100%\)/);
  const page = await pageOf(group);
  assert.doesNotMatch(page, /2e kwartaal 2026 3 /);
  assert.match(page, /1e kwartaal 2026 12 –.* 120 uur gemiddeld 10 u 00 0 uur –/, "twelve of twelve would tell that none had more");
  assert.match(page, /Andere aantallen gezinnen onder de tien ziet zij niet/);
});

/** The workbook as who asks gets it. */
async function workbookOf(actor: Actor, address = "/geboortezorg-flex/sturing/cijfers.xlsx") {
  const { rawPayload, headers } = await server.inject({ url: address, headers: { cookie: `wieg-sessie=${actor.token}` } });
  assert.equal(headers["content-type"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  return readWorkbook(rawPayload);
}

test("the workbook holds what the page holds, each table on a sheet of its own, and is cut as the page is", async () => {
  await region.asOwner(
    `insert into steering_action (programme_id, deviation, action, owner_membership_id, due_on, decided_by)
     select id, '=HYPERLINK("x")', 'Bellen', $1, '2026-12-01', $2 from programme limit 1`,
    [coordinator.membershipId, coordinator.professionalId],
  );
  const hers = await workbookOf(coordinator);
  assert.deepEqual(
    [...hers.keys()],
    [
      "Over dit bestand",
      "Instroom per maand",
      "Plaatsen",
      "Uren kraamweek",
      "Uren pijler 2",
      "Wachttijden",
      "Geld uitgegeven",
      "Geld verwacht",
      "Acties",
      "Evaluatie",
    ],
  );
  assert.deepEqual(
    hers.get("Uren kraamweek")?.find(([quarter]) => quarter === "2e kwartaal 2026"),
    ["2e kwartaal 2026", "3", "–", "–", "30", "10", "0", "3"],
  );
  assert.deepEqual(hers.get("Acties")?.[1]?.slice(0, 2), ['=HYPERLINK("x")', "Bellen"], "words, not a formula");
  const theirs = await workbookOf(group);
  assert.deepEqual(
    theirs.get("Uren kraamweek")?.map(([quarter]) => quarter),
    ["Kwartaal", "1e kwartaal 2026", "3e kwartaal 2026"],
  );
  assert.deepEqual(theirs.get("Uren kraamweek")?.[1], ["1e kwartaal 2026", "12", "–", "–", "120", "10", "0", "–"]);
  assert.doesNotMatch(JSON.stringify([...(theirs.get("Wachttijden") ?? [])]), /"3"/);
});

test("hours of pillar 2: agreed and given, few families hidden from the project group", async () => {
  const many = await givePlaces(region, { pillar: 2, municipality: "GM0917", on: "2026-08-01", families: 10 });
  await givePlaces(region, { pillar: 2, municipality: "GM0917", on: "2026-05-01", families: 4 });
  await region.asOwner("update programme_place set agreed_minutes = 1440 where pillar = 2", []);
  await region.asOwner(
    `insert into hour_line (trajectory_id, visit_id, assistant_id, day, month, minutes, source, reason, co_payment_by, pillar, programme_id, version_id, municipality_code, author_organisation_id)
     select t, gen_random_uuid(), $2, '2026-09-01', '2026-09-01', 720, 'programme', 'flexible-place', 'none', 2, v.programme_id, v.id, 'GM0917', $3
     from unnest($1::uuid[]) t cross join (select * from programme_version order by starts_on limit 1) v`,
    [many, coordinator.professionalId, region.organisationId("maternityCare")],
  );
  await countSteeringTask.run({});
  assert.match(await pageOf(group), /3e kwartaal 2026 10 240 uur gemiddeld 24 u 00 120 uur gemiddeld 12 u 00 0 uur/);
  assert.match(await pageOf(coordinator), /2e kwartaal 2026 4 96 uur gemiddeld 24 u 00 0 uur/);
  assert.deepEqual((await workbookOf(group)).get("Uren pijler 2")?.slice(1), [["3e kwartaal 2026", "10", "240", "24", "120", "12", "0"]]);
});

test("a quarter that still runs is not for the project group, or tomorrow would tell who was added", async () => {
  await cared(11, "2026-10-20", [30], [5]);
  await countSteeringTask.run({});
  assert.match(await pageOf(coordinator), /4e kwartaal 2026 11/);
  assert.doesNotMatch(await pageOf(group), /4e kwartaal 2026/);
});

test("the functions themselves refuse who does not steer", async () => {
  const midwife = await region.actor("midwife", "practice");
  assert.equal((await browse(server, midwife).get("/geboortezorg-flex/sturing")).status, 403);
  const other = await region.actor("maternity_coordinator", "otherMaternityCare");
  assert.equal((await browse(server, other).get("/geboortezorg-flex/sturing")).status, 404);
});
