import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import { programmeSettings } from "../../configuration/programme.ts";
import type { FundedHours, FundingFacts, FundingVersion, VisitFacts } from "../../funding/funding.ts";
import type { Balance, BookedHours, HourLine } from "../ledger.ts";
import type { Bookings } from "../rules/planBookings.ts";

/** All that the source of this family's hours follows from. Raises insufficient_privilege for who may not book them. */
export async function readFundingFacts(db: Db, trajectoryId: string): Promise<FundingFacts | null> {
  const { rows } = await sql<{ facts: Omit<FundingFacts, "versions" | "insurer"> | null }>`
    select trust.funding_facts(${trajectoryId}) as facts`.execute(db);
  const facts = rows[0]?.facts;
  return facts ? { ...facts, insurer: null, versions: await listFundingVersions(db) } : null;
}

/** A version never changes, so it is parsed once in this process. */
const known = new Map<string, FundingVersion["settings"]>();

export async function listFundingVersions(db: Db): Promise<readonly FundingVersion[]> {
  const { rows } = await sql<Omit<FundingVersion, "settings">>`
    select v.programme_id as "programmeId", v.id as "versionId", v.starts_on as "startsOn" from programme_version v join programme p on p.id = v.programme_id where v.withdrawn_at is null
    order by p.code, v.starts_on`.execute(db);
  const missing = rows.filter(({ versionId }) => !known.has(versionId)).map(({ versionId }) => versionId);
  if (missing.length > 0) {
    const read = await sql<{
      id: string;
      settings: unknown;
    }>`select id, settings from programme_version where id = any(${missing}::uuid[])`.execute(db);
    for (const { id, settings } of read.rows) known.set(id, programmeSettings.parse(settings));
  }
  return rows.flatMap((row) => {
    const settings = known.get(row.versionId);
    return settings ? [{ ...row, settings }] : [];
  });
}

const columns = sql`h.id, h.visit_id as "visitId", h.assistant_id as "assistantId", h.day, h.month, h.minutes, h.source, h.reason, h.co_payment_by as "coPaymentBy", h.pillar,
  h.programme_id as "programmeId", h.version_id as "versionId", h.rate_cents as "rateCents", h.cents, h.municipality_code as municipality, h.insurer_group as insurer,
  h.corrects, h.booked_on as "bookedOn"`;

/** Lines that count now: of one visit, or of a whole family. */
export async function listBooked(db: Db, of: { visitId: string } | { trajectoryId: string }): Promise<readonly BookedHours[]> {
  const whose = "visitId" in of ? sql`h.visit_id = ${of.visitId}` : sql`h.trajectory_id = ${of.trajectoryId}`;
  const { rows } = await sql<BookedHours>`select ${columns} from hour_line h
    where ${whose} and h.corrects is null and not exists (select from hour_line c where c.corrects = h.id) order by h.day, h.id`.execute(
    db,
  );
  return rows;
}

export async function book(
  db: Db,
  visit: Pick<VisitFacts, "trajectoryId" | "visitId" | "assistantId">,
  { counters, lines }: Bookings,
): Promise<number> {
  const { rows } = await sql<{ booked: number }>`select trust.book_hours(${visit.trajectoryId}, ${visit.visitId}, ${visit.assistantId},
    ${[...counters]}::uuid[], ${JSON.stringify(lines satisfies readonly FundedHours[])}::jsonb) as booked`.execute(db);
  return rows[0]?.booked ?? 0;
}

/** Every line of hours of a family that the asker may see, newest day first; what was taken back stands beside what took it back. */
export async function listHourLines(db: Db, trajectoryId: string): Promise<readonly HourLine[]> {
  if (holdsNone(db, trajectoryId, "hour_line")) return [];
  const { rows } = await sql<HourLine>`
    select ${columns}, p.display_name as assistant, exists (select from hour_line c where c.corrects = h.id) as "takenBack"
    from hour_line h join professional p on p.id = h.assistant_id where h.trajectory_id = ${trajectoryId} order by h.day desc, h.created_at, h.id`.execute(
    db,
  );
  return rows;
}

export async function listBalances(db: Db, trajectoryId: string): Promise<readonly Balance[]> {
  const { rows } =
    await sql<Balance>`select programme_id as "programmeId", pillar, minutes::float8 as minutes, cents::float8 as cents, unknown_minutes::float8 as "unknownMinutes"
    from trust.hour_balances(${trajectoryId})`.execute(db);
  return rows;
}
