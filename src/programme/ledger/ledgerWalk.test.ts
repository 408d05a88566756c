import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import pg from "pg";
import { addDays } from "../../kit/day.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { urlFor } from "../../platform/db/roles.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { aRegion, type Region } from "../../registry/testing/aRegion.ts";
import { pilotSettings } from "../configuration/pilot.ts";
import { configureProgramme } from "../configuration/server/configureProgramme.store.ts";
import { aPilot } from "../enrolment/testing/anEligibleLine.ts";
import type { VisitFacts } from "../funding/funding.ts";
import { closeMonth } from "./server/closeMonth.ts";
import { decideHours } from "./server/decideHours.ts";
import { listHourLines } from "./server/hours.store.ts";
import { listMoneySums } from "./server/money.store.ts";
import { verifyLedger } from "./server/verifyLedger.store.ts";
import { aCaredFamily, aVisit, bookVisit } from "./testing/aCaredFamily.ts";

// Any order of delivering, correcting, taking back, closing months, raising rates and deciding: the ledger is the hours, to the cent.

let region: Region;
let assistant: Actor;
let coordinator: Actor;
let owner: pg.Client;
let programme = { id: "", code: "" };
before(async () => {
  region = await aRegion();
  await region.setToday("2026-11-22");
  assistant = await region.actor("maternity_assistant", "maternityCare");
  coordinator = await region.actor("maternity_coordinator", "maternityCare");
  const id = await aPilot(region);
  programme = { id, code: (await region.asOwner<{ code: string }>("select code from programme where id = $1", [id]))[0]?.code ?? "" };
  owner = new pg.Client({ connectionString: urlFor("wieg_owner", region.adminUrl) });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await region.close();
});

/** What can happen; the numbers choose the visit, the day after the birth, the minutes, the month. */
const events = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant("deliver" as const),
      day: fc.integer({ min: -2, max: 200 }),
      minutes: fc.integer({ min: 1, max: 719 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant("correct" as const), which: fc.nat(20), minutes: fc.integer({ min: 1, max: 719 }) }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("move" as const), which: fc.nat(20), day: fc.integer({ min: -2, max: 200 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("take back" as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("send again" as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("close" as const), month: fc.integer({ min: 0, max: 9 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant("raise" as const),
      day: fc.integer({ min: 0, max: 250 }),
      cents: fc.integer({ min: 0, max: 9_999 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("decide" as const),
      source: fc.constantFrom("insurance" as const, "programme" as const, "provider" as const),
    }),
  },
);
type Event = typeof events extends fc.Arbitrary<infer One> ? One : never;

const bornOn = "2025-03-01";
const linesOf = (line: string) => withActor(coordinator, "hours.read", ({ db }) => listHourLines(db, line));

async function happen(event: Event, line: string, visits: VisitFacts[]): Promise<void> {
  if (event.what === "deliver") {
    const visit = aVisit(line, assistant, addDays(bornOn, event.day), event.minutes);
    visits.push(visit);
    await bookVisit(assistant, visit);
  } else if (event.what === "close") await closeMonth(coordinator, programme.id, `2025-${String(event.month + 1).padStart(2, "0")}-01`);
  else if (event.what === "raise") await raise(addDays("2025-02-01", event.day), event.cents);
  else if (event.what === "decide") {
    const lineIds = (await linesOf(line)).filter(({ source }) => source === "undecided").map(({ id }) => id);
    if (lineIds.length > 0)
      await decideHours(coordinator, { trajectoryId: line, lineIds, source: event.source, reason: "Besloten in de proef" });
  } else await change(event, visits);
}

async function change(event: Extract<Event, { which: number }>, visits: VisitFacts[]): Promise<void> {
  const index = visits.length === 0 ? -1 : event.which % visits.length;
  const visit = visits[index];
  if (!visit) return;
  const [part] = visit.parts;
  const day = event.what === "move" ? addDays(bornOn, event.day) : (part?.day ?? bornOn);
  const minutes = event.what === "correct" ? event.minutes : (part?.minutes ?? 60);
  const next = event.what === "send again" ? visit : { ...visit, parts: event.what === "take back" ? [] : [{ day, minutes }] };
  visits[index] = next;
  assert.equal(event.what === "send again" && (await bookVisit(assistant, next)) > 0, false, "what is sent again books nothing");
  await bookVisit(assistant, next);
}

/** From a day on another rate for both pillars; a day that has a version already keeps it. */
async function raise(startsOn: string, cents: number): Promise<void> {
  const settings = pilotSettings({ maternityCareOrganisationId: region.organisationId("maternityCare") });
  const rates = [{ year: 2025, cents, source: "test", assumed: true }];
  const changed = {
    ...settings,
    coPayment: { ...settings.coPayment, rates },
    funding: { ...settings.funding, flexibleRates: { rates, source: "test" } },
  };
  await configureProgramme(region.asOwner, { code: programme.code, name: "Geboortezorg Flex", startsOn, settings: changed });
}

/** Of the months that are closed: what each said when it was closed. */
const closedMonths = async () => {
  const closed = (await region.asOwner<{ month: string }>("select max(month)::text as month from ledger_closing"))[0]?.month ?? "";
  const sums = await withActor(coordinator, "ledger.read", ({ db }) => listMoneySums(db, programme.id));
  return { closed, sums: sums.filter(({ month }) => month <= closed) };
};

async function check(line: string, visits: readonly VisitFacts[]): Promise<void> {
  assert.deepEqual((await verifyLedger(owner)).difference, null);
  const lines = await linesOf(line);
  for (const { visitId, parts } of visits) {
    const booked = lines.filter((one) => one.visitId === visitId);
    const net = new Map<string, number>();
    for (const { day, minutes } of booked) net.set(day, (net.get(day) ?? 0) + minutes);
    assert.deepEqual(
      [...net].filter(([, minutes]) => minutes !== 0).map(([day, minutes]) => ({ day, minutes })),
      parts,
      "the hours that count are those of the visit as it is now",
    );
  }
  const [unbalanced] = await region.asOwner<{ id: string }>(
    `select e.id::text from ledger_entry e left join ledger_entry r on r.id = e.reverses
     where r.id is not null and (r.cents, r.debit_account, r.credit_account, r.funder) is distinct from (e.cents, e.credit_account, e.debit_account, e.funder) limit 1`,
  );
  assert.equal(unbalanced, undefined, "a transfer back is the transfer, the other way round");
}

test("whatever happens in whatever order, every transfer balances and every sum is what the hours say", async () => {
  const midwife = await region.actor("midwife", "practice");
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        pillars: fc.subarray([1, 2] as const),
        insurer: fc.constantFrom("CZ" as const, "VGZ" as const, null),
        municipality: fc.constantFrom("GM0917", "GM0928"),
      }),
      fc.array(events, { minLength: 3, maxLength: 14 }),
      async (family, happened) => {
        const line = await aCaredFamily(region, midwife, { ...family, bornOn, programmeId: programme.id });
        const visits: VisitFacts[] = [];
        for (const event of happened) {
          const before = await closedMonths();
          await happen(event, line, visits);
          const now = await closedMonths();
          assert.deepEqual(
            now.sums.filter(({ month }) => month <= before.closed),
            before.sums,
            "a closed month never changes",
          );
        }
        await check(line, visits);
      },
    ),
    { numRuns: 12 },
  );
});
