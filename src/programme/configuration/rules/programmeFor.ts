import type { Day } from "../../../kit/day.ts";

/** What of a programme says for whom it is meant. */
export interface Candidate {
  readonly id: string;
  /** First day of its first version: a next version of an older programme draws no family away from a newer one. */
  readonly runsSince: Day;
  readonly settings: {
    readonly area: { readonly municipalities: readonly string[] };
    readonly windows: { readonly inflowUntil: Day | null };
  };
}

export interface FamilyFacts {
  readonly today: Day;
  /** Code of the municipality where the family lives today. */
  readonly municipality: string | null;
  /** Programme in which it holds a place of this very pillar. */
  readonly holds: string | null;
  /** Programme in which it holds a place of the other pillar. */
  readonly holdsBeside: string | null;
}

/** Why this programme and no other; the sentence stands in `configuration.texts.ts`. */
export type ProgrammeChoice = "holds-place" | "goes-on" | "only-one" | "area" | "area-closed" | "outside-area" | "municipality-unknown";

/**
 * Which programme a family has to do with, of those that run today. Who holds a place stays with it, and goes on in the same programme as long
 * as that takes families in; else it is the programme for the municipality with an open inflow. Of two the one that began last goes first.
 */
export function programmeFor<One extends Candidate>(
  programmes: readonly One[],
  { today, municipality, holds, holdsBeside }: FamilyFacts,
): { readonly programme: One; readonly why: ProgrammeChoice } | null {
  const newest = programmes.toSorted((one, other) => other.runsSince.localeCompare(one.runsSince) || one.id.localeCompare(other.id));
  const isOpen = ({ settings: { windows } }: One) => windows.inflowUntil === null || windows.inflowUntil >= today;
  const inArea = newest.filter(({ settings: { area } }) => municipality !== null && area.municipalities.includes(municipality));
  const choices: readonly (readonly [ProgrammeChoice, One | undefined])[] = [
    ["holds-place", newest.find(({ id }) => id === holds)],
    ["goes-on", newest.find((one) => one.id === holdsBeside && isOpen(one))],
    ["only-one", newest.length === 1 ? newest[0] : undefined],
    ["area", inArea.find(isOpen)],
    ["area-closed", inArea[0]],
    [municipality === null ? "municipality-unknown" : "outside-area", newest[0]],
  ];
  for (const [why, programme] of choices) if (programme) return { programme, why };
  return null;
}
