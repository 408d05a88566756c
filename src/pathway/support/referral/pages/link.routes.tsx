import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { parseDay } from "../../../../kit/day.ts";
import { showPage } from "../../../../platform/http/mount.ts";
import { own } from "../../../../trust/access/route.ts";
import { declineReasons } from "../referral.ts";
import { answerReferralLink, openReferralLink, type LinkRefusal } from "../server/referralLink.ts";
import type { LinkAnswer } from "../server/referralLink.store.ts";
import { codeIn, LinkCodePage, LinkGonePage, tokenIn, typedIn } from "../../../../trust/oneTimeLink/pages/linkDoor.tsx";
import { LinkDonePage, LinkRequestPage } from "./LinkPages.tsx";

const again = (request: FastifyRequest): string => `/verwijzing/${encodeURIComponent(tokenIn(request))}`;
const gone = (request: FastifyRequest, reply: FastifyReply) => showPage(request, reply.code(404), <LinkGonePage again={again(request)} />);

const answerOf = z
  .object({
    answer: z.enum(["accepted", "waitlisted", "declined"], "Kies uw antwoord"),
    helper: z.string().max(120, "Gebruik hoogstens 120 tekens"),
    expectedOn: z.string(),
    reason: z.union([z.literal(""), z.enum(declineReasons)]),
    note: z.string().max(500, "Gebruik hoogstens 500 tekens"),
  })
  .superRefine(({ answer, helper, expectedOn, reason, note }, context) => {
    const wrong = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
    if (answer === "accepted" && helper === "") wrong("helper", "Vul in wie gaat helpen");
    if (answer === "waitlisted" && parseDay(expectedOn) === null) wrong("expectedOn", "Vul een dag in zoals 12-3-2027");
    if (answer === "declined" && reason === "") wrong("reason", "Kies waarom niet");
    if (answer === "declined" && reason === "other" && note === "") wrong("note", "Schrijf kort waarom niet");
  })
  .transform(
    ({ answer, helper, expectedOn, reason, note }): LinkAnswer => ({
      state: answer,
      helper: answer === "accepted" ? helper : null,
      expectedOn: answer === "waitlisted" ? parseDay(expectedOn) : null,
      reason: answer === "declined" ? reason : null,
      note: note === "" ? null : note,
    }),
  );

const refusalErrors: Readonly<Record<Exclude<LinkRefusal, "link-gone">, Readonly<Record<string, string>>>> = {
  "referral-no-consent": { answer: "Het gezin staat op dit moment niet toe dat u weet om wie het gaat. Bel wie u dit vroeg." },
  "referral-day-wrong": { expectedOn: "Deze dag kan niet" },
};

/** A partner without an account reads a request and answers it, once. Opening the link uses nothing up: mail programs open links too. */
export const referralLinkRoutes = [
  own("/verwijzing/:link", {
    may: "public",
    trail: "referral.link-opened",
    method: "GET",
    handle: async (request, reply) => showPage(request, reply, <LinkCodePage action={again(request)} />),
  }),
  own("/verwijzing/:link", {
    may: "public",
    trail: ["referral.link-opened", "referral.request-read"],
    method: "POST",
    formToken: true,
    handle: async (request, reply, _actor, origin) => {
      const [token, code] = [tokenIn(request), codeIn(request)];
      const asked = await openReferralLink(origin, token, code);
      return asked ? showPage(request, reply, <LinkRequestPage token={token} code={code} request={asked} />) : gone(request, reply);
    },
  }),
  own("/verwijzing/:link/antwoord", {
    may: "public",
    trail: ["referral.link-opened", "referral.request-read", "referral.link-answered"],
    method: "POST",
    formToken: true,
    handle: async (request, reply, _actor, origin) => {
      const [token, code] = [tokenIn(request), codeIn(request)];
      const values = Object.fromEntries(["answer", "helper", "expectedOn", "reason", "note"].map((name) => [name, typedIn(request, name)]));
      const read = answerOf.safeParse(values);
      const outcome = read.success ? await answerReferralLink(origin, token, code, read.data) : null;
      if (outcome?.code === "done") return showPage(request, reply, <LinkDonePage answered={outcome} />);
      const asked = outcome?.code === "link-gone" ? null : await openReferralLink(origin, token, code);
      if (!asked) return gone(request, reply);
      const errors = read.success
        ? outcome && outcome.code !== "link-gone"
          ? refusalErrors[outcome.code]
          : {}
        : Object.fromEntries(read.error.issues.map(({ path, message }) => [String(path[0] ?? "form"), message]));
      return showPage(
        request,
        reply.code(422),
        <LinkRequestPage token={token} code={code} request={asked} values={values} errors={errors} />,
      );
    },
  }),
];
