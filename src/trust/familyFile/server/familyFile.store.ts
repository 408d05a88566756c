import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../access/server/door.ts";
import type { FileFailure, FileFormat, FileState, KeptConsent, KeptInvolved, KeptLook, KeptRow } from "../familyFile.ts";

export interface FamilyFile {
  readonly id: string;
  readonly trajectoryId: string;
  readonly about: "mother" | "partner" | "child" | "other";
  readonly language: "nl" | "en";
  readonly state: FileState;
  readonly done: number;
  readonly total: number;
  readonly failedBecause: FileFailure | null;
  readonly code: string | null;
  readonly linkUntil: Day | null;
  readonly createdOn: Day;
  readonly version: number;
}

const selected = sql`select id, trajectory_id as "trajectoryId", about, language, state, steps_done as done, steps_total as total, failed_because as "failedBecause",
  case when state = 'handed' then code end as code, link_until as "linkUntil", created_at::date as "createdOn", version from family_file`;

export async function findFile(db: Db, id: string): Promise<FamilyFile | null> {
  const { rows } = await sql<FamilyFile>`${selected} where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function listFilesOf(db: Db, trajectoryId: string): Promise<readonly FamilyFile[]> {
  if (holdsNone(db, trajectoryId, "family_file")) return [];
  const { rows } = await sql<FamilyFile>`${selected} where trajectory_id = ${trajectoryId} order by created_at desc`.execute(db);
  return rows;
}

/** Null: one is being made or waits already. */
export async function askFile(db: Db, trajectoryId: string, person: string, language: "nl" | "en"): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select trust.ask_family_file(${trajectoryId}, ${person}, ${language}) as id`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}

export async function retryFile(db: Db, { id, version }: FamilyFile): Promise<boolean> {
  const { rows } = await sql<{ so: boolean }>`select trust.retry_family_file(${id}, ${version}) as so`.execute(db);
  return rows[0]?.so ?? false;
}

export async function handFile(
  db: Db,
  id: string,
  hand: { checked: "document" | "known"; hash: Buffer; code: string; until: Day },
): Promise<boolean> {
  const { rows } = await sql<{
    so: boolean;
  }>`select trust.hand_family_file(${id}, ${hand.checked}, ${hand.hash}, ${hand.code}, ${hand.until}) as so`.execute(db);
  return rows[0]?.so ?? false;
}

export interface ToTake {
  readonly language: "nl" | "en";
  readonly pdfLeft: boolean;
  readonly dataLeft: boolean;
  readonly until: Day;
}

export async function openByLink(db: Db, hash: Buffer, code: string): Promise<ToTake | null> {
  const { rows } = await sql<ToTake>`
    select language, pdf_left as "pdfLeft", data_left as "dataLeft", until from trust.open_family_file(${hash}, ${code})`.execute(db);
  return rows[0] ?? null;
}

/** Gives a document once; null when it does not work (any more). */
export async function takeByLink(
  db: Db,
  hash: Buffer,
  code: string,
  format: FileFormat,
  from: { source: string; requestId: string },
): Promise<Buffer | null> {
  const { rows } = await sql<{
    content: Buffer | null;
  }>`select trust.take_family_file(${hash}, ${code}, ${format}, ${from.source}, ${from.requestId}) as content`.execute(db);
  return rows[0]?.content ?? null;
}

export interface Begun {
  readonly trajectoryId: string;
  readonly about: FamilyFile["about"];
  readonly language: "nl" | "en";
  readonly organisation: string;
  readonly today: Day;
}

export async function beginFile(db: Db, id: string): Promise<Begun | null> {
  const { rows } =
    await sql<Begun>`select trajectory_id as "trajectoryId", about, language, organisation, today from trust.begin_family_file(${id})`.execute(
      db,
    );
  return rows[0] ?? null;
}

export async function readContent(
  db: Db,
  id: string,
): Promise<{ rows: readonly KeptRow[]; consents: readonly KeptConsent[]; involved: readonly KeptInvolved[]; looks: readonly KeptLook[] }> {
  const { rows } = await sql<KeptRow>`
    select table_name as "table", part, recorded_on as "recordedOn", professional, organisation, content from trust.family_file_rows(${id})`.execute(
    db,
  );
  const consents = await sql<KeptConsent>`
    select purpose, given, given_on as "givenOn", until, withdrawn_on as "withdrawnOn", parts, recipient, way from trust.family_file_consents(${id})`.execute(
    db,
  );
  const involved = await sql<KeptInvolved>`select organisation, basis, since, until from trust.family_file_involved(${id})`.execute(db);
  const looks = await sql<KeptLook>`
    select professional, role, organisation, ground, first, last, times::integer, changed::integer from trust.family_file_trail(${id})`.execute(
    db,
  );
  return { rows, consents: consents.rows, involved: involved.rows, looks: looks.rows };
}

export async function stepFile(db: Db, id: string, done: number, total: number): Promise<void> {
  await sql`select trust.step_family_file(${id}, ${done}, ${total})`.execute(db);
}

export async function keepDocument(db: Db, id: string, format: FileFormat, content: Buffer): Promise<void> {
  await sql`select trust.keep_family_file(${id}, ${format}, ${content})`.execute(db);
}

export async function finishFile(db: Db, id: string, failed: FileFailure | null): Promise<void> {
  await sql`select trust.finish_family_file(${id}, ${failed})`.execute(db);
}

export async function expireFiles(db: Db, keepDays: number): Promise<void> {
  await sql`select trust.expire_family_files(${keepDays})`.execute(db);
}
