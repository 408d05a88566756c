import { sql } from "kysely";
import type { Day } from "../../kit/day.ts";
import type { Db } from "../../platform/db/withActor.ts";
import type { PlanContent, Responsible } from "../../pathway/plan/familyPlan.ts";
import type { Lead, Look, OwnAgreement, OwnConsent, OwnPlan, OwnReferral, Said, SaidKind, TeamMember, Visit } from "../portal.ts";

interface AgreementRow extends Omit<OwnAgreement, "responsible"> {
  readonly kind: Responsible["kind"];
  readonly key: string;
}

export async function findOwnPlan(db: Db): Promise<OwnPlan> {
  const { rows } = await sql<{
    plan: Omit<OwnPlan, "agreements"> & { agreements: readonly AgreementRow[] };
  }>`select family.plan() as plan`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("A plan is always answered.");
  return {
    ...row.plan,
    agreements: row.plan.agreements.map(({ kind, key, ...one }) => ({ ...one, responsible: responsibleOf(kind, key) })),
  };
}

function responsibleOf(kind: Responsible["kind"], key: string): Responsible {
  if (kind === "professional") return { kind, membershipId: key };
  return kind === "family" ? { kind, personId: key } : { kind, name: key };
}

export async function listFactorLabels(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ label: string }>`select label from family.factor_labels() as label`.execute(db);
  return rows.map(({ label }) => label);
}

export async function findLead(db: Db): Promise<Lead | null> {
  const { rows } = await sql<Lead>`select name, role, organisation, phone from family.lead()`.execute(db);
  return rows[0] ?? null;
}

export async function listTeam(db: Db): Promise<readonly TeamMember[]> {
  const { rows } = await sql<TeamMember>`select organisation, kind, phone, since from family.team()`.execute(db);
  return rows;
}

export async function listVisits(db: Db): Promise<readonly Visit[]> {
  const { rows } = await sql<Visit>`select state, day, at_time as "atTime", place, organisation, phone, who from family.visits()`.execute(
    db,
  );
  return rows;
}

export async function listOwnReferrals(db: Db): Promise<readonly OwnReferral[]> {
  const { rows } = await sql<OwnReferral>`
    select id, version, state, offer, organisation, phone, requested_on as "requestedOn", expected_on as "expectedOn", started_on as "startedOn", ended_on as "endedOn",
      helper, asked_by as "askedBy", question, said_yes as "saidYes" from family.referrals()`.execute(db);
  return rows;
}

export async function listOwnConsents(db: Db): Promise<readonly OwnConsent[]> {
  const { rows } = await sql<OwnConsent>`
    select id, version, purpose, recipient, recipient_role as "recipientRole", parts, given_on as "givenOn", until from family.consents()`.execute(
    db,
  );
  return rows;
}

export async function listLooks(db: Db, most: number): Promise<readonly Look[]> {
  const { rows } = await sql<Look>`select at, who, role, organisation, event, part, emergency from family.looked(${most})`.execute(db);
  return rows;
}

export async function listSaid(db: Db): Promise<readonly Said[]> {
  const { rows } = await sql<Said>`
    select id, kind, words, answer, answered_by as "answeredBy", answered_on as "answeredOn", said_on as "saidOn" from family.words()`.execute(
    db,
  );
  return rows;
}

export async function lockOwnPlan(db: Db): Promise<void> {
  await sql`select family.lock_plan()`.execute(db);
}

export async function insertAgreedVersion(db: Db, content: PlanContent, number: number, due: Day): Promise<void> {
  await sql`select family.agree_plan(${JSON.stringify(content)}::jsonb, ${number}, ${due})`.execute(db);
}

export async function insertWords(db: Db, kind: SaidKind, words: string, due: Day): Promise<void> {
  await sql`select family.say(${kind}, ${words}, ${due})`.execute(db);
}

type Code = "done" | "not-found" | "ended" | "changed";
const codeOf = (rows: readonly { code: Code }[]): Code => rows[0]?.code ?? "not-found";

export async function agreeToReferral(db: Db, id: string, due: Day): Promise<Code> {
  return codeOf((await sql<{ code: Code }>`select family.agree_referral(${id}, ${due}) as code`.execute(db)).rows);
}

export async function withdrawFromReferral(db: Db, id: string, version: number, due: Day): Promise<Code> {
  return codeOf((await sql<{ code: Code }>`select family.withdraw_referral(${id}, ${version}, ${due}) as code`.execute(db)).rows);
}

export async function withdrawOwnConsent(db: Db, id: string, version: number, due: Day): Promise<Code> {
  return codeOf((await sql<{ code: Code }>`select family.withdraw_consent(${id}, ${version}, ${due}) as code`.execute(db)).rows);
}
