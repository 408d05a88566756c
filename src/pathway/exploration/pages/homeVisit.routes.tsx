import type { ReactElement } from "react";
import { z } from "zod";
import type { Errors, Values } from "../../../design/Errors.ts";
import type { Refusal } from "../../../kit/refusal.ts";
import { dayField, manyOf, optionalText } from "../../../platform/http/fields.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, form, page } from "../../../trust/access/route.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { cancelReasons, declineReasons, presents, visitKinds, visitPlaces, type VisitMove, type VisitRefusal } from "../homeVisit.ts";
import { moveWords, visitRefusalText } from "../homeVisit.texts.ts";
import { moves } from "../rules/homeVisitMoves.ts";
import { askVisit } from "../server/askVisit.ts";
import {
  acceptVisit,
  cancelVisit,
  declineVisit,
  holdVisit,
  keepVisit,
  missVisit,
  scheduleVisit,
  seeVisitOutcome,
  type VisitOutcome,
  type VisitSeen,
} from "../server/moveVisit.ts";
import { readAsk, readVisit, type VisitData } from "../server/readVisit.ts";
import { reportVisit } from "../server/reportVisit.ts";
import { AskVisitPage } from "./AskVisitPage.tsx";
import { CancelForm, DeclineForm, HoldForm, ScheduleForm } from "./MoveForms.tsx";
import { reportBody } from "./reportFields.ts";
import { ReportForm } from "./ReportForm.tsx";
import { VisitPage } from "./VisitPage.tsx";

const base = "/gezinnen/:trajectory/huisbezoeken";
const one = `${base}/:visit` as const;
const version = z.coerce.number().int();
type Ids = { readonly trajectory: string; readonly visit: string };
const at = ({ trajectory, visit }: Ids) => `/gezinnen/${trajectory}/huisbezoeken/${visit}`;

const errorsOf = ({ code, facts }: Refusal<VisitRefusal>): Errors => {
  if (code === "visit-not-found") throw new NotFound();
  const { field, text } = visitRefusalText(code, facts);
  return { [field]: text };
};

/** A press: what is not possible is said on the page of the visit. */
const press = (word: string, trail: string, notice: string, run: (actor: Actor, seen: VisitSeen) => Promise<VisitOutcome>) =>
  action(`${one}/${word}`, {
    may: "exploration.write",
    trail,
    body: z.object({ version: version.default(0) }),
    run: (actor, { trajectory, visit }, body) => run(actor, { trajectoryId: trajectory, visitId: visit, ...body }).then(orNotFound),
    done: (_outcome, ids) => ({ to: at(ids), notice: { text: notice } }),
    refused: (refusal, ids) => ({ to: at(ids), notice: { tone: "late", text: visitRefusalText(refusal.code, refusal.facts).text } }),
  });

function orNotFound(outcome: VisitOutcome): VisitOutcome {
  if (outcome.code === "visit-not-found") throw new NotFound();
  return outcome;
}

/** A move that asks something: its form is only there for the side that may make it. */
const moveForm = <Body extends z.ZodType>(
  move: VisitMove,
  trail: string,
  made: {
    body: Body;
    show(state: { data: VisitData; values: Values; errors: Errors }): ReactElement;
    run(actor: Actor, seen: { trajectoryId: string; visitId: string }, body: z.output<Body>): Promise<VisitOutcome>;
    notice: string;
    next?: string;
  },
) =>
  form(`${one}/${moveWords[move]}`, {
    may: "exploration.write",
    trail: ["home-visit.read", trail],
    body: made.body,
    load: async (actor, { trajectory, visit }) => {
      const data = await readVisit(actor, trajectory, visit);
      return data && (moves[move].by === "asked" ? data.sides.asked : data.sides.asked || data.sides.asking) ? data : null;
    },
    show: made.show,
    run: (actor, { trajectory, visit }, body) => made.run(actor, { trajectoryId: trajectory, visitId: visit }, body),
    done: (_outcome, ids) => ({ to: `${at(ids)}${made.next ?? ""}`, notice: { text: made.notice } }),
    refused: errorsOf,
  });

