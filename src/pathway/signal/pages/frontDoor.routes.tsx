import type { FastifyReply, FastifyRequest } from "fastify";
import type { ReactElement } from "react";
import { renderDocument } from "../../../design/renderDocument.tsx";
import { cookieFlags, cookieName } from "../../../platform/http/cookies.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import type { Origin } from "../../../platform/http/request.ts";
import { pageContext } from "../../../platform/http/site.ts";
import { own } from "../../../trust/access/route.ts";
import { doorSteps, doorways, stepAddress, type DoorStep, type DraftAnswers } from "../frontDoor.ts";
import { doorTexts } from "../frontDoor.texts.ts";
import type { DoorLanguage } from "../helpRequest.ts";
import { readAnswer, type Posted } from "../rules/readAnswer.ts";
import { readDraftToken } from "../server/draftKey.ts";
import {
  findResidence,
  firstOpenStep,
  forgetAnswers,
  keepAnswer,
  municipalitiesOfRegion,
  readDoor,
  sendQuestion,
} from "../server/frontDoor.ts";
import { DoorSentPage, DoorStopPage } from "./DoorOtherPages.tsx";
import { DoorStepPage } from "./DoorStepPage.tsx";

/** Where "Snel weg" leads: an everyday page that explains itself. */
const everyday: Readonly<Record<DoorLanguage, string>> = {
  nl: "https://www.knmi.nl/nederland-nu/weer/verwachtingen",
  en: "https://www.knmi.nl/nederland-nu/weer/verwachtingen",
};

interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly origin: Origin;
  readonly language: DoorLanguage;
  readonly token: string | null;
}

const cookie = (request: FastifyRequest): string => cookieName(request.server, "wieg-vraag");

/** A page in the visitor's language, without a script. */
const show = ({ request, reply, language }: Visit, element: ReactElement): FastifyReply =>
  reply.type("text/html; charset=utf-8").send(renderDocument(element, { ...pageContext(request, reply), language }));

const stop = (visit: Visit, why: Parameters<typeof DoorStopPage>[0]["why"], status = 200): FastifyReply =>
  show({ ...visit, reply: visit.reply.code(status) }, <DoorStopPage language={visit.language} why={why} />);

/** The key of her answers lives as long as this browser is open, and at most an hour. */
const remember = ({ request, reply }: Visit, token: string): FastifyReply =>
  reply.setCookie(cookie(request), token, { ...cookieFlags(request.server), maxAge: 3600 });

function routesOf(language: DoorLanguage) {
  const { base, sent, leave } = doorways[language];
  const door = (address: string, method: "GET" | "POST", run: (visit: Visit) => Promise<unknown>) =>
    own(address, {
      may: "public",
      trail: "help.asked",
      method,
      handle: async (request, reply, _actor, origin) => {
        const visit = { request, reply, origin, language, token: readDraftToken(request.cookies[cookie(request)]) };
        try {
          return await run(visit);
        } catch (error) {
          if (error instanceof NotFound) throw error;
          request.log.error({ err: error, req: request }, "front door failed");
          return stop(visit, "away", 503); // the numbers to call stay in view, whatever is out of order
        }
      },
    });
  return [
    door(base, "GET", (visit) => showStep(visit, 1)),
    door(base, "POST", (visit) => answer(visit, 1)),
    door(sent, "GET", showSent),
    door(leave, "GET", goAway),
    door(`${base}/:step`, "GET", (visit) => showStep(visit, stepOf(visit))),
    door(`${base}/:step`, "POST", (visit) => answer(visit, stepOf(visit))),
  ];
}

/** The public front door, in each language. */
export const frontDoorRoutes = [...routesOf("nl"), ...routesOf("en")];

function stepOf({ request }: Visit): DoorStep {
  const { step } = request.params as { step: string };
  const found = doorSteps.find((one) => String(one) === step && one > 1);
  if (found === undefined) throw new NotFound();
  return found;
}

