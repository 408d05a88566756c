import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { Errors, Values } from "../../design/Errors.ts";
import { goTo } from "../../platform/http/mount.ts";
import { NotFound } from "../../platform/http/problems.ts";
import type { OwnConsent, OwnReferral } from "../portal.ts";
import { portalTexts } from "../portal.texts.ts";
import { agreeToPlan, sayNoToReferral, sayYesToReferral, sharePlan, takeConsentBack, type Decided } from "../server/decide.ts";
import { forgetFamily } from "../server/familyCookie.ts";
import { beginOwnThread } from "../server/ownMessages.ts";
import {
  printOwnPlan,
  readHome,
  readLooks,
  readOwnConsents,
  readOwnPlan,
  readOwnReferrals,
  readPartnerHome,
  readTeam,
} from "../server/readPortal.ts";
import { addOwnPasskey, beginOwnPasskey, stopOwnPages } from "../server/signIn.ts";
import { ConsentsPage, HelpPage, isOpen, NoHelpPage, TakeBackPage } from "./ChoicePages.tsx";
import { askedRoutes } from "./asked.routes.tsx";
import { AccountPage, HomePage, LookedPage, PeoplePage } from "./OwnPages.tsx";
import { PartnerHomePage } from "./PartnerPages.tsx";
import { NotRightPage, OwnPlanPage } from "./PlanPages.tsx";
import { everyones, familyRoute, idOf, param, plansReader, show, typed, typedValues, versionOf, type Visit } from "./relative.ts";
import { ownStudyRoutes, wordsOf } from "./study.routes.tsx";
import { talkRoutes } from "./talk.routes.tsx";

const words = ({ me }: Visit) => portalTexts[me.language];

/** What came of a press: done, something changed meanwhile, or it is not hers. */
function after(visit: Visit, outcome: Decided, to: string, text: string): FastifyReply {
  if (outcome.code === "done") return goTo(visit.reply, { to, notice: { text } });
  if (outcome.code === "not-found") throw new NotFound();
  const { plan, help, wrong } = words(visit);
  const why = outcome.code === "changed" ? wrong.changed : outcome.code === "line-ended" ? plan.ended : help.gone;
  return goTo(visit.reply, { to, notice: { tone: "late", text: why } });
}

const said = z.string().trim().min(2).max(5000);

const plan = [
  familyRoute(
    "GET",
    "/mijn/plan",
    "portal.plan-read",
    async (visit) => show(visit, visit.me.language, <OwnPlanPage me={visit.me} data={await readOwnPlan(visit.me)} />),
    plansReader,
  ),
  familyRoute("POST", "/mijn/plan/akkoord", "portal.plan-agreed", async (visit) => {
    const outcome = await agreeToPlan(visit.me, typed(visit.request, "gezien"));
    return after(visit, outcome.code === "agreed-already" ? { code: "done" } : outcome, "/mijn/plan", words(visit).plan.agreed);
  }),
  familyRoute("GET", "/mijn/plan/klopt-niet", "portal.plan-read", async (visit) => showNotRight(visit, {}, {})),
  familyRoute("POST", "/mijn/plan/klopt-niet", ["portal.message-begun", "portal.plan-read"], async (visit) => {
    const text = said.safeParse(typed(visit.request, "woorden"));
    if (!text.success)
      return showNotRight({ ...visit, reply: visit.reply.code(422) }, typedValues(visit.request, "woorden"), {
        woorden: words(visit).messages.tooShort,
      });
    const begun = await beginOwnThread(visit.me, "plan", text.data);
    if (begun.code === "nobody")
      return goTo(visit.reply, { to: "/mijn/plan", notice: { tone: "late", text: words(visit).messages.noReaders } });
    return after(visit, begun, "/mijn/plan", words(visit).plan.notRightSent);
  }),
  familyRoute("GET", "/mijn/plan.pdf", "portal.plan-printed", async (visit) => {
    const pdf = await printOwnPlan(visit.me);
    if (pdf === null) return goTo(visit.reply, { to: "/mijn/plan", notice: { tone: "late", text: words(visit).plan.cantPrint } });
    return visit.reply.header("content-disposition", 'attachment; filename="plan.pdf"').type("application/pdf").send(Buffer.from(pdf));
  }),
];

const help = [
  familyRoute("GET", "/mijn/hulp", "portal.referrals-read", async (visit) =>
    show(visit, visit.me.language, <HelpPage me={visit.me} referrals={await readOwnReferrals(visit.me)} />),
  ),
  familyRoute("POST", "/mijn/hulp/:candidate/ja", "portal.referral-agreed", async (visit) =>
    after(visit, await sayYesToReferral(visit.me, idOf(visit, "candidate")), "/mijn/hulp", words(visit).help.saidYesNow),
  ),
  familyRoute("GET", "/mijn/hulp/:candidate/nee", "portal.referrals-read", async (visit) => {
    const one: OwnReferral | undefined = (await readOwnReferrals(visit.me)).find(({ id }) => id === param(visit.request, "candidate"));
    if (!one || !isOpen(one)) throw new NotFound();
    return show(visit, visit.me.language, <NoHelpPage me={visit.me} one={one} />);
  }),
  familyRoute("POST", "/mijn/hulp/:candidate/nee", "portal.referral-withdrawn", async (visit) =>
    after(
      visit,
      await sayNoToReferral(visit.me, { id: idOf(visit, "candidate"), version: versionOf(visit) }),
      "/mijn/hulp",
      words(visit).help.saidNo,
    ),
  ),
];