const time = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() ?? "")
  .pipe(z.string().regex(/^$|^([01]?\d|2[0-3])[.:u]?[0-5]\d( ?uur)?$/i, "Vul een tijd in, zoals 14.30"))
  .transform((typed) =>
    typed === ""
      ? null
      : typed
          .replace(/\D/g, "")
          .padStart(4, "0")
          .replace(/^(\d\d)(\d\d)$/, "$1:$2"),
  );
const reason = optionalText(500);

export const homeVisitRoutes = [
  form(`${base}/nieuw`, {
    may: "exploration.write",
    trail: ["home-visit.read", "home-visit.requested"],
    body: z.object({
      kind: z.enum(visitKinds),
      asked: z.uuid("Kies wie u vraagt"),
      urgent: z.enum(["ja", "nee"]).transform((word) => word === "ja"),
      question: optionalText(2000),
    }),
    load: (actor, { trajectory }) => readAsk(actor, trajectory),
    show: ({ data, values, errors }) => <AskVisitPage data={data} values={values} errors={errors} />,
    run: (actor, { trajectory }, { asked, ...body }) => askVisit(actor, { ...body, trajectoryId: trajectory, askedOrganisationId: asked }),
    done: ({ visitId }, { trajectory }) => ({
      to: `/gezinnen/${trajectory}/huisbezoeken/${visitId}`,
      notice: { text: "Het huisbezoek is gevraagd. U ziet hier tot het einde hoe het staat." },
    }),
    refused: errorsOf,
  }),
  page(one, {
    may: "exploration.read",
    trail: "home-visit.read",
    load: (actor, { trajectory, visit }) => readVisit(actor, trajectory, visit),
    show: (data) => <VisitPage data={data} />,
  }),
  press(moveWords.accept, "home-visit.accepted", "U nam het huisbezoek aan. U ziet nu om wie het gaat.", acceptVisit),
  press(moveWords.missed, "home-visit.missed", "Vastgelegd dat er niemand was. Maak een nieuwe afspraak.", missVisit),
  press("blijft", "home-visit.kept", "Vastgelegd dat het bezoek doorgaat zoals het gevraagd is.", keepVisit),
  press("gezien", "home-visit.seen", "Het staat niet meer op uw lijst.", seeVisitOutcome),
  moveForm("decline", "home-visit.declined", {
    body: z.object({ version, reasonCode: z.enum(declineReasons, "Kies waarom niet"), reason }),
    show: (state) => <DeclineForm {...state} />,
    run: (actor, ids, { reasonCode, reason: note, ...seen }) => declineVisit(actor, { ...ids, ...seen, reason: reasonCode, note }),
    notice: "Het verzoek is afgewezen. De aanvrager is het meteen verteld.",
  }),
  moveForm("schedule", "home-visit.scheduled", {
    body: z.object({ version, on: dayField("Vul de dag in"), at: time, place: z.enum(visitPlaces, "Kies waar") }),
    show: (state) => <ScheduleForm {...state} />,
    run: (actor, ids, body) => scheduleVisit(actor, { ...ids, ...body }),
    notice: "De afspraak is vastgelegd.",
  }),
  moveForm("hold", "home-visit.held", {
    body: z.object({ version, on: dayField("Vul de dag in"), present: manyOf(presents) }),
    show: (state) => <HoldForm {...state} />,
    run: (actor, ids, body) => holdVisit(actor, { ...ids, ...body }),
    notice: "Het bezoek is vastgelegd. Schrijf nu het verslag, of later.",
    next: `/${moveWords.report}`,
  }),
  moveForm("cancel", "home-visit.cancelled", {
    body: z.object({ version, reasonCode: z.enum(cancelReasons, "Kies waarom niet"), reason }),
    show: (state) => <CancelForm {...state} />,
    run: (actor, ids, { reasonCode, reason: note, ...seen }) => cancelVisit(actor, { ...ids, ...seen, reason: reasonCode, note }),
    notice: "Het bezoek gaat niet door.",
  }),
  moveForm("report", "home-visit.reported", {
    body: reportBody,
    show: (state) => <ReportForm {...state} />,
    run: (actor, ids, body) => reportVisit(actor, { ...ids, ...body }),
    notice: "Het verslag is vastgelegd. Het gezinsplan kan ermee beginnen.",
  }),
];
