import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type { Lacking } from "../rules/seenByAll.ts";
import type { AgendaItem, Participant, ProposedCase, Sitting, SittingRefusal } from "../sitting.ts";

export const sittingColumns = sql`s.id, s.series_id as "seriesId", r.name as series, o.name as organisation, s.held_on as "heldOn", to_char(s.starts_at, 'HH24:MI') as "startsAt",
  to_char(s.ends_at, 'HH24:MI') as "endsAt", s.place, s.link, s.state, s.sequence, s.told, s.changed_at as "changedAt", s.version`;
const sittingRow = sql`select ${sittingColumns}, trust.chairs_series(s.series_id) as chairs
  from conference_sitting s join conference_series r on r.id = s.series_id join organisation o on o.id = r.organisation_id`;

export async function findSitting(db: Db, id: string): Promise<Sitting | null> {
  const { rows } = await sql<Sitting>`${sittingRow} where s.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export type ListedSitting = Sitting & { readonly cases: number };

/** Sittings of the asker: those to come, the first on top, or those that were. */
export async function listSittings(db: Db, which: "coming" | "past", seriesId: string | null = null): Promise<readonly ListedSitting[]> {
  const coming = sql`s.state in ('planned', 'agenda_set', 'open')`;
  const { rows } = await sql<ListedSitting>`
    select x.*, (select count(*)::int from agenda_item i where i.sitting_id = x.id and i.state <> 'off') as cases
    from (${sittingRow} where ${which === "coming" ? coming : sql`not (${coming})`} and (${seriesId}::uuid is null or s.series_id = ${seriesId})
      order by ${which === "coming" ? sql`s.held_on, s.starts_at` : sql`s.held_on desc`}, s.id limit 20) x order by x."heldOn" ${which === "coming" ? sql`asc` : sql`desc`}, x."startsAt"`.execute(
    db,
  );
  return rows;
}

export async function listParticipants(db: Db, sittingId: string): Promise<readonly Participant[]> {
  const { rows } = await sql<Participant>`
    select p.id, p.kind, p.organisation_id as "organisationId", o.name as organisation, p.role, p.membership_id as "membershipId", d.display_name as name, p.item_id as "itemId", p.present
    from conference_participant p join organisation o on o.id = p.organisation_id left join membership m on m.id = p.membership_id left join professional d on d.id = m.professional_id
    where p.sitting_id = ${sittingId} order by p.kind, o.name, p.role, d.display_name`.execute(db);
  return rows;
}

const itemRow = sql`
  select i.id, i.trajectory_id as "trajectoryId", i.sitting_id as "sittingId", i.case_id as "caseId", i.place_nr as nr, i.state, i.off_because as "offBecause",
    coalesce(i.question, k.question) as question, k.summary, k.summary_agreed_on as "summaryAgreedOn", k.presence, k.family_words as "familyWords", k.due_on as "dueOn",
    o.name as "broughtBy", o.phone, i.decision, i.decided_on as "decidedOn", i.version, who.family, who.interpreter
  from agenda_item i join organisation o on o.id = i.author_organisation_id left join conference_case k on k.id = i.case_id
    left join lateral (select concat_ws(' ', f.prefix, f.family_name) as family, case when y.interpreter_needed then coalesce(y.language, '') end as interpreter
      from trajectory t join family y on y.id = t.family_id join family_member f on f.family_id = t.family_id and f.kind = 'mother'
      where t.id = i.trajectory_id order by f.created_at limit 1) who on true`;

/** Cases of a sitting that are before the asker, in their order; of those that are off, nothing. */
export async function listItems(db: Db, sittingId: string): Promise<readonly AgendaItem[]> {
  const { rows } =
    await sql<AgendaItem>`${itemRow} where i.sitting_id = ${sittingId} and i.state <> 'off' order by i.place_nr, i.id`.execute(db);
  return rows;
}

export async function findItem(db: Db, id: string): Promise<AgendaItem | null> {
  const { rows } = await sql<AgendaItem>`${itemRow} where i.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** What a case went through in sittings, the newest first. */
export async function listItemsOfLine(db: Db, trajectoryId: string): Promise<readonly (AgendaItem & { readonly heldOn: Day | null })[]> {
  if (holdsNone(db, trajectoryId, "agenda_item")) return [];
  const { rows } = await sql<AgendaItem & { heldOn: Day | null }>`
    select x.*, s.held_on as "heldOn" from (${itemRow} where i.trajectory_id = ${trajectoryId} order by i.created_at desc limit 20) x
    left join conference_sitting s on s.id = x."sittingId" order by coalesce(x."decidedOn", s.held_on) desc nulls first`.execute(db);
  return rows;
}

export async function listProposal(db: Db, sittingId: string): Promise<readonly ProposedCase[]> {
  const { rows } = await sql<ProposedCase>`
    select case_id as "caseId", due_on as "dueOn", since, question, basis, organisation, phone from trust.agenda_proposal(${sittingId})`.execute(
    db,
  );
  return rows;
}

export async function listLacking(db: Db, itemId: string): Promise<readonly Lacking[]> {
  const { rows } =
    await sql<Lacking>`select part_name as part, organisation_id as "organisationId", reads_own as "readsOwn" from trust.lacking_at_table(${itemId})`.execute(
      db,
    );
  return rows;
}

/** Entries of the plan with who recorded them, as far as the asker may see them; and the newest category. */
export interface WallRow {
  readonly kind: "category_route" | "question" | "goal" | "agreement" | "identity";
  readonly words: string;
  readonly authorOrganisationId: string;
}
export async function listWallRows(db: Db, trajectoryId: string): Promise<readonly WallRow[]> {
  const { rows } = await sql<WallRow>`
    select * from (
      select 'identity' as kind, '' as words, t.author_organisation_id as "authorOrganisationId" from trajectory t where t.id = ${trajectoryId}
      union all (select 'category_route', c.category, c.author_organisation_id from category_route c where c.trajectory_id = ${trajectoryId} order by c.number desc limit 1)
      union all (select 'question', q.wording, q.author_organisation_id from plan_question q where q.trajectory_id = ${trajectoryId} and q.state = 'open' order by q.created_at limit 6)
      union all (select 'goal', g.wording, g.author_organisation_id from plan_goal g where g.trajectory_id = ${trajectoryId} and g.state = 'open' order by g.created_at limit 6)
      union all (select 'agreement', a.wording, a.author_organisation_id from plan_agreement a where a.trajectory_id = ${trajectoryId} and a.state = 'open' order by a.evaluate_on, a.created_at limit 8)
    ) wall`.execute(db);
  return rows;
}

export interface SittingSeen {
  readonly sittingId: string;
  readonly version: number;
}
export interface WhenAndWhere {
  readonly heldOn: Day;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly link: string | null;
}
type Code = SittingRefusal | "done";
const codeOf = async (db: Db, call: ReturnType<typeof sql>): Promise<Code> => {
  const { rows } = await sql<{ code: Code }>`select ${call} as code`.execute(db);
  return rows[0]?.code ?? "not-visible";
};

export async function insertSitting(db: Db, seriesId: string, at: WhenAndWhere): Promise<{ code: Code; sitting: string | null }> {
  const { rows } = await sql<{ code: Code; sitting: string | null }>`
    select code, sitting from trust.plan_sitting(${seriesId}, ${at.heldOn}, ${at.startsAt}::time, ${at.endsAt}::time, ${at.place}, ${at.link})`.execute(
    db,
  );
  return rows[0] ?? { code: "not-visible", sitting: null };
}
export const saveMove = (db: Db, { sittingId, version }: SittingSeen, at: WhenAndWhere, tell: string | null) =>
  codeOf(
    db,
    sql`trust.move_sitting(${sittingId}, ${version}, ${at.heldOn}, ${at.startsAt}::time, ${at.endsAt}::time, ${at.place}, ${at.link}, ${tell})`,
  );
export const saveCancelled = (db: Db, { sittingId, version }: SittingSeen, tell: string | null) =>
  codeOf(db, sql`trust.cancel_sitting(${sittingId}, ${version}, ${tell})`);
export const saveAgenda = (db: Db, { sittingId, version }: SittingSeen, cases: readonly string[]) =>
  codeOf(db, sql`trust.set_agenda(${sittingId}, ${version}, ${[...cases]}::uuid[])`);
export async function saveOrder(
  db: Db,
  { sittingId, version }: SittingSeen,
  itemId: string,
  upward: boolean,
): Promise<{ readonly code: Code; readonly nr: number | null }> {
  const { rows } = await sql<{ code: Code; nr: number | null }>`
    select code, nr from trust.reorder_agenda(${sittingId}, ${version}, ${itemId}, ${upward})`.execute(db);
  return rows[0] ?? { code: "not-visible", nr: null };
}
export const saveGuest = (db: Db, { sittingId, version }: SittingSeen, membershipId: string, itemId: string | null) =>
  codeOf(db, sql`trust.invite_guest(${sittingId}, ${version}, ${membershipId}, ${itemId})`);
export const saveNoGuest = (db: Db, { sittingId, version }: SittingSeen, participantId: string) =>
  codeOf(db, sql`trust.dismiss_guest(${sittingId}, ${version}, ${participantId})`);
export const saveOpened = (db: Db, { sittingId, version }: SittingSeen, present: readonly string[]) =>
  codeOf(db, sql`trust.open_sitting(${sittingId}, ${version}, ${[...present]}::uuid[])`);
export const saveClosed = (db: Db, { sittingId, version }: SittingSeen) => codeOf(db, sql`trust.close_sitting(${sittingId}, ${version})`);
export async function saveSeen(db: Db, sittingId: string): Promise<void> {
  await sql`select trust.seen_of_sitting(${sittingId})`.execute(db);
}
/** What the asker was told about this sitting and has not put away. */
export async function listTold(db: Db, sittingId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("work_item")
    .select("kind")
    .where("subject_id", "=", sittingId)
    .where("closed_at", "is", null)
    .where("kind", "in", ["conference.invited", "conference.moved", "conference.cancelled", "conference.fell-off"])
    .execute();
  return rows.map(({ kind }) => kind);
}

/** Cases of this line that the asker was told left an agenda. */
export async function listOffTold(db: Db, trajectoryId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("work_item")
    .select("subject_id")
    .where("trajectory_id", "=", trajectoryId)
    .where("kind", "=", "conference.off")
    .where("closed_at", "is", null)
    .execute();
  return rows.map(({ subject_id }) => subject_id);
}
