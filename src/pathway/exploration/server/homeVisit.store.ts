import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type {
  CancelReason,
  DeclineReason,
  HomeVisit,
  Nurse,
  Present,
  VisitKind,
  VisitPlace,
  VisitState,
  VisitStatus,
} from "../homeVisit.ts";

interface Row extends Omit<HomeVisit, "asked" | "asking" | "askedBy" | "status"> {
  readonly state: VisitState;
  readonly askedId: string;
  readonly askedName: string;
  readonly askedPhone: string | null;
  readonly askingId: string;
  readonly askingName: string;
  readonly askingPhone: string | null;
  readonly askedByMembership: string;
  readonly askedByName: string;
  readonly nurseMembership: string | null;
  readonly nurseName: string | null;
  readonly acceptedOn: Day | null;
  readonly scheduledOn: Day | null;
  readonly scheduledAt: string | null;
  readonly place: VisitPlace | null;
  readonly heldOn: Day | null;
  readonly present: readonly Present[];
  readonly reportedOn: Day | null;
  readonly endedOn: Day | null;
  readonly endedBy: "asked" | "asking" | null;
  readonly endReason: string | null;
  readonly endNote: string | null;
}

const visitRows = sql`
  select v.id, v.trajectory_id as "trajectoryId", v.kind, v.state, v.requested_on as "requestedOn", v.answer_by as "answerBy", v.visit_before as "visitBefore", v.urgent,
    coalesce(g.name, v.municipality_code) as municipality, v.language, v.interpreter_needed as "interpreterNeeded", v.interpreter_booked_on as "interpreterBookedOn",
    v.period, v.weeks_from as "weeksFrom", v.missed, v.version, a.id as "askedId", a.name as "askedName", a.phone as "askedPhone",
    b.id as "askingId", b.name as "askingName", b.phone as "askingPhone", v.asked_by as "askedByMembership", p.display_name as "askedByName",
    v.accepted_by as "nurseMembership", n.display_name as "nurseName", v.accepted_on as "acceptedOn", v.scheduled_on as "scheduledOn", v.scheduled_at as "scheduledAt",
    v.place, v.held_on as "heldOn", v.present, v.reported_on as "reportedOn", v.ended_on as "endedOn", v.ended_by as "endedBy", v.end_reason as "endReason", v.end_note as "endNote"
  from home_visit v join organisation a on a.id = v.asked_organisation_id join organisation b on b.id = v.author_organisation_id
    join membership mb on mb.id = v.asked_by join professional p on p.id = mb.professional_id
    left join municipality g on g.code = v.municipality_code
    left join membership mn on mn.id = v.accepted_by left join professional n on n.id = mn.professional_id`;

/** The visit, as far as the asker may see it: its own side of it, or with consent. */
export async function findVisitById(db: Db, trajectoryId: string, visitId: string): Promise<HomeVisit | null> {
  const { rows } = await sql<Row>`${visitRows} where v.id = ${visitId} and v.trajectory_id = ${trajectoryId}`.execute(db);
  return rows[0] ? visitOf(rows[0]) : null;
}

/** Visits of a line, the newest first. */
export async function listVisits(db: Db, trajectoryId: string): Promise<readonly HomeVisit[]> {
  if (holdsNone(db, trajectoryId, "home_visit")) return [];
  const { rows } = await sql<Row>`${visitRows} where v.trajectory_id = ${trajectoryId} order by v.number desc limit 50`.execute(db);
  return rows.map(visitOf);
}

function visitOf(row: Row): HomeVisit {
  const { askedId, askedName, askedPhone, askingId, askingName, askingPhone, askedByMembership, askedByName } = row;
  return {
    id: row.id,
    trajectoryId: row.trajectoryId,
    kind: row.kind,
    requestedOn: row.requestedOn,
    answerBy: row.answerBy,
    visitBefore: row.visitBefore,
    urgent: row.urgent,
    municipality: row.municipality,
    language: row.language,
    interpreterNeeded: row.interpreterNeeded,
    interpreterBookedOn: row.interpreterBookedOn,
    period: row.period,
    weeksFrom: row.weeksFrom,
    missed: row.missed,
    version: row.version,
    asked: { organisationId: askedId, organisation: askedName, phone: askedPhone },
    asking: { organisationId: askingId, organisation: askingName, phone: askingPhone },
    askedBy: { membershipId: askedByMembership, name: askedByName },
    status: statusOf(row),
  };
}

/** The row is checked by its constraints; a state that lacks what it must have is a fault. */
function statusOf(row: Row): VisitStatus {
  const nurse: Nurse | null =
    row.nurseMembership !== null && row.nurseName !== null ? { membershipId: row.nurseMembership, name: row.nurseName } : null;
  const need = <Value>(value: Value | null): Value => {
    if (value === null) throw new Error(`A home visit in state ${row.state} lacks what that state must have.`);
    return value;
  };
  switch (row.state) {
    case "requested":
      return { state: "requested" };
    case "accepted":
      return { state: "accepted", acceptedOn: need(row.acceptedOn), nurse: need(nurse) };
    case "scheduled":
      return { state: "scheduled", nurse: need(nurse), on: need(row.scheduledOn), at: row.scheduledAt, place: row.place ?? "home" };
    case "no_show":
      return { state: "no_show", nurse: need(nurse), on: need(row.scheduledOn) };
    case "held":
      return { state: "held", nurse: need(nurse), heldOn: need(row.heldOn), present: row.present };
    case "reported":
      return { state: "reported", nurse: need(nurse), heldOn: need(row.heldOn), present: row.present, reportedOn: need(row.reportedOn) };
    case "declined":
      return { state: "declined", endedOn: need(row.endedOn), reason: need(row.endReason) as DeclineReason, note: row.endNote };
    case "cancelled":
      return {
        state: "cancelled",
        endedOn: need(row.endedOn),
        reason: need(row.endReason) as CancelReason,
        note: row.endNote,
        by: need(row.endedBy),
        nurse,
        heldOn: row.heldOn,
      };
  }
}

