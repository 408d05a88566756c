import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import type { Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { optionalText } from "../../../platform/http/fields.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, form, page } from "../../../trust/access/route.ts";
import { endingMoves } from "../rules/visitMoves.ts";
import { whyCodes } from "../rules/whyCodes.ts";
import { maternityLimits } from "../server/maternityLimits.ts";
import { confirmDate, endVisit, seePlannedVisits, startVisit } from "../server/moveVisit.ts";
import { planVisits, replanVisit } from "../server/planVisit.ts";
import { readFamilyVisits, readVisit } from "../server/readVisits.ts";
import { readRecordForm, saveCorrection, saveRecord, type RecordForm } from "../server/saveRecord.ts";
import type { SeriesRefusal, VisitRefusal } from "../visit.ts";
import { EndVisitPage } from "./EndVisitPage.tsx";
import { PlanPage } from "./PlanPage.tsx";
import { RecordPage } from "./RecordPage.tsx";
import { planErrors, visitErrors } from "./planErrors.ts";
import { plannedInput, seriesOf } from "./plannedOf.ts";
import { momentsOf, planBody, recordBody } from "./visitFields.ts";
import { VisitPage } from "./VisitPage.tsx";

const visits = "/gezinnen/:trajectory/bezoeken";
const one = `${visits}/:visit` as const;
const version = z.object({ version: z.coerce.number().int() });

/** What is not the asker's to see does not exist. */
export async function orNotFound<Outcome extends { code: string }>(run: Promise<Outcome>): Promise<Outcome> {
  const outcome = await run;
  if (outcome.code === "not-visible") throw new NotFound();
  return outcome;
}

const toVisit = (params: { trajectory: string; visit: string }, text: string) => ({
  to: `/gezinnen/${params.trajectory}/bezoeken/${params.visit}`,
  notice: { text },
});
const seenOf = ({ trajectory, visit }: { trajectory: string; visit: string }, seen: { version: number }) => ({
  trajectoryId: trajectory,
  visitId: visit,
  version: seen.version,
});

const planRoutes = [
  form(`${visits}/nieuw`, {
    may: "visit-planning",
    trail: ["visits.read", "visit.planned"],
    body: planBody,
    load: async (actor, { trajectory }) => {
      const data = await readFamilyVisits(actor, trajectory);
      return data?.line.state === "open" ? data : null;
    },
    show: (state) => <PlanPage {...state} />,
    run: (actor, { trajectory }, body) =>
      orNotFound(
        withActor(actor, "visit.planned", (work) =>
          planVisits(work, actor, { trajectoryId: trajectory, kind: "maternity", visits: seriesOf(body, body.times, 1) }, maternityLimits),
        ),
      ),
    done: ({ visitIds }, { trajectory }) => ({
      to: `/gezinnen/${trajectory}/kraamzorg#bezoeken`,
      notice: { text: visitIds.length === 1 ? "Het bezoek is gepland." : `${visitIds.length} bezoeken zijn gepland.` },
    }),
    refused: (refusal: VisitRefusal | SeriesRefusal<VisitRefusal>) => planErrors(refusal),
  }),
  form(`${one}/verzetten`, {
    may: "visit-planning",
    trail: ["visits.read", "visit.changed"],
    body: planBody,
    load: async (actor, params) => {
      const data = await readVisit(actor, params);
      return data?.visit.state === "planned" ? data : null;
    },
    show: (state) => <PlanPage {...state} />,
    run: (actor, params, body) =>
      orNotFound(
        withActor(actor, "visit.changed", (work) => replanVisit(work, actor, seenOf(params, body), plannedInput(body), maternityLimits)),
      ),
    done: (_done, params) => toVisit(params, "Het bezoek is verzet."),
    refused: (refusal: VisitRefusal | SeriesRefusal<VisitRefusal>) => planErrors(refusal),
  }),
];

const recordErrors = (refusal: VisitRefusal | Refusal<"signal-refused">): Errors =>
  refusal.code === "signal-refused" ? { factors: "Dit signaal kan nu niet worden vastgelegd. Haal de vinkjes weg." } : visitErrors(refusal);

/** What was typed, as the use case takes it. */
const recordedOf = (actor: Actor, trajectoryId: string, body: z.output<typeof recordBody>) => {
  const { from, until } = momentsOf(body);
  return {
    trajectoryId,
    startedAt: from,
    endedAt: until,
    breakMinutes: body.break,
    contents: body.contents,
    observation: body.observation,
    why: body.why,
    way: "web" as const,
    notedAt: null,
    ...(body.assistant === undefined || body.assistant === actor.professionalId ? {} : { assistantId: body.assistant }),
  };
};

const recordRoutes = [
  form(`${visits}/vastleggen`, {
    may: "visits",
    trail: ["visits.read", "visit.recorded"],
    body: recordBody,
    load: (actor, { trajectory }): Promise<RecordForm | null> => readRecordForm(actor, trajectory, null),
    show: (state) => <RecordPage {...state} />,
    run: (actor, { trajectory }, body) =>
      orNotFound(
        saveRecord(actor, {
          ...recordedOf(actor, trajectory, body),
          id: body.id ?? crypto.randomUUID(),
          factorCodes: body.factors,
          discussed: body.discussed,
        }),
      ),
    done: ({ visitId }, { trajectory }) => toVisit({ trajectory, visit: visitId }, "Het bezoek is vastgelegd."),
    refused: recordErrors,
  }),
  form(`${one}/vastleggen`, {
    may: "visits",
    trail: ["visits.read", "visit.recorded"],
    body: recordBody,
    load: async (actor, { trajectory, visit }) => onlyWhen(await readRecordForm(actor, trajectory, visit), false),
    show: (state) => <RecordPage {...state} />,
    run: (actor, { trajectory, visit }, body) =>
      orNotFound(
        saveRecord(actor, { ...recordedOf(actor, trajectory, body), id: visit, factorCodes: body.factors, discussed: body.discussed }),
      ),
    done: (_done, params) => toVisit(params, "Het bezoek is vastgelegd."),
    refused: recordErrors,
  }),
  form(`${one}/verbeteren`, {
    may: "visits",
    trail: ["visits.read", "visit.corrected"],
    body: recordBody,
    load: async (actor, { trajectory, visit }) => onlyWhen(await readRecordForm(actor, trajectory, visit), true),
    show: (state) => <RecordPage {...state} />,
    run: (actor, { trajectory, visit }, body) =>
      orNotFound(saveCorrection(actor, { ...recordedOf(actor, trajectory, body), visitId: visit, version: body.version })),
    done: (_done, params) => toVisit(params, "Het bezoek is verbeterd. Wat er stond blijft bewaard."),
    refused: recordErrors,
  }),
];

/** What was delivered is corrected; what was not is recorded. */
const onlyWhen = (form: RecordForm | null, delivered: boolean): RecordForm | null =>
  (form?.visit?.state === "delivered") === delivered ? form : null;

const endings = endingMoves.flatMap((move) => whyCodes[move].map((whyCode) => ({ value: `${move}.${whyCode}`, move, whyCode })));
const endBody = z.object({
  version: z.coerce.number().int(),
  reason: z.string("Kies wat er is gebeurd").transform((typed, context) => {
    const found = endings.find(({ value }) => value === typed);
    if (found) return found;
    context.addIssue({ code: "custom", message: "Kies wat er is gebeurd" });
    return z.NEVER;
  }),
  why: optionalText(2000),
});

const moveRoutes = [
  page(one, {
    may: "maternity_care.read",
    trail: "visits.read",
    load: async (actor, params) => {
      const data = await readVisit(actor, params);
      return data && { data: { ...data, role: actor.role } };
    },
    show: (props) => <VisitPage {...props} />,
  }),
  form(`${one}/niet-doorgegaan`, {
    may: "visits",
    trail: ["visits.read", "visit.not-delivered"],
    body: endBody,
    load: readVisit,
    show: (state) => <EndVisitPage {...state} />,
    run: (actor, params, { reason, why, ...body }) =>
      orNotFound(withActor(actor, "visit.not-delivered", (work) => endVisit(work, actor, seenOf(params, body), { ...reason, why }))),
    done: (_done, params) => toVisit(params, "Vastgelegd."),
    refused: visitErrors,
  }),
  action(`${one}/begonnen`, {
    may: "visits",
    trail: "visit.begun",
    body: version,
    run: (actor, params, body) => orNotFound(withActor(actor, "visit.begun", (work) => startVisit(work, actor, seenOf(params, body)))),
    done: (_done, params) => toVisit(params, "De tijd loopt. Leg het bezoek vast als u klaar bent."),
    refused: (refusal, params) => ({
      ...toVisit(params, ""),
      notice: { tone: "late", text: Object.values(visitErrors(refusal))[0] ?? "" },
    }),
  }),
  action(`${one}/dag-klopt`, {
    may: "visit-planning",
    trail: "visit.checked",
    body: version,
    run: (actor, params, body) => orNotFound(withActor(actor, "visit.checked", (work) => confirmDate(work, actor, seenOf(params, body)))),
    done: (_done, params) => toVisit(params, "De dag staat vast."),
    refused: (refusal, params) => ({
      ...toVisit(params, ""),
      notice: { tone: "late", text: Object.values(visitErrors(refusal))[0] ?? "" },
    }),
  }),
  action(`${visits}/bekeken`, {
    may: "visit-planning",
    trail: "visits.read",
    body: z.object({}),
    run: (actor, { trajectory }) => withActor(actor, "visits.read", (work) => seePlannedVisits(work, actor, trajectory)),
    done: (_done, { trajectory }) => ({
      to: `/gezinnen/${trajectory}/kraamzorg#bezoeken`,
      notice: { text: "Het staat niet meer op uw lijst." },
    }),
    refused: () => {
      throw new NotFound();
    },
  }),
];

/** Visits of one family. */
export const visitRoutes = [...planRoutes, ...recordRoutes, ...moveRoutes];
