import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import type { Refusal } from "../../../kit/refusal.ts";
import { dayField, optionalText } from "../../../platform/http/fields.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { form, isRole, mayUse, page } from "../../../trust/access/route.ts";
import { lifeDomains, type LifeDomain } from "../../signal/signal.ts";
import type { ConversationRefusal } from "../broadConversation.ts";
import { conversationRefusals } from "../conversation.texts.ts";
import { decideMending } from "../rules/decideConversation.ts";
import { holdConversation, mendConversation, type ConversationInput } from "../server/holdConversation.ts";
import { readConversations } from "../server/readConversations.ts";
import { ConversationForm } from "./ConversationForm.tsx";
import { ConversationsPage } from "./ConversationsPage.tsx";

const base = "/gezinnen/:trajectory/gesprekken";

const score = z
  .string()
  .optional()
  .transform((typed) => (typed === undefined || typed === "" ? null : Number(typed)))
  .pipe(z.number("Kies een cijfer van 0 tot 10").int().min(0).max(10, "Kies een cijfer van 0 tot 10").nullable());
const fields = <Name extends string, Field extends z.ZodType>(name: Name, field: Field) =>
  Object.fromEntries(lifeDomains.map((dimension) => [`${name}-${dimension}`, field])) as Record<`${Name}-${LifeDomain}`, Field>;

const conversationBody = z
  .object({
    heldOn: dayField("Vul in op welke dag"),
    familyWants: optionalText(),
    summary: optionalText(2000),
    version: z.coerce.number().int().default(0),
    ...fields("score", score),
    ...fields("remark", optionalText()),
  })
  .transform(({ heldOn, familyWants, summary, version, ...said }): Omit<ConversationInput, "trajectoryId"> & { version: number } => ({
    heldOn,
    familyWants,
    summary,
    version,
    dimensions: lifeDomains
      .map((dimension) => ({ dimension, score: said[`score-${dimension}`], remark: said[`remark-${dimension}`] }))
      .filter((one) => one.score !== null || one.remark !== null),
  }));

function errorsOf({ code }: Refusal<ConversationRefusal>): Errors {
  if (code === "conversation-not-found") throw new NotFound();
  const { field, text } = conversationRefusals[code];
  return { [field]: text };
}

export const conversationRoutes = [
  page(base, {
    may: "exploration.read",
    trail: "conversation.read",
    load: async (actor, { trajectory }) => {
      const data = await readConversations(actor, trajectory);
      return data && { data, actor, mayWrite: isRole(actor.role) && mayUse(actor.role, "exploration.write") };
    },
    show: ({ data, actor, mayWrite }, { trajectory }) => (
      <ConversationsPage
        trajectoryId={trajectory}
        data={data}
        mayWrite={mayWrite}
        mayMend={(one) => mayWrite && decideMending(one, actor, data.today) === "go"}
      />
    ),
  }),
  form(`${base}/nieuw`, {
    may: "exploration.write",
    trail: ["conversation.read", "conversation.recorded"],
    body: conversationBody,
    load: (actor, { trajectory }) => readConversations(actor, trajectory),
    show: ({ data, values, errors }, { trajectory }) => (
      <ConversationForm trajectoryId={trajectory} data={data} values={values} errors={errors} />
    ),
    run: (actor, { trajectory }, body) => holdConversation(actor, { ...body, trajectoryId: trajectory }),
    done: (_outcome, { trajectory }) => ({
      to: `/gezinnen/${trajectory}/gesprekken`,
      notice: { text: "Het gesprek is bewaard. Vandaag kunt u het nog veranderen." },
    }),
    refused: errorsOf,
  }),
  form(`${base}/:conversation/wijzigen`, {
    may: "exploration.write",
    trail: ["conversation.read", "conversation.mended"],
    body: conversationBody,
    load: async (actor, { trajectory, conversation }) => {
      const data = await readConversations(actor, trajectory);
      const kept = data?.conversations.find(({ id }) => id === conversation);
      return data && kept && kept.by.professionalId === actor.professionalId ? { data, kept } : null;
    },
    show: ({ data, values, errors }, { trajectory }) => (
      <ConversationForm trajectoryId={trajectory} data={data.data} kept={data.kept} values={values} errors={errors} />
    ),
    run: (actor, { trajectory, conversation }, body) =>
      mendConversation(actor, { ...body, trajectoryId: trajectory, conversationId: conversation }),
    done: (_outcome, { trajectory }) => ({ to: `/gezinnen/${trajectory}/gesprekken`, notice: { text: "Het gesprek is veranderd." } }),
    refused: errorsOf,
  }),
];
