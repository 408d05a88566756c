import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { pilotStudies } from "../../design/pilotStudies.ts";
import type { Arm, Study } from "../../design/study.ts";
import type { InflowPlan, InflowPoint } from "../desk.ts";
import { fullOn, inflowOf } from "../rules/inflowOf.ts";
import { findInflowPlan, insertInflowPlan, listInflow } from "./flow.store.ts";

export interface Course {
  readonly arm: Arm | null;
  readonly size: number;
  readonly points: readonly InflowPoint[];
  /** At the pace of the last three whole months; null: full already, or nobody came. */
  readonly fullOn: Day | null;
}
export interface Inflow {
  readonly study: Study;
  readonly plan: (InflowPlan & { readonly number: number }) | null;
  /** All of it, then each arm. */
  readonly courses: readonly Course[];
  /** Consents of whom the arm is not fixed. */
  readonly withoutArm: number;
  readonly today: Day;
}

/** Inflow against plan; null when there is no such study. */
export const readInflow = (actor: Actor, code: string): Promise<Inflow | null> =>
  withActor(actor, "study.flow-read", async ({ db, today, about }) => {
    const study = pilotStudies.find((one) => one.code === code);
    if (!study) return null;
    about({ purpose: code });
    const [plan, cells] = [await findInflowPlan(db, code), await listInflow(db, code)];
    const size = study.arms.reduce((sum, arm) => sum + arm.size, 0);
    const course = (arm: Arm | null, of: number): Course => {
      const own = arm === null ? cells : cells.filter((cell) => cell.arm === arm);
      const points = plan ? inflowOf(plan, of, own, today) : [];
      return { arm, size: of, points, fullOn: fullOn(points, of) };
    };
    return {
      study,
      plan,
      today,
      courses: [course(null, size), ...study.arms.map((arm) => course(arm.code, arm.size))],
      withoutArm: cells.filter(({ arm }) => arm === null).reduce((sum, { count }) => sum + count, 0),
    };
  });

export interface NewPlan {
  readonly study: string;
  /** The number of the plan that was on the screen; 0: there was none. */
  readonly after: number;
  readonly startsOn: Day;
  readonly months: number;
}

/** Sets from when and over how many months a study takes in its participants. */
export const planInflow = (actor: Actor, plan: NewPlan): Promise<Done | Refusal<"changed-meanwhile" | "not-visible">> =>
  withActor(actor, "study.inflow-planned", async ({ db, about }) => {
    if (!pilotStudies.some(({ code }) => code === plan.study)) return refuse("not-visible");
    about({ purpose: plan.study });
    return (await insertInflowPlan(db, plan)) ? done({}) : refuse("changed-meanwhile");
  });
