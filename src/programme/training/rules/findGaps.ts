import { addDays, type Day } from "../../../kit/day.ts";
import type { TrainingSettings } from "../../configuration/settings/training.ts";
import type { Colleague, Training } from "../training.ts";
import { goodUntil, neededFor, newestOf } from "./mayDeliver.ts";

/** A module that a colleague has to do, and by when. */
export interface Gap {
  readonly professionalId: string;
  readonly module: string;
  readonly name: string;
  readonly by: Day;
  /** She had it: it ends, or has ended. */
  readonly again: boolean;
}

/**
 * Who misses what by when. A first training is due some days after the programme began, or after she came to work; one that ends is due on its last
 * day, and said some days before.
 */
export function findGaps(
  colleagues: readonly Colleague[],
  trainings: readonly Training[],
  { settings, runsSince, today }: { readonly settings: TrainingSettings; readonly runsSince: Day; readonly today: Day },
): readonly Gap[] {
  return colleagues
    .flatMap((colleague) => {
      const own = trainings.filter(({ professionalId, doneOn }) => professionalId === colleague.professionalId && doneOn <= today);
      const first = addDays(colleague.since > runsSince ? colleague.since : runsSince, settings.withinDays);
      return neededFor(settings.modules, colleague.role).flatMap((module): readonly Gap[] => {
        const gap = { professionalId: colleague.professionalId, module: module.code, name: module.name };
        const newest = newestOf(module.code, own);
        if (newest === null) return [{ ...gap, by: first, again: false }];
        const until = goodUntil(module, newest);
        return until !== null && addDays(until, -settings.warnDays) <= today ? [{ ...gap, by: until, again: true }] : [];
      });
    })
    .toSorted((one, other) => one.by.localeCompare(other.by));
}
