import type { Day } from "../../kit/day.ts";

/** The steps of the route Geboortezorg Flex, in the order of the plan [001 ch. 4]. */
export const stages = [
  "intake",
  "self_reliant",
  "ask_visit",
  "visit_asked",
  "agreements",
  "support",
  "decision",
  "placed",
  "maternity",
  "flexible",
] as const;
export type Stage = (typeof stages)[number];

/** What decides where a family stands. */
export interface FlowFacts {
  /** The line ended, flexible care was rounded off, or a pregnancy or a child was lost: the route asks nothing more of them. */
  readonly over: boolean;
  readonly category: "a" | "b" | "c" | "d" | null;
  readonly visit: "none" | "asked" | "held";
  /** The family agreed to a plan. */
  readonly plan: boolean;
  readonly placeIn1: boolean;
  readonly placeIn2: boolean;
  readonly noPlace: boolean;
  /** Maternity care came to the home. */
  readonly care: boolean;
}

/** How many families stand at a step, and for how long. */
export interface StageCount {
  readonly stage: Stage;
  /** Null: fewer than ten, for who may not see that. */
  readonly families: number | null;
  /** Half of them stand there at most so many days. */
  readonly days: number | null;
}

/** A family at a step, for who may see it. */
export interface StageFamily {
  readonly trajectoryId: string;
  readonly givenName: string | null;
  readonly prefix: string | null;
  readonly familyName: string | null;
  readonly since: Day;
  readonly days: number;
}
