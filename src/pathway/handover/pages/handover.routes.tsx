import type { ReactElement } from "react";
import type { z } from "zod";
import type { Actor } from "../../../platform/db/actor.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { goTo } from "../../../platform/http/mount.ts";
import { action, file, form, isRole, own, page, type Permission } from "../../../trust/access/route.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import type { HandoverMove } from "../handover.ts";
import { handoverRefusalText } from "../handover.texts.ts";
import { moves } from "../rules/handoverMoves.ts";
import * as make from "../server/moveHandover.ts";
import { leaveOutHandover, prepareHandover } from "../server/prepareHandover.ts";
import { readBegin, readHandover, readHandovers, type HandoverData } from "../server/readHandover.ts";
import { exportHandover, printHandover } from "../server/takeAway.ts";
import { BeginPage } from "./BeginPage.tsx";
import { ContentPage } from "./ContentPage.tsx";
import * as fields from "./handoverFields.ts";
import * as forms from "./HandoverForms.tsx";
import { HandoverPage } from "./HandoverPage.tsx";
import { HandoversPage } from "./HandoversPage.tsx";

const base = "/gezinnen/:trajectory/overdrachten";
const one = `${base}/:handover` as const;
type Ids = { readonly trajectory: string; readonly handover: string };
const at = ({ trajectory, handover }: Ids) => `/gezinnen/${trajectory}/overdrachten/${handover}`;
const idsOf = ({ trajectory, handover }: Ids) => ({ trajectoryId: trajectory, handoverId: handover });

const orNotFound = (outcome: make.HandoverOutcome): make.HandoverOutcome => {
  if (outcome.code === "handover-not-found") throw new NotFound();
  return outcome;
};

/** A press: what is not possible is said on the page of the handover. */
const press = (
  word: string,
  trail: string,
  notice: string,
  run: (actor: Actor, seen: make.HandoverSeen) => Promise<make.HandoverOutcome>,
) =>
  action(`${one}/${word}`, {
    may: "care",
    trail,
    body: fields.pressBody,
    run: (actor, ids, body) => run(actor, { ...idsOf(ids), ...body }).then(orNotFound),
    done: (_outcome, ids) => ({ to: at(ids), notice: { text: notice } }),
    refused: ({ code, facts }, ids) => ({ to: at(ids), notice: { tone: "late", text: handoverRefusalText(code, facts).text } }),
  });

/** A move that asks something: its form is only there for the side whose move it is. */
const moveForm = <Body extends z.ZodType>(
  word: string,
  move: HandoverMove,
  trail: string,
  made: {
    may: Permission;
    body: Body;
    show(state: forms.FormProps): ReactElement;
    run(actor: Actor, seen: Omit<make.HandoverSeen, "version">, body: z.output<Body>): Promise<make.HandoverOutcome>;
    notice: string;
  },
) =>
  form(`${one}/${word}`, {
    may: made.may,
    trail: ["handover.read", trail],
    body: made.body,
    load: async (actor, { trajectory, handover }) => {
      const data = await readHandover(actor, trajectory, handover);
      return data !== null && isTheirs(move, data) ? data : null;
    },
    show: made.show,
    run: (actor, ids, body) => made.run(actor, idsOf(ids), body),
    done: (_outcome, ids) => ({ to: at(ids), notice: { text: made.notice } }),
    refused: fields.errorsOf,
  });

const isTheirs = (move: HandoverMove, { sides }: HandoverData): boolean =>
  moves[move].by === "either" ? sides.sender || sides.receiver : sides[moves[move].by];

