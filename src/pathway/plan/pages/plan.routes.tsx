import { NotFound } from "../../../platform/http/problems.ts";
import { goTo } from "../../../platform/http/mount.ts";
import type { Next, Route } from "../../../platform/http/route.ts";
import { action, form, own, page, type Permission } from "../../../trust/access/route.ts";
import type { ConferenceOffer } from "../conferenceOffer.ts";
import type { PlanRefusal } from "../familyPlan.ts";
import { planRefusals } from "../familyPlan.texts.ts";
import type { HelpForPlan } from "../planHelp.ts";
import { agreePlan } from "../server/agreePlan.ts";
import { askConference } from "../server/askConference.ts";
import { printPlan } from "../server/printPlan.ts";
import { readPlan, readPlanForm } from "../server/readPlan.ts";
import { readVersion } from "../server/readVersion.ts";
import { setAside, takeOver } from "../server/takeOver.ts";
import { AgreePage } from "./AgreePage.tsx";
import { ConferencePage } from "./ConferencePage.tsx";
import { agreeBody, conferenceBody, errorsOf, setAsideBody, sourceOf, takeOverBody } from "./planFields.ts";
import { planEntryRoutes } from "./planEntry.routes.tsx";
import { PlanPage } from "./PlanPage.tsx";
import { printProblem } from "./printProblem.ts";
import { VersionPage } from "./VersionPage.tsx";

const base = "/gezinnen/:trajectory/plan";
const planOf = ({ trajectory }: { trajectory: string }): string => `/gezinnen/${trajectory}/plan`;

/** Not hers to see: the same answer as for what does not exist. */
function refusedPress(params: { trajectory: string }, code: PlanRefusal): Next {
  if (code === "not-visible") throw new NotFound();
  return { to: planOf(params), notice: { tone: "info", text: planRefusals[code][1] } };
}

const agreeRoute = form(`${base}/akkoord`, {
  may: "plan.write",
  trail: ["plan.read", "plan.agreed"],
  load: (actor, { trajectory }) => readPlanForm(actor, trajectory),
  body: agreeBody,
  show: (state) => <AgreePage {...state} />,
  run: (actor, { trajectory }, body) => agreePlan(actor, { trajectoryId: trajectory, ...body }),
  done: ({ number }, params) => ({ to: planOf(params), notice: { text: `Vastgelegd: het gezin is akkoord. Dit is versie ${number}.` } }),
  refused: errorsOf,
});

const proposalRoutes = [
  action(`${base}/overnemen`, {
    may: "plan.write",
    trail: "plan.taken-over",
    body: takeOverBody,
    run: (actor, { trajectory }, body) => takeOver(actor, { trajectoryId: trajectory, source: sourceOf(body), as: body.as }),
    done: (_outcome, params) => ({
      to: planOf(params),
      notice: { text: "Overgenomen. Kijk of de dag en de persoon kloppen; u kunt alles nog wijzigen." },
    }),
    refused: ({ code }, params) => refusedPress(params, code),
  }),
  action(`${base}/opzij`, {
    may: "plan.write",
    trail: "plan.set-aside",
    body: setAsideBody,
    run: (actor, { trajectory }, body) => setAside(actor, { trajectoryId: trajectory, source: sourceOf(body), aside: body.aside === "ja" }),
    done: (_outcome, params) => ({ to: planOf(params) }),
    refused: ({ code }, params) => refusedPress(params, code),
  }),
];

/** The plan on paper, or back to its page with the reason why it cannot be. */
const paper = (address: string) =>
  own(address, {
    may: "plan.read",
    trail: "plan.printed",
    method: "GET",
    handle: async (request, reply, actor) => {
      const params = request.params as { trajectory: string; version?: string };
      if (!actor) throw new NotFound();
      const printed = await printPlan(actor, params.trajectory, params.version ?? null);
      if (printed === "not-visible") throw new NotFound();
      if (typeof printed === "string") return goTo(reply, { to: `${planOf(params)}?papier=${printed}` });
      return reply.type("application/pdf").header("content-disposition", 'inline; filename="gezinsplan.pdf"').send(Buffer.from(printed));
    },
  });

/** The addresses of the family plan. The conference and the support come later on the pathway: main passes in what they offer. */
export const planRoutes = (offer: ConferenceOffer, support: HelpForPlan): readonly Route<Permission>[] => [
  page(base, {
    may: "own_agreements.read",
    trail: "plan.read",
    load: async (actor, { trajectory }, query) => {
      const data = await readPlan(actor, trajectory, offer, support);
      return data && { data, problem: printProblem(query["papier"], data.content) };
    },
    show: (state) => <PlanPage {...state} />,
  }),
  ...planEntryRoutes,
  ...proposalRoutes,
  agreeRoute,
  page(`${base}/versies/:version`, {
    may: "plan.read",
    trail: "plan.read",
    load: (actor, { trajectory, version }) => readVersion(actor, trajectory, version),
    show: (data) => <VersionPage {...data} />,
  }),
  paper(`${base}/afdruk.pdf`),
  paper(`${base}/versies/:version/afdruk.pdf`),
  form(`${base}/overleg`, {
    may: "plan.write",
    trail: ["plan.read", "plan.conference-asked"],
    load: (actor, { trajectory }) => readPlan(actor, trajectory, offer, support),
    body: conferenceBody,
    show: (state) => <ConferencePage {...state} />,
    run: (actor, { trajectory }, body) => askConference(actor, offer, { trajectoryId: trajectory, ...body }),
    done: (_outcome, params) => ({ to: planOf(params), notice: { text: "Dit gezin staat op de lijst voor het overleg." } }),
    refused: errorsOf,
  }),
];
