import type { Day } from "../kit/day.ts";

/** Whole years on a day; someone of 29 February has her birthday on 1 March in other years. */
export function yearsOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
