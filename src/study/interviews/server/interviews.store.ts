import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import {
  drawnRoles,
  type Draw,
  type Interview,
  type InterviewState,
  type Invitation,
  type Listed,
  type Note,
  type Theme,
} from "../interviews.ts";
import type { Called } from "../rules/drawPeople.ts";

/** Whom one may draw from today. */
export async function listPool(db: Db, one: Pick<Draw, "study" | "kind" | "strataBy">): Promise<readonly Listed[]> {
  const { rows } = await sql<Listed>`
    select id, stratum from study.interview_list(${one.study}, ${one.kind}, ${one.strataBy}, ${[...drawnRoles]}::text[])`.execute(db);
  return rows;
}

/** The id of the draw; or why it could not be kept. */
export async function keepDraw(db: Db, draw: Omit<Draw, "id" | "drawnOn">, called: readonly Called[]): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select study.keep_draw(${JSON.stringify(draw)}::jsonb, ${JSON.stringify(called)}::jsonb, ${[...drawnRoles]}::text[]) as id`.execute(db);
  return rows[0]?.id ?? "changed-meanwhile";
}

const draws = (db: Db) =>
  db
    .selectFrom("study_interview_draw as d")
    .select((row) => [
      "d.id",
      "d.study",
      row.ref("d.kind").$castTo<Draw["kind"]>().as("kind"),
      row.ref("d.strata_by").$castTo<Draw["strataBy"]>().as("strataBy"),
      "d.wanted",
      "d.seed",
      row.ref("d.list").$castTo<readonly Listed[]>().as("list"),
      row.ref("d.drawn_order").$castTo<Draw["order"]>().as("order"),
      "d.drawn_on as drawnOn",
    ]);

export const listDraws = (db: Db): Promise<readonly Draw[]> => draws(db).orderBy("d.drawn_on", "desc").orderBy("d.id").execute();

export const findDraw = async (db: Db, id: string): Promise<Draw | null> =>
  (await draws(db).where("d.id", "=", id).executeTakeFirst()) ?? null;

/** Interviews of some draws, or one, as the research desk sees them: a pseudonym, or a professional by name. */
export async function listInterviews(db: Db, where: { drawIds: readonly string[] } | { id: string }): Promise<readonly Interview[]> {
  const chosen = "id" in where ? sql`i.id = ${where.id}` : sql`i.draw_id = any(${[...where.drawIds]}::uuid[])`;
  const { rows } = await sql<Interview>`
    select i.id, i.draw_id as "drawId", d.study, d.kind, i.stratum, i.place, i.state, i.since, i.planned_on as "plannedOn", i.version,
      case when i.participant_id is null then i.quotes else coalesce(p.quotes and p.withdrawn_on is null, false) end as "mayQuote",
      coalesce(s.code, w.name || ', ' || w.organisation, '') as who
    from study_interview i join study_interview_draw d on d.id = i.draw_id left join study_participant s on s.id = i.participant_id
      left join study_participation p on p.participant_id = i.participant_id and p.study = d.study
      left join lateral study.interview_people(d.id) w on w.membership_id = i.membership_id
    where ${chosen} order by i.stratum, i.place`.execute(db);
  return rows;
}

/** A professional's own invitation; the database shows her no other. */
export async function findOwn(
  db: Db,
  id: string,
): Promise<(Pick<Interview, "id" | "state" | "version" | "plannedOn"> & { quotes: boolean }) | null> {
  const row = await db
    .selectFrom("study_interview")
    .select((line) => ["id", line.ref("state").$castTo<InterviewState>().as("state"), "version", "planned_on as plannedOn", "quotes"])
    .where("id", "=", id)
    .where("membership_id", "is not", null)
    .executeTakeFirst();
  return row ?? null;
}

export async function moveInterview(
  db: Db,
  one: { id: string; from: InterviewState; to: InterviewState; version: number; onDay?: Day | null; mayQuote?: boolean | null },
): Promise<string> {
  const { rows } = await sql<{ code: string }>`
    select study.move_interview(${one.id}, ${one.from}, ${one.to}, ${one.version}, ${one.onDay ?? null}::date, ${one.mayQuote ?? null}::boolean) as code`.execute(
    db,
  );
  return rows[0]?.code ?? "changed-meanwhile";
}

/** What was noted and may be read now. */
export async function listNotes(db: Db, where: { interviewId: string } | { study: string }): Promise<readonly Note[]> {
  const chosen = "study" in where ? sql`d.study = ${where.study}` : sql`n.interview_id = ${where.interviewId}`;
  const { rows } = await sql<Note>`
    select n.id, n.interview_id as "interviewId", d.kind, i.stratum, n.theme, n.quote, n.text from study_interview_note n
      join study_interview i on i.id = n.interview_id join study_interview_draw d on d.id = i.draw_id where ${chosen} order by n.at limit 2000`.execute(
    db,
  );
  return rows;
}

export async function keepNote(db: Db, note: { interviewId: string; theme: Theme; quote: boolean; text: string }): Promise<string> {
  const { rows } = await sql<{ code: string }>`
    select study.note_interview(${note.interviewId}, ${note.theme}, ${note.quote}, ${note.text}) as code`.execute(db);
  return rows[0]?.code ?? "not-held";
}

export async function quoteMe(db: Db, id: string, may: boolean): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`select study.quote_me(${id}, ${may}) as changed`.execute(db);
  return rows[0]?.changed ?? false;
}

/** For the key keeper alone: by name, without pseudonym. */
export async function listInvitations(db: Db): Promise<readonly (Invitation & { readonly trajectoryId: string })[]> {
  const { rows } = await sql<Invitation & { readonly trajectoryId: string }>`
    select id, trajectory_id as "trajectoryId", state, version, since, planned_on as "plannedOn", name, language, ways from study.invitations()`.execute(
    db,
  );
  return rows;
}

/** In how many interviews of a group a theme was named, of those of which something was noted that may be read now. */
export interface NamedTheme {
  readonly kind: Interview["kind"];
  readonly theme: Theme;
  readonly named: number;
  readonly of: number;
}

export async function countThemes(db: Db, study: string): Promise<readonly NamedTheme[]> {
  const { rows } = await sql<NamedTheme>`
    with noted as (select d.kind, n.theme, n.interview_id from study_interview_note n
      join study_interview i on i.id = n.interview_id join study_interview_draw d on d.id = i.draw_id where d.study = ${study})
    select kind, theme, count(distinct interview_id)::integer as named,
      (select count(distinct a.interview_id)::integer from noted a where a.kind = noted.kind) as of
    from noted group by kind, theme order by kind, named desc, theme`.execute(db);
  return rows;
}
