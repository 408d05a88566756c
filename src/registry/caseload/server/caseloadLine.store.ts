import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { CaseloadLine, Finding } from "../caseload.ts";
import type { Answers, LineState, SettledMatch } from "../takeOver.ts";

/** One line of an offered file, as it stands. */
export interface StoredLine {
  readonly line: number;
  readonly kind: "good" | "doubtful" | "refused";
  readonly state: LineState;
  readonly cells: readonly string[] | null;
  readonly record: CaseloadLine | null;
  readonly findings: readonly Finding[];
  readonly doubleOf: number | null;
  readonly questions: readonly string[];
  readonly answers: Answers;
  readonly match: SettledMatch | null;
  readonly outcome: string | null;
  readonly trajectoryId: string | null;
}

const columns = sql`l.line, l.kind, l.state, l.cells, l.record, l.findings, l.double_of as "doubleOf", l.questions, l.answers, l.match, l.outcome,
  l.trajectory_id as "trajectoryId"`;

/** Which lines: by state, and of the doubtful ones by the kind of doubt. */
export interface LineFilter {
  readonly states: readonly LineState[];
  readonly question?: string | null;
  /** After this line. */
  readonly after?: number;
}

const matching = (upload: string, { states, question, after }: LineFilter) =>
  sql`l.upload_id = ${upload} and l.state = any(${[...states]}::text[]) and (${question ?? null}::text is null or ${question ?? null} = any(l.questions)) and l.line > ${after ?? 0}`;

export async function listLines(
  db: Db,
  upload: string,
  filter: LineFilter,
  slice: { limit: number; offset?: number },
): Promise<readonly StoredLine[]> {
  const { rows } = await sql<StoredLine>`
    select ${columns} from caseload_line l where ${matching(upload, filter)} order by l.line limit ${slice.limit} offset ${slice.offset ?? 0}`.execute(
    db,
  );
  return rows;
}

export async function countLines(db: Db, upload: string, filter: LineFilter): Promise<number> {
  const { rows } = await sql<{
    lines: number;
  }>`select count(*)::integer as lines from caseload_line l where ${matching(upload, filter)}`.execute(db);
  return rows[0]?.lines ?? 0;
}

export async function findStoredLine(db: Db, upload: string, line: number): Promise<StoredLine | null> {
  const { rows } = await sql<StoredLine>`select ${columns} from caseload_line l where l.upload_id = ${upload} and l.line = ${line}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** What came of these lines. */
export async function findTrajectories(db: Db, upload: string, lines: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ line: number; id: string }>`
    select line, trajectory_id as id from caseload_line where upload_id = ${upload} and line = any(${[...lines]}::int[]) and state = 'taken' and trajectory_id is not null`.execute(
    db,
  );
  return new Map(rows.map(({ line, id }) => [line, id]));
}

/** The next line that waits for an answer, from the start again after the last. */
export async function findNextWaiting(db: Db, upload: string, after: number): Promise<number | null> {
  const { rows } = await sql<{ line: number }>`
    select line from caseload_line where upload_id = ${upload} and state in ('asked', 'double', 'changed') and line <> ${after}
    order by line < ${after}, line limit 1`.execute(db);
  return rows[0]?.line ?? null;
}

export type StateCounts = Readonly<Partial<Record<LineState, number>>>;

export async function countByState(db: Db, upload: string): Promise<StateCounts> {
  const { rows } = await sql<{ state: LineState; lines: number }>`
    select state, count(*)::integer as lines from caseload_line where upload_id = ${upload} group by state`.execute(db);
  return Object.fromEntries(rows.map(({ state, lines }) => [state, lines]));
}

/** A kind of doubt that waits, with one of its lines as an example. */
export interface QuestionGroup {
  readonly question: string;
  readonly lines: number;
  readonly example: Finding;
}

export async function countQuestions(db: Db, upload: string): Promise<readonly QuestionGroup[]> {
  const { rows } = await sql<QuestionGroup>`
    with open as (select l.line, q.question from caseload_line l cross join lateral unnest(l.questions) as q(question) where l.upload_id = ${upload} and l.state = 'asked'),
    grouped as (select question, count(distinct line)::integer as lines, min(line) as first from open group by question)
    select g.question, g.lines, (select f from caseload_line l cross join lateral jsonb_array_elements(l.findings) f
      where l.upload_id = ${upload} and l.line = g.first and f ->> 'code' = g.question limit 1) as example
    from grouped g order by g.lines desc, g.question`.execute(db);
  return rows;
}

/** Remarks that need no answer, by code. */
export async function countNotes(db: Db, upload: string): Promise<readonly { code: string; lines: number }[]> {
  const { rows } = await sql<{ code: string; lines: number }>`
    select f ->> 'code' as code, count(distinct l.line)::integer as lines from caseload_line l cross join lateral jsonb_array_elements(l.findings) f
    where l.upload_id = ${upload} and l.state <> 'refused' and f ->> 'weight' = 'note' group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}

export type NewLine = Pick<
  StoredLine,
  "line" | "kind" | "state" | "cells" | "record" | "findings" | "doubleOf" | "questions" | "match" | "trajectoryId"
>;

export async function addLines(db: Db, upload: string, lines: readonly NewLine[]): Promise<void> {
  await sql`
    insert into caseload_line (upload_id, author_organisation_id, line, kind, state, cells, record, findings, double_of, questions, match, trajectory_id)
    select ${upload}, trust.my_organisation(), r.line, r.kind, r.state, r.cells, nullif(r.record, 'null'), r.findings, r."doubleOf", r.questions, nullif(r.match, 'null'), r."trajectoryId"
    from jsonb_to_recordset(${asJson(lines)}::jsonb) as r(line integer, kind text, state text, cells text[], record jsonb, findings jsonb, "doubleOf" integer,
      questions text[], match jsonb, "trajectoryId" uuid)`.execute(db);
}

export type LineChange = Pick<StoredLine, "line" | "state" | "record" | "questions" | "answers" | "match" | "outcome" | "trajectoryId">;

/** What answers or taking over made of lines; a line that was taken over meanwhile stays as it is. Gives the number that changed. */
export async function changeLines(db: Db, upload: string, lines: readonly LineChange[]): Promise<number> {
  const { numAffectedRows } = await sql`
    update caseload_line l set state = r.state, record = nullif(r.record, 'null'), questions = r.questions, answers = r.answers, match = nullif(r.match, 'null'),
      outcome = r.outcome, trajectory_id = r."trajectoryId"
    from jsonb_to_recordset(${asJson(lines)}::jsonb) as r(line integer, state text, record jsonb, questions text[], answers jsonb, match jsonb, outcome text, "trajectoryId" uuid)
    where l.upload_id = ${upload} and l.line = r.line and l.state <> 'taken'`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** PostgreSQL keeps no null characters, and half a surrogate pair is no text. */
const asJson = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll("\\u0000", "")
    .replace(/\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}/gi, "\\ufffd");
