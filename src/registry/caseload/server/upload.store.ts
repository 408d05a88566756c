import { sql } from "kysely";
import { workerDatabase } from "../../../platform/db/connection.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { CaseloadLayout, FileRefusal } from "../caseload.ts";
import type { UploadState } from "../takeOver.ts";

/** An offered file as its organisation sees it. */
export interface Upload {
  readonly id: string;
  readonly fileName: string;
  readonly createdAt: Date;
  readonly by: string;
  readonly state: UploadState;
  readonly refusal: FileRefusal | null;
  readonly layout: CaseloadLayout | null;
  readonly encoding: string | null;
  readonly bytes: number;
  readonly bytesRead: number;
  readonly linesRead: number;
  readonly toTake: number;
  readonly takenAt: Date | null;
  /** When the very same file was offered before. */
  readonly sameAs: Date | null;
}

const columns = sql`u.id, u.file_name as "fileName", u.created_at as "createdAt", p.display_name as by, u.state, u.refusal, u.layout, u.encoding, u.bytes,
  u.bytes_read as "bytesRead", u.lines_read as "linesRead", u.to_take as "toTake", u.taken_at as "takenAt",
  (select max(e.created_at) from caseload_upload e where e.file_digest = u.file_digest and e.created_at < u.created_at) as "sameAs"`;

