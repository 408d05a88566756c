import { z } from "zod";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, form, page } from "../../../trust/access/route.ts";
import { analysisSentence, sayPlanProblem } from "../analysis.texts.ts";
import type { PlanRefusal } from "../analysisPlan.ts";
import type { DataSource } from "../server/frozenData.ts";
import { askForResult } from "../server/makeResult.ts";
import { keepAnalysisPlan, lockAnalysisPlan } from "../server/planAnalysis.ts";
import { readAnalyses, readPlanForm, readStudyAnalysis } from "../server/readAnalysis.ts";
import { analysisAddress, studyHref } from "./address.ts";
import { AnalysesPage } from "./AnalysesPage.tsx";
import { fieldOf, planForm, planOf } from "./planForm.ts";
import { PlanFormPage, scalesOf } from "./PlanFormPage.tsx";
import { StudyAnalysisPage } from "./StudyAnalysisPage.tsx";

/** The plan of each study and its results: for the research desk alone. */
export const analysisRoutes = (source: DataSource) => [
  page(analysisAddress, {
    may: "role:research_desk",
    trail: "analysis.read",
    load: async (actor) => ({ stands: await readAnalyses(actor) }),
    show: (data) => <AnalysesPage {...data} />,
  }),
  page(`${analysisAddress}/:study`, {
    may: "role:research_desk",
    trail: "analysis.read",
    load: async (actor, { study }) => {
      const analysis = await readStudyAnalysis(actor, study, source);
      return analysis && { analysis };
    },
    show: (data) => <StudyAnalysisPage {...data} />,
  }),
  form(`${analysisAddress}/:study/plan`, {
    may: "role:research_desk",
    trail: ["analysis.read", "analysis.plan-kept"],
    body: planForm,
    load: (actor, { study }) => readPlanForm(actor, study),
    show: (state) => <PlanFormPage {...state} />,
    run: async (actor, { study }, body) => {
      const from = await readPlanForm({ ...actor, requestKey: null }, study);
      if (!from) throw new NotFound();
      const plan = planOf(body, from.start, scalesOf(from.study));
      return plan ? keepAnalysisPlan(actor, { plan, why: body.waarom }) : ({ code: "not-complete" } as const);
    },
    done: (_outcome, { study }) => ({
      to: studyHref(study),
      notice: { text: "Het plan is nagekeken en bewaard. Stel het vast als het klopt." },
    }),
    refused: refusedPlan,
  }),
  action(`${analysisAddress}/:study/vaststellen`, {
    may: "role:research_desk",
    trail: "analysis.plan-locked",
    body: z.object({ nummer: z.coerce.number().int().min(1).max(100_000), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    run: (actor, { study }, { nummer, hash }) => lockAnalysisPlan(actor, { study, number: nummer, sha256: hash }),
    done: (_outcome, { study }) => ({
      to: studyHref(study),
      notice: { text: "Het plan is vastgesteld. Uitkomsten kunnen nu worden gemaakt." },
    }),
    refused: (refusal, { study }) => ({ to: studyHref(study), notice: { tone: "late", text: analysisSentence(refusal) } }),
  }),
  action(`${analysisAddress}/:study/uitkomst`, {
    may: "role:research_desk",
    trail: "analysis.result-asked",
    body: z.object({ dataset: z.uuid() }),
    run: async (actor, { study }, { dataset }) => {
      const outcome = await askForResult(actor, { study, dataset }, source);
      if (outcome.code === "not-visible") throw new NotFound();
      return outcome;
    },
    done: (_outcome, { study }) => ({
      to: studyHref(study, "#uitkomsten"),
      notice: { text: "Er wordt gerekend. U kunt deze pagina verlaten." },
    }),
    refused: (refusal, { study }) => ({ to: studyHref(study, "#maken"), notice: { tone: "late", text: analysisSentence(refusal) } }),
  }),
];

/** The sentence beside the field it concerns. */
function refusedPlan(refusal: PlanRefusal | { code: "not-complete" }): Record<string, string> {
  if (refusal.code === "not-visible") throw new NotFound();
  if (refusal.code === "problems")
    return Object.fromEntries(refusal.problems.map((problem) => [fieldOf[problem.at], sayPlanProblem(problem)]));
  if (refusal.code === "not-complete") return { form: "Kies minstens één schaal, minstens één meting, en twee rekenwijzen." };
  return { [refusal.code === "why-missing" ? "waarom" : "form"]: analysisSentence(refusal) };
}
