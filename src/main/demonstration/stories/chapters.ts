import type { Category } from "../../../pathway/assessment/assessment.ts";
import { addDays } from "../../../kit/day.ts";
import { parkstad } from "../organisations.ts";
import { storyDay } from "../storyDay.ts";
import { daysAgo } from "./daysAgo.ts";
import { familyPlan } from "./planChapter.ts";
import { takesPart } from "./studyStories.ts";
import type { Scene } from "./storyline.ts";

/** Chapters that many stories have. `ago`: the day on which a chapter begins, in days ago. */

const noticed: Readonly<Record<Category, readonly (readonly string[])[]>> = {
  a: [["network"], ["stable-family", "resilience"], ["accepts-help"]],
  b: [
    ["stress", "network"],
    ["low-literacy", "accepts-help"],
    ["single-parent", "network"],
    ["young-mother", "stable-family"],
  ],
  c: [
    ["debt", "limited-network"],
    ["psychosocial", "stress"],
    ["housing", "unemployment", "accepts-help"],
    ["relationship", "limited-network"],
  ],
  d: [
    ["debt", "no-home"],
    ["psychiatric", "limited-network", "medical"],
  ],
};

/** Something is noticed, talked about, and assessed. Of d the first referral is made the same day. */
export function concern({ cast, acts, at }: Scene, ago: number, category: Category): void {
  const factors = cast.chance.oneOf(noticed[category]);
  at(ago, (on) => acts.signal(factors, on));
  at(ago - 1, () => acts.assess(category));
  if (category === "d") at(ago - 1, () => acts.report("first_referral"));
}

const visitSteps = ["asked", "accepted", "planned", "held", "reported", "confirmed"] as const;
type VisitStep = (typeof visitSteps)[number];

/** The visit, from the family's yes until both confirm the category; it takes 18 days. */
export function visit({ cast, acts, at }: Scene, ago: number, category: Category, until: VisitStep = "confirmed"): void {
  const reached = (step: VisitStep) => visitSteps.indexOf(until) >= visitSteps.indexOf(step);
  at(ago, (on) => acts.allowVisit(on));
  at(ago, (on) => acts.allowTriangle(on));
  at(ago, () => acts.askVisit({ urgent: category === "d" }));
  if (reached("accepted")) at(ago - 2, () => acts.acceptVisit());
  if (reached("planned")) {
    const on = storyDay(cast.today, ago - 10);
    at(ago - 3, () => acts.scheduleVisit(on));
    at(ago - 4, () => acts.arrangeInterpreter());
  }
  if (reached("held")) at(ago - 10, (on) => acts.holdVisit(on));
  if (reached("reported")) at(ago - 12, () => acts.reportVisit(category));
  if (reached("confirmed")) at(ago - 16, () => acts.confirm(category));
}

/** The conference, with the family's yes, its one question, and the sitting: held elsewhere, or that of Parkstad (scenes/conferenceScene.ts). */
export function conference({ cast, acts, at }: Scene, ago: number, held: boolean | "parkstad"): void {
  const inParkstad = held === "parkstad" && parkstad.some((code) => code === cast.plan.municipality);
  at(ago, (on) => acts.allowConference(on));
  at(ago, () => acts.askConference(cast.chance.oneOf(inParkstad ? sittingQuestions : questions)));
  if (held !== false && !inParkstad) at(ago - 3, () => acts.report("conference"));
}
export const sittingQuestions: readonly string[] = [
  "Wie houdt de lijn vast als er straks veel mensen over de vloer komen?",
  "Wie kan er bijspringen in de eerste weken na de geboorte?",
];
const questions = [
  "Wie helpt dit gezin aan een woning voor de baby er is?",
  "Welke steun past er naast de schuldhulp?",
  "Wie is er 's avonds bereikbaar voor moeder?",
];

/** Registered for maternity care, and a yes to the programme. */
export function maternityCare({ acts, at }: Scene, ago: number, organisation = "gzl"): void {
  at(ago, (on) => acts.registerMaternityCare(on, organisation));
  if (organisation === "gzl") at(ago, (on) => acts.allowProgramme(on));
}

/** All of a route 3 from the first signal to a place that was taken on; it takes 52 days. */
export function untilPlaced(scene: Scene, ago: number, category: "c" | "d" = "c"): void {
  const { cast, acts, at } = scene;
  concern(scene, ago, category);
  conference(scene, ago - 2, true);
  visit(scene, ago - 7, category);
  familyPlan(scene, ago - 24, "agreed");
  at(ago - 30, () => acts.handLead(cast.plan.nurse));
  maternityCare(scene, ago - 36);
  at(ago - 44, () => acts.decidePlace(1));
  at(ago - 47, () => acts.acceptPlace());
  at(ago - 51, (on) => acts.holdIntake(on));
  takesPart(scene, { asked: ago - 37, intake: ago - 51 });
}

/** A day after the birth the midwife looks at the hours again. */
export function hoursAfterBirth({ cast, acts, at }: Scene): void {
  const since = daysAgo(cast.today, cast.plan.bornOn ?? cast.today);
  if (since > 0) at(since - 1, () => acts.indicateAfterBirth());
}

/** The birth, recorded on the day itself, or when the family is registered after it. */
export function birth({ cast, acts, at }: Scene): void {
  const bornOn = cast.plan.bornOn ?? cast.today;
  at(daysAgo(cast.today, bornOn), () => acts.birth(bornOn));
}

/** A category a is looked at again in each trimester, and at the end of the maternity period [domain 3.3]. */
export function reassessments({ cast, acts, at }: Scene, until = 0): void {
  const { today, plan } = cast;
  const weekAgo = (week: number) => daysAgo(today, addDays(plan.dueDate, week * 7 - 280));
  at(plan.registeredAgo, () => acts.assess("a"));
  const again = (ago: number) => {
    if (ago >= until && ago < plan.registeredAgo) at(ago, () => acts.assess("a"));
  };
  again(weekAgo(25));
  if (plan.bornOn === null || weekAgo(34) > daysAgo(today, plan.bornOn)) again(weekAgo(34));
  if (plan.bornOn !== null) {
    birth({ cast, acts, at });
    again(daysAgo(today, plan.bornOn) - 8);
  }
}
