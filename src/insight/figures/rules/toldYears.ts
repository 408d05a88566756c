import type { Day } from "../../../kit/day.ts";
import { toldFromMonth } from "../figures.ts";

/** The years that may be told today: over, and long enough for what is recorded late. */
export function toldYears(years: readonly number[], today: Day): readonly number[] {
  const { year, month } = Temporal.PlainDate.from(today);
  const last = month >= toldFromMonth ? year - 1 : year - 2;
  return years.filter((one) => one <= last);
}
