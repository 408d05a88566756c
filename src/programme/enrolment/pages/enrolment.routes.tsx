import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { manyOf, optionalText, requiredText, tick } from "../../../platform/http/fields.ts";
import { goTo } from "../../../platform/http/mount.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import type { Next } from "../../../platform/http/route.ts";
import { action, form, isRole, mayUse, own, page } from "../../../trust/access/route.ts";
import type { Pillar } from "../../configuration/programme.ts";
import { answers } from "../criterion.texts.ts";
import { refusalSentence } from "../enrolment.texts.ts";
import { givenBackReasons, needs, offers, type EnrolmentRefusal } from "../enrolment.ts";
import { letterProblems } from "../letter.texts.ts";
import { mayConfirm, mayDecide } from "../rules/whoDecides.ts";
import { askQuestions } from "../server/askQuestions.ts";
import { giveBackPlace, recordFunder } from "../server/changePlace.ts";
import { decideNoPlace } from "../server/decideNoPlace.ts";
import { decidePlace } from "../server/decidePlace.ts";
import { printDecision } from "../server/printDecision.ts";
import { readEnrolment } from "../server/readEnrolment.ts";
import { confirmRequest, parties, recordRequest } from "../server/recordRequest.ts";
import { EnrolmentPage, type EnrolmentRights } from "./EnrolmentPage.tsx";
import { GiveBackPage } from "./GiveBackPage.tsx";
import { hoursField } from "../../../platform/http/hoursField.ts";
import { NoPlacePage } from "./NoPlacePage.tsx";
import { RequestPage } from "./RequestPage.tsx";

const base = "/gezinnen/:trajectory/geboortezorg-flex/:pillar";
const group = z.enum(["CZ", "VGZ"]);

/** "1" or "2"; any other address does not exist. */
function pillarOf(word: string): Pillar {
  if (word === "1") return 1;
  if (word === "2") return 2;
  throw new NotFound();
}

const home = ({ trajectory, pillar }: { trajectory: string; pillar: string }): string =>
  `/gezinnen/${trajectory}/geboortezorg-flex/${pillar}`;
const told = (params: { trajectory: string; pillar: string }, text: string): Next => ({ to: home(params), notice: { text } });
const refusedThere = (refusal: EnrolmentRefusal, params: { trajectory: string; pillar: string }): Next => ({
  to: home(params),
  notice: { tone: "late", text: refusalSentence(refusal) },
});

/** A line that is not the asker's to see does not exist. */
async function orNotFound<Outcome extends { code: string }>(run: Promise<Outcome>): Promise<Outcome> {
  const outcome = await run;
  if (outcome.code === "not-visible" || outcome.code === "no-programme") throw new NotFound();
  return outcome;
}

const fieldOf: Partial<Record<EnrolmentRefusal["code"], string>> = {
  "offer-needed": "offered",
  "care-delivered": "noCare",
  "only-when-family-asks": "why",
  "moved-after-birth": "why",
  "no-loss": "why",
};
const besideField = (refusal: EnrolmentRefusal): Errors => ({ [fieldOf[refusal.code] ?? "form"]: refusalSentence(refusal) });
const rightsOf = ({ role }: Actor): EnrolmentRights => ({
  decide: mayDecide(role),
  confirm: mayConfirm(role),
  contact: isRole(role) && mayUse(role, "identity.write"),
  mayAnswer: (code) => isRole(role) && mayUse(role, answers[code].part ? `${answers[code].part}.write` : "care"),
});

const decisionRoutes = [
  page(base, {
    may: "programme.read",
    trail: "programme.read",
    load: async (actor, { trajectory, pillar }, query) => {
      const enrolment = await readEnrolment(actor, trajectory, pillarOf(pillar));
      const problem = letterProblems[String(query["brief"] ?? "") as keyof typeof letterProblems] ?? null;
      return enrolment && { enrolment, problem, rights: rightsOf(actor) };
    },
    show: (data) => <EnrolmentPage {...data} />,
  }),
  action(`${base}/besluit`, {
    may: "programme.write",
    trail: "programme.decided",
    body: z.object({ funder: group.optional() }),
    run: (actor, { trajectory, pillar }, { funder }) =>
      orNotFound(decidePlace(actor, { trajectoryId: trajectory, pillar: pillarOf(pillar), funder: funder ?? null })),
    done: (_outcome, params) => told(params, "De plaats is gegeven. Vertel het gezin zelf wat dat betekent."),
    refused: refusedThere,
  }),
  form(`${base}/geen-plaats`, {
    may: "programme.write",
    trail: ["programme.read", "programme.decided"],
    body: z.object({ offered: manyOf(offers), note: optionalText() }),
    load: async (actor, { trajectory, pillar }) => (mayDecide(actor.role) ? readEnrolment(actor, trajectory, pillarOf(pillar)) : null),
    show: ({ data, values, errors }) => <NoPlacePage enrolment={data} values={values} errors={errors} />,
    run: (actor, { trajectory, pillar }, body) =>
      orNotFound(decideNoPlace(actor, { ...body, trajectoryId: trajectory, pillar: pillarOf(pillar) })),
    done: (_outcome, params) => told(params, "Het besluit is vastgelegd. Leg het gezin goed uit waarom."),
    refused: besideField,
  }),
  action(`${base}/vragen`, {
    may: "programme.write",
    trail: "programme.asked",
    body: z.object({}),
    run: (actor, { trajectory, pillar }) => orNotFound(askQuestions(actor, { trajectoryId: trajectory, pillar: pillarOf(pillar) })),
    done: (_outcome, params) => told(params, "De open vragen staan nu bij wie ze kan beantwoorden, met een termijn."),
    refused: refusedThere,
  }),
];