export interface NewVisit {
  readonly trajectoryId: string;
  readonly kind: VisitKind;
  readonly askedOrganisationId: string;
  readonly askedBy: string;
  readonly answerBy: Day;
  readonly visitBefore: Day;
  readonly urgent: boolean;
  readonly municipality: string | null;
  readonly language: string | null;
  readonly interpreterNeeded: boolean;
  readonly period: HomeVisit["period"];
  readonly weeksFrom: number | null;
}

/** Asks for a visit; null when one of this kind is open already. */
export async function insertVisit(db: Db, visit: NewVisit): Promise<string | null> {
  const row = await db
    .insertInto("home_visit")
    .values({
      trajectory_id: visit.trajectoryId,
      kind: visit.kind,
      asked_organisation_id: visit.askedOrganisationId,
      asked_by: visit.askedBy,
      answer_by: visit.answerBy,
      visit_before: visit.visitBefore,
      urgent: visit.urgent,
      municipality_code: visit.municipality,
      language: visit.language,
      interpreter_needed: visit.interpreterNeeded,
      period: visit.period,
      weeks_from: visit.weeksFrom,
      author_organisation_id: visit.askedOrganisationId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function insertQuestion(
  db: Db,
  one: { trajectoryId: string; visitId: string; question: string; organisationId: string },
): Promise<void> {
  await db
    .insertInto("home_visit_question")
    .values({
      trajectory_id: one.trajectoryId,
      home_visit_id: one.visitId,
      question: one.question,
      author_organisation_id: one.organisationId,
    })
    .execute();
}

/** What who asks wants looked at; null when there is none, or it is not the asker's to read yet. */
export async function findQuestion(db: Db, visitId: string): Promise<string | null> {
  const row = await db.selectFrom("home_visit_question").select("question").where("home_visit_id", "=", visitId).executeTakeFirst();
  return row?.question ?? null;
}

export interface VisitChange {
  readonly state?: VisitState;
  readonly accepted_by?: string;
  readonly accepted_on?: Day;
  readonly scheduled_on?: Day;
  readonly scheduled_at?: string | null;
  readonly place?: VisitPlace;
  readonly missed?: number;
  readonly held_on?: Day;
  readonly present?: readonly Present[];
  readonly reported_on?: Day;
  readonly ended_on?: Day;
  readonly ended_by?: "asked" | "asking";
  readonly end_reason?: string;
  readonly end_note?: string | null;
  readonly interpreter_booked_on?: Day;
}

/** Saves what changed. False when someone else was first. */
export async function saveVisit(db: Db, seen: { id: string; version: number }, { present, ...change }: VisitChange): Promise<boolean> {
  const rows = await db
    .updateTable("home_visit")
    .set({ ...change, ...(present ? { present: [...present] } : {}), version: seen.version + 1 })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .returning("id")
    .execute();
  return rows.length === 1;
}

/** Tells who asked, also when the asked organisation never became involved. */
export async function tellAsking(db: Db, visitId: string, work: { kind: string; dueOn: Day; facts: object }): Promise<void> {
  await sql`select trust.tell_asking_of_visit(${visitId}, ${work.kind}, ${work.dueOn}, ${JSON.stringify(work.facts)}::jsonb)`.execute(db);
}

/** What follows from the family's last answer, for the visit and for the route. */
export async function followVisitAnswer(db: Db, trajectoryId: string): Promise<void> {
  await sql`select trust.follow_visit_answer(${trajectoryId})`.execute(db);
}

/** Tells of consents that ended by their own date. */
export async function tellEndedConsents(db: Db): Promise<void> {
  await sql`select trust.tell_ended_visit_consents()`.execute(db);
}

export interface YouthHealth {
  readonly id: string;
  readonly name: string;
  readonly serves: boolean;
}

/** Youth health services, those that work for the municipality first. */
export async function listYouthHealth(db: Db, municipality: string | null): Promise<readonly YouthHealth[]> {
  const { rows } = await sql<YouthHealth>`
    select o.id, o.name, exists (select from organisation_area a where a.organisation_id = o.id and a.municipality_code = ${municipality}) as serves
    from organisation o where o.active and o.kind = 'youth_health' order by 3 desc, o.name`.execute(db);
  return rows;
}

/** What a request takes from the family: its language, and whether an interpreter is needed. */
export async function findFamilyNeeds(db: Db, familyId: string): Promise<{ language: string | null; interpreterNeeded: boolean } | null> {
  const row = await db.selectFrom("family").select(["language", "interpreter_needed"]).where("id", "=", familyId).executeTakeFirst();
  return row ? { language: row.language, interpreterNeeded: row.interpreter_needed } : null;
}

/** Whether one of these waits for the asker herself, so that a button can take it off her list. */
export async function waitsForMe(db: Db, visitId: string, kinds: readonly string[]): Promise<boolean> {
  const row = await db
    .selectFrom("work_item")
    .select("id")
    .where("subject_id", "=", visitId)
    .where("kind", "in", [...kinds])
    .where("side", "=", "mine")
    .where("closed_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Where the family moved to, as it waits for the asker to say who goes. */
export async function findMovedTo(db: Db, visitId: string): Promise<string | null> {
  const { rows } = await sql<{ municipality: string }>`select w.facts ->> 'municipality' as municipality from work_item w
    where w.subject_id = ${visitId} and w.kind = 'home-visit.moved' and w.closed_at is null limit 1`.execute(db);
  return rows[0]?.municipality ?? null;
}
