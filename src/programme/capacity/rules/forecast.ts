import { addDays, type Day } from "../../../kit/day.ts";
import { atMost, limitsOfCount } from "../../../kit/poisson.ts";
import { birthFigures, type Assumptions, type KnownBirths, type WeekForecast } from "../capacity.ts";
import { shareOf } from "./defaults.ts";

const weeksPerYear = 365.25 / 7;
/** The ten days of a maternity week lie in the week of the birth and the one after it. */
const maternityWeeks = [0.6, 0.4] as const;
/** Flexible care is spread evenly over the weeks after that, until the programme's months are over. */
const weeksPerMonth = 52 / 12;
const [leftOf80, leftOf95] = [0.1, 0.025];

export interface ForecastInput {
  readonly assumptions: Assumptions;
  readonly municipalities: readonly string[];
  /** Months after birth until which flexible care may be given. */
  readonly months: number;
  /** The Monday of the first week. */
  readonly from: Day;
  readonly known: readonly KnownBirths[];
}

/**
 * Hours of care that are asked, week by week, beside the hours there are. Births come by chance (Poisson) around what is expected; families the
 * system knows count where they are more than expected. A family asks hours in the weeks after its birth, so the hours of a week come from many
 * births: their spread is that of a Poisson number of portions with the same mean and variance, and its limits are exact.
 */
export function forecast(input: ForecastInput): readonly WeekForecast[] {
  const { assumptions, from, months } = input;
  const portions = portionsOf(assumptions, months);
  const before = portions.length - 1;
  const births = Array.from({ length: before + assumptions.weeks }, (_, nr) => birthsIn(addDays(from, 7 * (nr - before)), input));
  return Array.from({ length: assumptions.weeks }, (_, nr) => {
    const week = addDays(from, 7 * nr);
    const mean = portions.reduce((sum, hours, lag) => sum + hours * (births[before + nr - lag]?.expected ?? 0), 0);
    const variance = portions.reduce((sum, hours, lag) => sum + hours ** 2 * (births[before + nr - lag]?.expected ?? 0), 0);
    const available = availableIn(week, assumptions);
    const { expected = 0, known = 0 } = births[before + nr] ?? {};
    return {
      week,
      births: expected,
      known,
      hours: Math.round(mean),
      available: Math.round(available),
      ...spreadOf(mean, variance, available),
    };
  });
}

/** The hours one expected birth brings in the week of the birth, the next, and so on. */
export function portionsOf({ hoursPerFamily, vulnerableShare, flexShare, flexHours }: Assumptions, months: number): readonly number[] {
  const weeks = Math.max(1, Math.round(months * weeksPerMonth) - maternityWeeks.length);
  const flexible = ((vulnerableShare / 100) * (flexShare / 100) * flexHours) / weeks;
  return [...maternityWeeks.map((part) => part * hoursPerFamily), ...Array.from({ length: weeks }, () => flexible)];
}

/** Births expected in a week in these municipalities, by the season, of families that take this maternity care. */
function birthsIn(week: Day, { assumptions, municipalities, known }: ForecastInput): { expected: number; known: number } {
  const season = (birthFigures.seasons[Number(week.slice(5, 7)) - 1] ?? 100) / 100;
  const byRate = (assumptions.birthsPerYear / weeksPerYear) * shareOf(municipalities) * (assumptions.careShare / 100) * season;
  const own = known
    .filter((one) => one.week === week && municipalities.includes(one.municipality))
    .reduce((sum, { families }) => sum + families, 0);
  return { expected: Math.max(byRate, own), known: own };
}

/** Less in July and August, when assistants have their holidays. */
function availableIn(week: Day, { assistants, hoursPerWeek, absence, summerAbsence }: Assumptions): number {
  const summer = ["07", "08"].includes(week.slice(5, 7)) ? summerAbsence : 0;
  return assistants * hoursPerWeek * Math.max(0, 1 - (absence + summer) / 100);
}

function spreadOf(mean: number, variance: number, available: number): Pick<WeekForecast, "likely" | "wide" | "short"> {
  if (mean <= 0) return { likely: [0, 0], wide: [0, 0], short: 0 };
  const portion = variance / mean;
  const count = mean / portion;
  const between = (left: number): readonly [number, number] => {
    const { lower, upper } = limitsOfCount(count, left);
    return [Math.round(lower * portion), Math.round(upper * portion)];
  };
  return { likely: between(leftOf80), wide: between(leftOf95), short: 1 - atMost(Math.floor(available / portion), count) };
}
