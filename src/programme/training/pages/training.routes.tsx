import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import { refuse } from "../../../kit/refusal.ts";
import { dayField, requiredText, tick, ticked } from "../../../platform/http/fields.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, form, page } from "../../../trust/access/route.ts";
import {
  changeAmbassador,
  changeSession,
  planSession,
  recordAttendance,
  recordElsewhere,
  signOff,
  signUp,
} from "../server/keepTraining.ts";
import type { NewSession } from "../server/training.store.ts";
import { readSession, readTraining, readTrainingChoices } from "../server/readTraining.ts";
import { refusalSentence } from "../training.texts.ts";
import type { TrainingRefusal } from "../training.ts";
import { ElsewherePage } from "./ElsewherePage.tsx";
import { SessionFormPage } from "./SessionFormPage.tsx";
import { SessionPage } from "./SessionPage.tsx";
import { TrainingPage } from "./TrainingPage.tsx";

const home = "/geboortezorg-flex/scholing";
const keeps = "role:maternity_coordinator";

const time = z
  .string("Vul een tijd in, zoals 13:00")
  .trim()
  .transform((typed) => (/^\d[:.]/.test(typed) ? `0${typed}` : typed).replace(".", ":"))
  .pipe(z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "Vul een tijd in, zoals 13:00"));
const sessionFields = {
  about: requiredText("Kies waarover de bijeenkomst gaat"),
  onDay: dayField("Vul de dag in"),
  begins: time,
  ends: time,
  place: requiredText("Vul de plaats in", 200),
  trainer: requiredText("Vul in wie het geeft of leidt", 200),
  seats: z.coerce.number("Vul een heel getal in").int("Vul een heel getal in").min(1, "Ten minste 1").max(200, "Hooguit 200"),
  withExpert: tick,
  openToPartners: tick,
};
const turned = { path: ["ends"], message: "Het eind ligt na het begin" };
const newBody = z.object(sessionFields).refine(({ begins, ends }) => ends > begins, turned);
const changeBody = z
  .object({ ...sessionFields, cancelled: tick, version: z.coerce.number().int().default(0) })
  .refine(({ begins, ends }) => ends > begins, turned);

const sessionOf = ({ about, ...rest }: z.output<typeof newBody>): NewSession => ({
  ...rest,
  kind: about === "intervisie" ? "peer_review" : "module",
  module: about === "intervisie" ? null : about,
});

const fieldOf: Partial<Record<TrainingRefusal["code"], string>> = {
  "unknown-module": "about",
  over: "onDay",
  "fewer-than-taken": "seats",
  "day-to-come": "doneOn",
  "not-a-colleague": "professional",
};
const besideField = (refusal: TrainingRefusal): Errors => {
  if (refusal.code === "session-not-found") throw new NotFound();
  return { [fieldOf[refusal.code] ?? "form"]: refusalSentence(refusal) };
};
const toldThere = (to: string) => (refusal: TrainingRefusal) => {
  if (refusal.code === "session-not-found") throw new NotFound();
  return { to, notice: { tone: "late" as const, text: refusalSentence(refusal) } };
};

const overviewRoutes = [
  page(home, {
    may: "programme-places",
    trail: "training.read",
    load: (actor, _params, query) => readTraining(actor, query["programma"]),
    show: (overview) => <TrainingPage overview={overview} />,
  }),
  form(`${home}/nieuw`, {
    may: keeps,
    trail: ["training.read", "training.session-planned"],
    body: newBody,
    load: readTrainingChoices,
    show: ({ data, values, errors }) => <SessionFormPage modules={data.modules} session={null} values={values} errors={errors} />,
    run: (actor, _params, body) => planSession(actor, sessionOf(body)),
    done: ({ sessionId }) => ({
      to: `${home}/${sessionId}`,
      notice: { text: "De bijeenkomst staat gepland. Collega's kunnen zich aanmelden." },
    }),
    refused: besideField,
  }),
  form(`${home}/elders`, {
    may: keeps,
    trail: ["training.read", "training.recorded"],
    body: z.object({
      professional: z.uuid("Kies wie"),
      module: requiredText("Kies de module"),
      doneOn: dayField("Vul de dag in"),
    }),
    load: readTrainingChoices,
    show: ({ data, values, errors }) => <ElsewherePage {...data} values={values} errors={errors} />,
    run: (actor, _params, { professional, ...body }) => recordElsewhere(actor, { ...body, professionalId: professional }),
    done: () => ({ to: home, notice: { text: "De scholing is vastgelegd." } }),
    refused: besideField,
  }),
  action(`${home}/ambassadeur`, {
    may: keeps,
    trail: "training.ambassador-changed",
    body: z.object({ professional: z.uuid(), ambassador: z.enum(["ja", "nee"]) }),
    run: (actor, _params, { professional, ambassador }) =>
      changeAmbassador(actor, { professionalId: professional, ambassador: ambassador === "ja" }),
    done: () => ({ to: home, notice: { text: "Vastgelegd." } }),
    refused: toldThere(home),
  }),
];

const there = ({ session }: Readonly<{ session: string }>): string => `${home}/${session}`;

const sessionRoutes = [
  form(`${home}/:session`, {
    may: "programme-places",
    trail: ["training.read", "training.attended"],
    body: z.object({ seats: ticked }),
    load: (actor, { session }) => readSession(actor, session),
    show: ({ data, values, errors }) => <SessionPage data={data} values={values} errors={errors} />,
    run: async (actor, { session }, { seats }) => {
      const outcome = await recordAttendance(actor, { sessionId: session, seatIds: seats });
      if (outcome.code === "session-not-found") throw new NotFound();
      return outcome;
    },
    done: (_outcome, params) => ({ to: there(params), notice: { text: "Vastgelegd wie er was." } }),
    refused: besideField,
  }),
  form(`${home}/:session/wijzigen`, {
    may: keeps,
    trail: ["training.read", "training.session-changed"],
    body: changeBody,
    load: async (actor, { session }) => {
      const data = await readSession(actor, session);
      return data?.view === "keeps" ? data : null;
    },
    show: ({ data, values, errors }) => <SessionFormPage modules={data.modules} session={data.session} values={values} errors={errors} />,
    run: (actor, { session }, { version, cancelled, ...body }) =>
      changeSession(actor, { ...sessionOf(body), id: session, version, cancelled }),
    done: (_outcome, params) => ({ to: there(params), notice: { text: "De bijeenkomst is gewijzigd." } }),
    refused: besideField,
  }),
  action(`${home}/:session/aanmelden`, {
    may: "care",
    trail: "training.signed-up",
    body: z.object({ professional: z.union([z.uuid(), z.literal("")]).optional() }),
    // A colleague who was not chosen is nobody: oneself is signed up by the form that asks for no one.
    run: async (actor, { session }, { professional = actor.professionalId }) =>
      professional === "" ? refuse("not-a-colleague") : signUp(actor, { sessionId: session, professionalId: professional }),
    done: (_outcome, params) => ({ to: there(params), notice: { text: "Aangemeld." } }),
    refused: (refusal, params) => toldThere(there(params))(refusal),
  }),
  action(`${home}/:session/afmelden`, {
    may: "care",
    trail: "training.signed-off",
    body: z.object({}),
    run: (actor, { session }) => signOff(actor, session),
    done: (_outcome, params) => ({ to: there(params), notice: { text: "U bent afgemeld." } }),
    refused: (refusal, params) => toldThere(there(params))(refusal),
  }),
];

/** Training and peer review. */
export const trainingRoutes = [...overviewRoutes, ...sessionRoutes];
