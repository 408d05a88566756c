import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { AskState, AskedPurpose, ShareablePart } from "../consent.ts";

/** Whether the mother can be asked in her own pages. */
export interface MotherPages {
  readonly reads: boolean;
  readonly mailed: boolean;
  readonly decidesHerself: boolean;
  readonly afterLoss: boolean;
}

/** Null for who is not involved. */
export async function findMotherPages(db: Db, trajectoryId: string): Promise<MotherPages | null> {
  const { rows } = await sql<MotherPages>`
    select reads, mailed, decides_herself as "decidesHerself", after_loss as "afterLoss" from trust.family_reader(${trajectoryId})`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** The partner, where he can be asked in his own pages; null for whoever may not know him. */
export interface PartnerPages {
  readonly person: string;
  readonly decidesHimself: boolean;
}
export async function findPartnerPages(db: Db, trajectoryId: string): Promise<PartnerPages | null> {
  const { rows } = await sql<PartnerPages>`
    select person, decides_himself as "decidesHimself" from trust.partner_reader(${trajectoryId})`.execute(db);
  return rows[0] ?? null;
}

/** A question to the mother or the partner, with the names that a page needs. */
export interface MotherAsk {
  readonly id: string;
  readonly version: number;
  readonly purpose: AskedPurpose;
  readonly organisations: readonly string[];
  readonly roles: readonly string[];
  readonly parts: readonly ShareablePart[];
  readonly state: AskState;
  readonly askedOn: Day;
  readonly answeredOn: Day | null;
  readonly askedBy: string;
  readonly askedFor: string;
  /** It was put before the partner, about himself. */
  readonly ofPartner: boolean;
}

/** The newest first. */
export async function listMotherAsks(db: Db, trajectoryId: string): Promise<readonly MotherAsk[]> {
  const { rows } = await sql<MotherAsk>`
    select a.id, a.version, a.purpose, array(select o.name from organisation o where o.id = any(a.recipients) order by o.name) as organisations, a.roles, a.parts, a.state,
      (a.created_at at time zone 'Europe/Amsterdam')::date as "askedOn", a.answered_on as "answeredOn", p.display_name as "askedBy", g.name as "askedFor", a.own_person is not null as "ofPartner"
    from consent_ask a join professional p on p.id = a.author_id join organisation g on g.id = a.author_organisation_id
    where a.trajectory_id = ${trajectoryId} order by a.created_at desc limit 50`.execute(db);
  return rows;
}

export interface NewAsk {
  readonly trajectoryId: string;
  /** Who is asked, about her or his own data. */
  readonly about: string;
  readonly purpose: AskedPurpose;
  readonly organisations: readonly string[];
  readonly roles: readonly string[];
  readonly parts: readonly ShareablePart[];
  readonly medicalToo: boolean;
  readonly until: Day | null;
}

export type AskCode = "done" | "no-pages" | "with-parents" | "waits-for-study";

export async function insertAsk(db: Db, ask: NewAsk, due: Day, mail: object): Promise<AskCode> {
  const { rows } = await sql<{
    code: AskCode;
  }>`select trust.ask_family(${ask.trajectoryId}, ${ask.about}, ${ask.purpose}, ${[...ask.organisations]}::uuid[], ${[...ask.roles]}::text[], ${[...ask.parts]}::text[],
    ${ask.medicalToo}, ${ask.until}, ${due}, ${JSON.stringify(mail)}::jsonb) as code`.execute(db);
  return rows[0]?.code ?? "no-pages";
}

/** False when someone was first. */
export async function withdrawAsk(db: Db, id: string, version: number): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select trust.withdraw_consent_ask(${id}, ${version}) as done`.execute(db);
  return rows[0]?.done ?? false;
}

/** Whether she may not hear yet that a place is looked for: a list of a study comes first. */
export async function waitsForStudy(db: Db, trajectoryId: string): Promise<boolean> {
  const { rows } = await sql<{ closed: boolean }>`select study.waits(${trajectoryId}) as closed`.execute(db);
  return rows[0]?.closed ?? false;
}
