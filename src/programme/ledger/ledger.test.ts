import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import type { Actor } from "../../platform/db/actor.ts";
import { urlFor } from "../../platform/db/roles.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { configureProgramme } from "../configuration/server/configureProgramme.store.ts";
import { pilotSettings } from "../configuration/pilot.ts";
import { aPilot } from "../enrolment/testing/anEligibleLine.ts";
import type { HourLine } from "./ledger.ts";
import { bookUnknown, closeMonth } from "./server/closeMonth.ts";
import { decideHours, deriveAnew, recordConsultation } from "./server/decideHours.ts";
import { listBalances, listHourLines } from "./server/hours.store.ts";
import { listClosings, listHourSums, listMoneySums } from "./server/money.store.ts";
import { verifyLedger } from "./server/verifyLedger.store.ts";
import { aCaredFamily, aVisit, bookVisit } from "./testing/aCaredFamily.ts";

let region: Region;
let midwife: Actor;
let assistant: Actor;
let coordinator: Actor;
let group: Actor;
let owner: pg.Client;
let programmeId = "";
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  midwife = await region.actor("midwife", "practice");
  assistant = await region.actor("maternity_assistant", "maternityCare");
  coordinator = await region.actor("maternity_coordinator", "maternityCare");
  group = await region.actor("project_group", "office");
  programmeId = await aPilot(region);
  owner = new pg.Client({ connectionString: urlFor("wieg_owner", region.adminUrl) });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await region.close();
});

const linesOf = (trajectoryId: string): Promise<readonly HourLine[]> =>
  withActor(coordinator, "hours.read", ({ db }) => listHourLines(db, trajectoryId));
/** What counts now, as "day source minutes cents". */
const standing = async (trajectoryId: string) =>
  (await linesOf(trajectoryId))
    .filter(({ corrects, takenBack }) => corrects === null && !takenBack)
    .map(({ day, source, minutes, cents }) => `${day} ${source} ${minutes} ${cents}`);
const money = (actor = coordinator) => withActor(actor, "ledger.read", ({ db }) => listMoneySums(db, programmeId));
const openWork = (trajectoryId: string) =>
  region.asOwner<{ kind: string; facts: object }>(
    "select kind, facts from work_item where trajectory_id = $1 and kind like 'hours-%' and closed_at is null",
    [trajectoryId],
  );
const isWhole = async () => assert.deepEqual((await verifyLedger(owner)).difference, null);
const family = (facts: Partial<Parameters<typeof aCaredFamily>[2]> = {}) => aCaredFamily(region, midwife, { programmeId, ...facts });

test("hours of the maternity week: insured, the co-payment paid by pillar 1, and the insurer of the place owes it", async () => {
  const before = await money();
  const line = await family();
  assert.equal(await bookVisit(assistant, aVisit(line, assistant, "2025-03-03")), 1);
  assert.deepEqual(await standing(line), ["2025-03-03 insurance 180 1620"]);
  const added = (await money()).filter((one) => !before.some((other) => other.month === one.month));
  assert.deepEqual(added, [{ month: "2025-03-01", pillar: 1, funder: "CZ", municipality: "GM0917", cents: 1620 }]);
  await isWhole();
});

test("the same visit sent three times is booked once; corrected, the first line stands and is taken back", async () => {
  const line = await family();
  const visit = aVisit(line, assistant, "2025-04-20");
  for (const _ of [1, 2, 3]) await bookVisit(assistant, visit);
  assert.deepEqual(await standing(line), ["2025-04-20 programme 180 19800"]);
  assert.equal(await bookVisit(assistant, { ...visit, parts: visit.parts.map(({ day }) => ({ day, minutes: 120 })) }), 2);
  assert.deepEqual(await standing(line), ["2025-04-20 programme 120 13200"]);
  assert.deepEqual(
    (await linesOf(line)).map(({ minutes, cents }) => [minutes, cents]).toSorted(([a = 0], [b = 0]) => (a ?? 0) - (b ?? 0)),
    [
      [-180, -19800],
      [120, 13200],
      [180, 19800],
    ],
  );
  assert.equal(await bookVisit(assistant, { ...visit, parts: [] }), 1);
  assert.deepEqual(await standing(line), []);
  await isWhole();
});

