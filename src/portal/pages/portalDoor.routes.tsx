import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Errors } from "../../design/Errors.ts";
import { parseDay } from "../../kit/day.ts";
import { goTo } from "../../platform/http/mount.ts";
import { NotFound } from "../../platform/http/problems.ts";
import { own } from "../../trust/access/route.ts";
import { portalTexts } from "../portal.texts.ts";
import {
  forgetFamily,
  readFamilyCookie,
  readFamilyStep,
  writeFamilyCookie,
  writeFamilyStep,
  writeLanguage,
} from "../server/familyCookie.ts";
import { listDemonstrationAccounts } from "../server/familyDoor.store.ts";
import {
  askCode,
  beginNewPasskey,
  beginPasskey,
  enterDemonstration,
  enterWithCode,
  enterWithPasskey,
  hasShown,
  leave,
  showInvitation,
  startWithCode,
  startWithPasskey,
  type In,
  type NotIn,
} from "../server/signIn.ts";
import { findRelative } from "../server/withFamily.store.ts";
import { BeginPage, CodePage, MeansPage, SignInPage } from "./DoorPages.tsx";
import { everyones, familyRoute, languageAt, param, show, typed, typedValues } from "./relative.ts";

type Handle = Parameters<typeof own>[1]["handle"];
const door = (method: "GET" | "POST", address: string, trail: string | readonly string[], handle: Handle) =>
  own(address, { may: "public", trail, method, ...(method === "POST" && { formToken: true }), handle });

/** Where "Snel weg" leads: an everyday page that explains itself. */
const everyday = "https://www.knmi.nl/nederland-nu/weer/verwachtingen";

const wordsAt = (request: FastifyRequest) => portalTexts[languageAt(request)].door;
const sentence = (request: FastifyRequest, { code }: { code: "not-right" | "wait" | "no-address" }): string => {
  const words = wordsAt(request);
  return code === "wait" ? words.wait : code === "no-address" ? words.noAddress : words.notRight;
};
const statusOf = ({ code }: { code: string }): number => (code === "wait" ? 429 : 422);

/** Signed in: always a new token, whatever the browser had before. */
function goIn(reply: FastifyReply, { session }: In): FastifyReply {
  writeFamilyCookie(reply, session);
  return goTo(reply, { to: "/mijn" });
}

/** The sentence for each field that is empty or can't be read. */
function missing(request: FastifyRequest, field: "code" | "email"): Errors {
  const words = wordsAt(request);
  const first = typed(request, field) === "" ? { [field]: field === "code" ? words.fillCode : words.fillEmail } : {};
  return parseDay(typed(request, "geboren")) === null ? { ...first, geboren: words.fillBorn } : first;
}

const beginning = [
  door("GET", "/mijn/beginnen", "portal.door", async (request, reply) =>
    show({ request, reply }, languageAt(request), <BeginPage language={languageAt(request)} />),
  ),
  door("POST", "/mijn/beginnen", "portal.invitation-shown", async (request, reply, _actor, origin) => {
    const [language, values] = [languageAt(request), typedValues(request, "code", "geboren")];
    const errors = missing(request, "code");
    if (Object.keys(errors).length > 0)
      return show({ request, reply: reply.code(422) }, language, <BeginPage language={language} values={values} errors={errors} />);
    const outcome = await showInvitation(origin, { code: typed(request, "code"), born: parseDay(typed(request, "geboren")) });
    if (outcome.code !== "done")
      return show(
        { request, reply: reply.code(statusOf(outcome)) },
        language,
        <BeginPage language={language} values={values} problem={sentence(request, outcome)} />,
      );
    writeFamilyStep(reply, outcome.step);
    return goTo(reply, { to: "/mijn/beginnen/manier" });
  }),
  door("GET", "/mijn/beginnen/manier", "portal.door", async (request, reply) =>
    (await hasShown(readFamilyStep(request)))
      ? show({ request, reply }, languageAt(request), <MeansPage language={languageAt(request)} />)
      : goTo(reply, { to: "/mijn/beginnen" }),
  ),
  door("POST", "/mijn/beginnen/toegangssleutel/begin", "portal.door", async (request, reply) => {
    const options = await beginNewPasskey(readFamilyStep(request));
    return options ? reply.send(options) : reply.code(429).send({});
  }),
  door("POST", "/mijn/beginnen/toegangssleutel", "portal.begun", async (request, reply, _actor, origin) =>
    enter(request, reply, await startWithPasskey(origin, readFamilyStep(request), typed(request, "antwoord")), "means"),
  ),
  door("POST", "/mijn/beginnen/code", "portal.code-asked", async (request, reply, _actor, origin) => {
    const outcome = await startWithCode(origin, readFamilyStep(request), languageAt(request));
    if (outcome.code === "not-right")
      return goTo(reply, { to: "/mijn/beginnen", notice: { tone: "late", text: sentence(request, outcome) } });
    if (outcome.code !== "done")
      return show(
        { request, reply: reply.code(statusOf(outcome)) },
        languageAt(request),
        <MeansPage language={languageAt(request)} problem={sentence(request, outcome)} />,
      );
    writeFamilyStep(reply, outcome.step);
    return goTo(reply, { to: "/mijn/code" });
  }),
];

