import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { pilotStudies } from "../../design/pilotStudies.ts";
import type { Study } from "../../design/study.ts";
import type { AnalysisPlan, KeptPlan } from "../analysisPlan.ts";
import { proposalFor } from "../pilotPlans.ts";
import { listPlans, listResults, listRuns, type ListedResult, type ResultRun } from "./analysis.store.ts";
import type { DataSource, ListedData } from "./frozenData.ts";

export interface StudyStand {
  readonly study: Study;
  readonly newest: KeptPlan | null;
  readonly results: number;
}

/** Where each study stands: is its plan locked, are there results? */
export const readAnalyses = (actor: Actor): Promise<readonly StudyStand[]> =>
  withActor(actor, "analysis.read", async ({ db }) => {
    const plans = await listPlans(db, null);
    const stands: StudyStand[] = [];
    for (const study of pilotStudies) {
      const newest = plans.find((one) => one.study === study.code) ?? null;
      stands.push({ study, newest, results: (await listResults(db, study.code)).length });
    }
    return stands;
  });

export interface StudyAnalysis {
  readonly study: Study;
  /** The newest first. */
  readonly plans: readonly KeptPlan[];
  /** The newest that is locked. */
  readonly locked: KeptPlan | null;
  readonly data: readonly ListedData[];
  readonly runs: readonly ResultRun[];
  readonly results: readonly ListedResult[];
}

/** One study: versions of its plan, and the results made with them. */
export const readStudyAnalysis = (actor: Actor, code: string, source: DataSource): Promise<StudyAnalysis | null> =>
  withActor(actor, "analysis.read", async ({ db }) => {
    const study = pilotStudies.find((one) => one.code === code);
    if (!study) return null;
    const plans = await listPlans(db, code);
    return {
      study,
      plans,
      locked: plans.find(({ locked }) => locked !== null) ?? null,
      data: await source.list(db, code),
      runs: await listRuns(db, code),
      results: await listResults(db, code),
    };
  });

export interface PlanForm {
  readonly study: Study;
  /** What the form starts from: the newest version, or else what is proposed. */
  readonly start: AnalysisPlan;
  /** A plan was locked before: the next one says why. */
  readonly lockedBefore: boolean;
  readonly isProposal: boolean;
}

export const readPlanForm = (actor: Actor, code: string): Promise<PlanForm | null> =>
  withActor(actor, "analysis.read", async ({ db }) => {
    const study = pilotStudies.find((one) => one.code === code);
    const plans = await listPlans(db, code);
    const start = plans[0]?.content ?? proposalFor(code);
    if (!study || !start) return null;
    return { study, start, lockedBefore: plans.some(({ locked }) => locked !== null), isProposal: plans.length === 0 };
  });
