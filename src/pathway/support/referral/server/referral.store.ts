import { sql } from "kysely";
import type { Day } from "../../../../kit/day.ts";
import type { Db } from "../../../../platform/db/withActor.ts";
import { holdsNone } from "../../../../trust/access/server/door.ts";
import type {
  AnswerWay,
  Candidate,
  CandidateState,
  CandidateStatus,
  DeclineReason,
  PlanLink,
  ReferralReport,
  StopReason,
  Withdrawer,
} from "../referral.ts";

interface Row extends Omit<Candidate, "status"> {
  readonly state: CandidateState;
  readonly answeredOn: Day | null;
  readonly expectedOn: Day | null;
  readonly bridgeOfferId: string | null;
  readonly bridgeName: string | null;
  readonly acceptedBy: string | null;
  readonly helperName: string | null;
  readonly startedOn: Day | null;
  readonly reportedOn: Day | null;
  readonly endedOn: Day | null;
  readonly endedBy: "asked" | "asking" | null;
  readonly withdrawnBy: Withdrawer | null;
  readonly reason: string | null;
  readonly note: string | null;
}

const candidateRows = sql`
  select c.id, c.referral_id as "referralId", c.trajectory_id as "trajectoryId", c.way, c.state, c.requested_on as "requestedOn", c.answer_by as "answerBy", c.urgent,
    coalesce(n.name, c.municipality_code) as municipality, c.language, c.interpreter_needed as "interpreterNeeded", c.period, c.weeks_from as "weeksFrom",
    c.feedback_allowed as "feedbackAllowed", c.paper_code as "paperCode", c.version,
    json_build_object('organisationId', a.id, 'organisation', a.name, 'phone', a.phone) as asked, json_build_object('organisationId', b.id, 'organisation', b.name, 'phone', coalesce(p.phone, b.phone)) as asking,
    json_build_object('membershipId', c.asked_by, 'name', p.display_name) as "askedBy", json_build_object('id', o.id, 'name', o.name) as offer,
    c.answered_on as "answeredOn", c.expected_on as "expectedOn", c.bridge_offer_id as "bridgeOfferId", r.name as "bridgeName", c.accepted_by as "acceptedBy",
    coalesce(h.display_name, c.helper_name) as "helperName", c.started_on as "startedOn", c.reported_on as "reportedOn", c.ended_on as "endedOn", c.ended_by as "endedBy",
    c.withdrawn_by as "withdrawnBy", c.reason, c.note
  from referral_candidate c join organisation a on a.id = c.asked_organisation_id join organisation b on b.id = c.author_organisation_id join support_offer o on o.id = c.offer_id
    join membership m on m.id = c.asked_by join professional p on p.id = m.professional_id left join municipality n on n.code = c.municipality_code
    left join support_offer r on r.id = c.bridge_offer_id left join membership mh on mh.id = c.accepted_by left join professional h on h.id = mh.professional_id`;

/** One candidate, as far as the asker may see it: her own side of it, or with consent. */
export async function findCandidate(db: Db, trajectoryId: string, id: string): Promise<Candidate | null> {
  const { rows } = await sql<Row>`${candidateRows} where c.id = ${id} and c.trajectory_id = ${trajectoryId}`.execute(db);
  return rows[0] ? candidateOf(rows[0]) : null;
}

/** Everything that was asked for a family, the newest first; those of one referral together. */
export async function listCandidates(db: Db, trajectoryId: string): Promise<readonly Candidate[]> {
  if (holdsNone(db, trajectoryId, "referral_candidate")) return [];
  const { rows } =
    await sql<Row>`${candidateRows} where c.trajectory_id = ${trajectoryId} order by c.requested_on desc, c.referral_id, o.name, c.id limit 200`.execute(
      db,
    );
  return rows.map(candidateOf);
}

/** The candidate on whose printed form this code stands, when it is the asker's organisation that asked. */
export async function findByPaperCode(db: Db, code: string, organisationId: string): Promise<{ id: string; trajectoryId: string } | null> {
  const row = await db
    .selectFrom("referral_candidate")
    .select(["id", "trajectory_id as trajectoryId"])
    .where("paper_code", "=", code)
    .where("author_organisation_id", "=", organisationId)
    .executeTakeFirst();
  return row ?? null;
}

function candidateOf(row: Row): Candidate {
  return {
    id: row.id,
    referralId: row.referralId,
    trajectoryId: row.trajectoryId,
    asked: row.asked,
    asking: row.asking,
    askedBy: row.askedBy,
    offer: row.offer,
    way: row.way,
    requestedOn: row.requestedOn,
    answerBy: row.answerBy,
    urgent: row.urgent,
    municipality: row.municipality,
    language: row.language,
    interpreterNeeded: row.interpreterNeeded,
    period: row.period,
    weeksFrom: row.weeksFrom,
    feedbackAllowed: row.feedbackAllowed,
    paperCode: row.paperCode,
    version: row.version,
    status: statusOf(row),
  };
}