const signingIn = [
  door("GET", "/mijn/aanmelden", "portal.door", async (request, reply) => showSignIn(request, reply)),
  door("POST", "/mijn/aanmelden", "portal.code-asked", async (request, reply, _actor, origin) => {
    const errors = missing(request, "email");
    if (Object.keys(errors).length > 0) return showSignIn(request, reply.code(422), errors);
    const typedHere = { address: typed(request, "email"), born: parseDay(typed(request, "geboren")) };
    const outcome = await askCode(origin, typedHere, languageAt(request));
    if (outcome.code !== "done") return showSignIn(request, reply.code(statusOf(outcome)), {}, sentence(request, outcome));
    writeFamilyStep(reply, outcome.step);
    return goTo(reply, { to: "/mijn/code" });
  }),
  door("GET", "/mijn/code", "portal.door", async (request, reply) =>
    show({ request, reply }, languageAt(request), <CodePage language={languageAt(request)} />),
  ),
  door("POST", "/mijn/code", "portal.signed-in", async (request, reply, _actor, origin) => {
    const outcome = await enterWithCode(origin, readFamilyStep(request), typed(request, "code"));
    if (outcome.code === "done") return goIn(reply, outcome);
    const language = languageAt(request);
    return show(
      { request, reply: reply.code(statusOf(outcome)) },
      language,
      <CodePage language={language} errors={{ code: sentence(request, outcome) }} />,
    );
  }),
  door("POST", "/mijn/aanmelden/toegangssleutel/begin", "portal.door", async (request, reply, _actor, origin) => {
    const asked = await beginPasskey(origin);
    if (!asked) return reply.code(429).send({});
    writeFamilyStep(reply, asked.step);
    return reply.send(asked.options);
  }),
  door("POST", "/mijn/aanmelden/toegangssleutel", "portal.signed-in", async (request, reply, _actor, origin) =>
    enter(request, reply, await enterWithPasskey(origin, readFamilyStep(request), typed(request, "antwoord")), "door"),
  ),
  door("POST", "/mijn/demonstratie", "portal.signed-in", async (request, reply, _actor, origin) => {
    const account = z.uuid().safeParse(typed(request, "account"));
    const outcome = account.success ? await enterDemonstration(origin, account.data) : null;
    if (outcome?.code !== "done") throw new NotFound();
    return goIn(reply, outcome);
  }),
];

const leaving = [
  familyRoute(
    "POST",
    "/mijn/afmelden",
    "portal.signed-out",
    async ({ request, reply, me }) => {
      await leave({ ...me, requestKey: null });
      forgetFamily(reply);
      return goTo(reply, { to: "/mijn/aanmelden", notice: { text: wordsAt(request).signedOut } });
    },
    everyones,
  ),
  /** Out at once: signed out, the browser forgets these pages, and an everyday page comes up. */
  door("GET", "/mijn/weg", "portal.signed-out", async (request, reply, _actor, origin) => {
    const token = readFamilyCookie(request);
    const me = token === null ? null : await findRelative(token, origin).catch(() => null);
    if (me) await leave({ ...me, events: ["portal.signed-out"] }).catch(() => undefined); // nothing may keep her here
    forgetFamily(reply);
    return reply.header("referrer-policy", "no-referrer").redirect(everyday, 303);
  }),
  door("GET", "/mijn/taal/:taal", "portal.door", async (request, reply) => {
    const language = param(request, "taal");
    if (language !== "nl" && language !== "en") throw new NotFound();
    writeLanguage(reply, language);
    return goTo(reply, { to: readFamilyCookie(request) === null ? "/mijn/aanmelden" : "/mijn" });
  }),
];

export const portalDoorRoutes = [...beginning, ...signingIn, ...leaving];

async function showSignIn(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}, problem?: string): Promise<FastifyReply> {
  const language = languageAt(request);
  const values = typedValues(request, "email", "geboren");
  return show(
    { request, reply },
    language,
    <SignInPage language={language} values={values} errors={errors} problem={problem} people={await listDemonstrationAccounts()} />,
  );
}

/** A passkey that was made or shown. */
async function enter(request: FastifyRequest, reply: FastifyReply, outcome: In | NotIn, back: "means" | "door"): Promise<FastifyReply> {
  if (outcome.code === "done") return goIn(reply, outcome);
  const problem = sentence(request, outcome);
  if (back === "door") return showSignIn(request, reply.code(statusOf(outcome)), {}, problem);
  const language = languageAt(request);
  return show({ request, reply: reply.code(statusOf(outcome)) }, language, <MeansPage language={language} problem={problem} />);
}
