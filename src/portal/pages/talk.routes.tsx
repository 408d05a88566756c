import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { Errors, Values } from "../../design/Errors.ts";
import { goTo } from "../../platform/http/mount.ts";
import { NotFound } from "../../platform/http/problems.ts";
import { talkKinds } from "../portal.ts";
import { portalTexts } from "../portal.texts.ts";
import { answerThread, beginOwnThread, readNewThread, readOwnThread, readOwnThreads } from "../server/ownMessages.ts";
import { familyRoute, idOf, show, typed, typedValues, type Visit } from "./relative.ts";
import { NewTalkPage, TalkPage, TalksPage } from "./TalkPages.tsx";

const words = ({ me }: Visit) => portalTexts[me.language].messages;
const written = z.string().trim().min(2).max(5000);
const list = "/mijn/berichten";
const wrong = (visit: Visit): Visit => ({ ...visit, reply: visit.reply.code(422), me: { ...visit.me, requestKey: null } });

/** Conversations with who helps her: those that were begun with her, and those she begins. */
export const talkRoutes = [
  familyRoute("GET", list, "portal.messages-read", async (visit) =>
    show(visit, visit.me.language, <TalksPage me={visit.me} threads={await readOwnThreads(visit.me)} />),
  ),
  familyRoute("GET", `${list}/nieuw`, "portal.messages-read", async (visit) => showNew(visit, {}, {})),
  familyRoute("POST", `${list}/nieuw`, ["portal.message-begun", "portal.messages-read"], async (visit) => {
    const kind = z.enum(talkKinds).safeParse(typed(visit.request, "soort"));
    const text = written.safeParse(typed(visit.request, "woorden"));
    const typedNow = typedValues(visit.request, "soort", "woorden");
    if (!kind.success || !text.success)
      return showNew(wrong(visit), typedNow, {
        ...(!kind.success && { soort: words(visit).choose }),
        ...(!text.success && { woorden: words(visit).tooShort }),
      });
    const begun = await beginOwnThread(visit.me, kind.data, text.data);
    if (begun.code === "done") return goTo(visit.reply, { to: `${list}/${begun.threadId}`, notice: { text: words(visit).sent } });
    return showNew(wrong(visit), typedNow, {
      form: begun.code === "line-ended" ? portalTexts[visit.me.language].plan.ended : words(visit).noReaders,
    });
  }),
  familyRoute("GET", `${list}/:thread`, "portal.message-read", async (visit) => showOne(visit, {}, {})),
  familyRoute("POST", `${list}/:thread`, ["portal.message-sent", "portal.message-read"], async (visit) => {
    const id = idOf(visit, "thread");
    const text = written.safeParse(typed(visit.request, "woorden"));
    const typedNow = typedValues(visit.request, "woorden");
    if (!text.success) return showOne(wrong(visit), typedNow, { woorden: words(visit).tooShort });
    const outcome = await answerThread(visit.me, id, text.data);
    if (outcome.code === "done") return goTo(visit.reply, { to: `${list}/${id}`, notice: { text: words(visit).sent } });
    if (outcome.code === "not-found") throw new NotFound();
    const why = { closed: words(visit).closedText, "line-ended": portalTexts[visit.me.language].plan.ended } as Record<string, string>;
    return showOne(wrong(visit), typedNow, { form: why[outcome.code] ?? words(visit).nobody });
  }),
];

async function showOne(visit: Visit, values: Values, errors: Errors): Promise<FastifyReply> {
  const asked = z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .safeParse((visit.request.query as Record<string, unknown>)["blad"]);
  const talk = await readOwnThread(visit.me, idOf(visit, "thread"), asked.success ? asked.data : null);
  if (!talk) throw new NotFound();
  return show(visit, visit.me.language, <TalkPage me={visit.me} talk={talk} values={values} errors={errors} />);
}

const showNew = async (visit: Visit, values: Values, errors: Errors): Promise<FastifyReply> =>
  show(visit, visit.me.language, <NewTalkPage me={visit.me} readers={await readNewThread(visit.me)} values={values} errors={errors} />);
