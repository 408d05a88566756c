import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { pilotStudies } from "../../design/pilotStudies.ts";
import type { ReleaseRefusal } from "../analysisPlan.ts";
import { releaseOf } from "../rules/releaseOf.ts";
import type { ReleasedResult } from "../studyResult.ts";
import { findRelease, findResult, keepRelease, listReleases, type HeldRelease, type HeldResult } from "./analysis.store.ts";

export interface Answer {
  readonly id: string;
  readonly study: {
    readonly code: string;
    readonly name: string;
    readonly question: string;
    readonly waves: (typeof pilotStudies)[number]["waves"];
  };
  /** What everybody may read, or would. */
  readonly released: ReleasedResult;
  readonly releasedOn: Day | null;
  /** Everything, for the research desk; null for anybody else. */
  readonly full: HeldResult | null;
  readonly today: Day;
}

/** One answer. The research desk sees all of it; everybody else what was released, or nothing. */
export const readAnswer = (actor: Actor, id: string, event: "analysis.answer-read" | "analysis.report-made"): Promise<Answer | null> =>
  withActor(actor, event, async ({ db, today, about }) => {
    about({ purpose: id });
    const release = await findRelease(db, id);
    const full = actor.role === "research_desk" ? await findResult(db, id) : null;
    const released = release?.content ?? (full && asReleased(full));
    const study = pilotStudies.find(({ code }) => code === released?.plan.study);
    return released && study ? { id, study, released, releasedOn: release?.releasedOn ?? null, full, today } : null;
  });

const asReleased = ({ content, planLockedOn, planAfterResult }: HeldResult): ReleasedResult =>
  releaseOf(content, { lockedOn: planLockedOn, afterResult: planAfterResult });

/** What was released, for everybody with an account. */
export const readAnswers = (actor: Actor): Promise<readonly (HeldRelease & { readonly study: string })[]> =>
  withActor(actor, "analysis.answers-read", async ({ db }) =>
    (await listReleases(db)).map((one) => ({
      ...one,
      study: pilotStudies.find(({ code }) => code === one.content.plan.study)?.name ?? one.content.plan.study,
    })),
  );

/** Lets everybody with an account read an answer, without small numbers; from then on that does not change. */
export const releaseAnswer = (actor: Actor, id: string): Promise<Done | ReleaseRefusal> =>
  withActor(actor, "analysis.answer-released", async ({ db, about }) => {
    about({ purpose: id });
    const full = await findResult(db, id);
    if (!full) return refuse("not-visible");
    const kept = await keepRelease(db, id, asReleased(full));
    return kept === "done" ? done({}) : refuse(kept);
  });

/** The script in R of a result, for the research desk. */
export const readScript = (actor: Actor, id: string): Promise<string | null> =>
  withActor(actor, "analysis.script-taken", async ({ db, about }) => {
    about({ purpose: id });
    return (await findResult(db, id))?.rScript ?? null;
  });
