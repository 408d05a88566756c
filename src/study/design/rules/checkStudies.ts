import type { Study } from "../study.ts";

/** What is wrong with a set of studies, with its place. */
export interface StudyProblem {
  readonly code: "wave-twice" | "merged-unknown" | "reminder-after-end" | "arms-overlap";
  readonly at: string;
}

/** Studies fit together: each wave once, merged lists that exist, reminders within the window, and no family that belongs to two arms. */
export const checkStudies = (studies: readonly Study[]): readonly StudyProblem[] =>
  studies.flatMap(({ code, waves, arms }) => [
    ...waves
      .filter((wave, at) => waves.findIndex((one) => one.code === wave.code) !== at)
      .map((wave) => problem("wave-twice", `${code} ${wave.code}`)),
    ...waves
      .filter(
        ({ mergedWith }) =>
          mergedWith !== null &&
          !studies.some((other) => other.code === mergedWith.study && other.waves.some((one) => one.code === mergedWith.wave)),
      )
      .map((wave) => problem("merged-unknown", `${code} ${wave.code}`)),
    ...waves
      .filter(({ remindAfter, expiresAfter }) => remindAfter.some((after) => after >= expiresAfter))
      .map((wave) => problem("reminder-after-end", `${code} ${wave.code}`)),
    ...(arms.some((one, at) => arms.slice(at + 1).some((other) => overlap(one, other))) ? [problem("arms-overlap", code)] : []),
  ]);

const problem = (code: StudyProblem["code"], at: string): StudyProblem => ({ code, at });

/** Two arms overlap when no fact tells them apart. */
const overlap = (one: Study["arms"][number], other: Study["arms"][number]): boolean =>
  !Object.entries(one.when).some(([fact, outcomes]) => {
    const others = other.when[fact as keyof typeof other.when];
    return others !== undefined && !outcomes?.some((outcome) => others.includes(outcome));
  });
