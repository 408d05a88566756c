import type { Limits } from "../../../kit/poisson.ts";

/** 2.5 as "2,5", 3 as "3". */
export const decimal = (value: number): string => (Math.round(value * 10) / 10).toString().replace(".", ",");
export const limitsInWords = (limits: Limits | null): string => (limits === null ? "–" : `${limits.lower} tot ${limits.upper}`);
export const orDash = (value: number | null): string => (value === null ? "–" : decimal(value));

/** Whole hours: "1.250 uur". */
export const hoursInWords = (minutes: number | null): string =>
  minutes === null
    ? "–"
    : `${Math.round(minutes / 60)
        .toString()
        .replace(/\B(?=(\d{3})+(?!\d))/g, ".")} uur`;

/** "12 van 40 (30%)"; a dash when it may not be told. */
export const shareInWords = (part: number | null, whole: number): string =>
  part === null ? "–" : `${part} van ${whole} (${Math.round((part / whole) * 100)}%)`;

/** "3e kwartaal 2026". */
export const quarterInWords = (firstDay: string): string =>
  `${Math.ceil(Number(firstDay.slice(5, 7)) / 3)}e kwartaal ${firstDay.slice(0, 4)}`;
