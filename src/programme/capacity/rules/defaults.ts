import { birthFigures, ranges, type AssumptionName, type Assumptions } from "../capacity.ts";

/** The part of the region's births in these municipalities, by their inhabitants. */
export function shareOf(municipalities: readonly string[]): number {
  const inhabitants: Readonly<Record<string, number>> = birthFigures.inhabitants;
  const all = Object.values(inhabitants).reduce((sum, number) => sum + number, 0);
  return municipalities.reduce((sum, code) => sum + (inhabitants[code] ?? 0), 0) / all;
}

/** What is assumed before anyone turned anything: the figures of the documents, for the area of the programme. */
export function defaultsFor(programme: {
  readonly municipalities: readonly string[];
  readonly meanHours: number;
  readonly weeks: number;
}): Assumptions {
  const { birthsPerYear, familiesPerYear, meanHours, vulnerableShare, assistantsPerBirth } = birthFigures;
  const families = familiesPerYear.value * shareOf(programme.municipalities);
  return {
    birthsPerYear: birthsPerYear.value,
    careShare: Math.round((100 * familiesPerYear.value) / birthsPerYear.value),
    hoursPerFamily: meanHours.value,
    vulnerableShare: vulnerableShare.value,
    flexShare: 50,
    flexHours: programme.meanHours,
    assistants: Math.max(1, Math.round((families * assistantsPerBirth.assistants) / assistantsPerBirth.births)),
    hoursPerWeek: 24,
    absence: 20,
    summerAbsence: 15,
    weeks: programme.weeks,
  };
}

/** What was typed or kept, within its range; what is no number is as it was assumed. */
export function readAssumptions(typed: Readonly<Record<string, unknown>>, defaults: Assumptions): Assumptions {
  const read = (name: AssumptionName): number => {
    const text = typed[name];
    const value =
      typeof text === "string" && text.trim() !== "" ? Number(text.replace(",", ".")) : typeof text === "number" ? text : Number.NaN;
    if (!Number.isFinite(value)) return defaults[name];
    return Math.min(ranges[name].most, Math.max(ranges[name].least, value));
  };
  const entries = (Object.keys(ranges) as AssumptionName[]).map((name) => [name, read(name)] as const);
  return Object.fromEntries(entries) as Record<AssumptionName, number>;
}
