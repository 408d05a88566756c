import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { pilotStudies } from "../../design/pilotStudies.ts";
import type { Study } from "../../design/study.ts";
import { suppliedInstruments } from "../../instruments/suppliedInstruments.ts";
import type { Comparison } from "../desk.ts";
import { comparisonJob } from "./comparisonJob.ts";
import { findComparison } from "./comparison.store.ts";

export interface ShownComparison {
  readonly study: Study;
  readonly kept: { readonly madeAt: Date; readonly content: Comparison } | null;
  /** By form of a scale, how it is called. */
  readonly titles: Readonly<Record<string, string>>;
}

/** How alike the arms are at T0, as counted last; null when there is no such study. */
export const readComparison = (actor: Actor, code: string): Promise<ShownComparison | null> =>
  withActor(actor, "study.comparison-read", async ({ db, about }) => {
    const study = pilotStudies.find((one) => one.code === code);
    if (!study) return null;
    about({ purpose: code });
    return {
      study,
      kept: await findComparison(db, code),
      titles: Object.fromEntries(suppliedInstruments.map(({ scale, questionnaire }) => [scale.form, questionnaire.title])),
    };
  });

/** Asks for counting anew, in the background. */
export const askComparison = (actor: Actor, code: string): Promise<Done | Refusal<"not-visible">> =>
  withActor(actor, "study.comparison-asked", async ({ enqueue, about }) => {
    if (!pilotStudies.some((one) => one.code === code)) return refuse("not-visible");
    about({ purpose: code });
    await enqueue(comparisonJob, {}, { once: `${comparisonJob} asked` });
    return done({});
  });
