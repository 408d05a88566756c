import { addDays, type Day } from "./day.ts";

/** Working days in the Netherlands: not Saturday, Sunday or a public holiday. 5 May counts as a holiday once in five years. */
export function isWorkingDay(day: Day): boolean {
  const date = Temporal.PlainDate.from(day);
  return date.dayOfWeek <= 5 && !holidaysOf(date.year).includes(day);
}

/** The day `days` working days after this one; with 0 the day itself, or the first working day after it. */
export function addWorkingDays(day: Day, days: number): Day {
  let reached = day;
  for (let left = days; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  while (!isWorkingDay(reached)) reached = addDays(reached, 1);
  return reached;
}

/** Public holidays of a year: the fixed ones, and those that move with Easter. */
function holidaysOf(year: number): readonly Day[] {
  const easter = easterOf(year);
  const king = Temporal.PlainDate.from({ year, month: 4, day: 27 });
  const fixed = [`${year}-01-01`, (king.dayOfWeek === 7 ? king.subtract({ days: 1 }) : king).toString(), `${year}-12-25`, `${year}-12-26`];
  const liberation = year % 5 === 0 ? [`${year}-05-05`] : [];
  return [...fixed, ...liberation, ...[0, 1, 39, 49, 50].map((days) => easter.add({ days }).toString())];
}

/** Easter Sunday, by the anonymous Gregorian computation. */
function easterOf(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const shift = Math.floor((century + 8) / 25);
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - shift + 1) / 3) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const sum = moon + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}
