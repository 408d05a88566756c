import type { Day } from "../../../kit/day.ts";
import type { Family } from "../../../registry/family.ts";
import type { Line } from "../../trajectory/line.ts";
import type { Handover, Heading } from "../handover.ts";

/** What a document of a handover is made from: exactly what its reader may see. */
export interface HandoverDocument {
  /** Day of printing. */
  readonly date: Day;
  readonly handover: Handover;
  readonly family: Family;
  readonly line: Line;
  readonly words: readonly { readonly heading: Heading; readonly words: string }[];
  /** Who took it away, for the mark that an export carries [access.md 6]. */
  readonly madeBy: string;
}

/** The words under one heading, one thing on a line. */
export const itemsOf = (words: string): readonly string[] =>
  words
    .split("\n")
    .map((line) => line.replace(/^[-*•]\s+/, "").trim())
    .filter((line) => line !== "");
