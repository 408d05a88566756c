import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import type { Refusal } from "../../../kit/refusal.ts";
import { dayField, manyOf, optionalDay, optionalText, tick } from "../../../platform/http/fields.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, form, isRole, mayUse, page } from "../../../trust/access/route.ts";
import { takeOverParts, talkTopics, wishes, type TakeOverRefusal, type TalkRefusal } from "../interconception.ts";
import { takeOverRefusals, talkRefusals } from "../interconception.texts.ts";
import { holdTalk, undoTalk } from "../server/holdTalk.ts";
import { readTalks } from "../server/readTalks.ts";
import { readEarlier, takeOverEarlier } from "../server/takeOver.ts";
import { answerField, EarlierPage } from "./EarlierPage.tsx";
import { TalkForm, TalksPage } from "./TalkPages.tsx";

const base = "/gezinnen/:trajectory/kinderwens";

const empty = z
  .literal("")
  .optional()
  .transform(() => null);
const talkBody = z.object({
  heldOn: dayField("Vul de dag in"),
  withPartner: tick,
  wish: z.union([z.enum(wishes), empty]),
  topics: manyOf(talkTopics),
  risks: optionalText(2000),
  advice: optionalText(2000),
  followedBy: z.union([z.uuid(), empty]),
  followOn: optionalDay(),
});

function talkErrors({ code }: Refusal<TalkRefusal>): Errors {
  if (code === "talk-not-found") throw new NotFound();
  return talkRefusals[code];
}

const talkRoutes = [
  page(base, {
    may: "exploration.read",
    trail: "interconception.read",
    load: async (actor, { trajectory }) => {
      const data = await readTalks(actor, trajectory);
      return (
        data && { data, organisationId: actor.organisationId, mayWrite: isRole(actor.role) && mayUse(actor.role, "exploration.write") }
      );
    },
    show: (props) => <TalksPage {...props} />,
  }),
  form(`${base}/nieuw`, {
    may: "exploration.write",
    trail: ["interconception.read", "interconception.recorded"],
    body: talkBody,
    load: async (actor, { trajectory }) => {
      const data = await readTalks(actor, trajectory);
      return data?.kind === null ? null : data;
    },
    show: (state) => <TalkForm {...state} />,
    run: (actor, { trajectory }, body) => holdTalk(actor, { ...body, trajectoryId: trajectory }),
    done: (_done, { trajectory }) => ({ to: `/gezinnen/${trajectory}/kinderwens`, notice: { text: "Het gesprek is vastgelegd." } }),
    refused: talkErrors,
  }),
  action(`${base}/:talk/terug`, {
    may: "exploration.write",
    trail: "interconception.taken-back",
    body: z.object({ version: z.coerce.number().int().default(0) }),
    run: async (actor, { trajectory, talk }, { version }) => {
      const outcome = await undoTalk(actor, { trajectoryId: trajectory, talkId: talk, version });
      if (outcome.code === "talk-not-found") throw new NotFound();
      return outcome;
    },
    done: (_done, { trajectory }) => ({ to: `/gezinnen/${trajectory}/kinderwens`, notice: { text: "Het is teruggenomen." } }),
    refused: (refusal, { trajectory }) => ({
      to: `/gezinnen/${trajectory}/kinderwens`,
      notice: { tone: "late", text: Object.values(talkErrors(refusal))[0] ?? "" },
    }),
  }),
];

const answer = z
  .enum(["ja", "nee", ""])
  .optional()
  .transform((typed) => (typed === undefined || typed === "" ? undefined : typed === "ja"));
const takeOverBody = z
  .object({
    from: z.uuid(),
    givenOn: dayField("Vul de dag in"),
    way: z.enum(["spoken", "signed"], "Kies hoe"),
    ...(Object.fromEntries(takeOverParts.map((part) => [answerField(part), answer])) as Record<
      `mee-${(typeof takeOverParts)[number]}`,
      typeof answer
    >),
  })
  .transform(({ from, givenOn, way, ...said }) => ({
    fromId: from,
    givenOn,
    way,
    answers: Object.fromEntries(
      takeOverParts.flatMap((part) => {
        const allowed = said[`mee-${part}`];
        return allowed === undefined ? [] : [[part, allowed]];
      }),
    ),
  }));

function takeOverErrors({ code }: Refusal<TakeOverRefusal>): Errors {
  if (code === "takeover-not-found") throw new NotFound();
  const [field, text] = takeOverRefusals[code];
  return { [field]: text };
}
const takenWords = (taken: number): string =>
  taken === 0
    ? "Vastgelegd. Er is niets meegenomen."
    : "Meegenomen. Kijk het na met het gezin: het plan is pas van nu als het gezin akkoord is.";

/** Before and between pregnancies, and what comes along with the next one. */
export const interconceptionRoutes = [
  ...talkRoutes,
  form("/gezinnen/:trajectory/eerder", {
    may: "identity.write",
    trail: ["takeover.read", "takeover.decided"],
    body: takeOverBody,
    load: (actor, { trajectory }) => readEarlier(actor, trajectory),
    show: (state) => <EarlierPage {...state} />,
    run: (actor, { trajectory }, body) => takeOverEarlier(actor, { ...body, trajectoryId: trajectory }),
    done: ({ taken }, { trajectory }) => ({ to: `/gezinnen/${trajectory}/eerder`, notice: { text: takenWords(taken) } }),
    refused: takeOverErrors,
  }),
];
