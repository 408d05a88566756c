import type { ReactElement } from "react";
import { z } from "zod";
import type { Errors } from "../../../../design/Errors.ts";
import { refuse, type Refusal } from "../../../../kit/refusal.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { dayField, optionalText, requiredText, tick, ticked } from "../../../../platform/http/fields.ts";
import { NotFound } from "../../../../platform/http/problems.ts";
import { action, form, isRole, page } from "../../../../trust/access/route.ts";
import { mayRole } from "../../../../trust/access/rules/policy.ts";
import { declineReasons, stopReasons, withdrawers, type PlanLink, type ReferralRefusal } from "../referral.ts";
import { referralRefusalText } from "../referral.texts.ts";
import { askReferral } from "../server/askReferral.ts";
import * as make from "../server/moveReferral.ts";
import { findByCode, readAsk, readReferral, readReferrals, type ReferralData } from "../server/readReferral.ts";
import { sendReferralLink } from "../server/referralLink.ts";
import { PaperCodePage, PaperPage } from "./PaperPages.tsx";
import { ReferPage } from "./ReferPage.tsx";
import * as forms from "./ReferralForms.tsx";
import { ReferralPage } from "./ReferralPage.tsx";
import { ReferralsPage } from "./ReferralsPage.tsx";
import { moveWords } from "./referralWords.ts";

const base = "/gezinnen/:trajectory/verwijzingen";
const one = `${base}/:candidate` as const;
const version = z.coerce.number().int();
type Ids = { readonly trajectory: string; readonly candidate: string };
const at = ({ trajectory, candidate }: Ids) => `/gezinnen/${trajectory}/verwijzingen/${candidate}`;
const idsOf = ({ trajectory, candidate }: Ids) => ({ trajectoryId: trajectory, candidateId: candidate });

const errorsOf = ({ code, facts }: Refusal<ReferralRefusal>): Errors => {
  if (code === "referral-not-found") throw new NotFound();
  const { field, text } = referralRefusalText(code, facts);
  return { [field]: text };
};
const orNotFound = (outcome: make.ReferralOutcome): make.ReferralOutcome => {
  if (outcome.code === "referral-not-found") throw new NotFound();
  return outcome;
};

/** A press: what is not possible is said on the page of the referral. */
const press = (
  word: string,
  trail: string,
  notice: string,
  run: (actor: Actor, seen: make.ReferralSeen) => Promise<make.ReferralOutcome>,
) =>
  action(`${one}/${word}`, {
    may: "referrals.write",
    trail,
    body: z.object({ version: version.default(0) }),
    run: (actor, ids, body) => run(actor, { ...idsOf(ids), ...body }).then(orNotFound),
    done: (_outcome, ids) => ({ to: at(ids), notice: { text: notice } }),
    refused: ({ code, facts }, ids) => ({ to: at(ids), notice: { tone: "late", text: referralRefusalText(code, facts).text } }),
  });

/** A move that asks something: its form is only there for who is a side. */
const moveForm = <Body extends z.ZodType>(
  word: string,
  trail: string,
  made: {
    body: Body;
    show(state: forms.FormProps): ReactElement;
    run(actor: Actor, seen: Omit<make.ReferralSeen, "version">, body: z.output<Body>): Promise<make.ReferralOutcome>;
    notice: string;
    may?(data: ReferralData): boolean;
  },
) =>
  form(`${one}/${word}`, {
    may: "referrals.write",
    trail: ["referral.read", trail],
    body: made.body,
    load: async (actor, { trajectory, candidate }) => {
      const data = await readReferral(actor, trajectory, candidate);
      const helps = data !== null && (data.sides.asked || (data.sides.asking && data.candidate.way !== "wieg"));
      return data !== null && (made.may?.(data) ?? helps) ? data : null;
    },
    show: made.show,
    run: (actor, ids, body) => made.run(actor, idsOf(ids), body),
    done: (_outcome, ids) => ({ to: at(ids), notice: { text: made.notice } }),
    refused: errorsOf,
  });

