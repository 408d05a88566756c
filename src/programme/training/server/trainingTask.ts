import type { Day } from "../../../kit/day.ts";
import { withJob } from "../../../platform/db/withNobody.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import type { Programme } from "../../configuration/programme.ts";
import { listProgrammes } from "../../configuration/server/door.ts";
import { findGaps, type Gap } from "../rules/findGaps.ts";
import { listTrainingFacts, putTrainingWork, type MissingLine } from "./trainingWork.store.ts";

export const trainingJob = "training-work";

/** Each morning, and after each change: who still has to learn what, before herself and before the coordinator [domain 4.6]. */
export const trainingTask: Task = {
  name: trainingJob,
  recurs: { dailyAt: "05:40" },
  run: () => withJob(trainingJob, followTraining),
};

export async function followTraining(db: Db, today: Day): Promise<void> {
  const programmes = await listProgrammes(db);
  const organisations = Map.groupBy(programmes, ({ settings }) => settings.maternityCare.organisationId);
  for (const [organisationId, own] of organisations) {
    const facts = await listTrainingFacts(db, organisationId);
    const trainings = facts.flatMap(({ professionalId, trainings: finished }) => finished.map((one) => ({ ...one, professionalId })));
    const gaps = own.flatMap(({ settings, runsSince }: Programme) =>
      findGaps(facts, trainings, { settings: settings.training, runsSince, today }),
    );
    await putTrainingWork(db, organisationId, linesOf(gaps));
  }
}

/** What one colleague misses, whichever programme asks for it: each module once. */
function linesOf(gaps: readonly Gap[]): readonly MissingLine[] {
  return [...Map.groupBy(gaps, ({ professionalId }) => professionalId)].map(([professionalId, own]) => {
    const names = [...new Set(own.map(({ name }) => name))];
    return { professionalId, by: own.map(({ by }) => by).toSorted()[0] ?? "", modules: names.join(", "), count: names.length };
  });
}
