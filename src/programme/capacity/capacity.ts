import type { Day } from "../../kit/day.ts";
import births from "./data/births.json" with { type: "json" };

/** The assumptions of a forecast of capacity: each can be turned, and a set of them kept under a name [domain 4.5]. */
export const assumptionNames = [
  "birthsPerYear",
  "careShare",
  "hoursPerFamily",
  "vulnerableShare",
  "flexShare",
  "flexHours",
  "assistants",
  "hoursPerWeek",
  "absence",
  "summerAbsence",
  "weeks",
] as const;
export type AssumptionName = (typeof assumptionNames)[number];
export type Assumptions = Readonly<Record<AssumptionName, number>>;

/** Between what, and by how much at a time. */
export const ranges: Readonly<Record<AssumptionName, { readonly least: number; readonly most: number; readonly step: number }>> = {
  birthsPerYear: { least: 500, most: 10_000, step: 50 },
  careShare: { least: 0, most: 100, step: 1 },
  hoursPerFamily: { least: 24, most: 80, step: 1 },
  vulnerableShare: { least: 0, most: 50, step: 1 },
  flexShare: { least: 0, most: 100, step: 1 },
  flexHours: { least: 0, most: 80, step: 1 },
  assistants: { least: 1, most: 400, step: 1 },
  hoursPerWeek: { least: 8, most: 40, step: 1 },
  absence: { least: 0, most: 60, step: 1 },
  summerAbsence: { least: 0, most: 60, step: 1 },
  weeks: { least: 13, most: 156, step: 13 },
};

/** Births of the region by municipality and month: shares of the whole. */
export const birthFigures = births;

/** Families of which the system knows that they are expected in a week. */
export interface KnownBirths {
  readonly week: Day;
  readonly municipality: string;
  readonly families: number;
}

/** One week of the forecast; hours in tenths are not worth more than whole hours. */
export interface WeekForecast {
  /** Its Monday. */
  readonly week: Day;
  readonly births: number;
  readonly known: number;
  readonly hours: number;
  /** In 80 and in 95 of 100 weeks like this one the hours lie between these. */
  readonly likely: readonly [number, number];
  readonly wide: readonly [number, number];
  readonly available: number;
  /** How likely it is that more hours are asked than there are, from 0 to 1. */
  readonly short: number;
}

export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly assumptions: Assumptions;
  readonly by: string;
  readonly at: Date;
}
