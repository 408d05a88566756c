import type { Pillar } from "../../configuration/programme.ts";
import type { Flag, Month, MonthCount, Municipality } from "../steering.ts";
import { flagOf } from "./flag.ts";
import { addMonths } from "./months.ts";
import { limitsOfCount, type Limits } from "../../../kit/poisson.ts";

/** One line of the table: a municipality, or all together (`code` null), and a pillar. */
export interface CourseLine {
  readonly code: string | null;
  readonly name: string;
  readonly pillar: Pillar;
  readonly inMonth: number;
  readonly expectedInMonth: number | null;
  readonly actual: number;
  readonly expected: number;
  /** The numbers that chance explains, of what was expected in all. */
  readonly limits: Limits | null;
  readonly flag: Flag;
}

/** Tenths add up without a rest. */
const sum = (numbers: readonly number[]): number => Math.round(numbers.reduce((all, one) => all + one, 0) * 10) / 10;

/** The lines of one pillar up to and with a month: each municipality, then all together. Only months with an expectation are compared. */
export function coursesOf(
  counts: readonly MonthCount[],
  { pillar, month, municipalities, lately }: { pillar: Pillar; month: Month; municipalities: readonly Municipality[]; lately: number },
): readonly CourseLine[] {
  const until = counts.filter((one) => one.pillar === pillar && one.month <= month);
  const line = (code: string | null, name: string, own: readonly MonthCount[]): CourseLine => {
    const compared = own.filter(({ expected }) => expected !== null);
    const last = compared.filter((one) => one.month > addMonths(month, -lately));
    const now = own.filter((one) => one.month === month);
    const expectedOf = (some: readonly MonthCount[]) => sum(some.map(({ expected }) => expected ?? 0));
    const actualOf = (some: readonly MonthCount[]) => some.reduce((all, { actual }) => all + actual, 0);
    const expected = expectedOf(compared);
    const course = { actual: actualOf(compared), expected, lately: { actual: actualOf(last), expected: expectedOf(last) } };
    return {
      code,
      name,
      pillar,
      inMonth: actualOf(now),
      expectedInMonth: now.some((one) => one.expected !== null) ? expectedOf(now) : null,
      actual: expected > 0 ? course.actual : actualOf(own),
      expected,
      limits: expected > 0 ? limitsOfCount(expected) : null,
      flag: flagOf(course),
    };
  };
  return [
    ...municipalities.map(({ code, name }) =>
      line(
        code,
        name,
        until.filter((one) => one.municipality === code),
      ),
    ),
    line(null, "Alle gemeenten samen", until),
  ];
}

/** For the picture: by month what came and what was expected, in all so far; as in the table only what is compared. */
export interface CoursePoint {
  readonly month: Month;
  readonly actual: number;
  readonly expected: number;
  readonly limits: Limits;
}

export function pointsOf(counts: readonly MonthCount[], pillar: Pillar, months: readonly Month[]): readonly CoursePoint[] {
  const ofPillar = counts.filter((one) => one.pillar === pillar);
  const compared = ofPillar.filter(({ expected }) => expected !== null);
  const own = compared.length > 0 ? compared : ofPillar;
  return months.map((month) => {
    const until = own.filter((one) => one.month <= month);
    const expected = sum(until.map((one) => one.expected ?? 0));
    return { month, actual: until.reduce((all, { actual }) => all + actual, 0), expected, limits: limitsOfCount(expected) };
  });
}
