import type { Cents } from "../../../kit/money.ts";

/** Whole cents for so many minutes at a rate for an hour; half a cent goes up. */
export const price = (minutes: number, rateCents: Cents): Cents => Math.floor((minutes * rateCents + 30) / 60);
