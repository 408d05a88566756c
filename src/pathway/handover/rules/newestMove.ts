import type { Day } from "../../../kit/day.ts";

/** An address, as far as moving goes. */
export interface LivedAt {
  readonly municipality: string | null;
  /** Empty outside the region. */
  readonly municipalityName: string | null;
  readonly since: Day;
  readonly until: Day | null;
}
export interface Move {
  readonly on: Day;
  readonly municipality: string;
  readonly before: string;
}

/** The last time that a family came to live in another municipality of the region; null when it lives where it lived. The present address comes first. */
export function newestMove(addresses: readonly LivedAt[]): Move | null {
  const now = addresses.find(({ until }) => until === null);
  const before = addresses.find(({ until }) => until !== null)?.municipality ?? null;
  if (!now?.municipality || now.municipalityName === null || before === null || before === now.municipality) return null;
  return { on: now.since, municipality: now.municipality, before };
}
