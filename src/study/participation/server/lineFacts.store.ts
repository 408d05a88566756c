import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { StudyLanguage, StudyPurpose } from "../../design/studyConsent.ts";
import type { AnswerWay, Proposed, Said, Used } from "../participation.ts";

/** What care recorded of the facts by which an arm is decided, as the asker may see it. */
export interface RawFacts {
  readonly category: string | null;
  readonly maternityCare: string | null;
  readonly municipality: string | null;
  readonly insurer: string | null;
}

/** Null when the line is not the asker's to see. */
export async function findLineFacts(db: Db, trajectoryId: string): Promise<(RawFacts & { readonly bornOn: Day | null }) | null> {
  const { rows } = await sql<RawFacts & { bornOn: Day | null }>`
    select category, maternity_care as "maternityCare", municipality, insurer, born_on as "bornOn" from study.facts_of(${trajectoryId})`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** What she said to each question, as far as she was asked. */
export async function listSaid(db: Db, trajectoryId: string): Promise<readonly Said[]> {
  const { rows } = await sql<Said>`
    select purpose, given, in_force as "inForce", given_on as "givenOn", withdrawn_on as "withdrawnOn", way, text_version as "textVersion",
      text_language as "textLanguage", asked_by as "askedBy" from study.said(${trajectoryId})`.execute(db);
  return rows;
}

export async function findProposed(db: Db, trajectoryId: string): Promise<Proposed | null> {
  const { rows } = await sql<Proposed>`
    select asks, text_version as "textVersion", language, way, until, asked_on as "askedOn", asked_by as "askedBy", asked_for as "askedFor"
    from study.proposed(${trajectoryId})`.execute(db);
  return rows[0] ?? null;
}

/** What was already made with her answers, and stays. */
export async function listUses(db: Db, trajectoryId: string): Promise<readonly Used[]> {
  const { rows } = await sql<Used>`select study, number, frozen_on as "frozenOn" from study.uses(${trajectoryId})`.execute(db);
  return rows;
}

export interface NewProposal {
  readonly trajectoryId: string;
  readonly asks: readonly StudyPurpose[];
  readonly textVersion: string;
  readonly language: StudyLanguage;
  readonly way: "digital" | "paper";
  readonly until: Day;
}
export type ProposalCode = "done" | "not-now" | "no-pages" | "with-parents" | "answered-before";

export async function insertProposal(db: Db, one: NewProposal, mail: object): Promise<ProposalCode> {
  const { rows } = await sql<{ code: ProposalCode }>`
    select study.propose(${one.trajectoryId}, ${[...one.asks]}::text[], ${one.textVersion}, ${one.language}, ${one.way}, ${one.until}, ${JSON.stringify(mail)}::jsonb) as code`.execute(
    db,
  );
  return rows[0]?.code ?? "not-now";
}

export async function takeProposalBack(db: Db, trajectoryId: string): Promise<boolean> {
  const { rows } = await sql<{ back: boolean }>`select study.take_proposal_back(${trajectoryId}) as back`.execute(db);
  return rows[0]?.back ?? false;
}

export interface SignedAnswers {
  readonly trajectoryId: string;
  readonly answers: Readonly<Partial<Record<StudyPurpose, boolean>>>;
  readonly textVersion: string;
  readonly language: StudyLanguage;
  readonly givenBy: string;
  readonly givenOn: Day;
  readonly answersBy: AnswerWay;
}
export type AnswersCode = "done" | "not-now" | "withdrawn-before";

export async function recordAnswers(db: Db, one: SignedAnswers): Promise<AnswersCode> {
  const { rows } = await sql<{ code: AnswersCode }>`
    select study.record_answers(${one.trajectoryId}, ${JSON.stringify(one.answers)}::jsonb, ${one.textVersion}, ${one.language}, ${one.givenBy}, ${one.givenOn}, ${one.answersBy}) as code`.execute(
    db,
  );
  return rows[0]?.code ?? "not-now";
}

/** False when there was nothing (any more) to withdraw from. */
export async function withdrawFor(db: Db, trajectoryId: string, what: StudyPurpose | "all", by: string): Promise<boolean> {
  const { rows } = await sql<{ withdrawn: boolean }>`select study.withdraw_for(${trajectoryId}, ${what}, ${by}) as withdrawn`.execute(db);
  return rows[0]?.withdrawn ?? false;
}
