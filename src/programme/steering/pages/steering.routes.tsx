import { z } from "zod";
import { dayField, requiredText } from "../../../platform/http/fields.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, form, isRole, mayUse, page } from "../../../trust/access/route.ts";
import { isMonth } from "../rules/months.ts";
import { readAction, readExpected, readMoment, readPeople } from "../server/readForms.ts";
import { readSteering } from "../server/readSteering.ts";
import { decideAction, expectInflow, finishAction, noteDecision, planMoment, publishMonth } from "../server/steer.ts";
import { steeringSentence } from "../steering.texts.ts";
import { DecideMomentPage, EndActionPage, NewActionPage, NewMomentPage } from "./ActionPages.tsx";
import { steeringAddress } from "./address.ts";
import { expectedForm, monthlyOf } from "./expectedForm.ts";
import { ExpectedPage } from "./ExpectedPage.tsx";
import { chosenOf, programmeCode, programmeOf, versionField } from "./queries.ts";
import { SteeringPage } from "./SteeringPage.tsx";

const programma = z.string().regex(programmeCode);

/** Where an act on a record that is not (any more) to be found ends: the neutral page. */
function found<Outcome extends { code: string }>(outcome: Outcome): Exclude<Outcome, { code: "not-visible" }> {
  if (outcome.code === "not-visible") throw new NotFound();
  return outcome as Exclude<Outcome, { code: "not-visible" }>;
}

/** The monthly page of the project group, and what it decides there. */
export const steeringRoutes = [
  page(steeringAddress, {
    may: "steering",
    trail: "steering.read",
    load: async (actor, _params, query) => {
      const steering = await readSteering(actor, chosenOf(query));
      return steering && { steering, seesPlaces: isRole(actor.role) && mayUse(actor.role, "programme-places") };
    },
    show: (props) => <SteeringPage {...props} />,
  }),
  form(`${steeringAddress}/verwachting`, {
    may: "role:project_group",
    trail: ["steering.read", "steering.expected"],
    body: expectedForm,
    load: (actor, _params, query) => readExpected(actor, programmeOf(query)),
    show: (state) => <ExpectedPage {...state} />,
    run: (actor, _params, body) =>
      expectInflow(actor, {
        programmeCode: body.programma,
        from: body.van,
        until: body["tot-en-met"],
        reason: body.reden,
        monthly: monthlyOf(body),
      }),
    done: () => ({ to: steeringAddress, notice: { text: "De verwachting is vastgesteld." } }),
    refused: (refusal) => ({ form: steeringSentence(refusal) }),
  }),
  form(`${steeringAddress}/actie`, {
    may: "role:project_group",
    trail: ["steering.read", "steering.action-decided"],
    body: z.object({
      programma,
      afwijking: requiredText("Schrijf wat afwijkt", 2000).min(3, "Schrijf wat afwijkt"),
      actie: requiredText("Schrijf wat er gebeurt", 2000).min(3, "Schrijf wat er gebeurt"),
      eigenaar: z.uuid("Kies wie dit doet"),
      uiterlijk: dayField("Vul in wanneer het klaar is"),
    }),
    load: (actor, _params, query) => readPeople(actor, programmeOf(query)),
    show: (state) => <NewActionPage {...state} />,
    run: (actor, _params, { programma: code, afwijking, actie, eigenaar, uiterlijk }) =>
      decideAction(actor, { programmeCode: code, deviation: afwijking, action: actie, owner: eigenaar, dueOn: uiterlijk }),
    done: () => ({
      to: `${steeringAddress}#acties`,
      notice: { text: "De actie is afgesproken en staat op de werklijst van de eigenaar." },
    }),
    refused: (refusal) => ({ [refusal.code === "nobody-of-programme" ? "eigenaar" : "form"]: steeringSentence(refusal) }),
  }),
  form(`${steeringAddress}/acties/:id`, {
    may: "steering",
    trail: ["steering.read", "steering.action-done"],
    body: z.object({
      version: versionField,
      resultaat: requiredText("Schrijf wat het resultaat is", 2000).min(3, "Schrijf wat het resultaat is"),
    }),
    load: (actor, { id }) => readAction(actor, id),
    show: (state) => <EndActionPage {...state} />,
    run: async (actor, { id }, { version, resultaat }) => found(await finishAction(actor, { id, version, outcome: resultaat })),
    done: () => ({ to: `${steeringAddress}#acties`, notice: { text: "De actie is afgerond." } }),
    refused: (refusal) => ({ form: steeringSentence(refusal) }),
  }),
  form(`${steeringAddress}/evaluatie`, {
    may: "role:project_group",
    trail: ["steering.read", "steering.moment-planned"],
    body: z.object({
      programma,
      dag: dayField("Vul de dag in"),
      waarover: requiredText("Schrijf waarover het gaat", 2000).min(3, "Schrijf waarover het gaat"),
    }),
    load: (actor, _params, query) => readPeople(actor, programmeOf(query)),
    show: (state) => <NewMomentPage {...state} />,
    run: (actor, _params, { programma: code, dag, waarover }) => planMoment(actor, { programmeCode: code, on: dag, about: waarover }),
    done: () => ({ to: `${steeringAddress}#evaluatie`, notice: { text: "Het evaluatiemoment is gepland." } }),
    refused: (refusal) => ({ [refusal.code === "day-taken" ? "dag" : "form"]: steeringSentence(refusal) }),
  }),
  form(`${steeringAddress}/evaluatie/:id`, {
    may: "role:project_group",
    trail: ["steering.read", "steering.moment-decided"],
    body: z.object({
      version: versionField,
      besluit: requiredText("Schrijf wat er besloten is").min(3, "Schrijf wat er besloten is"),
    }),
    load: (actor, { id }) => readMoment(actor, id),
    show: (state) => <DecideMomentPage {...state} />,
    run: async (actor, { id }, { version, besluit }) => found(await noteDecision(actor, { id, version, decision: besluit })),
    done: () => ({ to: `${steeringAddress}#evaluatie`, notice: { text: "Het besluit is genoteerd." } }),
    refused: (refusal) => ({ form: steeringSentence(refusal) }),
  }),
  action(`${steeringAddress}/publiceren`, {
    may: "role:project_group",
    trail: "steering.published",
    body: z.object({ programma, maand: z.string().refine(isMonth) }),
    run: (actor, _params, { programma: code, maand }) => publishMonth(actor, { programmeCode: code, month: maand }),
    done: () => ({ to: `${steeringAddress}#delen`, notice: { text: "De maand is gepubliceerd." } }),
    refused: (refusal) => ({ to: `${steeringAddress}#delen`, notice: { tone: "late", text: steeringSentence(refusal) } }),
  }),
];
