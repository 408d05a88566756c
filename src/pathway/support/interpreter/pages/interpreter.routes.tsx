import { z } from "zod";
import type { Actor } from "../../../../platform/db/actor.ts";
import { dayField, optionalText } from "../../../../platform/http/fields.ts";
import { languageNames } from "../../../../registry/family.texts.ts";
import { action, form, isRole, mayUse, page } from "../../../../trust/access/route.ts";
import { cancelReasons, costs, occasions, ways, type BookingMove } from "../interpreter.ts";
import { bookingSentences } from "../interpreter.texts.ts";
import { bookInterpreter, moveBooking, pastOf, readBooking, readBookingForm } from "../server/bookInterpreter.ts";
import { CancelInterpreterPage, InterpreterPage, NewInterpreterPage } from "./InterpreterPages.tsx";

const version = z.coerce.number().int().min(1);
const one = "/gezinnen/:trajectory/tolk/:booking" as const;
const at = (trajectory: string, booking: string) => `/gezinnen/${trajectory}/tolk/${booking}`;
const mayWrite = ({ role }: Actor): boolean => isRole(role) && mayUse(role, "plan.write");

const bookingForm = z.object({
  occasion: z.enum(occasions, "Kies waarvoor"),
  onDay: dayField("Vul de dag in"),
  atTime: z
    .string()
    .optional()
    .transform((typed, context): string | null => {
      const text = (typed ?? "").trim().replace(".", ":");
      if (text === "") return null;
      if (/^([01]?\d|2[0-3]):[0-5]\d$/.test(text)) return text.padStart(5, "0");
      context.addIssue({ code: "custom", message: "Vul een tijd in zoals 10:30" });
      return z.NEVER;
    }),
  language: z.string().refine((code) => languageNames.has(code), "Kies een taal"),
  dialect: optionalText(80),
  way: z.enum(ways, "Kies hoe"),
  cost: z.enum(costs, "Kies wie betaalt"),
  afspraak: z.uuid().optional(),
});

const newRoute = form("/gezinnen/:trajectory/tolk/nieuw", {
  may: "plan.write",
  trail: ["interpreter.asked", "interpreter.read"],
  load: async (actor, { trajectory }, query) => {
    const known = z.object({ afspraak: z.uuid() }).safeParse(query);
    return readBookingForm(actor, trajectory, known.success ? known.data.afspraak : null);
  },
  body: bookingForm,
  show: ({ data, values, errors }, { trajectory }) => (
    <NewInterpreterPage trajectory={trajectory} form={data} values={values} errors={errors} />
  ),
  run: (actor, { trajectory }, { afspraak, ...typed }) => bookInterpreter(actor, trajectory, { ...typed, occasionId: afspraak ?? null }),
  done: ({ booking }, { trajectory }) => ({ to: at(trajectory, booking), notice: { text: "De tolk staat op uw lijst." } }),
  refused: ({ code }): Record<string, string> => ({ [code === "day-past" ? "onDay" : "form"]: bookingSentences[code] }),
});

const press = (path: string, move: BookingMove, told: string) =>
  action(`${one}/${path}` as const, {
    may: "plan.write",
    trail: `interpreter.${pastOf[move]}`,
    body: z.object({ version }),
    run: (actor, { trajectory, booking }, body) => moveBooking(actor, trajectory, booking, { move, ...body }),
    done: (_done, { trajectory, booking }) => ({ to: at(trajectory, booking), notice: { text: told } }),
    refused: ({ code }, { trajectory, booking }) => ({
      to: at(trajectory, booking),
      notice: { tone: "late", text: bookingSentences[code] },
    }),
  });

export const interpreterRoutes = [
  newRoute,
  page(one, {
    may: "plan.read",
    trail: "interpreter.read",
    load: async (actor, { trajectory, booking }) => {
      const data = await readBooking(actor, trajectory, booking);
      return data && { ...data, mayWrite: mayWrite(actor) };
    },
    show: (data) => <InterpreterPage {...data} values={{}} errors={{}} />,
  }),
  form(`${one}/aangevraagd`, {
    may: "plan.write",
    trail: ["interpreter.arranged", "interpreter.read"],
    load: (actor, { trajectory, booking }) => readBooking(actor, trajectory, booking),
    body: z.object({
      agency: z.string().trim().min(2, bookingSentences["needs-agency"]).max(120, "Gebruik hoogstens 120 tekens"),
      version,
    }),
    show: ({ data, values, errors }) => <InterpreterPage {...data} mayWrite values={values} errors={errors} />,
    run: (actor, { trajectory, booking }, body) => moveBooking(actor, trajectory, booking, { move: "arrange", ...body }),
    done: (_done, { trajectory, booking }) => ({
      to: at(trajectory, booking),
      notice: { text: "Vastgelegd. Leg ook vast of de tolk bevestigt." },
    }),
    refused: ({ code }): Record<string, string> => ({ [code === "needs-agency" ? "agency" : "form"]: bookingSentences[code] }),
  }),
  press("bevestigd", "confirm", "De tolk komt."),
  press("geweest", "hold", "Vastgelegd dat de tolk er was."),
  press("niet-gekomen", "miss", "Vastgelegd dat de tolk niet kwam."),
  form(`${one}/afzeggen`, {
    may: "plan.write",
    trail: ["interpreter.cancelled", "interpreter.read"],
    load: (actor, { trajectory, booking }) => readBooking(actor, trajectory, booking),
    body: z.object({ reason: z.enum(cancelReasons, "Kies waarom"), version }),
    show: ({ data, values, errors }) => <CancelInterpreterPage booking={data.booking} values={values} errors={errors} />,
    run: (actor, { trajectory, booking }, body) => moveBooking(actor, trajectory, booking, { move: "cancel", ...body }),
    done: (_done, { trajectory, booking }) => ({ to: at(trajectory, booking), notice: { text: "De tolk is afgezegd." } }),
    refused: ({ code }) => ({ form: bookingSentences[code] }),
  }),
];
