import { addDays, type Day } from "../../kit/day.ts";
import type { Category } from "../../pathway/assessment/assessment.ts";
import { assessmentActs } from "./acts/assessmentActs.ts";
import { castOf } from "./acts/cast.ts";
import { consentActs } from "./acts/consentActs.ts";
import { lineActs } from "./acts/lineActs.ts";
import { visitActs } from "./acts/visitActs.ts";
import { registration, type FamilyPlan, type Stage } from "./families.ts";
import type { Step, Teller } from "./story.ts";

/** Which category a story comes to. */
const categoryOf: Readonly<Partial<Record<Stage, Category>>> = {
  assessedA: "a",
  assessedB: "b",
  visitAsked: "b",
  visitAccepted: "c",
  visitScheduled: "c",
  visitHeld: "c",
  reported: "c",
  confirmed: "c",
  pillarOne: "c",
  refused: "c",
  insurerUnknown: "d",
  born: "c",
  pillarTwo: "d",
  loss: "c",
  moved: "b",
};

/** The story of one family, each thing on its day, as far as its stage goes. */
export function storyOf(teller: Teller, plan: FamilyPlan): readonly Step[] {
  const { step, family } = registration(teller, plan);
  const cast = castOf(teller, plan, family);
  const acts = { ...assessmentActs(cast), ...consentActs(cast), ...visitActs(cast), ...lineActs(cast) };
  const category = categoryOf[plan.stage] ?? "c";
  const day = (after: number): Day => addDays(plan.registeredOn, after);
  const order: readonly Stage[] = ["visitAsked", "visitAccepted", "visitScheduled", "visitHeld", "reported", "confirmed"];
  const visitStage = order.includes(plan.stage)
    ? order.indexOf(plan.stage)
    : ["pillarOne", "refused", "insurerUnknown", "born", "pillarTwo"].includes(plan.stage)
      ? order.length - 1
      : -1;
  const steps: Step[] = [step];
  const then = (after: number, run: () => Promise<unknown>) => steps.push({ on: day(after), run: async () => void (await run()) });

  if (plan.stage === "registered") return steps;
  if (plan.stage === "notDiscussed") then(2, () => acts.signal(["limited-network"], day(2), false));
  then(3, () =>
    acts.signal(
      plan.stage === "assessedA" ? ["network"] : category === "d" ? ["debt", "no-home"] : ["debt", "limited-network"],
      day(3),
      true,
    ),
  );
  if (plan.stage === "signalled" || plan.stage === "notDiscussed") return steps;
  then(5, () => acts.assess(category));
  if (visitStage >= 0)
    then(6, async () => {
      await acts.allowVisit(day(6));
      await acts.allowTriangle(day(6));
      await acts.askVisit();
    });
  if (visitStage >= 1) then(8, () => acts.acceptVisit());
  if (visitStage >= 2) then(9, () => acts.scheduleVisit(day(14)));
  if (visitStage >= 3) then(14, () => acts.holdVisit(day(14)));
  if (visitStage >= 4) then(16, () => acts.reportVisit(category));
  if (visitStage >= 5) then(18, () => acts.confirm("midwife", category));
  if (visitStage >= 5) then(19, () => acts.confirm("nurse", category).catch(() => undefined));
  if (["pillarOne", "refused", "insurerUnknown", "born", "pillarTwo"].includes(plan.stage))
    then(20, async () => {
      await acts.registerMaternityCare(day(20));
      await acts.allowProgramme(day(20));
      await acts.allowConference(day(20));
    });
  if (["pillarOne", "refused", "insurerUnknown", "born", "pillarTwo"].includes(plan.stage)) then(22, () => acts.decidePlace());
  if (plan.stage === "born" || plan.stage === "pillarTwo")
    steps.push({ on: plan.dueDate, run: async () => void (await acts.birth(plan.dueDate)) });
  if (plan.stage === "loss") then(20, () => acts.loss(day(20)));
  return steps;
}
