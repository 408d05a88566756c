import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { CareFacts, GoodLine, KnownParticipant, RefusedLine, RegisterEntry } from "../register.ts";

/** Of these pseudonyms those that take part, whether they may be linked, and what the register has of them. */
export async function findKnown(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, KnownParticipant>> {
  const { rows } = await sql<KnownParticipant & { code: string }>`
    select s.code, exists (select from study_participation p where p.participant_id = s.id and p.register_link and p.withdrawn_on is null) as "mayLink",
      (select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'count', r.count, 'from', r.period_from, 'until', r.period_until)), '[]') from study_register r
        where r.participant_id = s.id) as entries
    from study_participant s where s.code = any(${[...codes]}::text[])`.execute(db);
  return new Map(rows.map(({ code, ...known }) => [code, known]));
}

export interface RegisterFile {
  readonly id: string;
  readonly sha256: string;
  readonly state: "offered" | "taken" | "dropped";
  readonly headings: readonly string[];
  readonly lines: readonly GoodLine[];
  readonly refused: readonly RefusedLine[];
  readonly offeredBy: string;
  readonly offeredAt: Date;
  readonly decidedAt: Date | null;
  readonly version: number;
}

export async function findFile(db: Db, id: string): Promise<RegisterFile | null> {
  const { rows } = await sql<RegisterFile>`
    select f.id, f.sha256, f.state, f.headings, f.lines, f.refused, p.display_name as "offeredBy", f.offered_at as "offeredAt", f.decided_at as "decidedAt", f.version
    from study_register_file f join professional p on p.id = f.offered_by where f.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export interface FileLine extends Pick<RegisterFile, "id" | "state" | "offeredBy" | "offeredAt" | "decidedAt"> {
  readonly good: number;
  readonly refused: number;
}

/** The files that were offered, the newest first, without their lines. */
export async function listFiles(db: Db): Promise<readonly FileLine[]> {
  const { rows } = await sql<FileLine>`
    select f.id, f.state, p.display_name as "offeredBy", f.offered_at as "offeredAt", f.decided_at as "decidedAt", jsonb_array_length(f.lines) as good, jsonb_array_length(f.refused) as refused
    from study_register_file f join professional p on p.id = f.offered_by order by f.offered_at desc, f.id limit 50`.execute(db);
  return rows;
}

/** A file with this content that was offered or taken over before. */
export async function findSameFile(db: Db, sha256: string): Promise<{ readonly id: string; readonly state: string } | null> {
  const row = await db
    .selectFrom("study_register_file")
    .select(["id", "state"])
    .where("sha256", "=", sha256)
    .where("state", "<>", "dropped")
    .executeTakeFirst();
  return row ?? null;
}

export interface NewFile {
  readonly sha256: string;
  readonly headings: readonly string[];
  readonly lines: readonly GoodLine[];
  readonly refused: readonly RefusedLine[];
}

/** Null when the same file was offered at the same moment. */
export async function insertFile(db: Db, { sha256, headings, lines, refused }: NewFile): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into study_register_file (sha256, headings, lines, refused, offered_by)
    values (${sha256}, ${[...headings]}, ${JSON.stringify(lines)}::jsonb, ${JSON.stringify(refused)}::jsonb, trust.my_professional()) on conflict do nothing returning id`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}

/** Puts what was judged anew in the place of what was there. */
export async function updateFile(
  db: Db,
  { id, version, lines, refused }: Pick<RegisterFile, "id" | "version" | "lines" | "refused">,
): Promise<boolean> {
  const { rows } = await sql`
    update study_register_file set lines = ${JSON.stringify(lines)}::jsonb, refused = ${JSON.stringify(refused)}::jsonb, version = version + 1
    where id = ${id} and version = ${version} and state = 'offered' returning id`.execute(db);
  return rows.length === 1;
}

export async function decideFile(
  db: Db,
  { id, version, state }: { id: string; version: number; state: "taken" | "dropped" },
): Promise<boolean> {
  const { rows } = await sql`
    update study_register_file set state = ${state}, decided_at = now(), version = version + 1 where id = ${id} and version = ${version} and state = 'offered' returning id`.execute(
    db,
  );
  return rows.length === 1;
}

/** All lines at once; what is there already with the same number stays as it is. Answers how many lines were written. */
export async function takeLines(db: Db, file: string, lines: readonly GoodLine[]): Promise<number> {
  const { rows } = await sql<{ code: string }>`
    insert into study_register as r (participant_id, kind, period_from, period_until, count, source_file, imported_by)
    select s.id, l.kind, l."from", l.until, l.count, ${file}, trust.my_professional()
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (code text, kind text, "from" date, until date, count integer) join study_participant s on s.code = l.code
    on conflict (participant_id, kind, period_from, period_until) do update
      set count = excluded.count, source_file = excluded.source_file, imported_by = excluded.imported_by, imported_at = now()
      where r.count <> excluded.count
    returning r.kind`.execute(db);
  return rows.length;
}

/** How much the register holds, by kind. */
export async function countRegister(
  db: Db,
): Promise<readonly { readonly kind: RegisterEntry["kind"]; readonly participants: number; readonly count: number }[]> {
  const { rows } = await sql<{ kind: RegisterEntry["kind"]; participants: number; count: number }>`
    select kind, count(distinct participant_id)::integer as participants, sum(count)::integer as count from study_register group by kind order by kind`.execute(
    db,
  );
  return rows;
}

/** What the register has of one participant. */
export async function listRegisterOf(db: Db, participantId: string): Promise<readonly RegisterEntry[]> {
  const { rows } = await sql<RegisterEntry>`
    select kind, count, period_from as "from", period_until as until from study_register where participant_id = ${participantId} order by kind, period_from`.execute(
    db,
  );
  return rows;
}

/** Care from Wieg itself, of these participants; null: of all. Nobody who withdrew. */
export async function listCare(
  db: Db,
  participantIds: readonly string[] | null,
): Promise<readonly (CareFacts & { readonly participantId: string })[]> {
  const { rows } = await sql<CareFacts & { participantId: string }>`
    select participant_id as "participantId", indicated_minutes as "indicatedMinutes", accepted_minutes as "acceptedMinutes", delivered_minutes as "deliveredMinutes",
      flexible_from as "flexibleFrom", flexible_until as "flexibleUntil", flexible_minutes as "flexibleMinutes", flexible_visits as "flexibleVisits",
      flexible_contents as "flexibleContents"
    from study.care_of(${participantIds === null ? null : [...participantIds]}::uuid[])`.execute(db);
  return rows;
}
