import { z } from "zod";
import { parseDay, type Day } from "../../../kit/day.ts";
import type { Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { action, form, page } from "../../../trust/access/route.ts";
import { decisions, weighingQuestions, type MeldcodeRefusal } from "../meldcode.ts";
import { meldcodeRefusalText } from "../meldcode.texts.ts";
import { beginCase, readCase, readCases, readNewCase, recordEntry, setNextDay } from "../server/meldcode.ts";
import type { MeldcodeFormName } from "./MeldcodeForms.tsx";
import { MeldcodeListPage } from "./MeldcodeListPage.tsx";
import { MeldcodePage, type MeldcodeView } from "./MeldcodePage.tsx";
import { NewCasePage } from "./NewCasePage.tsx";

const may = "meldcode";
const version = z.coerce.number().int();
const day = z.string({ error: "Vul een dag in zoals 12-3-2026." }).transform((typed, context): Day => {
  const read = parseDay(typed);
  if (read === null) context.addIssue({ code: "custom", message: "Vul een dag in zoals 12-3-2026." });
  return read ?? "";
});
/** What someone wrote; a new line counts as one character, though a browser sends two. */
const words = z
  .string()
  .default("")
  .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
  .pipe(z.string().max(5000, "Dit is te lang: hooguit 5.000 tekens."));
const given = (text: string) => (text === "" ? null : text);
const answer = z.enum(["yes", "no", "unknown"], "Kies een antwoord. “Weet ik niet” mag ook.");

const refused = (refusal: Refusal<MeldcodeRefusal>) => {
  const fields: Readonly<Partial<Record<MeldcodeRefusal, string>>> = {
    "in-the-future": "onDay",
    "words-needed": "words",
    "day-passed": "nextOn",
    "choose-decision": "decision",
  };
  return { [fields[refusal.code] ?? "form"]: meldcodeRefusalText(refusal) };
};

async function load(actor: Actor, { case: id }: { case: string }): Promise<MeldcodeView | null> {
  const data = await readCase(actor, id);
  return data && { data };
}

/** A form on the page of a case, shown again with what was typed. */
function step<Body extends z.ZodType>(
  name: MeldcodeFormName,
  trail: string,
  body: Body,
  run: (actor: Actor, id: string, body: z.output<Body>) => ReturnType<typeof recordEntry>,
  text = "Vastgelegd.",
) {
  return form(`/meldcode/:case/${name}`, {
    may,
    trail: ["meldcode.read", trail],
    load: (actor, params) => load(actor, params as { case: string }),
    body,
    show: ({ data, values, errors }) => <MeldcodePage {...data} sent={name} values={values} errors={errors} />,
    run: (actor, params, typed) => run(actor, (params as { case: string }).case, typed),
    done: (_done, params) => ({ to: `/meldcode/${(params as { case: string }).case}`, notice: { text } }),
    refused,
  });
}

const start = z.object({
  aboutWhom: z.string().trim().min(1, "Vul in over wie het gaat.").max(200, "Hooguit 200 tekens."),
  onDay: day,
  words: words.pipe(z.string().min(3, "Schrijf op wat u zag of hoorde.")),
});

const weighing = z
  .object({ version, onDay: day, words, children: answer, ...Object.fromEntries(weighingQuestions.map((question) => [question, answer])) })
  .catchall(z.unknown());

/** The Meldcode: its author and the officer of her organisation, nobody else. */
export const meldcodeRoutes = [
  page("/meldcode", {
    may,
    trail: "meldcode.listed",
    load: async (actor) => ({ list: await readCases(actor), officer: actor.role === "meldcode_officer" }),
    show: (data) => <MeldcodeListPage {...data} />,
  }),
  form("/meldcode/nieuw", {
    may: "care",
    trail: "meldcode.begun",
    load: (actor) => readNewCase(actor, null),
    body: start,
    show: ({ data, values, errors }) => <NewCasePage start={data} values={values} errors={errors} />,
    run: (actor, _params, body) => beginCase(actor, { trajectoryId: null, ...body }),
    done: ({ id }) => ({ to: `/meldcode/${id}`, notice: { text: "Vastgelegd. Alleen u en de aandachtsfunctionaris zien dit." } }),
    refused,
  }),
  form("/meldcode/nieuw/:trajectory", {
    may: "care",
    trail: ["family.read", "meldcode.begun"],
    load: (actor, { trajectory }) => readNewCase(actor, trajectory),
    body: start,
    show: ({ data, values, errors }) => <NewCasePage start={data} values={values} errors={errors} />,
    run: (actor, { trajectory }, body) => beginCase(actor, { trajectoryId: trajectory, ...body }),
    done: ({ id }) => ({ to: `/meldcode/${id}`, notice: { text: "Vastgelegd. Alleen u en de aandachtsfunctionaris zien dit." } }),
    refused,
  }),
  page("/meldcode/:case", { may, trail: "meldcode.read", load, show: (view) => <MeldcodePage {...view} /> }),
  step("signalen", "meldcode.recorded", z.object({ version, onDay: day, words }), (actor, id, body) =>
    recordEntry(actor, "signals", { id, ...body }),
  ),
  step(
    "overleggen",
    "meldcode.recorded",
    z.object({
      version,
      onDay: day,
      words,
      with: z.enum(["consult_veilig_thuis", "consult_officer", "consult_colleague"], "Kies met wie u overlegde."),
    }),
    (actor, id, { with: kind, ...body }) => recordEntry(actor, kind, { id, ...body }),
  ),
  step(
    "vraag",
    "meldcode.recorded",
    z.object({ version, words }),
    (actor, id, body) => recordEntry(actor, "ask_officer", { id, ...body }),
    "Uw vraag staat klaar voor de aandachtsfunctionaris.",
  ),
  step(
    "gesprek",
    "meldcode.recorded",
    z.object({ version, onDay: day, words, talked: z.enum(["talked", "not_talked"], "Kies of er is gepraat.") }),
    (actor, id, { talked, ...body }) => recordEntry(actor, talked, { id, ...body }),
  ),
  step("wegen", "meldcode.recorded", weighing, (actor, id, body) =>
    recordEntry(actor, "weighed", { id, version: body.version, onDay: body.onDay, words: given(body.words), answers: answersOf(body) }),
  ),
  step(
    "beslissen",
    "meldcode.recorded",
    z.object({
      version,
      onDay: day,
      words,
      decision: z.enum(decisions, "Kies wat u besluit."),
      informed: z.enum(["yes", "no"], "Kies of de betrokkenen het weten."),
    }),
    (actor, id, { decision, informed, ...body }) => recordEntry(actor, "decided", { id, ...body, answers: { decision, informed } }),
  ),
  step(
    "advies",
    "meldcode.recorded",
    z.object({ version, onDay: day, words }),
    (actor, id, body) => recordEntry(actor, "advice", { id, ...body }),
    "Uw advies staat er.",
  ),
  step(
    "termijn",
    "meldcode.planned",
    z.object({ version, nextOn: day }),
    (actor, id, body) => setNextDay(actor, { id, ...body }),
    "De dag staat erin.",
  ),
  step(
    "afsluiten",
    "meldcode.closed",
    z.object({ version, words }),
    (actor, id, body) => recordEntry(actor, "closed", { id, ...body }),
    "Afgesloten.",
  ),
  action("/meldcode/:case/heropenen", {
    may,
    trail: "meldcode.reopened",
    body: z.object({ version }),
    run: (actor, params, body) => recordEntry(actor, "reopened", { id: params.case, version: body.version, words: null }),
    done: (_done, params) => ({ to: `/meldcode/${params.case}`, notice: { text: "Het staat weer open." } }),
    refused: (refusal, params) => ({ to: `/meldcode/${params.case}`, notice: { tone: "late", text: meldcodeRefusalText(refusal) } }),
  }),
];

const answersOf = (body: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(["children", ...weighingQuestions].map((question) => [question, String(body[question])]));
