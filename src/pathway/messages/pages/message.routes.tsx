import { z } from "zod";
import type { Actor } from "../../../platform/db/actor.ts";
import { requiredText, ticked } from "../../../platform/http/fields.ts";
import { showPage } from "../../../platform/http/mount.ts";
import { NotFound, NotSignedIn } from "../../../platform/http/problems.ts";
import { action, form, isRole, mayUse, own, page } from "../../../trust/access/route.ts";
import { threadParts, type MessageRefusal, type ThreadPart } from "../messages.ts";
import { aboutOf, messageRefusalField, messageRefusalText } from "../messages.texts.ts";
import { beginThread } from "../server/beginThread.ts";
import { readNewThread, readThread, readThreads } from "../server/readMessages.ts";
import { addPerson, closeThread, reopenThread, seeForTeam, sendMessage } from "../server/writeMessage.ts";
import { NewThreadPage } from "./NewThreadPage.tsx";
import { ThreadPage } from "./ThreadPage.tsx";
import { ThreadsPage } from "./ThreadsPage.tsx";

const list = "/gezinnen/:trajectory/berichten";
const one = `${list}/:thread` as const;
const at = ({ trajectory, thread }: { trajectory: string; thread: string }): string => `/gezinnen/${trajectory}/berichten/${thread}`;
const idsOf = ({ trajectory, thread }: { trajectory: string; thread: string }) => ({ trajectoryId: trajectory, threadId: thread });
const errorsOf = ({ code, facts }: { code: MessageRefusal; facts: Readonly<Record<string, string | number | null>> }) => ({
  [messageRefusalField(code)]: messageRefusalText(code, facts),
});
const sentence = (code: MessageRefusal, facts = {}) => ({ tone: "late" as const, text: messageRefusalText(code, facts) });

/** Parts that someone with this role can ever write about. */
const partsOf = ({ role }: Actor): readonly ThreadPart[] => threadParts.filter((part) => isRole(role) && mayUse(role, `${part}.read`));
const number = z.coerce.number().int().positive().max(2_147_483_647);
const people = ticked
  .pipe(z.array(z.string().regex(/^\d{1,9}$/, "Kies uit de lijst")).max(30, "Kies er hooguit 30"))
  .transform((all) => all.map(Number));
const optionalNumber = z.union([z.literal(""), number]).optional();
const numberOf = (typed: unknown): number | null => optionalNumber.safeParse(typed).data || null;

