import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import { refuse } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { dayField, manyOf, optionalText } from "../../../platform/http/fields.ts";
import { hoursField } from "../../../platform/http/hoursField.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { form, page } from "../../../trust/access/route.ts";
import type { CarePart } from "../carePart.ts";
import { refusalSentence } from "../indication.texts.ts";
import { intakeWays, lessReasons, type IndicationRefusal } from "../indication.ts";
import { indicate, recordHospitalDays } from "../server/indicate.ts";
import { readCare } from "../server/readCare.ts";
import { readHours, type Hours, type HoursRights } from "../server/readHours.ts";
import { recordIntake } from "../server/recordIntake.ts";
import { HospitalPage } from "./HospitalPage.tsx";
import { HoursPage } from "./HoursPage.tsx";
import { factsOf, hospitalDaysField, indicationBody } from "./indicationFields.ts";
import { IndicatePage } from "./IndicatePage.tsx";
import { PaperPage } from "./PaperPage.tsx";
import { IntakePage } from "./IntakePage.tsx";

const base = "/gezinnen/:trajectory/kraamzorg";

/** A line that is not the asker's to see does not exist. */
async function orNotFound<Outcome extends { code: string }>(run: Promise<Outcome>): Promise<Outcome> {
  const outcome = await run;
  if (outcome.code === "not-visible") throw new NotFound();
  return outcome;
}

const fieldOf: Partial<Record<IndicationRefusal["code"], string>> = {
  "unknown-addition": "additions",
  "why-needed": "why",
  "own-why-needed": "why",
  "less-why-needed": "reasons",
  "day-to-come": "onDay",
};
const besideField = (refusal: IndicationRefusal): Errors => ({ [fieldOf[refusal.code] ?? "form"]: refusalSentence(refusal) });

const told = (trajectory: string, text: string) => ({ to: `/gezinnen/${trajectory}/kraamzorg`, notice: { text } });
const seenOf = (seen: string | undefined): string | null => (seen === undefined || seen === "" ? null : seen);

/** The hours, for who may do this now with them. */
async function hoursFor(actor: Actor, trajectory: string, right: keyof HoursRights): Promise<Hours | null> {
  const hours = await readHours(actor, trajectory);
  return hours?.may[right] ? hours : null;
}
const withProtocol = (hours: Hours | null) => (hours?.protocol ? { hours, protocol: hours.protocol } : null);

const indicateRoute = form(`${base}/indicatie`, {
  may: "maternity_care.write",
  trail: ["maternity-care.read", "indication.made"],
  body: indicationBody,
  load: async (actor, { trajectory }) => withProtocol(await hoursFor(actor, trajectory, "indicate")),
  show: ({ data, values, errors }) => <IndicatePage {...data} values={values} errors={errors} />,
  run: async (actor, { trajectory }, body) =>
    body.act === "reken"
      ? refuse("computed")
      : orNotFound(indicate(actor, { ...factsOf(body), trajectoryId: trajectory, seen: seenOf(body.seen), why: body.why })),
  done: (_outcome, { trajectory }) => told(trajectory, "De uren zijn vastgelegd."),
  // Only computed: the same page once more, with the hours on it and nothing wrong.
  refused: (refusal) => (refusal.code === "computed" ? {} : besideField(refusal)),
});

const hospitalRoute = form(`${base}/ziekenhuis`, {
  may: "maternity_care.write",
  trail: ["maternity-care.read", "indication.hospital-recorded"],
  body: z.object({ seen: z.string().optional(), hospitalDays: hospitalDaysField() }),
  load: async (actor, { trajectory }) => withProtocol(await hoursFor(actor, trajectory, "hospital")),
  show: ({ data, values, errors }) => <HospitalPage {...data} values={values} errors={errors} />,
  run: (actor, { trajectory }, { seen, hospitalDays }) =>
    orNotFound(recordHospitalDays(actor, { trajectoryId: trajectory, seen: seenOf(seen), hospitalDays })),
  done: (_outcome, { trajectory }) => told(trajectory, "De dagen in het ziekenhuis zijn van de uren af."),
  refused: besideField,
});

const intakeBody = z
  .object({
    seen: z.string().optional(),
    onDay: dayField("Vul de dag van het gesprek in"),
    way: z.enum(intakeWays, "Kies hoe u het gezin sprak"),
    wished: hoursField(),
    takes: z.enum(["uren", "geen", "later"], "Kies wat het gezin neemt"),
    accepted: hoursField(),
    reasons: manyOf(lessReasons),
    note: optionalText(),
  })
  .refine(({ takes, accepted }) => takes !== "uren" || accepted !== null, {
    path: ["accepted"],
    message: "Vul in hoeveel uren het gezin neemt",
  });
const acceptedOf = ({ takes, accepted }: z.output<typeof intakeBody>): number | null =>
  takes === "later" ? null : takes === "geen" ? 0 : accepted;

const intakeRoute = form(`${base}/intake`, {
  may: "maternity_care.write",
  trail: ["maternity-care.read", "intake.recorded"],
  body: intakeBody,
  load: (actor, { trajectory }) => hoursFor(actor, trajectory, "intake"),
  show: ({ data, values, errors }) => <IntakePage hours={data} values={values} errors={errors} />,
  run: (actor, { trajectory }, body) =>
    orNotFound(
      recordIntake(actor, {
        trajectoryId: trajectory,
        seen: seenOf(body.seen),
        onDay: body.onDay,
        way: body.way,
        wishedMinutes: body.wished,
        acceptedMinutes: acceptedOf(body),
        lessReasons: body.reasons,
        note: body.note,
      }),
    ),
  done: (_outcome, { trajectory }) => told(trajectory, "De intake is vastgelegd."),
  refused: besideField,
});

const paperRoute = page(`${base}/afdruk`, {
  may: "maternity_care.read",
  trail: "maternity-care.read",
  load: async (actor, { trajectory }) => {
    const hours = await readHours(actor, trajectory);
    return hours && hours.indications.length > 0 ? hours : null;
  },
  show: (hours) => <PaperPage hours={hours} />,
});

/** The page of a family's maternity care, with what main passes in below the hours. */
export const indicationRoutes = (parts: readonly CarePart[]) => [
  page(base, {
    may: "maternity_care.read",
    trail: "maternity-care.read",
    load: (actor, { trajectory }) => readCare(actor, trajectory, parts),
    show: (data) => <HoursPage {...data} />,
  }),
  paperRoute,
  indicateRoute,
  hospitalRoute,
  intakeRoute,
];