const side = ({ sides }: ReferralData) => sides.asked || sides.asking;
const bridge = z
  .union([z.literal(""), z.uuid("Kies uit de lijst")])
  .optional()
  .transform((id) => (id === undefined || id === "" ? null : id));
const note = optionalText(500);
/** Which part of the plan, as the form sends it: `q.` a question, `a.` an agreement. */
const planLink = z
  .string()
  .regex(/^(?:[qa]\.[0-9a-f-]{36})?$/, "Kies uit de lijst")
  .default("")
  .transform((value): PlanLink | null =>
    value === "" ? null : { kind: value.startsWith("q.") ? "question" : "agreement", id: value.slice(2) },
  );

const moveRoutes = [
  press("aannemen-nu", "referral.accepted", "U nam het aan. U ziet nu om wie het gaat.", make.acceptReferral),
  press("gezien", "referral.seen", "Het staat niet meer op uw lijst.", make.seeReferral),
  moveForm(moveWords.accept, "referral.accepted", {
    body: z.object({ version, helper: requiredText("Vul in wie gaat helpen", 120) }),
    show: (state) => <forms.AcceptForm {...state} />,
    run: (actor, ids, body) => make.acceptReferral(actor, { ...ids, ...body }),
    notice: "Vastgelegd dat de partner het aannam.",
  }),
  moveForm(moveWords.decline, "referral.declined", {
    body: z.object({ version, reason: z.enum(declineReasons, "Kies waarom niet"), note }),
    show: (state) => <forms.DeclineForm {...state} />,
    run: (actor, ids, body) => make.declineReferral(actor, { ...ids, ...body }),
    notice: "Het verzoek is afgewezen. De aanvrager is het meteen verteld.",
  }),
  moveForm(moveWords.waitlist, "referral.waitlisted", {
    body: z.object({ version, expectedOn: dayField("Vul de dag in"), bridge }),
    show: (state) => <forms.WaitlistForm {...state} />,
    run: (actor, ids, { bridge: bridgeOfferId, ...body }) => make.waitlistReferral(actor, { ...ids, ...body, bridgeOfferId }),
    notice: "Het gezin staat op de wachtlijst. De aanvrager ziet de verwachte dag.",
  }),
  moveForm("overbruggen", "referral.bridged", {
    body: z.object({ version, bridge: z.uuid("Kies wat helpt") }),
    may: (data) => side(data) && data.candidate.status.state === "waitlisted",
    show: (state) => <forms.BridgeForm {...state} />,
    run: (actor, ids, { bridge: offerId, ...body }) => make.bridgeReferral(actor, { ...ids, ...body, offerId }),
    notice: "Vastgelegd wat helpt tot er plaats is.",
  }),
  moveForm(moveWords.start, "referral.started", {
    body: z.object({ version, on: dayField("Vul de dag in") }),
    show: (state) => <forms.StartForm {...state} />,
    run: (actor, ids, body) => make.startReferral(actor, { ...ids, ...body }),
    notice: "Vastgelegd dat de hulp begon.",
  }),
  moveForm("bericht", "referral.reported", {
    body: z.object({ version, words: requiredText("Schrijf hoe het gaat", 2000) }),
    show: (state) => <forms.ReportForm {...state} />,
    run: (actor, ids, body) => make.reportReferral(actor, { ...ids, ...body }),
    notice: "Het bericht is opgeslagen.",
  }),
  moveForm(moveWords.complete, "referral.completed", {
    body: z.object({ version, words: requiredText("Schrijf hoe het ging", 2000) }),
    show: (state) => <forms.CompleteForm {...state} />,
    run: (actor, ids, body) => make.completeReferral(actor, { ...ids, ...body }),
    notice: "De hulp is afgerond.",
  }),
  moveForm(moveWords.stop, "referral.stopped", {
    body: z.object({ version, reason: z.enum(stopReasons, "Kies waarom"), note, words: optionalText(2000) }),
    show: (state) => <forms.StopForm {...state} />,
    run: (actor, ids, body) => make.stopReferral(actor, { ...ids, ...body }),
    notice: "Vastgelegd dat de hulp stopt. De aanvrager is het meteen verteld.",
  }),
  moveForm(moveWords.withdraw, "referral.withdrawn", {
    body: z.object({ version, by: z.enum(withdrawers, "Kies wie het intrekt"), note }),
    may: side,
    show: (state) => <forms.WithdrawForm {...state} />,
    run: (actor, ids, body) => make.withdrawReferral(actor, { ...ids, ...body }),
    notice: "De verwijzing is ingetrokken. De andere kant is het meteen verteld.",
  }),
];

