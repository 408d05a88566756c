import type { Day } from "../../../kit/day.ts";
import type { Pillar } from "../../configuration/programme.ts";
import type { TrainingModule } from "../../configuration/settings/training.ts";
import type { MissingModule, Standing, Training } from "../training.ts";

/**
 * May she deliver this pillar on a day, with the trainings she finished? Pillar 1 asks nothing; pillar 2 asks each module that is needed
 * for her role, finished before that day and still good on it [domain 4.6].
 */
export function mayDeliver(
  pillar: Pillar,
  trainings: readonly Pick<Training, "module" | "doneOn">[],
  day: Day,
  { modules, role = "maternity_assistant" }: { readonly modules: readonly TrainingModule[]; readonly role?: string },
): Standing {
  if (pillar !== 2) return { code: "trained" };
  const missing = neededFor(modules, role).flatMap((module) => missingOf(module, trainings, day));
  return missing.length === 0 ? { code: "trained" } : { code: "not-yet", missing };
}

/** Modules that someone with this role needs. */
export const neededFor = (modules: readonly TrainingModule[], role: string): readonly TrainingModule[] =>
  modules.filter(({ needed }) => needed?.roles.some((one) => one === role) === true);

function missingOf(module: TrainingModule, trainings: readonly Pick<Training, "module" | "doneOn">[], day: Day): readonly MissingModule[] {
  const newest = newestOf(
    module.code,
    trainings.filter(({ doneOn }) => doneOn <= day),
  );
  if (newest === null) return [{ code: module.code, name: module.name, why: "never", until: null }];
  const until = goodUntil(module, newest);
  return until === null || until >= day ? [] : [{ code: module.code, name: module.name, why: "expired", until }];
}

export const newestOf = (code: string, trainings: readonly Pick<Training, "module" | "doneOn">[]): Day | null =>
  trainings
    .filter(({ module }) => module === code)
    .map(({ doneOn }) => doneOn)
    .toSorted()
    .at(-1) ?? null;

/** Last day on which a training is good; null: for ever. */
export const goodUntil = ({ validMonths }: Pick<TrainingModule, "validMonths">, doneOn: Day): Day | null =>
  validMonths === null ? null : Temporal.PlainDate.from(doneOn).add({ months: validMonths }).toString();
