import type { Stage } from "../flow.ts";

/** Where the steps stand in the picture: columns and rows of the flow of the plan [001 ch. 4, Stroomschema]. */
export const spots: Readonly<Record<Stage, { readonly column: number; readonly row: number }>> = {
  intake: { column: 0, row: 0 },
  ask_visit: { column: 1, row: 0 },
  visit_asked: { column: 2, row: 0 },
  agreements: { column: 3, row: 0 },
  decision: { column: 4, row: 0 },
  self_reliant: { column: 0, row: 1 },
  support: { column: 3, row: 1 },
  placed: { column: 2, row: 2 },
  maternity: { column: 3, row: 2 },
  flexible: { column: 4, row: 2 },
};

/** From one step to the next. */
export const arrows: readonly (readonly [from: Stage, to: Stage])[] = [
  ["intake", "ask_visit"],
  ["intake", "self_reliant"],
  ["ask_visit", "visit_asked"],
  ["visit_asked", "agreements"],
  ["agreements", "decision"],
  ["agreements", "support"],
  ["decision", "placed"],
  ["placed", "maternity"],
  ["maternity", "flexible"],
];