/** The row is checked by its constraints; a state that lacks what it must have is a fault. */
function statusOf(row: Row): CandidateStatus {
  const need = <Value>(value: Value | null): Value => {
    if (value === null) throw new Error(`A referral in state ${row.state} lacks what that state must have.`);
    return value;
  };
  const helper = () => ({ membershipId: row.acceptedBy, name: need(row.helperName) });
  const bridge = row.bridgeOfferId !== null && row.bridgeName !== null ? { offerId: row.bridgeOfferId, name: row.bridgeName } : null;
  switch (row.state) {
    case "requested":
      return { state: "requested" };
    case "waitlisted":
      return { state: "waitlisted", answeredOn: need(row.answeredOn), expectedOn: need(row.expectedOn), bridge };
    case "accepted":
      return { state: "accepted", answeredOn: need(row.answeredOn), helper: helper() };
    case "started":
      return { state: "started", startedOn: need(row.startedOn), reportedOn: row.reportedOn, helper: helper() };
    case "completed":
      return { state: "completed", endedOn: need(row.endedOn), helper: helper() };
    case "stopped":
      return { state: "stopped", endedOn: need(row.endedOn), helper: helper(), reason: need(row.reason) as StopReason, note: row.note };
    case "declined":
      return { state: "declined", endedOn: need(row.endedOn), reason: need(row.reason) as DeclineReason, note: row.note };
    case "withdrawn":
      return {
        state: "withdrawn",
        endedOn: need(row.endedOn),
        by: need(row.withdrawnBy),
        side: need(row.endedBy),
        helper: row.helperName === null ? null : helper(),
      };
    case "taken":
      return { state: "taken", endedOn: need(row.endedOn) };
  }
}

export interface NewCandidate {
  readonly trajectoryId: string;
  readonly referralId: string;
  readonly offerId: string;
  readonly askedOrganisationId: string;
  readonly askedBy: string;
  readonly way: AnswerWay;
  readonly answerBy: Day;
  readonly urgent: boolean;
  readonly municipality: string | null;
  readonly language: string | null;
  readonly interpreterNeeded: boolean;
  readonly period: string;
  readonly weeksFrom: number | null;
  readonly feedbackAllowed: boolean;
  readonly paperCode: string | null;
}