/** Asking for help, and following it until it is closed. */
export const referralRoutes = [
  page(base, {
    may: "referrals.read",
    trail: "referral.read",
    load: async (actor, { trajectory }) => {
      const data = await readReferrals(actor, trajectory);
      return data && { data, mayRefer: isRole(actor.role) && mayRole(actor.role, "referrals", "write") };
    },
    show: (props) => <ReferralsPage {...props} />,
  }),
  form(`${base}/nieuw`, {
    may: "referrals.write",
    trail: ["referral.read", "referral.requested"],
    body: z.object({
      offers: ticked.pipe(z.array(z.uuid("Kies uit de lijst")).min(1, "Kies ten minste één aanbod").max(10, "Kies er hooguit tien")),
      question: optionalText(2000),
      urgent: z.enum(["ja", "nee"], "Kies of er haast is").transform((word) => word === "ja"),
      feedback: tick,
      full: tick,
      belongs: planLink,
    }),
    load: (actor, { trajectory }, query) => {
      const chosen = query["aanbod"];
      const idOf = (value: unknown) => z.uuid().safeParse(value).data ?? null;
      const from = query["bij"];
      return readAsk(actor, trajectory, idOf(chosen), typeof from === "string" ? idOf(from.slice(2)) : null);
    },
    show: (state) => <ReferPage {...state} />,
    run: (actor, { trajectory }, { offers, feedback, full, belongs, ...body }) =>
      askReferral(actor, {
        ...body,
        trajectoryId: trajectory,
        offerIds: offers,
        feedbackAllowed: feedback,
        evenIfFull: full,
        link: belongs,
      }),
    done: ({ candidateId }, { trajectory }) => ({
      to: at({ trajectory, candidate: candidateId }),
      notice: { text: "De verwijzing is verstuurd. U ziet hier tot het einde hoe het staat." },
    }),
    refused: errorsOf,
  }),
  page(one, {
    may: "referrals.read",
    trail: "referral.read",
    load: (actor, { trajectory, candidate }) => readReferral(actor, trajectory, candidate),
    show: (data) => <ReferralPage data={data} />,
  }),
  page(`${one}/papier`, {
    may: "referrals.write",
    trail: "referral.read",
    load: async (actor, { trajectory, candidate }) => {
      const data = await readReferral(actor, trajectory, candidate);
      return data?.sides.asking && data.candidate.paperCode !== null ? data : null;
    },
    show: (data) => <PaperPage data={data} />,
  }),
  action(`${one}/link`, {
    may: "referrals.write",
    trail: "referral.link-sent",
    body: z.object({}),
    run: (actor, ids) => sendReferralLink(actor, idsOf(ids)).then(orNotFound),
    done: (_outcome, ids) => ({ to: at(ids), notice: { text: "De link is verstuurd. Bel nu, en lees de code voor die hier staat." } }),
    refused: ({ code, facts }, ids) => ({ to: at(ids), notice: { tone: "late", text: referralRefusalText(code, facts).text } }),
  }),
  form("/verwijzingen/papier", {
    may: "referrals.write",
    trail: "referral.read",
    body: z.object({ code: requiredText("Vul de code in", 20) }),
    load: async () => ({}),
    show: ({ values, errors }) => <PaperCodePage values={values} errors={errors} />,
    run: async (actor, _params, { code }) => {
      const found = await findByCode(actor, code);
      return found === null
        ? refuse("referral-code-unknown")
        : { code: "done" as const, trajectory: found.trajectoryId, candidate: found.id };
    },
    done: (found) => ({ to: at(found) }),
    refused: ({ code }) => ({ code: referralRefusalText(code).text }),
  }),
  ...moveRoutes,
];
