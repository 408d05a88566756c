import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import { holdsNone } from "../../../trust/access/server/door.ts";
import type { Agreement, Evaluation, Goal, Question, Responsible, Source } from "../familyPlan.ts";

/** What the plan of a line holds, as far as the asker may see it. */
export interface PlanParts {
  readonly questions: readonly Question[];
  readonly goals: readonly Goal[];
  readonly agreements: readonly Agreement[];
}

const common = sql`e.id, e.wording, e.state, coalesce(p.display_name || ', ', '') || o.name as by, e.version,
  case when e.source_id is not null then jsonb_build_object('kind', e.source_kind, 'id', e.source_id) end as source`;
const author = sql`join organisation o on o.id = e.author_organisation_id left join professional p on p.id = e.author_id`;

interface AgreementRow extends Omit<Agreement, "responsible"> {
  readonly kind: Responsible["kind"];
  readonly key: string;
}

/** All parts of the plan, open ones first, in the order in which they were recorded. */
export async function findPlan(db: Db, trajectoryId: string): Promise<PlanParts> {
  const [questions, goals, agreements] = await Promise.all([
    listQuestions(db, trajectoryId),
    listGoals(db, trajectoryId),
    listAgreements(db, trajectoryId),
  ]);
  return { questions, goals, agreements };
}

async function listQuestions(db: Db, trajectoryId: string): Promise<readonly Question[]> {
  if (holdsNone(db, trajectoryId, "plan_question")) return [];
  const { rows } = await sql<Question>`
    select ${common} from plan_question e ${author} where e.trajectory_id = ${trajectoryId} order by e.state = 'open' desc, e.created_at, e.id limit 500`.execute(
    db,
  );
  return rows;
}

async function listGoals(db: Db, trajectoryId: string): Promise<readonly Goal[]> {
  if (holdsNone(db, trajectoryId, "plan_goal")) return [];
  const { rows } = await sql<Goal>`
    select ${common}, e.question_id as "questionId", e.evaluate_on as "evaluateOn" from plan_goal e ${author}
    where e.trajectory_id = ${trajectoryId} order by e.state = 'open' desc, e.created_at, e.id limit 500`.execute(db);
  return rows;
}

async function listAgreements(db: Db, trajectoryId: string): Promise<readonly Agreement[]> {
  if (holdsNone(db, trajectoryId, "plan_agreement")) return [];
  const { rows } = await sql<AgreementRow>`
    select ${common}, e.question_id as "questionId", e.goal_id as "goalId", e.evaluate_on as "evaluateOn", e.responsible_kind as kind,
      coalesce(e.responsible_membership_id::text, e.responsible_person_id::text, e.responsible_name) as key,
      coalesce(e.responsible_name, (select d.display_name || ', ' || w.name from membership m join professional d on d.id = m.professional_id
        join organisation w on w.id = m.organisation_id where m.id = e.responsible_membership_id),
        (select coalesce(f.given_name, f.family_name) from family_member f where f.id = e.responsible_person_id), 'iemand uit het gezin') as who,
      e.state = 'open' and trust.responsible_left(e) as left
    from plan_agreement e ${author} where e.trajectory_id = ${trajectoryId} order by e.state = 'open' desc, e.evaluate_on, e.created_at, e.id limit 500`.execute(
    db,
  );
  return rows.map(agreementOf);
}

const agreementOf = ({ kind, key, ...row }: AgreementRow): Agreement => ({ ...row, responsible: responsibleOf(kind, key) });

function responsibleOf(kind: Responsible["kind"], key: string): Responsible {
  if (kind === "professional") return { kind, membershipId: key };
  return kind === "family" ? { kind, personId: key } : { kind, name: key };
}

/** How things went, the newest first. */
export async function listEvaluations(db: Db, trajectoryId: string): Promise<readonly Evaluation[]> {
  const { rows } = await sql<Evaluation>`
    select e.id, e.subject_kind as kind, e.subject_id as "subjectId", e.outcome, e.sentence, e.held_on as "on", e.next_on as "nextOn",
      coalesce(p.display_name || ', ', '') || o.name as by
    from plan_evaluation e ${author} where e.trajectory_id = ${trajectoryId} order by e.created_at desc limit 200`.execute(db);
  return rows;
}

/** Proposals that were left out of the plan. */
export async function listSetAside(db: Db, trajectoryId: string): Promise<readonly Source[]> {
  if (holdsNone(db, trajectoryId, "plan_set_aside")) return [];
  const { rows } = await sql<Source>`
    select distinct on (s.source_id) s.source_kind as kind, s.source_id as id from plan_set_aside s where s.trajectory_id = ${trajectoryId} and s.set_aside`.execute(
    db,
  );
  return rows;
}

/** Factors that a question answers, for who may see those signals. */
export interface QuestionFactor {
  readonly questionId: string;
  readonly code: string;
  readonly label: string;
  readonly kind: "risk" | "protective" | "context";
}

export async function listQuestionFactors(db: Db, trajectoryId: string): Promise<readonly QuestionFactor[]> {
  if (holdsNone(db, trajectoryId, "plan_question_factor")) return [];
  const { rows } = await sql<QuestionFactor>`
    select distinct l.question_id as "questionId", l.factor_code as code, f.label, f.kind from plan_question_factor l join factor_now f on f.code = l.factor_code
    where l.trajectory_id = ${trajectoryId} and l.linked order by f.label limit 500`.execute(db);
  return rows;
}

/** Someone who can be responsible: a professional of an organisation that is involved. */
export interface Candidate {
  readonly membershipId: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
}

export async function listResponsible(db: Db, trajectoryId: string): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select m.id as "membershipId", p.display_name as name, m.role, o.name as organisation
    from membership m join professional p on p.id = m.professional_id join organisation o on o.id = m.organisation_id and o.active
    where m.since <= app.today() and coalesce(m.until, 'infinity') >= app.today()
      and exists (select from role_part r where r.role = m.role and r.part = 11 and r.may_read)
      and exists (select from care_relation r where r.trajectory_id = ${trajectoryId} and r.organisation_id = o.id and r.since <= app.today()
        and coalesce(r.until, 'infinity') >= app.today())
    order by o.name, p.display_name limit 500`.execute(db);
  return rows;
}

/** A factor of the signals that the family knows of: what a question may be linked to. */
export interface DiscussedFactor {
  readonly code: string;
  readonly label: string;
  readonly kind: "risk" | "protective" | "context";
}

/** What was discussed and still plays a part, as far as the asker may see it; each once. */
export async function listDiscussedFactors(db: Db, trajectoryId: string): Promise<readonly DiscussedFactor[]> {
  const { rows } = await sql<DiscussedFactor>`
    select distinct f.code, f.label, f.kind from signal s cross join lateral unnest(s.factors) named join factor_now f on f.code = named
    where s.trajectory_id = ${trajectoryId} and s.state = 'open' and s.discussed_on is not null order by f.kind desc, f.label limit 200`.execute(
    db,
  );
  return rows;
}
