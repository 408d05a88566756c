import type { WeekForecast } from "../capacity.ts";

/** When it pinches: one week in ten or more that are like it ask for more hours than there are. */
export const pinchesFrom = 0.1;

export interface Pinch {
  /** The first week that pinches; null when none does. */
  readonly first: WeekForecast | null;
  /** The week in which it is most likely to. */
  readonly worst: WeekForecast | null;
  /** Weeks that pinch. */
  readonly weeks: number;
  /** Hours that lack in the worst week, where more than expected are asked: to the upper limit of 80 of 100. */
  readonly lacking: number;
}

export function findPinch(weeks: readonly WeekForecast[]): Pinch {
  const pinching = weeks.filter(({ short }) => short >= pinchesFrom);
  const worst = weeks.reduce<WeekForecast | null>((most, week) => (most === null || week.short > most.short ? week : most), null);
  return {
    first: pinching[0] ?? null,
    worst,
    weeks: pinching.length,
    lacking: worst === null ? 0 : Math.max(0, worst.likely[1] - worst.available),
  };
}