const moveRoutes = [
  moveForm("inhoud", "change", "handover.changed", {
    may: "plan.write",
    body: fields.contentBody,
    show: (state) => <ContentPage {...state} />,
    run: (actor, ids, body) =>
      make.changeHandover(
        actor,
        { ...ids, version: body.version },
        { words: fields.wordsOf(body), momentOn: body.momentOn, receiver: body.receiver, senderStays: body.stays },
      ),
    notice: "De overdracht is bewaard. Lees haar na met het gezin, en teken daarna.",
  }),
  moveForm("aanbieden", "offer", "handover.offered", {
    may: "plan.write",
    body: fields.offerBody,
    show: (state) => <forms.OfferForm {...state} />,
    run: (actor, ids, { version, discussedOn, person }) =>
      make.offerHandover(actor, { ...ids, version }, { discussedOn, toMembershipId: person }),
    notice: "U hebt getekend. De ander is gevraagd; tot die het overneemt, blijft u verantwoordelijk.",
  }),
  moveForm("meegeven", "give", "handover.given", {
    may: "plan.write",
    body: fields.giveBody,
    show: (state) => <forms.GiveForm {...state} />,
    run: (actor, ids, { version, discussedOn, to, way }) => make.giveHandover(actor, { ...ids, version }, { discussedOn, to, way }),
    notice: "U hebt getekend. Haal nu het document op, en geef het mee. Verhuist het gezin? Sluit daarna de lijn af.",
  }),
  press(
    "overnemen",
    "handover.accepted",
    "U nam het over en bent nu verantwoordelijk. Spreek een dag af met het gezin.",
    make.acceptHandover,
  ),
  moveForm("afwijzen", "decline", "handover.declined", {
    may: "care",
    body: fields.declineBody,
    show: (state) => <forms.DeclineForm {...state} />,
    run: (actor, ids, body) => make.declineHandover(actor, { ...ids, ...body }),
    notice: "U hebt het niet overgenomen. Wie overdroeg, is het meteen verteld en blijft verantwoordelijk.",
  }),
  moveForm("intrekken", "withdraw", "handover.withdrawn", {
    may: "plan.write",
    body: fields.withdrawBody,
    show: (state) => <forms.WithdrawForm {...state} />,
    run: (actor, ids, body) => make.withdrawHandover(actor, { ...ids, ...body }),
    notice: "De overdracht is ingetrokken. Uw organisatie blijft verantwoordelijk.",
  }),
  moveForm("gehouden", "hold", "handover.held", {
    may: "care",
    body: fields.holdBody,
    show: (state) => <forms.HoldForm {...state} />,
    run: (actor, ids, body) => make.holdHandover(actor, { ...ids, ...body }),
    notice: "Vastgelegd: de overdracht is samen met het gezin gehouden.",
  }),
  press("gezien", "handover.seen", "Van uw lijst gehaald.", make.seeHandover),
];

const noLetters = "Een naam is geschreven in letters die Wieg nog niet kan afdrukken. Schrijf die naam in gewone letters.";

/** The document of a handover, on paper and for one's own file. */
const documentRoutes = [
  own(`${one}/overdracht.pdf`, {
    may: "care",
    trail: "handover.printed",
    method: "GET",
    handle: async (request, reply, actor) => {
      const ids = request.params as Ids;
      if (!actor) throw new NotFound();
      const printed = await printHandover(actor, ids.trajectory, ids.handover);
      if (printed === "not-visible") throw new NotFound();
      if (typeof printed === "string") return goTo(reply, { to: `${at(ids)}?papier=${printed}` });
      return reply.type("application/pdf").header("content-disposition", 'inline; filename="overdracht.pdf"').send(Buffer.from(printed));
    },
  }),
  file(`${one}/overdracht.json`, {
    may: "care",
    trail: "handover.exported",
    load: async (actor, { trajectory, handover }) => {
      const bundle = await exportHandover(actor, trajectory, handover);
      return bundle && { name: "overdracht.json", type: "application/fhir+json", body: JSON.stringify(bundle, null, 2) };
    },
  }),
];

/** Warm handovers: what is due, preparing, signing, taking over, holding. */
export const handoverRoutes = [
  page(base, {
    may: "care",
    trail: "handover.read",
    load: async (actor, { trajectory }) => {
      const data = await readHandovers(actor, trajectory);
      return data && { data, mayPrepare: isRole(actor.role) && mayRole(actor.role, "plan", "write") };
    },
    show: (props) => <HandoversPage {...props} />,
  }),
  form(`${base}/nieuw`, {
    may: "plan.write",
    trail: ["handover.read", "handover.prepared"],
    body: fields.beginBody,
    load: (actor, { trajectory }, query) => readBegin(actor, trajectory, query["soort"]),
    show: (state) => <BeginPage {...state} />,
    run: (actor, { trajectory }, body) => prepareHandover(actor, { trajectoryId: trajectory, ...body }),
    done: ({ handoverId }, { trajectory }) => ({
      to: `${at({ trajectory, handover: handoverId })}/inhoud`,
      notice: { text: "Klaargezet met wat al bekend is. Lees het na en vul aan." },
    }),
    refused: fields.errorsOf,
  }),
  form(`${base}/niet-nodig`, {
    may: "plan.write",
    trail: ["handover.read", "handover.left-out"],
    body: fields.leaveOutBody,
    load: (actor, { trajectory }, query) => readBegin(actor, trajectory, query["soort"]),
    show: (state) => <forms.LeaveOutPage {...state} />,
    run: (actor, { trajectory }, body) => leaveOutHandover(actor, { trajectoryId: trajectory, ...body }),
    done: (_outcome, { trajectory }) => ({
      to: `/gezinnen/${trajectory}/overdrachten`,
      notice: { text: "Vastgelegd. Wieg stelt deze overdracht niet meer voor." },
    }),
    refused: fields.errorsOf,
  }),
  page(one, {
    may: "care",
    trail: "handover.read",
    load: async (actor, { trajectory, handover }, query) => {
      const data = await readHandover(actor, trajectory, handover);
      return data && { data, problem: query["papier"] === "script-not-in-fonts" ? noLetters : null };
    },
    show: (props) => <HandoverPage {...props} />,
  }),
  ...documentRoutes,
  ...moveRoutes,
];
