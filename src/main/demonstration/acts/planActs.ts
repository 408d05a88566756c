import { addDays, type Day } from "../../../kit/day.ts";
import { planOffer } from "../../../pathway/conference/server/planOffer.store.ts";
import type { Outcome, Responsible } from "../../../pathway/plan/familyPlan.ts";
import { agreePlan } from "../../../pathway/plan/server/agreePlan.ts";
import { askConference } from "../../../pathway/plan/server/askConference.ts";
import { addAgreement, addQuestion, changeAgreement, changeGoal } from "../../../pathway/plan/server/changePlan.ts";
import { evaluate } from "../../../pathway/plan/server/evaluate.ts";
import { readPlanForm } from "../../../pathway/plan/server/readPlan.ts";
import { takeOver } from "../../../pathway/plan/server/takeOver.ts";
import { did, type Cast } from "./cast.ts";

/** The plan as the nurse sees it: known once the family is registered. */
const onPlan = ({ family }: Cast) => ({ trajectoryId: family.trajectoryId });
async function planOf({ nurse, family }: Cast) {
  const found = await readPlanForm(nurse, family.trajectoryId);
  if (!found) throw new Error("The nurse sees no plan.");
  return found;
}

/** What the visit and the conversation left: a goal, a question, an agreement that the mother will do herself by that day. */
async function takeOverPlan(cast: Cast, agreementBy: Day, lookBackOn: Day): Promise<void> {
  const { nurse, family } = cast;
  for (const { source } of (await planOf(cast)).proposals.open) {
    const isFirst = (await planOf(cast)).goals.length === 0;
    const as = source.kind === "visit_agreement" ? "agreement" : isFirst ? "goal" : "question";
    await did("take over", takeOver(nurse, { ...onPlan(cast), source, as }));
  }
  const { goals, agreements } = await planOf(cast);
  for (const goal of goals) {
    await did("name a day", changeGoal(nurse, { ...onPlan(cast), ...goal, evaluateOn: lookBackOn }));
  }
  for (const one of agreements) {
    const responsible: Responsible = { kind: "family", personId: family.motherId };
    const change = { responsible, evaluateOn: agreementBy };
    await did("name who does it", changeAgreement(nurse, { ...onPlan(cast), ...one, ...change }));
  }
}

type Who = { readonly professional: string } | { readonly network: string };

/** An agreement under what the family asked support with last. */
async function arrange(cast: Cast, wording: string, who: Who, by: Day): Promise<void> {
  const responsible: Responsible =
    "network" in who
      ? { kind: "network", name: who.network }
      : { kind: "professional", membershipId: cast.region.actor(who.professional).membershipId };
  const questionId = (await planOf(cast)).questions.at(-1)?.id ?? null;
  const agreement = { wording, responsible, evaluateOn: by, questionId, goalId: null };
  await did("agree on something", addAgreement(cast.nurse, { ...onPlan(cast), ...agreement }));
}

async function lookBack(cast: Cast, wording: string, outcome: Outcome, sentence: string, on: Day): Promise<void> {
  const found = (await planOf(cast)).agreements.find((one) => one.wording === wording);
  if (!found) throw new Error(`There is no agreement ${wording}.`);
  const nextOn = outcome === "reached" || outcome === "stop" ? null : addDays(on, 21);
  const { id, version } = found;
  await did("look back", evaluate(cast.nurse, { ...onPlan(cast), id, version, outcome, sentence, nextOn }));
}

/** The family plan, as the nurse makes it with the family. */
export const planActs = (cast: Cast) => ({
  takeOverPlan: (agreementBy: Day, lookBackOn: Day) => takeOverPlan(cast, agreementBy, lookBackOn),
  askSupport: (wording: string) => did("add a question", addQuestion(cast.nurse, { ...onPlan(cast), wording, factors: [] })),
  /** `who`: a professional by her name, or someone of the own network. */
  arrange: (wording: string, who: Who, by: Day) => arrange(cast, wording, who, by),
  agreePlan: async (agreedOn: Day) => {
    const agreed = { agreedOn, way: "spoken", agreedBy: [cast.family.motherId] } as const;
    await did("agree to the plan", agreePlan(cast.nurse, { ...onPlan(cast), seen: (await planOf(cast)).digest, ...agreed }));
  },
  evaluate: (wording: string, outcome: Outcome, sentence: string, on: Day) => lookBack(cast, wording, outcome, sentence, on),
  askConferenceAgain: (question: string) => did("ask the conference", askConference(cast.nurse, planOffer, { ...onPlan(cast), question })),
});
