import { z } from "zod";
import { NotFound } from "../../../platform/http/problems.ts";
import { form, page } from "../../../trust/access/route.ts";
import type { MomentRefusal } from "../rules/decideMoment.ts";
import { keepMoment, readMoments } from "../server/keepMoments.ts";
import { youthRoles } from "../youthContact.ts";
import { MomentFormPage } from "./MomentFormPage.tsx";
import { MomentsPage } from "./MomentsPage.tsx";

const list = "/beheer/contactmomenten";
const number = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, "Vul een heel getal in")
    .transform(Number)
    .pipe(z.number().max(most, `Hooguit ${most}`));
const ticked = z
  .string()
  .optional()
  .transform((word) => word !== undefined);

const body = z.object({
  label: z.string().trim().min(2, "Vul de woorden in").max(80, "Hooguit 80 tekens"),
  ageMonths: number(24),
  ageDays: number(120),
  opensDaysBefore: number(90),
  closesDaysAfter: number(90),
  doneBy: z.enum(youthRoles, "Kies wie het doet"),
  corrected: ticked,
  active: ticked,
  source: z.string().trim().min(2, "Vul in waar dit vandaan komt").max(400, "Hooguit 400 tekens"),
});
const code = z
  .string()
  .trim()
  .regex(/^[a-z0-9-]{2,40}$/, "Gebruik 2 tot 40 kleine letters, cijfers en streepjes");

const texts: Readonly<Record<Exclude<MomentRefusal, "moment-unknown">, Readonly<Record<string, string>>>> = {
  "moment-code-taken": { code: "Deze code bestaat al" },
  "moment-past-two": { ageMonths: "Kies een leeftijd tot en met de tweede verjaardag: dan eindigt de lijn" },
  "moment-before-birth": { opensDaysBefore: "Dit begint voor de geboorte. Kies minder dagen" },
  "moment-changed-meanwhile": { form: "Een collega was u net voor. Kijk hoe het nu staat, en wijzig het opnieuw." },
};
const errorsOf = ({ code: why }: { code: MomentRefusal }): Readonly<Record<string, string>> => {
  if (why === "moment-unknown") throw new NotFound();
  return texts[why];
};

/** The contact moments of the youth health service: a list of the region, kept by who administers. No care data. */
export const momentRoutes = [
  page(list, {
    may: "contact-moments",
    trail: "contact-moments.read",
    load: readMoments,
    show: (moments) => <MomentsPage moments={moments} />,
  }),
  form(`${list}/nieuw`, {
    may: "contact-moments",
    trail: ["contact-moments.read", "contact-moments.changed"],
    body: body.extend({ code }),
    load: readMoments,
    show: ({ values, errors }) => <MomentFormPage moment={null} values={values} errors={errors} />,
    run: (actor, _params, typed) => keepMoment(actor, { ...typed, active: true }, null),
    done: () => ({ to: list, notice: { text: "Het contactmoment staat in de lijst." } }),
    refused: errorsOf,
  }),
  form(`${list}/:moment`, {
    may: "contact-moments",
    trail: ["contact-moments.read", "contact-moments.changed"],
    body: body.extend({ version: z.coerce.number().int() }),
    load: async (actor, { moment }) => (await readMoments(actor))?.find((one) => one.code === moment) ?? null,
    show: ({ data, values, errors }) => <MomentFormPage moment={data} values={values} errors={errors} />,
    run: (actor, { moment }, { version, ...typed }) => keepMoment(actor, { ...typed, code: moment }, version),
    done: () => ({ to: list, notice: { text: "Het contactmoment is gewijzigd. De werklijsten volgen de volgende ochtend." } }),
    refused: errorsOf,
  }),
];