const placeRoutes = [
  action(`${base}/verzekeraar`, {
    may: "programme.write",
    trail: "programme.funder-recorded",
    body: z.object({ group }),
    run: (actor, { trajectory, pillar }, body) =>
      orNotFound(recordFunder(actor, { trajectoryId: trajectory, pillar: pillarOf(pillar), group: body.group })),
    done: (_outcome, params) => told(params, "Vastgelegd."),
    refused: refusedThere,
  }),
  form(`${base}/teruggeven`, {
    may: "programme.write",
    trail: ["programme.read", "programme.place-given-back"],
    body: z.object({ why: z.enum(givenBackReasons, "Kies waarom"), noCare: tick, note: optionalText() }),
    load: async (actor, { trajectory, pillar }) => {
      const enrolment = mayDecide(actor.role) ? await readEnrolment(actor, trajectory, pillarOf(pillar)) : null;
      return enrolment?.held ? enrolment : null;
    },
    show: ({ data, values, errors }) => <GiveBackPage enrolment={data} values={values} errors={errors} />,
    run: (actor, { trajectory, pillar }, body) =>
      orNotFound(giveBackPlace(actor, { ...body, trajectoryId: trajectory, pillar: pillarOf(pillar) })),
    done: (_outcome, params) => told(params, "De plaats is teruggegeven en vrij voor een ander gezin."),
    refused: besideField,
  }),
  own(`${base}/brief.pdf`, {
    may: "programme.read",
    trail: "programme.letter-printed",
    method: "GET",
    handle: async (request, reply, actor) => {
      const params = request.params as { trajectory: string; pillar: string };
      if (!actor) throw new NotFound();
      const printed = await printDecision(actor, params.trajectory, pillarOf(params.pillar));
      if ("code" in printed) {
        if (printed.code === "not-visible" || printed.code === "no-letter") throw new NotFound();
        return goTo(reply, { to: `${home(params)}?brief=${printed.code}` });
      }
      return reply
        .type("application/pdf")
        .header("content-disposition", 'inline; filename="brief-geboortezorg-flex.pdf"')
        .send(Buffer.from(printed));
    },
  }),
];

const requestHome = (trajectory: string) => ({ trajectory, pillar: "2" });
const requestBase = "/gezinnen/:trajectory/geboortezorg-flex/2";
const requestBody = z.object({
  seen: z.coerce.number().int(),
  need: z.enum(needs, "Kies welke situatie geldt"),
  question: requiredText("Schrijf op waar het gezin hulp bij wil").min(3, "Schrijf op waar het gezin hulp bij wil"),
  goal: requiredText("Schrijf op wat het gezin wil bereiken").min(3, "Schrijf op wat het gezin wil bereiken"),
  hours: hoursField(),
  postnatal: z.enum(["ja", "nee"]).optional(),
  agreed: manyOf(parties),
});

const requestRoutes = [
  form(`${requestBase}/aanvraag`, {
    may: "programme.write",
    trail: ["programme.read", "programme.request-recorded"],
    body: requestBody,
    load: (actor, { trajectory }) => readEnrolment(actor, trajectory, 2),
    show: ({ data, values, errors }) => <RequestPage enrolment={data} values={values} errors={errors} />,
    run: (actor, { trajectory }, { seen, hours, postnatal, ...body }) =>
      orNotFound(
        recordRequest(actor, {
          ...body,
          trajectoryId: trajectory,
          seen: seen === 0 ? null : seen,
          agreedMinutes: hours,
          postnatalVisit: postnatal === undefined ? null : postnatal === "ja",
        }),
      ),
    done: (_outcome, { trajectory }) => told(requestHome(trajectory), "Vraag, doel en uren zijn vastgelegd."),
    refused: besideField,
  }),
  action(`${requestBase}/eens`, {
    may: "programme.write",
    trail: "programme.confirmed",
    body: z.object({ version: z.coerce.number().int() }),
    run: (actor, { trajectory }, { version }) => orNotFound(confirmRequest(actor, { trajectoryId: trajectory, version })),
    done: (_outcome, { trajectory }) => told(requestHome(trajectory), "U bevestigde vraag en doel."),
    refused: (refusal, { trajectory }) => refusedThere(refusal, requestHome(trajectory)),
  }),
];

/** The pages on which a place is decided. */
export const enrolmentRoutes = [...decisionRoutes, ...placeRoutes, ...requestRoutes];
