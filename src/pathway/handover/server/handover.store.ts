import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { stampedFromSession } from "../../../platform/db/whoRecorded.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import { careKindOf, headings, type Handover, type HandoverMoment, type HandoverWords, type Heading } from "../handover.ts";
import { handoverOf, type HandoverRow } from "./handoverRow.ts";

const rowsOf = sql`
  select h.id, h.trajectory_id as "trajectoryId", h.moment, h.moment_on as "momentOn", h.state, h.to_role as "toRole", h.prepared_on as "preparedOn",
    h.sender_stays as "senderStays", coalesce(n.name, h.municipality_code) as municipality, h.language, h.interpreter_needed as "interpreterNeeded", h.period,
    h.weeks_from as "weeksFrom", h.discussed_on as "discussedOn", h.digest, h.has_medical as "hasMedical", h.version, h.answer_by as "answerBy",
    h.offered_on as "offeredOn", h.accepted_on as "acceptedOn", h.held_on as "heldOn", h.ended_on as "endedOn", h.outside_to as "outsideTo", h.outside_way as "outsideWay", h.reason, h.note,
    (select case when m.organisation_id = h.author_organisation_id then 'sender' else 'receiver' end from membership m where m.id = h.held_by) as "heldBy",
    json_build_object('organisationId', f.id, 'organisation', f.name, 'kind', f.kind, 'phone', coalesce(pp.phone, f.phone)) as "from",
    case when t.id is not null then json_build_object('organisationId', t.id, 'organisation', t.name, 'kind', t.kind, 'phone', t.phone) end as "to",
    case when h.to_membership_id is not null then json_build_object('membershipId', h.to_membership_id, 'name', tp.display_name) end as "toPerson",
    json_build_object('membershipId', h.prepared_by, 'name', pp.display_name) as "preparedBy",
    json_build_object('membershipId', h.offered_by, 'name', op.display_name, 'role', om.role) as "signedFrom",
    json_build_object('membershipId', h.accepted_by, 'name', ap.display_name, 'role', am.role) as "signedTo"
  from handover h join organisation f on f.id = h.author_organisation_id left join organisation t on t.id = h.to_organisation_id
    join membership pm on pm.id = h.prepared_by join professional pp on pp.id = pm.professional_id
    left join membership tm on tm.id = h.to_membership_id left join professional tp on tp.id = tm.professional_id
    left join membership om on om.id = h.offered_by left join professional op on op.id = om.professional_id
    left join membership am on am.id = h.accepted_by left join professional ap on ap.id = am.professional_id
    left join municipality n on n.code = h.municipality_code`;

/** One handover, as far as the asker may see it: her own side of it, or with consent. */
export async function findHandover(db: Db, trajectoryId: string, id: string): Promise<Handover | null> {
  const { rows } = await sql<HandoverRow>`${rowsOf} where h.id = ${id} and h.trajectory_id = ${trajectoryId}`.execute(db);
  return rows[0] ? handoverOf(rows[0]) : null;
}

/** Every handover of a line, the newest first. */
export async function listHandovers(db: Db, trajectoryId: string): Promise<readonly Handover[]> {
  if (holdsNone(db, trajectoryId, "handover")) return [];
  const { rows } =
    await sql<HandoverRow>`${rowsOf} where h.trajectory_id = ${trajectoryId} order by h.created_at desc, h.id limit 100`.execute(db);
  return rows.map(handoverOf);
}

export interface NewHandover {
  readonly trajectoryId: string;
  readonly moment: HandoverMoment;
  readonly momentOn: Day;
  readonly senderStays: boolean;
  readonly preparedBy: string;
  readonly municipality: string | null;
  readonly language: string | null;
  readonly interpreterNeeded: boolean;
  readonly period: string;
  readonly weeksFrom: number | null;
  readonly to: { readonly organisationId: string; readonly role: string } | null;
}

