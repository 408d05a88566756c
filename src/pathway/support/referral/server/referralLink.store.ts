import { sql } from "kysely";
import type { Day } from "../../../../kit/day.ts";
import type { Db } from "../../../../platform/db/withActor.ts";
import type { NewLink, SentLink } from "../../../../trust/oneTimeLink/server/door.ts";
import type { AnswerWay } from "../referral.ts";

/** What a candidate without an account may read before it answers. */
export interface LinkedRequest {
  readonly candidateId: string;
  readonly way: AnswerWay;
  readonly offer: string;
  readonly asked: string;
  readonly asking: string;
  readonly phone: string | null;
  readonly askedBy: string;
  readonly municipality: string | null;
  readonly language: string | null;
  readonly interpreterNeeded: boolean;
  readonly period: string;
  readonly weeksFrom: number | null;
  readonly urgent: boolean;
  readonly answerBy: Day;
  readonly requestedOn: Day;
  /** The family (still) allows that the candidate knows who it is. */
  readonly allowed: boolean;
}

export async function sendLink(
  db: Db,
  candidateId: string,
  link: NewLink,
): Promise<"done" | "referral-not-in-state" | "referral-no-address"> {
  const { rows } = await sql<{ code: "done" | "referral-not-in-state" | "referral-no-address" }>`
    select trust.send_referral_link(${candidateId}, ${link.hash}, ${link.code}, ${link.until}, ${link.subject}, ${link.body}) as code`.execute(
    db,
  );
  return rows[0]?.code ?? "referral-not-in-state";
}

/** A link with the code that was typed, from where. */
export interface Opening {
  readonly hash: Buffer;
  readonly code: string;
  readonly tries: number;
  readonly source: string;
  readonly requestId: string;
}

/** The request behind a link, when the link still works and the code is right; null tells no more than that. */
export async function openByLink(db: Db, { hash, code, tries, source, requestId }: Opening): Promise<LinkedRequest | null> {
  const { rows } = await sql<LinkedRequest>`
    select candidate_id as "candidateId", way, offer, asked, asking, phone, asked_by as "askedBy", municipality, language, interpreter_needed as "interpreterNeeded", period,
      weeks_from as "weeksFrom", urgent, answer_by as "answerBy", requested_on as "requestedOn", allowed
    from trust.open_referral_link(${hash}, ${code}, ${tries}, ${source}, ${requestId})`.execute(db);
  return rows[0] ?? null;
}

export interface LinkAnswer {
  readonly state: "accepted" | "declined" | "waitlisted";
  readonly helper: string | null;
  readonly expectedOn: Day | null;
  readonly reason: string | null;
  readonly note: string | null;
}

export interface Answered {
  readonly code: "done" | "referral-no-consent";
  readonly candidateId: string;
  readonly taken: readonly string[];
  readonly family: string | null;
  readonly question: string | null;
}

/** Answers, and uses the link up; null when it did not work (any more). */
export async function answerByLink(
  db: Db,
  { hash, code, tries, source, requestId }: Opening,
  answer: LinkAnswer,
): Promise<Answered | null> {
  const { rows } = await sql<Answered>`
    select code, candidate_id as "candidateId", taken, family, question
    from trust.answer_referral_link(${hash}, ${code}, ${tries}, ${source}, ${requestId}, ${answer.state}, ${answer.helper}, ${answer.expectedOn}, ${answer.reason}, ${answer.note})`.execute(
    db,
  );
  return rows[0] ?? null;
}

export async function setWorkByLink(db: Db, hash: Buffer, candidateId: string, items: readonly object[], facts: object): Promise<void> {
  await sql`select trust.follow_referral_link(${hash}, ${candidateId}, ${JSON.stringify(items)}::jsonb, ${JSON.stringify(facts)}::jsonb)`.execute(
    db,
  );
}

/** The newest link of a candidate, for who asked: its code is read out by telephone. */
export async function findLink(db: Db, candidateId: string, tries: number): Promise<SentLink | null> {
  const { rows } = await sql<SentLink>`select code, until, works from trust.sent_referral_link(${candidateId}, ${tries})`.execute(db);
  return rows[0] ?? null;
}
