import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Pillar } from "../../configuration/programme.ts";
import type { FundingReason } from "../../funding/funding.ts";
import type { NewFamilies } from "../rules/statementRows.ts";
import type { Closing, HourSum, MoneySum } from "../ledger.ts";

/** Money by month, pillar, funder and municipality. Raises insufficient_privilege for who does not steer this programme. */
export async function listMoneySums(db: Db, programmeId: string): Promise<readonly MoneySum[]> {
  const { rows } =
    await sql<MoneySum>`select month, pillar, funder, municipality_code as municipality, cents from trust.ledger_sums(${programmeId})
    where cents <> 0 order by 1, 2, 3, 4`.execute(db);
  return rows;
}

/** Hours that the programme pays, by month, pillar and municipality. */
export async function listHourSums(db: Db, programmeId: string): Promise<readonly HourSum[]> {
  const { rows } =
    await sql<HourSum>`select month, pillar, municipality_code as municipality, minutes, cents, unknown_minutes as "unknownMinutes"
    from trust.hour_sums(${programmeId}) order by 1, 2, 3`.execute(db);
  return rows;
}

/** Closed months, the latest first. */
export async function listClosings(db: Db, programmeId: string): Promise<readonly Closing[]> {
  const { rows } =
    await sql<Closing>`select month, closed_on as "closedOn", closed_by as "closedBy", cents, minutes, unknown_minutes as "unknownMinutes"
    from trust.ledger_closings(${programmeId})`.execute(db);
  return rows;
}

export async function closeMonthOf(db: Db, programmeId: string, month: Day): Promise<"done" | "month-not-over" | "closed-already"> {
  const { rows } = await sql<{ code: "done" | "month-not-over" | "closed-already" }>`
    select trust.close_ledger_month(${programmeId}, ${month}) as code`.execute(db);
  return rows[0]?.code ?? "closed-already";
}

/** Families with hours of which the amount or the insurer is unknown. */
export async function listUnknownLines(db: Db, programmeId: string, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from trust.unknown_lines(${programmeId}, ${most}) as id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Promised and not delivered yet, by pillar. */
export interface Commitment {
  readonly pillar: Pillar;
  readonly families: number;
  readonly minutes: number;
  readonly withoutHours: number;
  /** Null: just now. */
  readonly countedAt: string | null;
}

export async function listCommitments(db: Db, programmeId: string): Promise<readonly Commitment[]> {
  const { rows } =
    await sql<Commitment>`select pillar, families, minutes, without_hours as "withoutHours", counted_at as "countedAt" from trust.programme_commitments(${programmeId})`.execute(
      db,
    );
  return rows;
}

export async function listNewFamilies(db: Db, programmeId: string): Promise<readonly NewFamilies[]> {
  const { rows } = await sql<NewFamilies>`select month, pillar, funder, families from trust.new_families(${programmeId})`.execute(db);
  return rows;
}

/** Hours of the coordinator's organisation that nobody decided on yet. */
export interface UndecidedHours {
  readonly trajectoryId: string;
  readonly day: Day;
  readonly minutes: number;
  readonly reason: FundingReason;
}

export async function listUndecided(db: Db, most: number): Promise<readonly UndecidedHours[]> {
  const { rows } =
    await sql<UndecidedHours>`select trajectory_id as "trajectoryId", day, minutes, reason from trust.undecided_hours(${most})`.execute(db);
  return rows;
}

/** Names of municipalities by their code. */
export async function listMunicipalityNames(db: Db): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`select code, name from municipality`.execute(db);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