export async function insertHandover(db: Db, one: NewHandover): Promise<string> {
  const row = await db
    .insertInto("handover")
    .values({
      trajectory_id: one.trajectoryId,
      moment: one.moment,
      moment_on: one.momentOn,
      sender_stays: one.senderStays,
      prepared_by: one.preparedBy,
      municipality_code: one.municipality,
      language: one.language,
      interpreter_needed: one.interpreterNeeded,
      period: one.period,
      weeks_from: one.weeksFrom,
      to_organisation_id: one.to?.organisationId ?? null,
      to_role: one.to?.role ?? null,
      author_organisation_id: stampedFromSession,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export interface HandoverChange {
  readonly state?: Handover["status"]["state"];
  readonly moment_on?: Day;
  readonly sender_stays?: boolean;
  readonly to_organisation_id?: string | null;
  readonly to_role?: string | null;
  readonly to_membership_id?: string | null;
  readonly discussed_on?: Day;
  readonly answer_by?: Day;
  readonly offered_on?: Day;
  readonly offered_by?: string;
  readonly accepted_on?: Day;
  readonly accepted_by?: string;
  readonly held_on?: Day;
  readonly ended_on?: Day;
  readonly outside_to?: string;
  readonly outside_way?: string;
  readonly reason?: string;
  readonly note?: string | null;
}

/** Saves what changed. False when someone else was first. */
export async function saveHandover(db: Db, seen: { id: string; version: number }, change: HandoverChange): Promise<boolean> {
  const result = await db
    .updateTable("handover")
    .set({ ...change, version: seen.version + 1 })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Puts the words under their headings; what stood there makes way. */
export async function keepWords(db: Db, handover: { id: string; trajectoryId: string }, words: HandoverWords): Promise<void> {
  const known = new Set((await listWords(db, handover.id)).map(({ heading }) => heading));
  for (const heading of headings) {
    if (known.has(heading))
      await db
        .updateTable("handover_entry")
        .set((row) => ({ words: words[heading], version: row("version", "+", 1) }))
        .where("handover_id", "=", handover.id)
        .where("heading", "=", heading)
        .where("words", "<>", words[heading])
        .execute();
    else
      await db
        .insertInto("handover_entry")
        .values({
          trajectory_id: handover.trajectoryId,
          handover_id: handover.id,
          heading,
          care_kind: careKindOf(heading),
          words: words[heading],
          author_organisation_id: stampedFromSession,
        })
        .execute();
  }
}

/** The words that the asker may read; empty as long as she may read none. */
export async function listWords(db: Db, handoverId: string): Promise<readonly { readonly heading: Heading; readonly words: string }[]> {
  const { rows } = await sql<{ heading: Heading; words: string }>`
    select e.heading, e.words from handover_entry e where e.handover_id = ${handoverId} order by array_position(${[...headings]}::text[], e.heading)`.execute(
    db,
  );
  return rows;
}

export async function lockHandover(db: Db, id: string): Promise<void> {
  await sql`select trust.lock_handover(${id})`.execute(db);
}

/** Whether who hands over leads the case. */
export async function senderLeads(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{ leads: boolean }>`select trust.sender_leads(${id}) as leads`.execute(db);
  return rows[0]?.leads ?? false;
}

export async function setHandoverWork(db: Db, id: string, items: readonly object[], facts: object): Promise<void> {
  await sql`select trust.follow_handover(${id}, ${JSON.stringify(items)}::jsonb, ${JSON.stringify(facts)}::jsonb)`.execute(db);
}

/** Which of these stand on the asker's own list for this handover. */
export async function listMyWork(db: Db, id: string, kinds: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("work_item")
    .select("kind")
    .distinct()
    .where("subject_id", "=", id)
    .where("kind", "in", [...kinds])
    .where("side", "=", "mine")
    .where("closed_at", "is", null)
    .execute();
  return rows.map(({ kind }) => kind);
}

export async function followPlanSharing(db: Db, trajectoryId: string): Promise<void> {
  await sql`select trust.follow_plan_sharing(${trajectoryId})`.execute(db);
}

/** The morning's round: what is due, and what is late on both sides. */
export async function proposeOfToday(db: Db, daysBack: number): Promise<number> {
  const { rows } = await sql<{ told: number }>`select trust.propose_handovers_of_today(${daysBack}) as told`.execute(db);
  return rows[0]?.told ?? 0;
}

export async function alertHandovers(db: Db, dueOn: Day, teamSince: Day): Promise<number> {
  const { rows } = await sql<{ told: number }>`select trust.alert_handovers(${dueOn}, ${teamSince}) as told`.execute(db);
  return rows[0]?.told ?? 0;
}