/** Done each time it is pressed: a form that was sent before must not be answered with what came of it then, while the other press came after. */
const eachTime = (me: Visit["me"]): Visit["me"] => ({ ...me, requestKey: null });

const consents = [
  ...ownStudyRoutes,
  familyRoute(
    "GET",
    "/mijn/toestemming",
    "portal.consents-read",
    async (visit) =>
      show(visit, visit.me.language, <ConsentsPage me={visit.me} words={wordsOf(visit.me)} {...(await readOwnConsents(visit.me))} />),
    everyones,
  ),
  familyRoute("POST", "/mijn/toestemming/partner/ja", "portal.plan-shared", async (visit) => {
    const outcome = await sharePlan(eachTime(visit.me), true);
    if (outcome.code === "with-parents")
      return goTo(visit.reply, { to: "/mijn/toestemming", notice: { tone: "late", text: words(visit).asks.withParents } });
    return after(visit, outcome, "/mijn/toestemming", words(visit).partner.shared);
  }),
  familyRoute("POST", "/mijn/toestemming/partner/nee", "portal.plan-unshared", async (visit) =>
    after(visit, await sharePlan(eachTime(visit.me), false), "/mijn/toestemming", words(visit).partner.unshared),
  ),
  familyRoute(
    "GET",
    "/mijn/toestemming/:consent",
    "portal.consents-read",
    async (visit) => {
      const one: OwnConsent | undefined = (await readOwnConsents(visit.me)).consents.find(
        ({ id }) => id === param(visit.request, "consent"),
      );
      if (!one) throw new NotFound();
      return show(visit, visit.me.language, <TakeBackPage me={visit.me} one={one} />);
    },
    everyones,
  ),
  familyRoute(
    "POST",
    "/mijn/toestemming/:consent",
    "portal.consent-withdrawn",
    async (visit) =>
      after(
        visit,
        await takeConsentBack(visit.me, { id: idOf(visit, "consent"), version: versionOf(visit) }),
        "/mijn/toestemming",
        words(visit).consents.taken,
      ),
    everyones,
  ),
];

const account = [
  familyRoute(
    "GET",
    "/mijn/account",
    "portal.read",
    async (visit) => show(visit, visit.me.language, <AccountPage me={visit.me} />),
    everyones,
  ),
  familyRoute(
    "POST",
    "/mijn/account/toegangssleutel/begin",
    "portal.means-changed",
    async ({ reply, me }) => reply.send(await beginOwnPasskey(me)),
    everyones,
  ),
  familyRoute(
    "POST",
    "/mijn/account/toegangssleutel",
    "portal.means-changed",
    async (visit) => {
      const outcome = await addOwnPasskey({ ...visit.me, requestKey: null }, typed(visit.request, "antwoord"));
      const { own, door } = words(visit);
      return goTo(visit.reply, {
        to: "/mijn/account",
        notice: outcome.code === "done" ? { text: own.added } : { tone: "late", text: door.notRight },
      });
    },
    everyones,
  ),
  familyRoute(
    "POST",
    "/mijn/account/stoppen",
    "portal.stopped",
    async (visit) => {
      await stopOwnPages({ ...visit.me, requestKey: null });
      forgetFamily(visit.reply);
      return goTo(visit.reply, { to: "/mijn/aanmelden", notice: { text: words(visit).own.stopped } });
    },
    everyones,
  ),
];

/** The family's own pages. */
export const portalRoutes = [
  familyRoute(
    "GET",
    "/mijn",
    "portal.read",
    async (visit) =>
      show(
        visit,
        visit.me.language,
        visit.me.isMother ? (
          <HomePage me={visit.me} data={await readHome(visit.me)} />
        ) : (
          <PartnerHomePage me={visit.me} data={await readPartnerHome(visit.me)} />
        ),
      ),
    everyones,
  ),
  ...plan,
  ...help,
  ...consents,
  ...talkRoutes,
  ...askedRoutes,
  familyRoute("GET", "/mijn/mensen", "portal.read", async (visit) =>
    show(visit, visit.me.language, <PeoplePage me={visit.me} {...(await readTeam(visit.me))} />),
  ),
  familyRoute("GET", "/mijn/inzage", "portal.trail-read", async (visit) =>
    show(visit, visit.me.language, <LookedPage me={visit.me} looks={await readLooks(visit.me)} />),
  ),
  ...account,
];

const showNotRight = async (visit: Visit, values: Values, errors: Errors): Promise<FastifyReply> =>
  show(visit, visit.me.language, <NotRightPage me={visit.me} values={values} errors={errors} />);
