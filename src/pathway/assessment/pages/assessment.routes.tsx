import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import type { Next } from "../../../platform/http/route.ts";
import { action, form, page } from "../../../trust/access/route.ts";
import { categories, routeSteps, type AssessmentRefusal, type RouteStep } from "../assessment.ts";
import { assessmentRefusals, stepWords } from "../assessment.texts.ts";
import { assess } from "../server/assess.ts";
import { confirmCategory } from "../server/confirmCategory.ts";
import { readAssessment, readOpenStep, readOtherCategory } from "../server/readAssessment.ts";
import { refuseStep, reportStep, wantStep } from "../server/settleStep.ts";
import { AssessmentPage } from "./AssessmentPage.tsx";
import { AssessmentsPage } from "./AssessmentsPage.tsx";
import { OtherCategoryPage } from "./OtherCategoryPage.tsx";
import { RefusedStepPage } from "./RefusedStepPage.tsx";
import { readShown } from "./typedJudgements.ts";

const yesOrNo = z.enum(["ja", "nee"], "Kies ja of nee.").transform((answer) => answer === "ja");
const reason = z.string().trim().max(5000, "Maak de reden korter: hooguit 5.000 tekens.").optional();
const category = z.enum(categories, "Kies een categorie.");

const assessmentForm = z.object({
  risk: yesOrNo,
  urgent: yesOrNo,
  protective: yesOrNo,
  reason,
  category: category.or(z.literal("")).optional(),
  shown: z.string().max(20).optional(),
  newest: z.uuid().or(z.literal("")).default(""),
  do: z.string().optional(),
});

/** The sentence beside the field it concerns. To be shown the proposal is no fault. */
const errorsFor = (code: AssessmentRefusal): Errors => {
  if (code === "look-at-proposal") return {};
  const field = code === "judgements-contradict" ? "urgent" : code === "reason-needed" ? "reason" : "form";
  return { [field]: assessmentRefusals[code] };
};

const stepOf = (word: string): RouteStep | null => routeSteps.find((step) => stepWords[step] === word) ?? null;
const toFamily = (trajectory: string, text: string, tone?: "info"): Next => ({
  to: `/gezinnen/${trajectory}`,
  notice: { text, ...(tone ? { tone } : {}) },
});

/** Not hers to see: the same answer as for what does not exist. */
function refusedPress(trajectory: string, code: AssessmentRefusal): Next {
  if (code === "not-visible") throw new NotFound();
  return toFamily(trajectory, assessmentRefusals[code], "info");
}

export const assessmentRoutes = [
  form("/gezinnen/:trajectory/inschatting", {
    may: "assessment.write",
    trail: ["assessment.read", "assessment.recorded"],
    load: (actor, { trajectory }) => readAssessment(actor, trajectory),
    body: assessmentForm,
    show: (state) => <AssessmentPage {...state} />,
    run: (actor, { trajectory }, body) =>
      assess(actor, {
        trajectoryId: trajectory,
        judgements: { riskNow: body.risk, urgentRisk: body.urgent, protectiveSufficient: body.protective },
        chosen: body.do === "voorstel" || !body.category ? null : body.category,
        reason: body.reason || null,
        seen: readShown(body.shown),
        newestSeen: body.newest || null,
      }),
    done: (_outcome, { trajectory }) => toFamily(trajectory, "De inschatting is vastgelegd. Hieronder staat wat er nu moet gebeuren."),
    refused: ({ code }) => errorsFor(code),
  }),
  page("/gezinnen/:trajectory/inschattingen", {
    may: "assessment.read",
    trail: "assessment.read",
    load: (actor, { trajectory }) => readAssessment(actor, trajectory),
    show: (data) => <AssessmentsPage data={data} />,
  }),
  action("/gezinnen/:trajectory/inschatting/bevestigen", {
    may: "assessment.write",
    trail: "assessment.confirmed",
    body: z.object({ confirmation: z.uuid(), version: z.coerce.number().int(), category }),
    run: (actor, { trajectory }, body) =>
      confirmCategory(actor, {
        trajectoryId: trajectory,
        confirmationId: body.confirmation,
        version: body.version,
        category: body.category,
        reason: null,
      }),
    done: (_outcome, { trajectory }) => toFamily(trajectory, "De categorie is nu samen bevestigd."),
    refused: ({ code }, { trajectory }) => refusedPress(trajectory, code),
  }),
  form("/gezinnen/:trajectory/inschatting/anders", {
    may: "assessment.write",
    trail: ["assessment.read", "assessment.confirmed"],
    load: (actor, { trajectory }) => readOtherCategory(actor, trajectory),
    body: z.object({ confirmation: z.uuid(), version: z.coerce.number().int(), category, reason }),
    show: (state) => <OtherCategoryPage {...state} />,
    run: (actor, { trajectory }, body) =>
      confirmCategory(actor, {
        trajectoryId: trajectory,
        confirmationId: body.confirmation,
        version: body.version,
        category: body.category,
        reason: body.reason || null,
      }),
    done: ({ state }, { trajectory }) =>
      toFamily(
        trajectory,
        state === "differs" ? "Uw antwoord is vastgelegd. U beiden ziet nu beide antwoorden." : "De categorie is nu samen bevestigd.",
      ),
    refused: ({ code }) => errorsFor(code),
  }),
  form("/gezinnen/:trajectory/route/:step/geweigerd", {
    may: "assessment.write",
    trail: ["assessment.read", "route.step-declined"],
    load: (actor, { trajectory, step }) => readOpenStep(actor, trajectory, stepOf(step)),
    body: z.object({
      reason: z
        .string()
        .trim()
        .min(3, "Schrijf kort waarom het gezin dit niet wil, in eigen woorden.")
        .max(5000, "Maak de reden korter: hooguit 5.000 tekens."),
    }),
    show: (state) => <RefusedStepPage {...state} />,
    run: (actor, { trajectory, step }, body) =>
      refuseStep(actor, { trajectoryId: trajectory, step: stepOf(step) ?? "reassess", reason: body.reason }),
    done: (_outcome, { trajectory }) => toFamily(trajectory, "Vastgelegd. De lijn gaat verder zonder deze stap."),
    refused: ({ code }) => errorsFor(code),
  }),
  action("/gezinnen/:trajectory/route/:step/gedaan", {
    may: "assessment.write",
    trail: "route.step-done",
    body: z.object({}),
    run: (actor, { trajectory, step }) => reportStep(actor, { trajectoryId: trajectory, step: stepOf(step) ?? "reassess" }),
    done: (_outcome, { trajectory }) => toFamily(trajectory, "De stap staat op gedaan."),
    refused: ({ code }, { trajectory }) => refusedPress(trajectory, code),
  }),
  action("/gezinnen/:trajectory/route/:step/toch", {
    may: "assessment.write",
    trail: "route.step-reopened",
    body: z.object({}),
    run: (actor, { trajectory, step }) => wantStep(actor, { trajectoryId: trajectory, step: stepOf(step) ?? "reassess" }),
    done: (_outcome, { trajectory }) => toFamily(trajectory, "De stap staat weer open."),
    refused: ({ code }, { trajectory }) => refusedPress(trajectory, code),
  }),
];
