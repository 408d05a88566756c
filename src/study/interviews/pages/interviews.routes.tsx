import { z } from "zod";
import { optionalDay, requiredText, tick } from "../../../platform/http/fields.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, form, page } from "../../../trust/access/route.ts";
import { interviewKinds, interviewMoves, strataKinds, themes } from "../interviews.ts";
import { interviewSentence } from "../interviews.texts.ts";
import { drawInterviews } from "../server/drawInterviews.ts";
import { answerOwn, deskMoves, keeperMoves, letQuote, noteInterview } from "../server/moveInterviews.ts";
import { readDraw, readDraws, readInterview, readInvitations, readOwn, readThemes } from "../server/readInterviews.ts";
import { interviewAddress, interviewsAddress, keeperAddress, ownInvitationAddress } from "./address.ts";
import { DrawPage } from "./DrawPage.tsx";
import { InterviewPage } from "./InterviewPage.tsx";
import { InterviewsPage } from "./InterviewsPage.tsx";
import { KeeperPage } from "./KeeperPage.tsx";
import { NewDrawPage } from "./NewDrawPage.tsx";
import { OwnInvitationPage } from "./OwnInvitationPage.tsx";
import { ThemesPage } from "./ThemesPage.tsx";

/** Where an act on an interview that is not (any more) to be found ends: the neutral page. */
function found<Outcome extends { code: string }>(outcome: Outcome): Exclude<Outcome, { code: "not-visible" }> {
  if (outcome.code === "not-visible") throw new NotFound();
  return outcome as Exclude<Outcome, { code: "not-visible" }>;
}

const step = z.object({ stap: z.enum(interviewMoves), version: z.coerce.number().int().positive(), dag: optionalDay().optional() });
const stopped = "Deze persoon wordt niet meer gevraagd. De volgende van de loting komt in de plaats.";
const told = ({ stopped: gone }: { readonly stopped: boolean }) => ({
  tone: gone ? ("late" as const) : ("ok" as const),
  text: gone ? stopped : "Genoteerd.",
});

/** Interviews, for the research desk: draws, how each stands, what was said. */
const deskRoutes = [
  page(interviewsAddress, {
    may: "role:research_desk",
    trail: "interview.read",
    load: async (actor) => ({ data: await readDraws(actor) }),
    show: (props) => <InterviewsPage {...props} />,
  }),
  form(`${interviewsAddress}/nieuw`, {
    may: "role:research_desk",
    trail: ["interview.read", "interview.drawn"],
    body: z
      .object({
        deel: z.string("Kies een deel").regex(/^[a-z0-9_]{1,40}$/, "Kies een deel"),
        wie: z.enum(interviewKinds, "Kies wie"),
        verdeling: z.enum(strataKinds, "Kies een verdeling"),
        aantal: z.coerce.number("Vul een aantal in").int("Vul een heel aantal in").min(1, "Minstens 1").max(100, "Hoogstens 100"),
        beginwoord: requiredText("Kies een beginwoord", 100).min(4, "Minstens vier tekens"),
      })
      .refine(({ wie, verdeling }) => verdeling === "none" || (wie === "family") === (verdeling === "arm"), {
        path: ["verdeling"],
        message: "Professionals kunnen over rollen verdeeld worden, gezinnen over de armen",
      }),
    load: (actor) => readDraws(actor),
    show: (state) => <NewDrawPage {...state} />,
    run: (actor, _params, { deel, wie, verdeling, aantal, beginwoord }) =>
      drawInterviews(actor, { study: deel, kind: wie, strataBy: verdeling, wanted: aantal, seed: beginwoord }),
    done: ({ id }) => ({ to: `${interviewsAddress}/${id}`, notice: { text: "Er is geloot. Nodig de mensen uit." } }),
    refused: (refusal) => ({ [refusal.code === "seed-used" ? "beginwoord" : "form"]: interviewSentence(refusal) }),
  }),
  page(`${interviewsAddress}/themas`, {
    may: "role:research_desk",
    trail: "interview.read",
    load: async (actor, _params, query) => ({ data: await readThemes(actor, typeof query["deel"] === "string" ? query["deel"] : null) }),
    show: (props) => <ThemesPage {...props} />,
  }),
  page(`${interviewsAddress}/:draw`, {
    may: "role:research_desk",
    trail: "interview.read",
    load: async (actor, { draw }) => {
      const data = await readDraw(actor, draw);
      return data && { data };
    },
    show: (props) => <DrawPage {...props} />,
  }),
  form(`${interviewsAddress}/gesprek/:id`, {
    may: "role:research_desk",
    trail: ["interview.read", "interview.noted"],
    body: z.object({
      thema: z.enum(themes, "Kies een thema"),
      tekst: requiredText("Schrijf wat er gezegd is", 4000).min(3, "Schrijf wat er gezegd is"),
      citaat: tick,
    }),
    load: (actor, { id }) => readInterview(actor, id),
    show: (state) => <InterviewPage {...state} />,
    run: (actor, { id }, { thema, tekst, citaat }) => noteInterview(actor, { interviewId: id, theme: thema, quote: citaat, text: tekst }),
    done: (_outcome, { id }) => ({ to: interviewAddress(id), notice: { text: "De aantekening is bewaard." } }),
    refused: (refusal) => ({ [refusal.code === "no-quotes" ? "citaat" : "form"]: interviewSentence(refusal) }),
  }),
  action(`${interviewsAddress}/gesprek/:id/stap`, {
    may: "role:research_desk",
    trail: "interview.step-done",
    body: step,
    run: async (actor, { id }, { stap, version, dag }) => found(await deskMoves(actor, { id, move: stap, version, onDay: dag ?? null })),
    done: (outcome, { id }) => ({ to: interviewAddress(id), notice: told(outcome) }),
    refused: (refusal, { id }) => ({ to: interviewAddress(id), notice: { tone: "late", text: interviewSentence(refusal) } }),
  }),
];

