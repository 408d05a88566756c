import { formatDay } from "../../../kit/day.ts";
import type { WorkFacts, WorkKind, WorkKinds } from "../../trajectory/workKind.ts";
import { routeSteps, type RouteStep } from "../assessment.ts";
import { stepNames, stepReasons } from "../assessment.texts.ts";

const family =
  (part: string) =>
  ({ trajectoryId }: { trajectoryId: string | null }) =>
    `/gezinnen/${trajectoryId ?? ""}${part}`;

/** Where the one action of a step leads. */
const actions: Readonly<Record<RouteStep, Pick<WorkKind, "action" | "href">>> = {
  first_referral: { action: "Bekijken", href: family("#route") },
  ask_home_visit: { action: "Aanvragen", href: family("/huisbezoeken/nieuw") },
  hold_home_visit: { action: "Bekijken", href: family("#route") },
  confirm_category: { action: "Bekijken", href: family("#nu") },
  conference: { action: "Inbrengen", href: () => "/overleggen" },
  case_lead: { action: "Overdragen", href: family("/regie") },
  reassess: { action: "Inschatten", href: family("/inschatting") },
};

const ofStep = (step: RouteStep): WorkKind => ({
  title: () => stepNames[step].open,
  reason: (facts) => `${since(facts)}${stepReasons[step]}`,
  by: ["assessment", "exploration", "plan"],
  ...actions[step],
});

const since = ({ category, since }: WorkFacts): string =>
  typeof category === "string" && typeof since === "string" ? `Categorie ${category} sinds ${formatDay(since)}. ` : "";
const day = (value: WorkFacts[string] | undefined): string => (typeof value === "string" ? formatDay(value) : "");

/** The words of the work that an assessment and its route bring. */
export const assessmentWork: WorkKinds = {
  ...Object.fromEntries(routeSteps.map((step) => [`route.${step}`, ofStep(step)])),
  "assessment.confirm": {
    title: () => "Categorie samen bevestigen",
    reason: (facts) => `Na het huisbezoek, voorgesteld op ${day(facts["since"])}. Verloskundige en JGZ bevestigen samen.`,
    action: "Bekijken",
    by: ["assessment"],
    href: family("#nu"),
  },
  "assessment.differs": {
    title: () => "U en uw collega komen tot een andere categorie",
    reason: (facts) => `Sinds ${day(facts["since"])}. Bel elkaar; een van u maakt een nieuwe inschatting.`,
    action: "Bekijken",
    by: ["assessment"],
    href: family("#nu"),
  },
};
