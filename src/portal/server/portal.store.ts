import { sql } from "kysely";
import type { Day } from "../../kit/day.ts";
import type { Db } from "../../platform/db/withActor.ts";
import type { PlanContent, Responsible } from "../../pathway/plan/familyPlan.ts";
import type { ConsentAsk, Lead, Look, OwnAgreement, OwnConsent, OwnPlan, OwnReferral, TeamMember, Visit } from "../portal.ts";

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

/** Whether she has a partner, and since when he reads her plan. Null: she has none. */
export async function findPartner(db: Db): Promise<{ readonly planSharedSince: Day | null } | null> {
  const { rows } = await sql<{ planSharedSince: Day | null }>`select plan_shared_since as "planSharedSince" from family.partner()`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Whom someone can call who knows of nobody else that is involved. */
export async function findInviter(db: Db): Promise<{ readonly organisation: string; readonly phone: string | null } | null> {
  const { rows } = await sql<{ organisation: string; phone: string | null }>`select organisation, phone from family.invited_by()`.execute(
    db,
  );
  return rows[0] ?? null;
}

export async function sharePlanWithPartner(db: Db, yes: boolean): Promise<"done" | "not-found" | "with-parents"> {
  const { rows } = await sql<{ code: "done" | "not-found" | "with-parents" }>`select family.share_plan(${yes}) as code`.execute(db);
  return rows[0]?.code ?? "not-found";
}

export async function lockOwnPlan(db: Db): Promise<void> {
  await sql`select family.lock_plan()`.execute(db);
}

export async function insertAgreedVersion(db: Db, content: PlanContent, number: number, due: Day): Promise<void> {
  await sql`select family.agree_plan(${JSON.stringify(content)}::jsonb, ${number}, ${due})`.execute(db);
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

/** What is asked of her and not answered yet. */
export async function listConsentAsks(db: Db): Promise<readonly ConsentAsk[]> {
  const { rows } = await sql<ConsentAsk>`
    select id, version, purpose, recipients, roles, parts, medical_too as "medicalToo", until, asked_by as "askedBy", asked_for as "askedFor", asked_on as "askedOn", earlier
    from family.asks()`.execute(db);
  return rows;
}

/** Whether this was ever asked of her. */
export async function wasAsked(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`select family.was_asked(${id}) as asked`.execute(db);
  return rows[0]?.asked ?? false;
}

type AskCode = Code | "nothing-chosen" | "with-parents";
/** What she says to it; without `less` to all of it. */
export interface AskAnswer {
  readonly id: string;
  readonly version: number;
  readonly yes: boolean;
  readonly less: AskedLess | null;
}
/** What she leaves of it. */
export interface AskedLess {
  readonly recipients: readonly string[];
  readonly roles: readonly string[];
  readonly parts: readonly string[];
  readonly medicalToo: boolean;
  readonly until: Day | null;
}

export async function answerConsentAsk(db: Db, { id, version, yes, less }: AskAnswer): Promise<AskCode> {
  const { rows } = await sql<{
    code: AskCode;
  }>`select family.answer_ask(${id}, ${version}, ${yes}, ${less && [...less.recipients]}::uuid[], ${less && [...less.roles]}::text[],
    ${less && [...less.parts]}::text[], ${less?.medicalToo ?? null}, ${less?.until ?? null}) as code`.execute(db);
  return rows[0]?.code ?? "not-found";
}
