import type { Day } from "../../../kit/day.ts";
import type { InflowCell, InflowPlan, InflowPoint } from "../desk.ts";

/**
 * Consents by month, added up, beside what was meant: the size spread evenly over the days of the plan. Of the month that runs only the days that are
 * over count as expected. From the first month of plan or consent to the present one.
 */
export function inflowOf(plan: InflowPlan, size: number, cells: readonly InflowCell[], today: Day): readonly InflowPoint[] {
  const begin = [firstOf(plan.startsOn), firstOf(today), ...cells.map(({ month }) => month)].reduce((least, one) =>
    one < least ? one : least,
  );
  const end = firstOf(today);
  const points: InflowPoint[] = [];
  let actual = 0;
  for (let month = begin; month <= end; month = addMonths(month, 1)) {
    const inMonth = cells.filter((cell) => cell.month === month).reduce((sum, { count }) => sum + count, 0);
    actual += inMonth;
    const next = addMonths(month, 1);
    points.push({ month, inMonth, actual, expected: expectedUntil(plan, size, next < today ? next : today) });
  }
  return points;
}

/** Expected before the end of a day, with one decimal. */
function expectedUntil({ startsOn, months }: InflowPlan, size: number, day: Day): number {
  const all = dayNumber(addMonths(startsOn, months)) - dayNumber(startsOn);
  const passed = Math.min(Math.max(dayNumber(day) - dayNumber(startsOn), 0), all);
  return Math.round(((size * passed) / all) * 10) / 10;
}

/** The day on which the rest would be in at the pace of the last three whole months; null when nothing came. */
export function fullOn(points: readonly InflowPoint[], size: number): Day | null {
  const last = points.at(-1);
  if (!last || last.actual >= size) return null;
  const whole = points.slice(0, -1).slice(-3);
  const pace = whole.reduce((sum, { inMonth }) => sum + inMonth, 0) / Math.max(1, whole.length);
  return pace === 0 ? null : addMonths(last.month, Math.ceil((size - last.actual) / pace));
}

const firstOf = (day: Day): Day => `${day.slice(0, 7)}-01`;

const dayNumber = (day: Day): number => Date.parse(`${day}T00:00Z`) / 86_400_000;

/** The 31st plus a month is the last day of a shorter one. */
function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const at = month - 1 + months;
  const length = new Date(Date.UTC(year, at + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, at, Math.min(date, length))).toISOString().slice(0, 10);
}