test("hours after six months: recorded all the same, the coordinator is told and decides, as a new line", async () => {
  const line = await family();
  await bookVisit(assistant, aVisit(line, assistant, "2025-09-10"));
  assert.deepEqual(await standing(line), ["2025-09-10 undecided 180 null"]);
  assert.deepEqual(await openWork(line), [{ kind: "hours-undecided", facts: { minutes: 180 } }]);
  const [undecided] = await linesOf(line);
  const outcome = await decideHours(coordinator, {
    trajectoryId: line,
    lineIds: [undecided?.id ?? ""],
    source: "programme",
    reason: "Afgesproken met de projectgroep",
  });
  assert.equal(outcome.code, "done");
  assert.deepEqual(await standing(line), ["2025-09-10 programme 180 19800"]);
  assert.deepEqual(await openWork(line), []);
  assert.equal((await linesOf(line)).length, 3, "the line that was undecided still stands, with the one that takes it back");
  await isWhole();
});

test("without a place in pillar 2 the programme can't be chosen, and an assistant decides nothing", async () => {
  const line = await family({ pillars: [1] });
  await bookVisit(assistant, aVisit(line, assistant, "2025-03-12"));
  const [undecided] = await linesOf(line);
  const choice = { trajectoryId: line, lineIds: [undecided?.id ?? ""], reason: "Omdat het kan" };
  assert.equal((await decideHours(coordinator, { ...choice, source: "programme" })).code, "no-flexible-place");
  assert.equal((await decideHours(assistant, { ...choice, source: "provider" })).code, "not-your-role");
  assert.deepEqual(await standing(line), ["2025-03-12 undecided 180 null"]);
});

test("after a loss the hours are booked and nothing prompts anybody", async () => {
  const line = await family({ pillars: [1] });
  await region.asOwner("update trajectory set loss_on = '2025-03-01', loss = 'child' where id = $1", [line]);
  await bookVisit(assistant, aVisit(line, assistant, "2025-03-05"));
  await bookVisit(assistant, aVisit(line, assistant, "2025-03-15"));
  assert.deepEqual(await standing(line), ["2025-03-15 undecided 180 null", "2025-03-05 insurance 180 1620"]);
  assert.deepEqual(await openWork(line), []);
});

test("a consultation with provider and insurer makes day 11 insured, also of hours that were delivered before", async () => {
  const line = await family();
  const visit = aVisit(line, assistant, "2025-03-11");
  await bookVisit(assistant, visit);
  assert.deepEqual(await standing(line), ["2025-03-11 programme 180 19800"]);
  await recordConsultation(coordinator, {
    trajectoryId: line,
    met: ["very_vulnerable", "midwife_indicated", "no_days_between"],
    providerOn: "2025-03-09",
    insurerOn: "2025-03-10",
    agreed: true,
    note: null,
  });
  assert.deepEqual(await standing(line), ["2025-03-11 insurance_exception 180 1620"]);
  await isWhole();
});

test("the rate of 2026 is missing: unknown and never 0, until a later version brings it; then the hours are booked anew", async () => {
  const line = await family({ bornOn: "2026-01-02", municipality: "GM0928" });
  await bookVisit(assistant, aVisit(line, assistant, "2026-01-05"));
  assert.deepEqual(await standing(line), ["2026-01-05 insurance 180 null"]);
  const hours = await withActor(group, "ledger.read", ({ db }) => listHourSums(db, programmeId));
  assert.deepEqual(
    hours.find(({ municipality }) => municipality === "GM0928"),
    { month: "2026-01-01", pillar: 1, municipality: "GM0928", minutes: 180, cents: 0, unknownMinutes: 180 },
  );
  const settings = pilotSettings({ maternityCareOrganisationId: region.organisationId("maternityCare") });
  const rates = [...settings.coPayment.rates, { year: 2026, cents: 570, source: "test", assumed: false }];
  const { code } = (await region.asOwner<{ code: string }>("select code from programme where id = $1", [programmeId]))[0] ?? { code: "" };
  await configureProgramme(region.asOwner, {
    code,
    name: "Geboortezorg Flex",
    startsOn: "2026-11-01",
    settings: { ...settings, coPayment: { ...settings.coPayment, rates } },
  });
  const outcome = await bookUnknown(coordinator, programmeId);
  assert.deepEqual(outcome, { code: "done", families: 1, left: false });
  assert.deepEqual(await standing(line), ["2026-01-05 insurance 180 1710"]);
  await isWhole();
});

test("an insurer that was still to be asked owes under no name, until it is named", async () => {
  const line = await family({ insurer: null, municipality: "GM0965" });
  await bookVisit(assistant, aVisit(line, assistant, "2025-03-03"));
  const owes = async () =>
    (await money()).filter(({ municipality }) => municipality === "GM0965").map(({ funder, cents }) => `${funder} ${cents}`);
  assert.deepEqual(await owes(), ["insurer-unnamed 1620"]);
  await region.asOwner("update programme_place set funder = 'VGZ' where trajectory_id = $1", [line]);
  assert.equal((await deriveAnew(coordinator, line)).code, "done");
  assert.deepEqual(await owes(), ["VGZ 1620"]);
  await isWhole();
});

