import { formatDay } from "../../../kit/day.ts";
import type { StuckReason, StuckWork, WorkFacts, WorkKind, WorkKinds } from "../../trajectory/workKind.ts";
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

const stuckBy: Readonly<Record<RouteStep, StuckReason>> = {
  first_referral: "referral",
  ask_home_visit: "visit",
  hold_home_visit: "visit",
  confirm_category: "category",
  conference: "conference",
  case_lead: "lead",
  reassess: "category",
};

const ofStep = (step: RouteStep): WorkKind => ({
  title: () => stepNames[step].open,
  reason: (facts) => `${since(facts)}${stepReasons[step]}`,
  by: ["assessment", "exploration", "plan"],
  ...actions[step],
  stuck: {
    reason: stuckBy[step],
    part: "category_route",
    words: (facts) => `${stepNames[step].open}. ${since(facts)}`.trim(),
    href: family("#route"),
  },
});

const since = ({ category, since }: WorkFacts): string =>
  typeof category === "string" && typeof since === "string" ? `Categorie ${category} sinds ${formatDay(since)}. ` : "";
const day = (value: WorkFacts[string] | undefined): string => (typeof value === "string" ? formatDay(value) : "");

const stuck = (words: string, atOnce?: true): StuckWork => ({
  reason: "category",
  part: "category_route",
  words: () => words,
  href: family("#nu"),
  ...(atOnce ? { atOnce } : {}),
});

/** The words of the work that an assessment and its route bring. */
export const assessmentWork: WorkKinds = {
  ...Object.fromEntries(routeSteps.map((step) => [`route.${step}`, ofStep(step)])),
  "assessment.confirm": {
    title: () => "Categorie samen bevestigen",
    reason: (facts) => `Na het huisbezoek, voorgesteld op ${day(facts["since"])}. Verloskundige en JGZ bevestigen samen.`,
    action: "Bekijken",
    by: ["assessment"],
    href: family("#nu"),
    stuck: stuck("De categorie is voorgesteld na het huisbezoek, en nog niet door beiden bevestigd."),
  },
  "assessment.differs": {
    title: () => "U en uw collega komen tot een andere categorie",
    reason: (facts) => `Sinds ${day(facts["since"])}. Bel elkaar; een van u maakt een nieuwe inschatting.`,
    action: "Bekijken",
    by: ["assessment"],
    href: family("#nu"),
    stuck: stuck("Verloskundige en JGZ komen tot een andere categorie.", true),
  },
};
