import type { FastifyReply } from "fastify";
import type { Errors, Values } from "../../design/Errors.ts";
import { parseDay } from "../../kit/day.ts";
import { goTo } from "../../platform/http/mount.ts";
import { NotFound } from "../../platform/http/problems.ts";
import type { ConsentAsk } from "../portal.ts";
import { portalTexts } from "../portal.texts.ts";
import { answerAsk, type Decided } from "../server/decide.ts";
import type { AskedLess } from "../server/portal.store.ts";
import { readAsk } from "../server/readPortal.ts";
import { AskedPage, LessPage } from "./AskedPages.tsx";
import { everyones, familyRoute, idOf, show, ticks, typed, typedValues, versionOf, type Visit } from "./relative.ts";

const one = "/mijn/toestemming/vraag/:ask";
const list = "/mijn/toestemming";
const words = ({ me }: Visit) => portalTexts[me.language].asks;

/** What is asked of her, or of her partner about himself: yes, yes to less, or no. */
export const askedRoutes = [
  familyRoute(
    "GET",
    one,
    "portal.consents-read",
    async (visit) => {
      const ask = await find(visit);
      return ask ? show(visit, visit.me.language, <AskedPage me={visit.me} ask={ask} />) : gone(visit);
    },
    everyones,
  ),
  familyRoute(
    "POST",
    `${one}/ja`,
    "portal.consent-given",
    async (visit) => after(visit, await answerAsk(visit.me, { ...seen(visit), yes: true, less: null }), words(visit).given),
    everyones,
  ),
  familyRoute(
    "POST",
    `${one}/nee`,
    "portal.consent-refused",
    async (visit) => after(visit, await answerAsk(visit.me, { ...seen(visit), yes: false, less: null }), words(visit).refused),
    everyones,
  ),
  familyRoute(
    "GET",
    `${one}/minder`,
    "portal.consents-read",
    async (visit) => {
      const ask = await find(visit);
      return ask ? showLess(visit, ask, {}, {}) : gone(visit);
    },
    everyones,
  ),
  familyRoute(
    "POST",
    `${one}/minder`,
    ["portal.consents-read", "portal.consent-given"],
    async (visit) => {
      const ask = await find({ ...visit, me: { ...visit.me, requestKey: null } });
      // sent a second time it is open no more: then what came of the first press is the answer
      if (!ask) return after(visit, await answerAsk(visit.me, { ...seen(visit), yes: true, less: null }), words(visit).given);
      const less = lessOf(visit, ask);
      const typedNow = {
        wie: ticks(visit.request, "wie"),
        wat: ticks(visit.request, "wat"),
        ...typedValues(visit.request, "medisch", "tot"),
      };
      const again = (errors: Errors) => showLess({ ...visit, reply: visit.reply.code(422) }, ask, typedNow, errors);
      if (less === null) return again({ tot: words(visit).notADay });
      const outcome = await answerAsk(visit.me, { ...seen(visit), yes: true, less });
      return outcome.code === "nothing-chosen" ? again({ wie: words(visit).nothing }) : after(visit, outcome, words(visit).given);
    },
    everyones,
  ),
];

const seen = (visit: Visit) => ({ id: idOf(visit, "ask"), version: versionOf(visit) });

/** What she left ticked, of what was asked and nothing else. Null when the day is none, or lies too late. */
function lessOf(visit: Visit, ask: ConsentAsk): AskedLess | null {
  const [who, what, day] = [ticks(visit.request, "wie"), ticks(visit.request, "wat"), typed(visit.request, "tot")];
  const until = day === "" ? ask.until : parseDay(day);
  if (day !== "" && (until === null || until < visit.me.today || (ask.until !== null && until > ask.until))) return null;
  const chosen = ask.parts.filter((part) => what.includes(part));
  const only = ask.parts.every((part) => part === "identity");
  return {
    recipients: ask.recipients.map(({ id }) => id).filter((id) => who.includes(id)),
    roles: ask.roles.filter((role) => who.includes(role)),
    parts: chosen.length === 0 && !only ? [] : ask.parts.filter((part) => part === "identity" || chosen.includes(part)),
    medicalToo: ask.medicalToo && typed(visit.request, "medisch") !== "",
    until,
  };
}

/** A question of hers that is open no more is null, and told so; any other id is nothing of hers. */
async function find(visit: Visit): Promise<ConsentAsk | null> {
  const { ask, was } = await readAsk(visit.me, idOf(visit, "ask"));
  if (!was) throw new NotFound();
  return ask;
}

const gone = (visit: Visit): FastifyReply => goTo(visit.reply, { to: list, notice: { tone: "info", text: words(visit).gone } });

function after(visit: Visit, outcome: Decided, text: string): FastifyReply {
  if (outcome.code === "done") return goTo(visit.reply, { to: list, notice: { text } });
  if (outcome.code === "not-found") throw new NotFound();
  const { wrong, plan } = portalTexts[visit.me.language];
  if (outcome.code === "changed") return goTo(visit.reply, { to: list, notice: { tone: "late", text: wrong.changed } });
  const why = outcome.code === "line-ended" ? plan.ended : outcome.code === "with-parents" ? words(visit).withParents : words(visit).gone;
  return goTo(visit.reply, { to: list, notice: { tone: "late", text: why } });
}

const showLess = async (visit: Visit, ask: ConsentAsk, values: Values, errors: Errors): Promise<FastifyReply> =>
  show(visit, visit.me.language, <LessPage me={visit.me} ask={ask} values={values} errors={errors} />);
