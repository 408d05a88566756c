import { addDays, daysBetween, type Day } from "../../../kit/day.ts";
import { addWorkingDays } from "../../../kit/workingDays.ts";
import type { Category, Route, RouteStep, StepOutcome } from "../assessment.ts";
import { routeOf } from "./routeOf.ts";
import { routeTerms, type RouteTerms } from "./routeTerms.ts";

/** What is known of a line when its steps are asked for. */
export interface RouteFacts {
  readonly category: Category;
  /** Since when it is this category without a break: terms run from here. */
  readonly since: Day;
  /** The newest assessment, also when it came to the same category. */
  readonly assessedOn: Day;
  readonly today: Day;
  readonly dueDate: Day | null;
  readonly bornOn: Day | null;
  /** Steps that ended. A change of category puts a step before the family again, unless it was done once for the whole line. */
  readonly settled: readonly SettledStep[];
}

export interface SettledStep {
  readonly step: RouteStep;
  readonly outcome: StepOutcome;
  readonly on: Day;
  /** It ended under the present category. */
  readonly underThisCategory: boolean;
}

export interface Step {
  readonly step: RouteStep;
  /** `later`: its turn has not come, such as a visit that was not asked for yet. */
  readonly state: "done" | "declined" | "now" | "late" | "later";
  /** Last day of its term; null where the term only starts with an earlier step. */
  readonly dueOn: Day | null;
  readonly settledOn: Day | null;
}

/** Done once, these hold for the whole line; the others are asked again under another category. */
const onceForTheLine: readonly RouteStep[] = ["ask_home_visit", "hold_home_visit", "case_lead"];

/** What has to happen on this route, in order, with its terms [domain 3.3]. A refusal is kept and the line goes on without that step. */
export function stepsOf(route: Route, facts: RouteFacts, terms: RouteTerms = routeTerms): readonly Step[] {
  if (route !== routeOf(facts.category)) throw new Error(`Category ${facts.category} does not lead to route ${route}.`);
  const steps = route === 1 ? reassessment(facts, terms) : supportedRoute(facts, terms);
  return steps.map((step) => withState(step, facts.today));
}

interface Planned {
  readonly step: RouteStep;
  readonly dueOn: Day | null;
  readonly settled: SettledStep | null;
}

function supportedRoute(facts: RouteFacts, terms: RouteTerms): readonly Planned[] {
  const { category, since } = facts;
  const steps: Planned[] = [];
  const add = (step: RouteStep, dueOn: Day | null) => steps.push({ step, dueOn, settled: settledStep(facts, step) });
  if (category === "d") add("first_referral", addWorkingDays(since, terms.firstReferralWorkingDays));
  steps.push(...homeVisit(facts, terms));
  if (category === "c") add("conference", addDays(since, terms.conferenceDaysC));
  if (category === "d") add("conference", addDays(since, terms.conferenceDaysD));
  if (category === "b") add("case_lead", addDays(since, terms.caseLeadDays));
  return steps;
}

/** The prenatal home visit and what follows from it. After the birth a visit that was not held falls off: it is prenatal. */
function homeVisit(facts: RouteFacts, terms: RouteTerms): readonly Planned[] {
  const asked = settledStep(facts, "ask_home_visit");
  const held = settledStep(facts, "hold_home_visit");
  const refused = asked?.outcome === "declined" ? asked : held?.outcome === "declined" ? held : null;
  const steps: Planned[] = [];
  if (facts.bornOn === null || asked)
    steps.push({ step: "ask_home_visit", dueOn: addDays(facts.since, terms.askHomeVisitDays), settled: asked });
  if (asked?.outcome !== "declined" && (facts.bornOn === null || held))
    steps.push({ step: "hold_home_visit", dueOn: asked ? lastDayOfVisit(asked.on, facts.dueDate, terms) : null, settled: held });
  if (refused === null && (facts.bornOn === null || held))
    steps.push({
      step: "confirm_category",
      dueOn: held ? addDays(held.on > facts.since ? held.on : facts.since, terms.confirmDays) : null,
      settled: settledStep(facts, "confirm_category"),
    });
  return steps;
}

/** 21 days after it was asked, and before week 34 unless that week is already here. */
function lastDayOfVisit(askedOn: Day, dueDate: Day | null, terms: RouteTerms): Day {
  const byRequest = addDays(askedOn, terms.holdHomeVisitDays);
  if (dueDate === null) return byRequest;
  const byPregnancy = addDays(dueDate, terms.holdHomeVisitBeforeWeek * 7 - terms.pregnancyDays - 1);
  return byPregnancy > askedOn && byPregnancy < byRequest ? byPregnancy : byRequest;
}

/** Category a: at least one assessment in each trimester and one at the close of the maternity period. */
function reassessment(facts: RouteFacts, terms: RouteTerms): readonly Planned[] {
  const dueOn = nextAssessment(facts, terms);
  return dueOn === null ? [] : [{ step: "reassess", dueOn, settled: null }];
}

function nextAssessment({ assessedOn, dueDate, bornOn }: RouteFacts, terms: RouteTerms): Day | null {
  const birth = bornOn ?? dueDate;
  if (birth === null) return null;
  const close = addDays(birth, terms.maternityPeriodDays);
  if (bornOn !== null) return assessedOn < bornOn ? close : null;
  const day = terms.pregnancyDays - daysBetween(assessedOn, birth);
  const ends = [...terms.trimesterStartsInWeek.map((week) => week * 7 - 1), terms.pregnancyDays];
  const present = ends.findIndex((end) => day <= end);
  const next = present === -1 ? undefined : ends[present + 1];
  return next === undefined ? close : addDays(birth, next - terms.pregnancyDays);
}

function settledStep(facts: RouteFacts, step: RouteStep): SettledStep | null {
  const counts = facts.settled.filter(
    (one) => one.step === step && (one.underThisCategory || (one.outcome === "done" && onceForTheLine.includes(step))),
  );
  return counts.find((one) => one.outcome === "done") ?? counts.at(-1) ?? null;
}

function withState({ step, dueOn, settled }: Planned, today: Day): Step {
  if (settled) return { step, state: settled.outcome, dueOn, settledOn: settled.on };
  return { step, state: dueOn === null ? "later" : dueOn < today ? "late" : "now", dueOn, settledOn: null };
}
