import type { Limits } from "./poisson.ts";

/** 2.5 as "2,5", 3 as "3". */
export const decimal = (value: number): string => (Math.round(value * 10) / 10).toString().replace(".", ",");
export const limitsInWords = (limits: Limits | null): string => (limits === null ? "–" : `${limits.lower} tot ${limits.upper}`);
export const orDash = (value: number | null): string => (value === null ? "–" : decimal(value));