export async function insertReferral(
  db: Db,
  referral: { trajectoryId: string; question: string | null; organisationId: string; link: PlanLink | null },
): Promise<string> {
  const row = await db
    .insertInto("referral")
    .values({
      trajectory_id: referral.trajectoryId,
      question: referral.question,
      author_organisation_id: referral.organisationId,
      plan_question_id: referral.link?.kind === "question" ? referral.link.id : null,
      plan_agreement_id: referral.link?.kind === "agreement" ? referral.link.id : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function insertCandidate(db: Db, one: NewCandidate): Promise<string> {
  const row = await db
    .insertInto("referral_candidate")
    .values({
      trajectory_id: one.trajectoryId,
      referral_id: one.referralId,
      offer_id: one.offerId,
      asked_organisation_id: one.askedOrganisationId,
      asked_by: one.askedBy,
      way: one.way,
      answer_by: one.answerBy,
      urgent: one.urgent,
      municipality_code: one.municipality,
      language: one.language,
      interpreter_needed: one.interpreterNeeded,
      period: one.period,
      weeks_from: one.weeksFrom,
      feedback_allowed: one.feedbackAllowed,
      paper_code: one.paperCode,
      author_organisation_id: one.askedOrganisationId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** What is asked, in the words of who asks; null when there is none, or it is not the asker's to read (yet). */
export async function findQuestion(db: Db, referralId: string): Promise<string | null> {
  const row = await db.selectFrom("referral").select("question").where("id", "=", referralId).executeTakeFirst();
  return row?.question ?? null;
}

/** Which part of the plan each referral of a line carries out, as far as the asker may see both. */
export async function listPlanLinks(
  db: Db,
  trajectoryId: string,
): Promise<readonly { readonly referralId: string; readonly about: string; readonly kind: PlanLink["kind"]; readonly wording: string }[]> {
  const { rows } = await sql<{ referralId: string; about: string; kind: PlanLink["kind"]; wording: string }>`
    select r.id as "referralId", p.id as about, p.kind, p.wording from referral r join lateral (
      select q.id, 'question' as kind, q.wording from plan_question q where q.id = r.plan_question_id
      union all select a.id, 'agreement', a.wording from plan_agreement a where a.id = r.plan_agreement_id) p on true
    where r.trajectory_id = ${trajectoryId}`.execute(db);
  return rows;
}

export interface CandidateChange {
  readonly state?: CandidateState;
  readonly answered_on?: Day;
  readonly expected_on?: Day | null;
  readonly bridge_offer_id?: string | null;
  readonly accepted_by?: string | null;
  readonly helper_name?: string | null;
  readonly started_on?: Day;
  readonly reported_on?: Day;
  readonly ended_on?: Day;
  readonly ended_by?: "asked" | "asking";
  readonly withdrawn_by?: Withdrawer;
  readonly reason?: string;
  readonly note?: string | null;
}

/** Saves what changed. False when someone else was first. */
export async function saveCandidate(db: Db, seen: { id: string; version: number }, change: CandidateChange): Promise<boolean> {
  const result = await db
    .updateTable("referral_candidate")
    .set({ ...change, version: seen.version + 1 })
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertReport(
  db: Db,
  report: { trajectoryId: string; candidateId: string; forOrganisationId: string | null; words: string; organisationId: string },
): Promise<void> {
  await db
    .insertInto("referral_report")
    .values({
      trajectory_id: report.trajectoryId,
      candidate_id: report.candidateId,
      for_organisation_id: report.forOrganisationId,
      words: report.words,
      author_organisation_id: report.organisationId,
    })
    .execute();
}

/** What was told of the help, as far as the asker may read it; the newest first. */
export async function listReports(db: Db, candidateId: string): Promise<readonly ReferralReport[]> {
  const { rows } = await sql<ReferralReport>`
    select r.id, r.on_day as "onDay", r.words, concat_ws(', ', p.display_name, o.name) as by from referral_report r
      join organisation o on o.id = r.author_organisation_id left join professional p on p.id = r.author_id
    where r.candidate_id = ${candidateId} order by r.created_at desc limit 50`.execute(db);
  return rows;
}

/** What a request takes from the family: its language, and whether an interpreter is needed. */
export async function findNeeds(db: Db, familyId: string): Promise<{ language: string | null; interpreterNeeded: boolean } | null> {
  const row = await db.selectFrom("family").select(["language", "interpreter_needed"]).where("id", "=", familyId).executeTakeFirst();
  return row ? { language: row.language, interpreterNeeded: row.interpreter_needed } : null;
}

/** Which of these stand on the asker's own list for this candidate, so that a button can take them off. */
export async function listMyWork(db: Db, candidateId: string, kinds: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("work_item")
    .select("kind")
    .distinct()
    .where("subject_id", "=", candidateId)
    .where("kind", "in", [...kinds])
    .where("side", "=", "mine")
    .where("closed_at", "is", null)
    .execute();
  return rows.map(({ kind }) => kind);
}

export async function lockReferral(db: Db, candidateId: string): Promise<void> {
  await sql`select trust.lock_referral(${candidateId})`.execute(db);
}

/** How many places the offer still has; null where nobody counts them. Others who accept wait for the end of this transaction. */
export async function lockRoom(db: Db, candidateId: string): Promise<number | null> {
  const { rows } = await sql<{ room: number | null }>`select trust.room_at(${candidateId}) as room`.execute(db);
  return rows[0]?.room ?? null;
}

/** The candidates that are let go because this one accepted: ids alone. */
export async function listTaken(db: Db, candidateId: string): Promise<readonly { id: string; way: AnswerWay }[]> {
  const { rows } = await sql<{ id: string; way: AnswerWay }>`select id, way from trust.taken_with(${candidateId})`.execute(db);
  return rows;
}

export async function setWork(db: Db, candidateId: string, items: readonly object[], facts: object): Promise<void> {
  await sql`select trust.follow_referral(${candidateId}, ${JSON.stringify(items)}::jsonb, ${JSON.stringify(facts)}::jsonb)`.execute(db);
}

export async function followSharingAnswer(db: Db, trajectoryId: string): Promise<void> {
  await sql`select trust.follow_sharing_answer(${trajectoryId})`.execute(db);
}

export async function tellOfHelp(db: Db, candidateId: string, dueOn: Day, facts: object): Promise<void> {
  await sql`select trust.tell_of_help(${candidateId}, ${dueOn}, ${JSON.stringify(facts)}::jsonb)`.execute(db);
}

export async function escalate(db: Db, dueOn: Day): Promise<number> {
  const { rows } = await sql<{ told: number }>`select trust.escalate_referrals(${dueOn}) as told`.execute(db);
  return rows[0]?.told ?? 0;
}

/** Which of these organisations can answer in Wieg: somebody there works with referrals today. */
export async function listAnswering(db: Db, organisationIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct m.organisation_id as id from membership m join role_part p on p.role = m.role and p.part = trust.part('referrals') and p.may_write
    where m.organisation_id = any(${organisationIds}::uuid[]) and m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}
