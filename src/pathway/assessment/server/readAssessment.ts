import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Family } from "../../../registry/family.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import type { FactorNow } from "../../signal/signal.ts";
import { listFactorsNow } from "../../signal/server/door.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { RouteStep } from "../assessment.ts";
import { findNewest, listAssessments, type CategoryRow, type KeptAssessment } from "./assessment.store.ts";
import { findConfirmation, type Confirmation } from "./confirmation.store.ts";
import { stepsNow, type RouteStepNow } from "./readRoute.ts";

export interface AssessmentPageData {
  readonly trajectoryId: string;
  readonly family: Family;
  readonly today: Day;
  readonly newest: CategoryRow | null;
  readonly factors: readonly FactorNow[];
  readonly history: readonly KeptAssessment[];
}

/** What an assessment rests on, and those before it. Null when the line is not the asker's to see. */
export const readAssessment = (actor: Actor, trajectoryId: string): Promise<AssessmentPageData | null> =>
  withActor(actor, "assessment.read", async (work) => {
    const family = (await findLine(work.db, trajectoryId)) && (await findFamilyOfLine(work.db, trajectoryId));
    if (!family) return null;
    work.about({ trajectories: [trajectoryId], part: "assessment" });
    return {
      trajectoryId,
      family,
      today: work.today,
      newest: await findNewest(work.db, trajectoryId),
      factors: await listFactorsNow(work, trajectoryId),
      history: await listAssessments(work.db, trajectoryId),
    };
  });

export interface OtherCategoryData {
  readonly trajectoryId: string;
  readonly family: Family;
  readonly asked: Confirmation;
}

/** The open question to both sides; null when there is none to answer. */
export const readOtherCategory = (actor: Actor, trajectoryId: string): Promise<OtherCategoryData | null> =>
  withActor(actor, "assessment.read", async (work) => {
    const family = (await findLine(work.db, trajectoryId)) && (await findFamilyOfLine(work.db, trajectoryId));
    const asked = family && (await findConfirmation(work.db, trajectoryId));
    if (!family || asked?.state !== "open") return null;
    work.about({ trajectories: [trajectoryId], part: "assessment" });
    return { trajectoryId, family, asked };
  });

export interface StepPageData {
  readonly trajectoryId: string;
  readonly family: Family;
  readonly step: RouteStepNow;
}

/** One step that has not ended; null when there is no such step, or it is not the asker's to see. */
export const readOpenStep = (actor: Actor, trajectoryId: string, step: RouteStep | null): Promise<StepPageData | null> =>
  withActor(actor, "assessment.read", async (work) => {
    const line = await findLine(work.db, trajectoryId);
    const family = line && (await findFamilyOfLine(work.db, trajectoryId));
    const newest = line && (await findNewest(work.db, trajectoryId));
    if (!line || !family || !newest) return null;
    work.about({ trajectories: [trajectoryId], part: "category_route" });
    const found = (await stepsNow(work, line, newest)).find((one) => one.step === step && one.settledOn === null);
    return found ? { trajectoryId, family, step: found } : null;
  });
