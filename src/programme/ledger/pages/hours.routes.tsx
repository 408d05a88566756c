import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { manyOf, optionalDay, optionalText, requiredText, ticked } from "../../../platform/http/fields.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, form, page } from "../../../trust/access/route.ts";
import { exceptionConditions } from "../../configuration/settings/funding.ts";
import type { LedgerRefusal } from "../ledger.ts";
import { refusalSentence } from "../ledger.texts.ts";
import { decideHours, deriveAnew, recordConsultation } from "../server/decideHours.ts";
import { readFamilyHours, type FamilyHours } from "../server/readHours.ts";
import { DecidePage } from "./DecidePage.tsx";
import { ExceptionPage } from "./ExceptionPage.tsx";
import { HoursPage } from "./HoursPage.tsx";

const base = "/gezinnen/:trajectory/kraamzorg/uren";
const coordinator = "role:maternity_coordinator";
const home = ({ trajectory }: { trajectory: string }) => `/gezinnen/${trajectory}/kraamzorg/uren`;
const fieldOf: Partial<Record<LedgerRefusal["code"], string>> = { "nothing-undecided": "lines", "no-flexible-place": "source" };
const besideField = (refusal: LedgerRefusal): Errors => ({ [fieldOf[refusal.code] ?? "form"]: refusalSentence(refusal) });

/** A line that is not the asker's to see does not exist. */
async function orNotFound<Outcome extends { code: string }>(run: Promise<Outcome>): Promise<Outcome> {
  const outcome = await run;
  if (outcome.code === "not-visible") throw new NotFound();
  return outcome;
}

const load = (actor: Actor, { trajectory }: { trajectory: string }): Promise<FamilyHours | null> => readFamilyHours(actor, trajectory);

/** Hours of one family, and what the coordinator decides about them. */
export const hoursRoutes = [
  page(base, { may: "visits", trail: "hours.read", load, show: (hours) => <HoursPage hours={hours} /> }),
  form(`${base}/besluit`, {
    may: coordinator,
    trail: ["hours.read", "hours.decided"],
    body: z.object({
      lines: ticked.pipe(z.array(z.uuid()).min(1, "Kies om welke uren het gaat")),
      source: z.enum(["insurance", "insurance_exception", "programme", "provider"], "Kies wie betaalt"),
      reason: requiredText("Schrijf waarom").min(3, "Schrijf waarom"),
    }),
    load,
    show: ({ data, values, errors }) => <DecidePage hours={data} values={values} errors={errors} />,
    run: (actor, { trajectory }, { lines, source, reason }) =>
      orNotFound(decideHours(actor, { trajectoryId: trajectory, lineIds: lines, source, reason })),
    done: (_outcome, params) => ({ to: home(params), notice: { text: "Uw besluit is vastgelegd en geboekt." } }),
    refused: besideField,
  }),
  form(`${base}/uitzondering`, {
    may: coordinator,
    trail: ["hours.read", "hours.exception-recorded"],
    body: z.object({
      met: manyOf(exceptionConditions),
      providerOn: optionalDay(),
      insurerOn: optionalDay(),
      agreed: z.enum(["ja", "nee"], "Kies ja of nee").transform((word) => word === "ja"),
      note: optionalText(),
    }),
    load,
    show: ({ data, values, errors }) => <ExceptionPage hours={data} values={values} errors={errors} />,
    run: (actor, { trajectory }, body) => orNotFound(recordConsultation(actor, { trajectoryId: trajectory, ...body })),
    done: (_outcome, params) => ({ to: home(params), notice: { text: "Het overleg is vastgelegd. De uren zijn opnieuw bepaald." } }),
    refused: besideField,
  }),
  action(`${base}/opnieuw`, {
    may: coordinator,
    trail: "hours.booked-anew",
    body: z.object({}),
    run: (actor, { trajectory }) => orNotFound(deriveAnew(actor, trajectory)),
    done: ({ lines }, params) => ({
      to: home(params),
      notice: { text: lines > 0 ? "De uren zijn opnieuw bepaald en geboekt." : "Er is niets veranderd: alles staat zoals het hoort." },
    }),
    refused: (refusal, params) => ({ to: home(params), notice: { tone: "late", text: refusalSentence(refusal) } }),
  }),
];
