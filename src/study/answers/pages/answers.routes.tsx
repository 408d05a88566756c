import type { FastifyReply, FastifyRequest } from "fastify";
import type { ReactElement } from "react";
import { isDatabaseAway } from "../../../platform/db/isDatabaseAway.ts";
import { showPage } from "../../../platform/http/mount.ts";
import type { Origin } from "../../../platform/http/request.ts";
import { own } from "../../../trust/access/route.ts";
import { answerLanguage, answerTexts, type AnswerLanguage } from "../answer.texts.ts";
import type { AnswerPage } from "../answers.ts";
import { readPage } from "../rules/readPage.ts";
import { endFillIn, keepPage, readFillIn, type FillIn } from "../server/fillIn.ts";
import { linkTurns, patience } from "../server/turns.ts";
import { changedItems, chosen, shownAt, travelling } from "./postedAnswer.ts";
import { BusyPage, DonePage, NeutralPage, QuestionsPage, StartPage, StopPage } from "./ListPages.tsx";

/** Someone with a link: no account, no name. */
interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly filler: { readonly token: string; readonly origin: Origin };
  readonly base: string;
}
interface Open extends Visit {
  readonly fillIn: FillIn;
  readonly language: AnswerLanguage;
}

/** The address of a link goes nowhere else: no page that is opened from here is told it. */
const show = ({ request, reply }: Visit, element: ReactElement, language: AnswerLanguage = "nl"): FastifyReply =>
  showPage(request, reply.header("referrer-policy", "no-referrer").header("x-robots-tag", "noindex"), element, language);

const neutral = (visit: Visit, why: "gone" | "lost" = "gone"): FastifyReply =>
  show({ ...visit, reply: visit.reply.code(404) }, <NeutralPage why={why} />);

const visitOf = (request: FastifyRequest, reply: FastifyReply, origin: Origin): Visit => {
  const { token } = request.params as { token: string };
  return { request, reply, filler: { token, origin }, base: `/vragenlijst/${token}` };
};

const trail = ["study.list-answered", "study.list-declined"];

/** For whoever has a link that works; everybody else gets the one neutral page. */
const door = (address: string, method: "GET" | "POST", run: (visit: Open) => unknown) =>
  own(address, {
    may: "public",
    trail,
    method,
    handle: (request, reply, _actor, origin) => {
      const visit = visitOf(request, reply, origin);
      return inTurn(visit, async () => {
        const fillIn = await readFillIn(visit.filler);
        if (fillIn === null) return neutral(visit, method === "POST" && "page" in (request.params as object) ? "lost" : "gone");
        return run({ ...visit, fillIn, language: answerLanguage(fillIn.list.language) });
      });
    },
  });

/** She waits her turn and is served; when that takes too long, or the database is away, she keeps what she chose and can send it again. */
async function inTurn(visit: Visit, run: () => Promise<unknown>): Promise<unknown> {
  const done = await linkTurns.take(AbortSignal.timeout(patience));
  if (done === null) return busy(visit);
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Error) || !isDatabaseAway(error)) throw error;
    visit.request.log.error({ err: error, req: visit.request }, "a list could not be reached");
    return await busy(visit);
  } finally {
    done();
  }
}

function busy(visit: Visit): FastifyReply {
  const { request, reply } = visit;
  const language = /^\s*en\b/i.test(request.headers["accept-language"] ?? "") ? "en" : "nl";
  const posted = request.method === "POST" ? travelling(request.body) : null;
  const address = request.url.split("?")[0] ?? visit.base;
  return show(
    { ...visit, reply: reply.code(503).header("retry-after", 30) },
    <BusyPage address={address} language={language} posted={posted} />,
    language,
  );
}

/** Pages that are the same for everybody, in the language of the address. */
const still = (address: string, element: (language: AnswerLanguage) => ReactElement) =>
  own(address, {
    may: "public",
    trail,
    method: "GET",
    handle: async (request, reply, _actor, origin) => {
      const language = (request.query as { taal?: string }).taal === "en" ? "en" : "nl";
      return show(visitOf(request, reply, origin), element(language), language);
    },
  });

/** The questionnaire by personal link: without an account, without a script, and without what was answered before. */
export const answerRoutes = [
  door("/vragenlijst/:token", "GET", (visit) => show(visit, <StartPage {...visit} />, visit.language)),
  still("/vragenlijst/:token/klaar", (language) => <DonePage language={language} />),
  still("/vragenlijst/:token/gestopt", (language) => <DonePage language={language} stopped />),
  door("/vragenlijst/:token/stoppen", "GET", (visit) => show(visit, <StopPage {...visit} />, visit.language)),
  door("/vragenlijst/:token/stoppen", "POST", decline),
  door("/vragenlijst/:token/:page", "GET", (visit) => {
    const page = pageOf(visit);
    if (!page) return neutral(visit);
    return show(visit, <QuestionsPage {...visit} page={page} changed={changedItems(visit.request.query)} />, visit.language);
  }),
  door("/vragenlijst/:token/:page", "POST", answer),
];

const pageOf = ({ request, fillIn }: Open): AnswerPage | undefined =>
  fillIn.pages.find(({ number }) => String(number) === (request.params as { page: string }).page);

async function answer(visit: Open): Promise<unknown> {
  const { request, reply, filler, base, language, fillIn } = visit;
  const page = pageOf(visit);
  if (!page) return neutral(visit, "lost");
  const posted = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  const read = readPage(page, posted);
  if (read.code === "out-of-range") {
    const errors = Object.fromEntries(read.items.map((item) => [item, answerTexts[language].outOfRange]));
    const values = Object.fromEntries(page.questions.map(({ item }) => [item, chosen(posted[item])]));
    return show({ ...visit, reply: reply.code(422) }, <QuestionsPage {...visit} page={page} values={values} errors={errors} />, language);
  }
  const kept = await keepPage(filler, page, read.answers, shownAt(posted, fillIn));
  if (kept.state === "gone") return neutral(visit, "lost");
  const changed = kept.changed ?? [];
  const also = changed.length > 0 ? `?ook=${changed.join(",")}` : "";
  if (page.number < page.of) return reply.redirect(`${base}/${page.number + 1}${also}`, 303);
  await endFillIn(filler, "answered");
  return reply.redirect(`${base}/klaar?taal=${language}`, 303);
}

async function decline({ reply, filler, base, language }: Open): Promise<unknown> {
  await endFillIn(filler, "declined");
  return reply.redirect(`${base}/gestopt?taal=${language}`, 303);
}
