import { addDays, formatDay, formatShortDay } from "../../kit/day.ts";
import type { AssumptionName, WeekForecast } from "./capacity.ts";
import type { Pinch } from "./rules/pinch.ts";

export const assumptionTexts: Readonly<Record<AssumptionName, { readonly label: string; readonly unit: string; readonly hint: string }>> = {
  birthsPerYear: { label: "Geboorten in Zuid-Limburg", unit: "per jaar", hint: "4.400; naar inwoners verdeeld over gemeenten" },
  careShare: { label: "Gezinnen met deze kraamzorg", unit: "%", hint: "2.460 van 4.400 gezinnen" },
  hoursPerFamily: { label: "Kraamzorg per gezin", unit: "uur", hint: "Landelijk gemiddeld 42" },
  vulnerableShare: { label: "Gezinnen in een kwetsbare positie", unit: "%", hint: "Uit onderzoek met dezelfde definitie: ongeveer 20" },
  flexShare: { label: "Daarvan met flexibele kraamzorg", unit: "%", hint: "Aanname" },
  flexHours: { label: "Flexibele kraamzorg per gezin", unit: "uur", hint: "Het gemiddelde van dit programma" },
  assistants: { label: "Kraamverzorgenden", unit: "mensen", hint: "Naar het landelijke aantal per geboorte, voor dit gebied" },
  hoursPerWeek: { label: "Uren per kraamverzorgende", unit: "uur per week", hint: "Aanname" },
  absence: { label: "Niet bij gezinnen: verlof, ziekte, scholing", unit: "%", hint: "Aanname" },
  summerAbsence: { label: "Nog minder in juli en augustus", unit: "%", hint: "Aanname" },
  weeks: { label: "Hoe ver vooruit", unit: "weken", hint: "Tot drie jaar: 156" },
};

const number = (value: number): string =>
  Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, ".");
export const sayHours = (value: number): string => `${number(value)} uur`;
export const sayChance = (chance: number): string =>
  chance < 0.01 ? "minder dan 1%" : chance > 0.99 ? "meer dan 99%" : `${Math.round(chance * 100)}%`;

/** "week 29 (12-7-2027 tot en met 18-7-2027)". */
export function sayWeek(week: string): string {
  return `week ${Temporal.PlainDate.from(week).weekOfYear ?? ""} (${formatShortDay(week)} tot en met ${formatShortDay(addDays(week, 6))})`;
}

/** The week in which it pinches, in a sentence. */
export function sayPinch({ first, worst, weeks, lacking }: Pinch): string {
  if (!worst) return "Er is niets te voorspellen.";
  if (!first)
    return `Het knelt in geen enkele week: ook in de drukste, ${sayWeek(worst.week)}, is de kans op te weinig uren ${sayChance(worst.short)}.`;
  return `Het knelt vanaf ${sayWeek(first.week)}: de kans op te weinig uren is dan ${sayChance(first.short)}. Het meest in ${sayWeek(worst.week)}: ${sayHours(worst.hours)} verwacht, ${sayHours(worst.available)} beschikbaar, en ${sayHours(lacking)} te weinig als het druk is. In ${weeks === 1 ? "1 week" : `${weeks} weken`} is de kans 10% of meer.`;
}

export const sayRange = ([low, high]: WeekForecast["likely"]): string => `${number(low)} tot ${number(high)}`;
export const sayFrom = (day: string): string => formatDay(day);
