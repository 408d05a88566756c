import type { Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Factor } from "../signal.ts";

export type FactorRefusal = "code-taken" | "code-unknown" | "kind-fixed" | "only-risk-is-urgent" | "ends-before-begin";

/** A line that an administrator wants to add to the list. */
export interface NewFactorLine extends Omit<Factor, "selectable"> {
  readonly since: Day;
  readonly until: Day | null;
  readonly source: string;
}

/**
 * May this line be added? A new code or, for `change`, a newer line of a known one. The kind of a factor never changes: what was
 * recorded as a risk would turn into something else.
 */
export function decideFactor(
  act: "add" | "change",
  line: NewFactorLine,
  known: Pick<Factor, "kind"> | null,
): Refusal<FactorRefusal> | "go" {
  if (act === "add" && known) return refuse("code-taken");
  if (act === "change" && !known) return refuse("code-unknown");
  if (known && known.kind !== line.kind) return refuse("kind-fixed");
  if (line.urgent && line.kind !== "risk") return refuse("only-risk-is-urgent");
  return line.until !== null && line.until < line.since ? refuse("ends-before-begin") : "go";
}
