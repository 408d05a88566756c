import type { SafeMoment } from "../helpRequest.ts";

/** A moment in the Netherlands: weekday 1 (Monday) to 7, and the hour. */
export interface Moment {
  readonly weekday: number;
  readonly hour: number;
}

/** From and until which hour each part of a day runs; calls are made between 8 and 21 hours. Our own choice. */
export const partsOfDay = { morning: [8, 12], afternoon: [12, 17], evening: [17, 21] } as const;

/** Is it safe to reach her now, by the moments that she named? */
export function isSafeMoment(named: readonly SafeMoment[], { weekday, hour }: Moment): boolean {
  const at = (part: keyof typeof partsOfDay) => hour >= partsOfDay[part][0] && hour < partsOfDay[part][1];
  const daytime = hour >= partsOfDay.morning[0] && hour < partsOfDay.evening[1];
  const meaning: Readonly<Record<SafeMoment, boolean>> = {
    "weekday-morning": weekday <= 5 && at("morning"),
    "weekday-afternoon": weekday <= 5 && at("afternoon"),
    "weekday-evening": weekday <= 5 && at("evening"),
    weekend: weekday > 5 && daytime,
    always: daytime,
  };
  return named.some((moment) => meaning[moment]);
}