/** Conversations on a family, between the professionals around it. */
export const messageRoutes = [
  page(list, {
    may: "care",
    trail: "messages.listed",
    load: (actor, { trajectory }) => readThreads(actor, trajectory, null),
    show: (data) => <ThreadsPage data={data} />,
  }),
  own(`${list}/zoeken`, {
    may: "care",
    trail: ["messages.listed", "messages.searched"],
    method: "POST",
    handle: async (request, reply, actor) => {
      if (!actor) throw new NotSignedIn();
      const { trajectory } = request.params as { trajectory: string };
      const typed = z.object({ zoek: z.string().trim().max(200) }).safeParse(request.body);
      const data = await readThreads(actor, trajectory, typed.success && typed.data.zoek !== "" ? typed.data.zoek : null);
      if (!data) throw new NotFound();
      return showPage(request, reply, <ThreadsPage data={data} />);
    },
  }),
  form(`${list}/nieuw/:over`, {
    may: "care",
    trail: ["messages.form-read", "message.begun"],
    body: z.object({
      topic: requiredText("Schrijf in een paar woorden waarover het gaat", 120).pipe(
        z.string().min(2, "Schrijf in een paar woorden waarover het gaat"),
      ),
      words: requiredText("Schrijf uw bericht"),
      to: people,
      medical: z.enum(["nee", "ja"], "Kies of er iets medisch in staat"),
      partner: z.enum(["nee", "ja"]).default("nee"),
      family: z.enum(["nee", "ja"]).default("nee"),
    }),
    load: async (actor, { trajectory, over }, query) => {
      const about = aboutOf(over);
      if (!about || !partsOf(actor).includes(about.part)) return null;
      const data = await readNewThread(actor, trajectory, about.part, about.subject);
      return data && { data, parts: partsOf(actor), withFamily: query["gezin"] === "ja" };
    },
    show: (state) => <NewThreadPage {...state} />,
    run: async (actor, { trajectory, over }, { medical, partner, family, ...body }) => {
      const about = aboutOf(over);
      if (!about) throw new NotFound();
      const careKind = medical === "ja" ? ("medical" as const) : ("social" as const);
      return beginThread(actor, {
        ...about,
        ...body,
        trajectoryId: trajectory,
        careKind,
        aboutPartner: partner === "ja",
        withFamily: family === "ja",
      });
    },
    done: ({ threadId }, { trajectory }) => ({
      to: at({ trajectory, thread: threadId }),
      notice: { text: "Het bericht is verstuurd. U ziet hier wie het gelezen heeft." },
    }),
    refused: errorsOf,
  }),
  form(one, {
    may: "care",
    trail: ["message.read", "message.sent"],
    body: z.object({ words: requiredText("Schrijf uw bericht"), corrects: optionalNumber }),
    load: async (actor, { trajectory, thread }, query) => {
      const data = await readThread(actor, trajectory, thread, numberOf(query["blad"]));
      return data && { data, corrects: numberOf(query["verbeter"]) };
    },
    show: ({ data: { data, corrects }, values, errors }) => (
      <ThreadPage data={data} corrects={numberOf(values["corrects"]) ?? corrects} values={values} errors={errors} />
    ),
    run: (actor, ids, { words, corrects }) =>
      sendMessage(actor, { ...idsOf(ids), words, corrects: corrects === undefined || corrects === "" ? null : corrects }),
    done: (_done, ids) => ({ to: at(ids), notice: { text: "Het bericht is verstuurd." } }),
    refused: errorsOf,
  }),
  form(`${one}/erbij`, {
    may: "care",
    trail: ["message.read", "message.person-added"],
    body: z.object({ person: number }).or(z.object({ person: z.literal("", "Kies iemand") })),
    load: async (actor, { trajectory, thread }) => {
      const data = await readThread(actor, trajectory, thread, null);
      return data && { data, corrects: null };
    },
    show: ({ data: { data, corrects }, values, errors }) => <ThreadPage data={data} corrects={corrects} values={values} errors={errors} />,
    run: (actor, ids, { person }) => addPerson(actor, { ...idsOf(ids), principal: person === "" ? 0 : person }),
    done: (_done, ids) => ({ to: at(ids), notice: { text: "Toegevoegd. Wie erbij komt, leest het gesprek vanaf het begin." } }),
    refused: ({ code, facts }) => ({
      [code === "messages-may-not-read" ? "person" : messageRefusalField(code)]: messageRefusalText(code, facts),
    }),
  }),
  action(`${one}/sluiten`, {
    may: "care",
    trail: "message.closed",
    body: z.object({ version: number }),
    run: (actor, ids, body) => closeThread(actor, { ...idsOf(ids), ...body }).then(orNotFound),
    done: (_done, ids) => ({ to: at(ids), notice: { text: "Het gesprek is gesloten. U kunt het altijd weer openen." } }),
    refused: ({ code, facts }, ids) => ({ to: at(ids), notice: sentence(code, facts) }),
  }),
  action(`${one}/openen`, {
    may: "care",
    trail: "message.reopened",
    body: z.object({ version: number }),
    run: (actor, ids, body) => reopenThread(actor, { ...idsOf(ids), ...body }).then(orNotFound),
    done: (_done, ids) => ({ to: at(ids), notice: { text: "Het gesprek is weer open." } }),
    refused: ({ code, facts }, ids) => ({ to: at(ids), notice: sentence(code, facts) }),
  }),
  action(`${one}/gezien`, {
    may: "care",
    trail: "message.seen",
    body: z.object({}),
    run: (actor, ids) => seeForTeam(actor, idsOf(ids)).then(orNotFound),
    done: () => ({ to: "/werk", notice: { text: "Het staat niet meer op de lijst van uw team." } }),
    refused: ({ code, facts }, ids) => ({ to: at(ids), notice: sentence(code, facts) }),
  }),
];

/** What is not there, or not hers: one neutral page for both. */
function orNotFound<Outcome extends { code: string }>(outcome: Outcome): Outcome {
  if (outcome.code === "messages-not-found") throw new NotFound();
  return outcome;
}