export async function findUpload(db: Db, id: string): Promise<Upload | null> {
  const { rows } =
    await sql<Upload>`select ${columns} from caseload_upload u join professional p on p.id = u.author_id where u.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** For acts: raises insufficient_privilege unless the upload is of the asker's organisation, so that a foreign id and a made-up one get one answer. */
export async function getOwnUpload(db: Db, id: string): Promise<Upload> {
  await sql`select trust.own_caseload(${id})`.execute(db);
  const upload = await findUpload(db, id);
  if (!upload) throw new Error("An own upload can't be found.");
  return upload;
}

export async function listUploads(db: Db): Promise<readonly Upload[]> {
  const { rows } = await sql<Upload>`
    select ${columns} from caseload_upload u join professional p on p.id = u.author_id order by u.created_at desc limit 50`.execute(db);
  return rows;
}

/** Pieces of this size are written and read; the file itself never grows the memory of the one who reads it. */
const pieceBytes = 512 * 1024;

/** Keeps a whole file until it is read. Organisation and professional are stamped from the session. */
export async function insertUpload(
  db: Db,
  file: { name: string; digest: Buffer; content: Buffer; jobRight: string; organisationId: string; professionalId: string },
): Promise<string> {
  const { id } = await db
    .insertInto("caseload_upload")
    .values({
      author_organisation_id: file.organisationId,
      author_id: file.professionalId,
      file_name: file.name,
      file_digest: file.digest,
      bytes: file.content.length,
      job_right: file.jobRight,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  for (let place = 0; place * pieceBytes < file.content.length; place += 1) {
    const content = file.content.subarray(place * pieceBytes, (place + 1) * pieceBytes);
    await db
      .insertInto("caseload_upload_chunk")
      .values({ upload_id: id, author_organisation_id: file.organisationId, place, content })
      .execute();
  }
  return id;
}

export async function findPiece(db: Db, upload: string, place: number): Promise<Buffer | null> {
  const row = await db
    .selectFrom("caseload_upload_chunk")
    .select("content")
    .where("upload_id", "=", upload)
    .where("place", "=", place)
    .executeTakeFirst();
  return row?.content ?? null;
}

/** A run of the job takes the upload for itself and starts from the beginning; null when it was read already. */
export async function beginReading(db: Db, upload: string, run: string): Promise<{ bytes: number } | null> {
  const row = await db
    .updateTable("caseload_upload")
    .set({ run, worked_at: sql`now()`, bytes_read: 0, lines_read: 0 })
    .where("id", "=", upload)
    .where("state", "=", "reading")
    .returning("bytes")
    .executeTakeFirst();
  if (!row) return null;
  await sql`select trust.empty_caseload(${upload})`.execute(db);
  return row;
}

/** Tells how far the reading is; false when another run of the job has taken over. */
export async function tellReading(db: Db, at: { upload: string; run: string; bytesRead: number; linesRead: number }): Promise<boolean> {
  const row = await db
    .updateTable("caseload_upload")
    .set({ bytes_read: at.bytesRead, lines_read: at.linesRead, worked_at: sql`now()` })
    .where("id", "=", at.upload)
    .where("run", "=", at.run)
    .where("state", "=", "reading")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The file was read, or can't be: its bytes go. */
export async function endReading(
  db: Db,
  at: { upload: string; run: string },
  outcome: { layout: CaseloadLayout; encoding: string } | { refusal: FileRefusal },
): Promise<void> {
  const read = "layout" in outcome;
  const row = await db
    .updateTable("caseload_upload")
    .set({
      state: read ? "open" : "unreadable",
      layout: read ? JSON.stringify(outcome.layout) : null,
      encoding: read ? outcome.encoding : null,
      refusal: read ? null : JSON.stringify(outcome.refusal),
      worked_at: sql`now()`,
    })
    .where("id", "=", at.upload)
    .where("run", "=", at.run)
    .where("state", "=", "reading")
    .returning("id")
    .executeTakeFirst();
  if (row) await sql`select trust.forget_caseload_file(${at.upload})`.execute(db);
}

/** Taking over begins, for the lines that are ready; false when the upload isn't open. */
export async function beginTaking(db: Db, upload: string, jobRight: string): Promise<boolean> {
  const row = await db
    .updateTable("caseload_upload")
    .set({
      state: "taking",
      job_right: jobRight,
      run: null,
      worked_at: sql`now()`,
      to_take: sql`(select count(*) from caseload_line l where l.upload_id = ${upload} and l.state = 'ready')`,
    })
    .where("id", "=", upload)
    .where("state", "=", "open")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** A run of the job takes the upload for itself; false when nothing is being taken over (any more). */
export async function beginTakingRun(db: Db, upload: string, run: string): Promise<boolean> {
  const row = await db
    .updateTable("caseload_upload")
    .set({ run, worked_at: sql`now()` })
    .where("id", "=", upload)
    .where("state", "=", "taking")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Holds the upload during one batch; false when another run of the job has taken over. One organisation takes over one batch at a time. */
export async function holdTaking(db: Db, upload: string, run: string): Promise<boolean> {
  const row = await db
    .updateTable("caseload_upload")
    .set({ worked_at: sql`now()` })
    .where("id", "=", upload)
    .where("run", "=", run)
    .where("state", "=", "taking")
    .returning("author_organisation_id as organisation")
    .executeTakeFirst();
  if (!row) return false;
  await sql`select pg_advisory_xact_lock(hashtextextended(${row.organisation}, 4917))`.execute(db);
  return true;
}

export async function endTaking(db: Db, upload: string, run: string): Promise<void> {
  await db
    .updateTable("caseload_upload")
    .set({ state: "open", taken_at: sql`now()`, worked_at: sql`now()` })
    .where("id", "=", upload)
    .where("run", "=", run)
    .execute();
}

export async function removeUpload(db: Db, upload: string): Promise<void> {
  await sql`select trust.remove_caseload(${upload})`.execute(db);
}

export async function removeOldUploads(db: Db): Promise<void> {
  await sql`select trust.remove_old_caseloads()`.execute(db);
}

/** Who asked for a job may not act any more: the upload waits for nobody. */
export async function abandonUpload(db: Db, upload: string, right: string): Promise<void> {
  await sql`select trust.abandon_caseload(${upload}, ${right})`.execute(db);
}

/** Asks again for jobs that gave no sign: their process is gone. It touches no care data, so that it leaves no event in the trail every minute. */
export async function resumeStalled(): Promise<void> {
  await sql`
    select app.enqueue(s.task, jsonb_build_object('upload', s.upload, 'right', s.held), now(), s.task || ' ' || s.upload)
    from trust.stalled_caseloads() s`.execute(workerDatabase());
}
