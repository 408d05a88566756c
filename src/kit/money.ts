/** Whole euro cents. Money is never a floating point number of euros. */
export type Cents = number;

/** 460 as "€ 4,60". */
export function formatCents(cents: Cents): string {
  const euros = Math.trunc(Math.abs(cents) / 100)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, ".");
  return `${cents < 0 ? "-" : ""}€ ${euros},${String(Math.abs(cents) % 100).padStart(2, "0")}`;
}

/** 210 minutes as "3 u 30". */
export const formatMinutes = (minutes: number): string => `${Math.trunc(minutes / 60)} u ${String(minutes % 60).padStart(2, "0")}`;

/** Whole cents for so many minutes at a rate for an hour; half a cent goes up. */
export const price = (minutes: number, centsAnHour: Cents): Cents => Math.floor((minutes * centsAnHour + 30) / 60);
