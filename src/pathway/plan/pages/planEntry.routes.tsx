import type { Actor } from "../../../platform/db/actor.ts";
import type { Next } from "../../../platform/http/route.ts";
import { form } from "../../../trust/access/route.ts";
import { entryKinds, type EntryKind } from "../familyPlan.ts";
import { addAgreement, addGoal, addQuestion, changeAgreement, changeGoal, changeQuestion } from "../server/changePlan.ts";
import { evaluate } from "../server/evaluate.ts";
import { readPlanForm } from "../server/readPlan.ts";
import { reportAgreement } from "../server/reportAgreement.ts";
import { entryOf } from "../server/writingPlan.ts";
import { AgreementForm, GoalForm, QuestionForm } from "./EntryForms.tsx";
import { EvaluationPage } from "./EvaluationPage.tsx";
import { agreementBody, errorsOf, evaluationBody, goalBody, questionBody, reportBody } from "./planFields.ts";
import { ReportPage } from "./ReportPage.tsx";

const base = "/gezinnen/:trajectory/plan";
const saved = ({ trajectory }: { trajectory: string }, id: string, text: string): Next => ({
  to: `/gezinnen/${trajectory}/plan#${id}`,
  notice: { text },
});
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** An empty form, begun from a question, a goal or a factor. */
async function newEntry(actor: Actor, trajectory: string, from: unknown) {
  const data = await readPlanForm(actor, trajectory);
  return data?.mayWrite ? { ...data, entry: null, from: text(from) } : null;
}

/** The form of what is there; null when it is not hers to see. */
async function oneEntry<Kind extends EntryKind>(actor: Actor, trajectory: string, kind: Kind, id: string) {
  const data = await readPlanForm(actor, trajectory);
  const entry = data && entryOf(data, kind, id);
  return data?.mayWrite && entry ? { ...data, entry, from: "" } : null;
}

const questionRoutes = [
  form(`${base}/vragen/nieuw`, {
    may: "plan.write",
    trail: ["plan.read", "plan.question-added"],
    load: (actor, { trajectory }, query) => newEntry(actor, trajectory, query["factor"]),
    body: questionBody,
    show: (state) => <QuestionForm {...state} />,
    run: (actor, { trajectory }, body) => addQuestion(actor, { trajectoryId: trajectory, ...body }),
    done: ({ id }, params) => saved(params, id, "De vraag staat in het plan. Voeg nu een doel of afspraak toe."),
    refused: errorsOf,
  }),
  form(`${base}/vragen/:question`, {
    may: "plan.write",
    trail: ["plan.read", "plan.question-changed"],
    load: (actor, { trajectory, question }) => oneEntry(actor, trajectory, "question", question),
    body: questionBody,
    show: (state) => <QuestionForm {...state} />,
    run: (actor, { trajectory, question }, body) => changeQuestion(actor, { trajectoryId: trajectory, id: question, ...body }),
    done: ({ id }, params) => saved(params, id, "De vraag is gewijzigd."),
    refused: errorsOf,
  }),
];

const goalRoutes = [
  form(`${base}/doelen/nieuw`, {
    may: "plan.write",
    trail: ["plan.read", "plan.goal-added"],
    load: (actor, { trajectory }, query) => newEntry(actor, trajectory, query["bij"]),
    body: goalBody,
    show: (state) => <GoalForm {...state} />,
    run: (actor, { trajectory }, { belongs, ...body }) =>
      addGoal(actor, { trajectoryId: trajectory, ...body, questionId: belongs.questionId }),
    done: ({ id }, params) => saved(params, id, "Het doel staat in het plan."),
    refused: errorsOf,
  }),
  form(`${base}/doelen/:goal`, {
    may: "plan.write",
    trail: ["plan.read", "plan.goal-changed"],
    load: (actor, { trajectory, goal }) => oneEntry(actor, trajectory, "goal", goal),
    body: goalBody,
    show: (state) => <GoalForm {...state} />,
    run: (actor, { trajectory, goal }, { belongs, ...body }) =>
      changeGoal(actor, { trajectoryId: trajectory, id: goal, ...body, questionId: belongs.questionId }),
    done: ({ id }, params) => saved(params, id, "Het doel is gewijzigd."),
    refused: errorsOf,
  }),
];

const agreementRoutes = [
  form(`${base}/afspraken/nieuw`, {
    may: "plan.write",
    trail: ["plan.read", "plan.agreement-added"],
    load: (actor, { trajectory }, query) => newEntry(actor, trajectory, query["bij"]),
    body: agreementBody,
    show: (state) => <AgreementForm {...state} />,
    run: (actor, { trajectory }, body) => addAgreement(actor, { trajectoryId: trajectory, ...body }),
    done: ({ id }, params) => saved(params, id, "De afspraak is bewaard."),
    refused: errorsOf,
  }),
  form(`${base}/afspraken/:agreement`, {
    may: "plan.write",
    trail: ["plan.read", "plan.agreement-changed"],
    load: (actor, { trajectory, agreement }) => oneEntry(actor, trajectory, "agreement", agreement),
    body: agreementBody,
    show: (state) => <AgreementForm {...state} />,
    run: (actor, { trajectory, agreement }, body) => changeAgreement(actor, { trajectoryId: trajectory, id: agreement, ...body }),
    done: ({ id }, params) => saved(params, id, "De afspraak is gewijzigd."),
    refused: errorsOf,
  }),
];

/** Which part of the plan has this id. */
async function kindOf(actor: Actor, trajectory: string, id: string) {
  const data = await readPlanForm(actor, trajectory);
  if (!data?.mayWrite) return null;
  for (const kind of entryKinds) {
    const entry = entryOf(data, kind, id);
    if (entry) return { ...data, kind, entry };
  }
  return null;
}

/** Everything that is typed into the plan: questions, goals, agreements, and how they went. */
export const planEntryRoutes = [
  ...questionRoutes,
  ...goalRoutes,
  ...agreementRoutes,
  form(`${base}/afspraken/:agreement/melden`, {
    may: "own_agreements.read",
    trail: ["plan.read", "plan.agreement-reported"],
    load: async (actor, { trajectory, agreement }) => {
      const data = await readPlanForm(actor, trajectory);
      const entry = data?.reportable.includes(agreement) ? entryOf(data, "agreement", agreement) : null;
      return data && entry && { ...data, entry };
    },
    body: reportBody,
    show: (state) => <ReportPage {...state} />,
    run: (actor, { trajectory, agreement }, body) => reportAgreement(actor, { trajectoryId: trajectory, id: agreement, ...body }),
    done: (_outcome, { trajectory }) => ({
      to: `/gezinnen/${trajectory}/plan`,
      notice: { text: "Doorgegeven. De casusregisseur krijgt bericht, en bespreekt het met het gezin." },
    }),
    refused: errorsOf,
  }),
  form(`${base}/onderdelen/:entry/evaluatie`, {
    may: "plan.write",
    trail: ["plan.read", "plan.evaluated"],
    load: (actor, { trajectory, entry }) => kindOf(actor, trajectory, entry),
    body: evaluationBody,
    show: (state) => <EvaluationPage {...state} />,
    run: (actor, { trajectory, entry }, body) => evaluate(actor, { trajectoryId: trajectory, id: entry, ...body }),
    done: ({ scaledUp }, { trajectory, entry }) =>
      scaledUp
        ? { to: `/gezinnen/${trajectory}/plan/overleg`, notice: { text: "Vastgelegd. Er is meer nodig: vraag zo nodig het overleg." } }
        : saved({ trajectory }, entry, "Vastgelegd hoe het ging."),
    refused: errorsOf,
  }),
];