async function showStep(visit: Visit, step: DoorStep): Promise<unknown> {
  const at = await readDoor(visit.token);
  if (step > 1 && at.state === "none") return stop(visit, "gone");
  if (step > 1 && at.state === "sent") return visit.reply.redirect(doorways[visit.language].sent, 303);
  const answers = at.state === "filling" ? at.answers : {};
  return show(
    visit,
    <DoorStepPage language={visit.language} step={step} answers={answers} municipalities={await municipalitiesOfRegion()} />,
  );
}

async function answer(visit: Visit, step: DoorStep): Promise<unknown> {
  const { request, reply, origin, language, token } = visit;
  const texts = doorTexts[language];
  const at = await readDoor(token);
  if (step > 1 && at.state === "none") return stop(visit, "gone");
  if (step > 1 && at.state === "sent") return reply.redirect(doorways[language].sent, 303);
  const earlier = at.state === "filling" ? at.answers : {};
  const posted = (request.body ?? {}) as Posted;
  const read = (posted["remark2"] ?? "") === "" ? readAnswer(step, posted, texts, earlier) : { errors: { form: texts.errors.leaveEmpty } };
  const checked = "answers" in read && step === 1 ? await checkResidence(visit, read.answers) : read;
  if (checked === null) return reply;
  if ("errors" in checked)
    return show(
      { ...visit, reply: reply.code(422) },
      <DoorStepPage
        language={language}
        step={step}
        answers={earlier}
        municipalities={await municipalitiesOfRegion()}
        values={posted}
        errors={checked.errors}
      />,
    );
  const kept = await keepAnswer(at, token, checked.answers, origin);
  if (kept === null)
    return (await readDoor(token)).state === "sent" ? reply.redirect(doorways[language].sent, 303) : stop(visit, "busy", 429);
  remember(visit, kept);
  if (step < 5) return reply.redirect(stepAddress(language, (step + 1) as DoorStep), 303);
  return send(visit, kept, { ...earlier, ...checked.answers });
}

/** Where she lives decides who answers; null when that was answered with a page of its own. */
async function checkResidence(
  visit: Visit,
  answers: DraftAnswers,
): Promise<{ answers: DraftAnswers } | { errors: Readonly<Record<string, string>> } | null> {
  const found = await findResidence({ postcode: answers.postcode ?? "", municipality: answers.municipality ?? "" });
  if (typeof found === "object") return { answers: { ...answers, municipality: found.municipality } };
  if (found === "unknown-postcode") return { errors: { municipality: doorTexts[visit.language].errors.postcode } };
  await stop(visit, found === "elsewhere" ? "outside" : "busy");
  return null;
}

async function send(visit: Visit, token: string, answers: DraftAnswers): Promise<unknown> {
  const open = firstOpenStep(answers);
  if (open !== null) return visit.reply.redirect(stepAddress(visit.language, open), 303);
  const delivery = await sendQuestion(token, answers, visit.language, visit.origin);
  if (delivery === "no-draft") return stop(visit, "gone");
  if (delivery !== "sent") return stop(visit, "busy", delivery === "too-many" ? 429 : 200);
  return visit.reply.redirect(doorways[visit.language].sent, 303);
}

async function showSent(visit: Visit): Promise<unknown> {
  const at = await readDoor(visit.token);
  if (at.state === "filling") return visit.reply.redirect(doorways[visit.language].base, 303);
  if (at.state === "none") return stop(visit, "gone");
  return show(visit, <DoorSentPage language={visit.language} sent={at} />);
}

/** Out at once: what she filled in is thrown away, the browser forgets these pages, and an everyday page comes up. */
async function goAway({ request, reply, language, token }: Visit): Promise<unknown> {
  await forgetAnswers(token).catch(() => undefined); // nothing may keep her here
  return reply
    .clearCookie(cookie(request), cookieFlags(request.server))
    .header("clear-site-data", '"cache", "storage"')
    .header("referrer-policy", "no-referrer")
    .redirect(everyday[language], 303);
}