/** The key keeper invites families, by name and without pseudonym. */
const keeperRoutes = [
  page(keeperAddress, {
    may: "role:key_keeper",
    trail: "interview.invitations-read",
    load: async (actor) => ({ invitations: await readInvitations(actor) }),
    show: (props) => <KeeperPage {...props} />,
  }),
  action(`${keeperAddress}/:id/stap`, {
    may: "role:key_keeper",
    trail: "interview.step-done",
    body: step,
    run: async (actor, { id }, { stap, version, dag }) => found(await keeperMoves(actor, { id, move: stap, version, onDay: dag ?? null })),
    done: (outcome) => ({ to: keeperAddress, notice: told(outcome) }),
    refused: (refusal) => ({ to: keeperAddress, notice: { tone: "late", text: interviewSentence(refusal) } }),
  }),
];

/** A professional answers her own invitation. */
const ownRoutes = [
  form(`${ownInvitationAddress}/:id`, {
    may: "signed-in",
    trail: ["interview.read", "interview.answered"],
    body: z.object({
      antwoord: z.enum(["agree", "decline"], "Kies ja of nee"),
      aanhalen: tick,
      version: z.coerce.number().int().positive(),
    }),
    load: (actor, { id }) => readOwn(actor, id),
    show: (state) => <OwnInvitationPage {...state} />,
    run: async (actor, { id }, { antwoord, aanhalen, version }) =>
      found(await answerOwn(actor, { id, move: antwoord, version, mayQuote: antwoord === "agree" && aanhalen })),
    done: () => ({ to: "/werk", notice: { text: "Uw antwoord is verstuurd. Dank u wel." } }),
    refused: (refusal) => ({ form: interviewSentence(refusal) }),
  }),
  action(`${ownInvitationAddress}/:id/aanhalen`, {
    may: "signed-in",
    trail: "interview.quoting",
    body: z.object({ mag: z.enum(["ja", "nee"]) }),
    run: (actor, { id }, { mag }) => letQuote(actor, id, mag === "ja"),
    done: (_outcome, { id }) => ({ to: `${ownInvitationAddress}/${id}`, notice: { text: "Genoteerd." } }),
    refused: (refusal, { id }) => ({ to: `${ownInvitationAddress}/${id}`, notice: { tone: "late", text: interviewSentence(refusal) } }),
  }),
];

export const interviewRoutes = [...deskRoutes, ...keeperRoutes, ...ownRoutes];
