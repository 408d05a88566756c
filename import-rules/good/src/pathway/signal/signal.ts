import type { Family } from "../../registry/family.ts";
export interface Signal {
  readonly family: Family;
}
