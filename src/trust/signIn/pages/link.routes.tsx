import type { FastifyReply, FastifyRequest } from "fastify";
import { showPage } from "../../../platform/http/mount.ts";
import { own } from "../../access/route.ts";
import {
  beginLinkPasskey,
  choosePassword,
  finishWithCode,
  finishWithPasskey,
  openLink,
  showNewCodeApp,
  type Chosen,
} from "../server/newMeans.ts";
import { readStepCookie, writeStepCookie } from "../server/sessionCookie.ts";
import { sayRefusal } from "../signIn.texts.ts";
import { LinkCodePage, LinkDonePage, LinkGonePage, LinkPage } from "./LinkPages.tsx";
import { addressValue, follow, keepOutcome, typedValue, visitorOf } from "./visitor.ts";

const tokenOf = (request: FastifyRequest): string => addressValue(request, "link");

/** Choosing one's means of signing in, behind a one-time link. */
export const linkRoutes = [
  own("/uitnodiging/:link", {
    may: "public",
    trail: "account.link",
    method: "GET",
    handle: async (request, reply) => {
      const link = await openLink(visitorOf(request), tokenOf(request));
      return link ? showPage(request, reply, <LinkPage token={tokenOf(request)} link={link} />) : gone(request, reply);
    },
  }),
  own("/uitnodiging/:link", {
    may: "public",
    trail: "account.link",
    method: "POST",
    formToken: true,
    handle: async (request, reply) => {
      const token = tokenOf(request);
      const same = typedValue(request, "wachtwoord") === typedValue(request, "nogmaals");
      const outcome = same ? await choosePassword(visitorOf(request), token, typedValue(request, "wachtwoord")) : undefined;
      if (outcome?.code === "done") return follow(request, reply, outcome);
      const link = outcome === null ? null : await openLink(visitorOf(request), token);
      if (!link) return gone(request, reply);
      const errors = outcome ? { wachtwoord: sayRefusal(outcome) } : { nogmaals: "Dit is niet hetzelfde wachtwoord" };
      return showPage(request, reply.code(422), <LinkPage token={token} link={link} errors={errors} />);
    },
  }),
  own("/uitnodiging/:link/code", {
    may: "public",
    trail: "account.link",
    method: "GET",
    handle: async (request, reply) => {
      const app = await showNewCodeApp(tokenOf(request), readStepCookie(request));
      return app ? showPage(request, reply, <LinkCodePage token={tokenOf(request)} app={app} />) : gone(request, reply);
    },
  }),
  own("/uitnodiging/:link/code", {
    may: "public",
    trail: ["account.activated", "session.started"],
    method: "POST",
    formToken: true,
    handle: async (request, reply) => {
      const outcome = await finishWithCode(visitorOf(request), tokenOf(request), readStepCookie(request), typedValue(request, "code"));
      if (outcome?.code === "done") return chosen(request, reply, outcome);
      const app = outcome ? await showNewCodeApp(tokenOf(request), readStepCookie(request)) : null;
      if (!app || !outcome) return gone(request, reply);
      return showPage(request, reply.code(422), <LinkCodePage token={tokenOf(request)} app={app} errors={{ code: sayRefusal(outcome) }} />);
    },
  }),
  own("/uitnodiging/:link/toegangssleutel/begin", {
    may: "public",
    trail: "account.link",
    method: "POST",
    formToken: true,
    handle: async (request, reply) => {
      const asked = await beginLinkPasskey(visitorOf(request), tokenOf(request));
      if (!asked) return reply.code(404).send({});
      writeStepCookie(reply, asked.step);
      return reply.send(asked.options);
    },
  }),
  own("/uitnodiging/:link/toegangssleutel", {
    may: "public",
    trail: ["account.activated", "session.started"],
    method: "POST",
    formToken: true,
    handle: async (request, reply) => {
      const token = tokenOf(request);
      const outcome = await finishWithPasskey(visitorOf(request), token, readStepCookie(request), typedValue(request, "antwoord"));
      if (outcome?.code === "done") return chosen(request, reply, outcome);
      const link = outcome ? await openLink(visitorOf(request), token) : null;
      if (!link || !outcome) return gone(request, reply);
      return showPage(request, reply.code(422), <LinkPage token={token} link={link} errors={{ form: sayRefusal(outcome) }} />);
    },
  }),
];

const gone = (request: FastifyRequest, reply: FastifyReply) => showPage(request, reply.code(404), <LinkGonePage />);

/** The account works: codes on paper are shown now, and never again. Without any she goes straight on. */
async function chosen(request: FastifyRequest, reply: FastifyReply, { after, codes }: Chosen): Promise<FastifyReply> {
  if (after.code === "done" && codes.length === 0) return follow(request, reply, after);
  if (after.code === "done") await keepOutcome(request, reply, after);
  const [to, toLabel] = after.code === "done" ? [after.to, "Verder naar Wieg"] : ["/aanmelden", "Naar aanmelden"];
  return showPage(request, reply, <LinkDonePage codes={codes} to={to} toLabel={toLabel} />);
}
