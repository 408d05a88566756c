import { done, refuse } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { listLeftForPlan, type LeftForPlan } from "../../exploration/server/door.ts";
import type { EntryKind, Proposal, Source, WishSource } from "../familyPlan.ts";
import { dayFor, planTerms } from "../rules/planTerms.ts";
import { proposalsLeft } from "../rules/proposalsLeft.ts";
import { responsibleFrom } from "../rules/responsibleFrom.ts";
import { listResponsible, listSetAside, type PlanParts } from "./plan.store.ts";
import { insertAgreement, insertGoal, insertQuestion, saveSetAside } from "./planEntries.store.ts";
import { followStand, tellResponsible } from "./planWork.ts";
import { writingPlan, type Writing } from "./writingPlan.ts";

interface Taking {
  readonly trajectoryId: string;
  readonly source: Source;
}

/** What visits and conversations left for the plan, and what was left out of it on purpose. */
interface Left {
  readonly all: readonly Proposal[];
  readonly aside: readonly Source[];
}

export async function findLeft({ db }: Pick<Work, "db">, trajectoryId: string): Promise<Left> {
  const [left, aside] = await Promise.all([listLeftForPlan(db, trajectoryId), listSetAside(db, trajectoryId)]);
  return { all: left.map(proposalOf), aside };
}

/** What was left for the plan and does not stand in it yet. */
export const proposalsFor = ({ questions, goals, agreements }: PlanParts, { all, aside }: Left): ReturnType<typeof proposalsLeft> =>
  proposalsLeft(all, [...questions, ...goals, ...agreements], aside);

function proposalOf({ kind, id, wording, on, who, dueOn }: LeftForPlan): Proposal {
  return kind === "visit_agreement" ? { source: { kind, id }, wording, on, who: who ?? "", dueOn } : { source: { kind, id }, wording, on };
}

/** One press: what was said or agreed stands in the plan, with nothing typed again. A wish becomes a question or a goal, an agreement an agreement. */
export const takeOver = (actor: Actor, input: Taking & { as: EntryKind }) =>
  writingPlan(
    actor,
    "plan.taken-over",
    input.trajectoryId,
    async (writing) => {
      const proposal = await findProposal(writing, input);
      if (proposal === "taken" || proposal === "unknown") return refuse(proposal === "taken" ? "taken-already" : "not-visible");
      if (isAgreement(proposal) !== (input.as === "agreement")) return refuse("not-visible");
      if (isAgreement(proposal)) await takeAgreement(writing, actor, input.trajectoryId, proposal);
      else await takeWish(writing, input.trajectoryId, proposal, input.as);
      await followStand(writing, actor, input.trajectoryId);
      return done({});
    },
    "whole",
  );

/** A proposal that does not belong in the plan, or does after all. */
export const setAside = (actor: Actor, input: Taking & { aside: boolean }) =>
  writingPlan(actor, "plan.set-aside", input.trajectoryId, async (writing) => {
    const proposal = await findProposal(writing, input);
    if (proposal === "taken" || proposal === "unknown") return refuse(proposal === "taken" ? "taken-already" : "not-visible");
    await saveSetAside(writing.db, input.trajectoryId, input.source, input.aside);
    return done({});
  });

type AgreementProposal = Extract<Proposal, { readonly source: Source<"visit_agreement"> }>;
type WishProposal = Exclude<Proposal, AgreementProposal>;
const isAgreement = (proposal: Proposal): proposal is AgreementProposal => proposal.source.kind === "visit_agreement";

async function findProposal(writing: Writing, { trajectoryId, source }: Taking): Promise<Proposal | "taken" | "unknown"> {
  const { open, setAside: aside } = proposalsFor(writing.plan, await findLeft(writing, trajectoryId));
  const same = (one: Source | null) => one?.kind === source.kind && one.id === source.id;
  const found = [...open, ...aside].find((one) => same(one.source));
  if (found) return found;
  const { questions, goals, agreements } = writing.plan;
  return [...questions, ...goals, ...agreements].some((one) => same(one.source)) ? "taken" : "unknown";
}

async function takeWish({ db, today }: Writing, trajectoryId: string, { source, wording }: WishProposal, as: EntryKind): Promise<void> {
  const wish: { trajectoryId: string; wording: string; source: Source<WishSource> } = { trajectoryId, wording, source };
  if (as === "question") await insertQuestion(db, wish);
  else await insertGoal(db, { ...wish, questionId: null, evaluateOn: dayFor(null, today, planTerms.goalDays) });
}

async function takeAgreement(writing: Writing, actor: Actor, trajectoryId: string, proposal: AgreementProposal): Promise<void> {
  const { db, today } = writing;
  const family = await findFamilyOfLine(db, trajectoryId);
  const members = (family?.members ?? []).filter(({ diedOn }) => diedOn === null);
  const responsible = responsibleFrom(proposal.who, { members, professionals: await listResponsible(db, trajectoryId) });
  const evaluateOn = dayFor(proposal.dueOn, today, planTerms.agreementDays);
  const { source, wording } = proposal;
  const id = await insertAgreement(db, { trajectoryId, wording, source, questionId: null, goalId: null, evaluateOn, responsible });
  await tellResponsible(writing, actor, trajectoryId, { id, responsible, evaluateOn });
}
