import type { ReactElement } from "react";
import { z } from "zod";
import type { Errors, Values } from "../../../design/Errors.ts";
import { hoursField } from "../../../platform/http/hoursField.ts";
import { requiredText } from "../../../platform/http/fields.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { form } from "../../../trust/access/route.ts";
import type { SeriesRefusal, VisitRefusal } from "../../delivery/visit.ts";
import { planErrors, planFields, plannedInput, seriesOf } from "../../delivery/pages/door.ts";
import { flexibleOutcomes, type FlexibleRefusal } from "../flexibleCare.ts";
import { flexibleRefusal } from "../flexibleCare.texts.ts";
import { endFlexibleCare, raiseFlexible } from "../server/decideFlexibleCare.ts";
import { planFlexible, replanFlexible } from "../server/planFlexible.ts";
import { readFlexible, type FlexibleForm } from "../server/readFlexible.ts";
import { EndPage, RaisePage, StoppedPage, stoppedBy } from "./DecisionPages.tsx";
import { PlanFlexiblePage, rhythms } from "./PlanFlexiblePage.tsx";

const base = "/gezinnen/:trajectory/flexibel";
type FormState = Readonly<{ data: FlexibleForm; values: Values; errors: Errors }>;

async function orNotFound<Outcome extends { code: string }>(run: Promise<Outcome>): Promise<Outcome> {
  const outcome = await run;
  if (outcome.code === "not-visible") throw new NotFound();
  return outcome;
}

const told = (trajectory: string, text: string) => ({ to: `/gezinnen/${trajectory}/kraamzorg#flexibel`, notice: { text } });

/** The form while pillar 2 runs; else why there is nothing to decide or to plan any more. */
const whileRunning =
  (Shown: (state: FormState) => ReactElement) =>
  (state: FormState): ReactElement => {
    const stopped = stoppedBy(state.data);
    return stopped === null ? <Shown {...state} /> : <StoppedPage trajectoryId={state.data.line.id} text={stopped} />;
  };

const planned = (refusal: VisitRefusal | SeriesRefusal<FlexibleRefusal | VisitRefusal>) =>
  planErrors<FlexibleRefusal>(refusal, (no) => flexibleRefusal(no));
const decided = (refusal: FlexibleRefusal) => {
  const { field, text } = flexibleRefusal(refusal);
  return { [field]: text };
};

const most = 60;
const seriesBody = z.object({
  ...planFields,
  times: z.coerce
    .number("Vul een aantal in")
    .int("Vul een heel aantal in")
    .min(1, "Vul een aantal in vanaf 1")
    .max(most, "Plan minder bezoeken tegelijk"),
  every: z.enum(Object.keys(rhythms) as (keyof typeof rhythms)[], "Kies hoe vaak"),
});
const reason = requiredText("Schrijf waarom", 2000).min(3, "Schrijf waarom");

/** Pillar 2: planning, more hours, and the end. */
export const flexibleRoutes = [
  form(`${base}/plannen`, {
    may: "visit-planning",
    trail: ["flexible.read", "visit.planned"],
    body: seriesBody,
    load: (actor, { trajectory }) => readFlexible(actor, trajectory),
    show: whileRunning(PlanFlexiblePage),
    run: (actor, { trajectory }, body) =>
      orNotFound(planFlexible(actor, { trajectoryId: trajectory, visits: seriesOf(body, body.times, Number(body.every)) })),
    done: ({ visitIds }, { trajectory }) =>
      told(trajectory, visitIds.length === 1 ? "Het bezoek is gepland." : `${visitIds.length} bezoeken zijn gepland.`),
    refused: planned,
  }),
  form("/gezinnen/:trajectory/bezoeken/:visit/flexibel-verzetten", {
    may: "visit-planning",
    trail: ["flexible.read", "visit.changed"],
    body: z.object(planFields),
    load: async (actor, { trajectory, visit }) => {
      const data = await readFlexible(actor, trajectory, visit);
      return data?.visit?.state === "planned" && data.visit.kind === "flexible" ? data : null;
    },
    show: whileRunning(PlanFlexiblePage),
    run: (actor, { trajectory, visit }, body) =>
      orNotFound(replanFlexible(actor, { trajectoryId: trajectory, visitId: visit, version: body.version }, plannedInput(body))),
    done: (_done, { trajectory, visit }) => ({
      to: `/gezinnen/${trajectory}/bezoeken/${visit}`,
      notice: { text: "Het bezoek is verzet." },
    }),
    refused: planned,
  }),
  form(`${base}/uren`, {
    may: "role:maternity_coordinator",
    trail: ["flexible.read", "flexible.hours-raised"],
    body: z.object({
      version: z.coerce.number().int(),
      hours: hoursField().transform((minutes, context): number => {
        if (minutes !== null) return minutes;
        context.addIssue({ code: "custom", message: "Vul in hoeveel uren het worden" });
        return z.NEVER;
      }),
      reason,
    }),
    load: (actor, { trajectory }) => readFlexible(actor, trajectory),
    show: whileRunning(RaisePage),
    run: (actor, { trajectory }, body) =>
      orNotFound(raiseFlexible(actor, { trajectoryId: trajectory, minutes: body.hours, reason: body.reason, version: body.version })),
    done: (_done, { trajectory }) => told(trajectory, "De uren zijn verhoogd. Het besluit staat bij de besluiten."),
    refused: decided,
  }),
  form(`${base}/afronden`, {
    may: "role:maternity_coordinator",
    trail: ["flexible.read", "flexible.ended"],
    body: z.object({ outcome: z.enum(flexibleOutcomes, "Kies hoe het is afgelopen"), reason }),
    load: (actor, { trajectory }) => readFlexible(actor, trajectory),
    show: whileRunning(EndPage),
    run: (actor, { trajectory }, body) => orNotFound(endFlexibleCare(actor, { trajectoryId: trajectory, ...body })),
    done: (_done, { trajectory }) => told(trajectory, "Pijler 2 is afgerond voor dit gezin."),
    refused: decided,
  }),
];
