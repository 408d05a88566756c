import type { FileFamily, Match, OwnFamily } from "../takeOver.ts";
import { findDifferences } from "./differences.ts";

/** What is known of a line before it is compared. */
export interface Compared {
  readonly file: FileFamily;
  /** The line that the client number leads to; `unchanged`: the file says what it said last time. */
  readonly numbered: { readonly family: OwnFamily; readonly unchanged: boolean; readonly person: Likely } | null;
  /** Own families that seem to be the same person, the likeliest first. */
  readonly alike: readonly { readonly family: OwnFamily; readonly person: Exclude<Likely, "different"> }[];
  /** Lines of which the uploader said that they are another family's. */
  readonly not: readonly string[];
}
export type Likely = "same-line" | "same-person" | "different";

/**
 * Whether a line is in already, changed, new, or perhaps a family that is known. A client number counts unless the person behind it is
 * someone else; nothing is overwritten or put together without an answer.
 */
export function matchLine({ file, numbered, alike, not }: Compared): Match {
  if (numbered?.unchanged) return { kind: "known", trajectoryId: numbered.family.trajectoryId };
  if (numbered && !not.includes(numbered.family.trajectoryId)) return matchNumbered(file, numbered);
  const likely = alike.find(({ family }) => !not.includes(family.trajectoryId));
  if (!likely) return { kind: "new" };
  const reason = likely.person === "same-person" || isOver(likely.family) ? "other-pregnancy" : "likely-same";
  return double(file, likely.family, reason);
}

function matchNumbered(file: FileFamily, { family, person }: NonNullable<Compared["numbered"]>): Match {
  if (person === "different") return double(file, family, "number-of-another");
  if (person === "same-person") return double(file, family, "other-pregnancy");
  const differences = findDifferences(family, file);
  const { trajectoryId } = family;
  return differences.length === 0 ? { kind: "known", trajectoryId } : { kind: "changed", trajectoryId, differences };
}

function double(file: FileFamily, family: OwnFamily, reason: Extract<Match, { kind: "double" }>["reason"]): Match {
  return { kind: "double", reason, trajectoryId: family.trajectoryId, differences: findDifferences(family, file) };
}

const isOver = (family: OwnFamily): boolean => family.ended;
