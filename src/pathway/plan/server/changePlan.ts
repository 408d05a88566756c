import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import type { PlanRefusal, Responsible } from "../familyPlan.ts";
import { samePerson } from "../rules/planContent.ts";
import { decideDay, decideMove } from "../rules/planMoves.ts";
import { listDiscussedFactors, type PlanParts } from "./plan.store.ts";
import { insertAgreement, insertGoal, insertQuestion, keepFactors, saveEntry } from "./planEntries.store.ts";
import { followStand, nothingAsked, tellResponsible } from "./planWork.ts";
import { entryOf, mayBeResponsible, staleness, writingPlan, type Writing } from "./writingPlan.ts";

interface OnPlan {
  readonly trajectoryId: string;
}
interface Changing extends OnPlan {
  readonly id: string;
  readonly version: number;
}
export interface QuestionInput {
  readonly wording: string;
  /** Codes of factors that the question answers. */
  readonly factors: readonly string[];
}
/** What a part hangs on: a question, a goal, or nothing. */
export interface Belongs {
  readonly questionId: string | null;
  readonly goalId: string | null;
}
export interface GoalInput {
  readonly wording: string;
  readonly questionId: string | null;
  readonly evaluateOn: Day;
}
export interface AgreementInput extends Belongs {
  readonly wording: string;
  readonly responsible: Responsible | null;
  readonly evaluateOn: Day;
}

export const addQuestion = (actor: Actor, input: OnPlan & QuestionInput) =>
  writingPlan(actor, "plan.question-added", input.trajectoryId, async (writing) => {
    if (!(await knowsFactors(writing, input))) return refuse("factor-unknown");
    const id = await insertQuestion(writing.db, { ...input, source: null });
    await keepFactors(writing.db, input.trajectoryId, id, input.factors);
    await followStand(writing, actor, input.trajectoryId);
    return done({ id });
  });

export const changeQuestion = (actor: Actor, input: Changing & QuestionInput) =>
  writingPlan(actor, "plan.question-changed", input.trajectoryId, async (writing) => {
    const now = entryOf(writing.plan, "question", input.id);
    if (!now) return refuse("not-visible");
    const stale = staleness(now, input.version);
    if (stale) return stale;
    const decided = decideMove("change", { state: now.state, nextOn: null, today: writing.today, withoutDay: true });
    if (decided !== "go") return decided;
    if (!(await knowsFactors(writing, input))) return refuse("factor-unknown");
    if (!(await saveEntry(writing.db, "question", input, { wording: input.wording }))) return refuse("changed-meanwhile");
    await keepFactors(writing.db, input.trajectoryId, input.id, input.factors);
    await followStand(writing, actor, input.trajectoryId);
    return done({ id: input.id });
  });

export const addGoal = (actor: Actor, input: OnPlan & GoalInput) =>
  writingPlan(actor, "plan.goal-added", input.trajectoryId, async (writing) => {
    const wrong = decideBelongs(writing.plan, { questionId: input.questionId, goalId: null }) ?? decideOn(writing, input.evaluateOn);
    if (wrong) return wrong;
    const id = await insertGoal(writing.db, { ...input, source: null });
    await followStand(writing, actor, input.trajectoryId);
    return done({ id });
  });

export const changeGoal = (actor: Actor, input: Changing & GoalInput) =>
  writingPlan(actor, "plan.goal-changed", input.trajectoryId, async (writing) => {
    const now = entryOf(writing.plan, "goal", input.id);
    if (!now) return refuse("not-visible");
    const stale = staleness(now, input.version);
    if (stale) return stale;
    const decided = decideMove("change", { state: now.state, nextOn: input.evaluateOn, today: writing.today });
    if (decided !== "go") return decided;
    const belongs =
      input.questionId === now.questionId ? null : decideBelongs(writing.plan, { questionId: input.questionId, goalId: null });
    if (belongs) return belongs;
    const { wording, questionId, evaluateOn } = input;
    if (!(await saveEntry(writing.db, "goal", input, { wording, questionId, evaluateOn }))) return refuse("changed-meanwhile");
    if (evaluateOn !== now.evaluateOn) await nothingAsked(writing, input.trajectoryId, input.id, "other-day");
    await followStand(writing, actor, input.trajectoryId);
    return done({ id: input.id });
  });

export const addAgreement = (actor: Actor, input: OnPlan & AgreementInput) =>
  writingPlan(actor, "plan.agreement-added", input.trajectoryId, async (writing) => {
    const { responsible } = input;
    const wrong = decideBelongs(writing.plan, input) ?? decideOn(writing, input.evaluateOn);
    if (wrong) return wrong;
    if (responsible === null || !(await mayBeResponsible(writing, input.trajectoryId, responsible))) return refuse("nobody-responsible");
    const id = await insertAgreement(writing.db, { ...input, responsible, source: null });
    await tellResponsible(writing, actor, input.trajectoryId, { id, responsible, evaluateOn: input.evaluateOn });
    await followStand(writing, actor, input.trajectoryId);
    return done({ id });
  });

export const changeAgreement = (actor: Actor, input: Changing & AgreementInput) =>
  writingPlan(actor, "plan.agreement-changed", input.trajectoryId, async (writing) => {
    const now = entryOf(writing.plan, "agreement", input.id);
    if (!now) return refuse("not-visible");
    const stale = staleness(now, input.version);
    if (stale) return stale;
    const decided = decideMove("change", { state: now.state, nextOn: input.evaluateOn, today: writing.today });
    if (decided !== "go") return decided;
    const sameBelongs = input.questionId === now.questionId && input.goalId === now.goalId;
    const belongs = sameBelongs ? null : decideBelongs(writing.plan, input);
    if (belongs) return belongs;
    const { responsible, wording, questionId, goalId, evaluateOn } = input;
    const stays = responsible !== null && samePerson(responsible, now.responsible) && !now.left;
    if (responsible === null || !(stays || (await mayBeResponsible(writing, input.trajectoryId, responsible))))
      return refuse("nobody-responsible");
    if (!(await saveEntry(writing.db, "agreement", input, { wording, questionId, goalId, evaluateOn, responsible })))
      return refuse("changed-meanwhile");
    await nothingAsked(writing, input.trajectoryId, input.id, "changed");
    await tellResponsible(writing, actor, input.trajectoryId, { id: input.id, responsible, evaluateOn });
    await followStand(writing, actor, input.trajectoryId);
    return done({ id: input.id });
  });

async function knowsFactors({ db }: Writing, { trajectoryId, factors }: OnPlan & QuestionInput): Promise<boolean> {
  if (factors.length === 0) return true;
  const known = (await listDiscussedFactors(db, trajectoryId)).map(({ code }) => code);
  return factors.every((code) => known.includes(code));
}

/** A part hangs only on what is open, and seen. */
function decideBelongs(plan: PlanParts, { questionId, goalId }: Belongs): Refusal<PlanRefusal> | null {
  const isOpen = (list: readonly { id: string; state: string }[], id: string | null) =>
    id === null || list.some((one) => one.id === id && one.state === "open");
  return isOpen(plan.questions, questionId) && isOpen(plan.goals, goalId) ? null : refuse("belongs-nowhere");
}

function decideOn({ today }: Writing, day: Day): Refusal<PlanRefusal> | null {
  const decided = decideDay(day, today);
  return decided === "go" ? null : decided;
}