test("a closed month takes nothing more: a correction counts in the open month, and the closed one stays to the cent", async () => {
  const line = await family({ municipality: "GM0882" });
  const visit = aVisit(line, assistant, "2025-03-03");
  await bookVisit(assistant, visit);
  const march = async () => (await money()).filter(({ month }) => month === "2025-03-01");
  const closed = await march();
  assert.equal((await closeMonth(coordinator, programmeId, "2026-11-01")).code, "month-not-over");
  assert.equal((await closeMonth(coordinator, programmeId, "2025-03-01")).code, "done");
  assert.equal((await closeMonth(coordinator, programmeId, "2025-02-01")).code, "closed-already");
  await bookVisit(assistant, { ...visit, parts: visit.parts.map(({ day }) => ({ day, minutes: 120 })) });
  await bookVisit(assistant, aVisit(line, assistant, "2025-03-04"));
  assert.deepEqual(await march(), closed);
  const inApril = (await money()).filter(({ month, municipality }) => month === "2025-04-01" && municipality === "GM0882");
  assert.deepEqual(
    inApril.map(({ cents }) => cents),
    [-1620 + 1080 + 1620],
  );
  const [closing] = await withActor(coordinator, "ledger.read", ({ db }) => listClosings(db, programmeId));
  assert.deepEqual([closing?.month, closing?.closedOn, closing?.closedBy], ["2025-03-01", "2026-11-22", coordinator.name]);
  await isWhole();
});

test("what was waived for a family is known at once", async () => {
  const line = await family();
  await bookVisit(assistant, aVisit(line, assistant, "2025-03-03"));
  await bookVisit(assistant, aVisit(line, assistant, "2025-03-04"));
  const balances = await withActor(coordinator, "hours.read", ({ db }) => listBalances(db, line));
  assert.deepEqual(balances, [{ programmeId, pillar: 1, minutes: 360, cents: 3240, unknownMinutes: 0 }]);
});

test("nobody changes or removes what was booked, and nobody reads the ledger itself", async () => {
  for (const [sql, code] of [
    ["update hour_line set minutes = 1", "23001"],
    ["update ledger_entry set cents = 1", "23001"],
    ["delete from ledger_entry", "23001"],
    ["delete from ledger_closing", "23001"],
  ] as const)
    await assert.rejects(owner.query(sql), { code });
  const app = new pg.Client({ connectionString: urlFor("wieg_app", region.adminUrl) });
  await app.connect();
  for (const table of ["ledger_entry", "ledger_month", "hour_month", "hour_balance", "hour_line_left", "ledger_closing"])
    for (const sql of [`select from ${table}`, `delete from ${table}`]) await assert.rejects(app.query(sql), { code: "42501" });
  await assert.rejects(app.query("insert into hour_line default values"), { code: "42501" });
  await app.end();
  await assert.rejects(money(assistant), { code: "42501" });
  await assert.rejects(money(await region.actor("maternity_coordinator", "otherMaternityCare")), { code: "42501" });
  assert.deepEqual(await money(group), await money());
});

test("a file that is destroyed takes its hours along; what was paid stays to be accounted for, and leads to no family", async () => {
  const line = await family();
  const visit = aVisit(line, assistant, "2025-03-05");
  await bookVisit(assistant, visit);
  await bookVisit(assistant, { ...visit, parts: [{ day: "2025-03-05", minutes: 120 }] });
  const before = await money();
  await region.asOwner("delete from hour_line where trajectory_id = $1", [line]);
  assert.deepEqual(await money(), before);
  await isWhole();
  const [left] = await region.asOwner<Record<string, unknown>>("select * from hour_line_left limit 1");
  assert.deepEqual(
    Object.keys(left ?? {}).filter((column) => /trajectory|visit|assistant|day|id$/.test(column)),
    ["programme_id", "version_id"],
  );
});

test("a figure that was tampered with is named", async () => {
  await region.asOwner("update ledger_month set cents = cents + 1 where municipality_code = 'GM0965' and funder = 'VGZ'");
  const { whole, difference } = await verifyLedger(owner);
  assert.deepEqual(
    [whole, difference?.figure, difference?.of["municipality"], difference?.stands, difference?.should],
    [false, "ledger_month", "GM0965", 1621, 1620],
  );
  await region.asOwner("update ledger_month set cents = cents - 1 where municipality_code = 'GM0965' and funder = 'VGZ'");
  await isWhole();
});
