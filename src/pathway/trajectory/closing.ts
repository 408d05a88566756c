import type { Db } from "../../platform/db/withActor.ts";

/**
 * What happens at the close of a line with what is still open: it is settled first, it goes on without Wieg when that was agreed with
 * the family, or it ends by itself with the line.
 */
export type ClosingWay = "settle" | "goes_on" | "ends";

export interface OpenThing {
  readonly id: string;
  /** "Verwijzing naar Stevig Ouderschap". */
  readonly name: string;
  /** Where it is settled. */
  readonly href: string;
}

/** A concept says what of it is open on a line, as far as the asker may see it. Main puts them together: a line knows none of them. */
export interface ClosingCheck {
  readonly kind: string;
  readonly title: string;
  readonly way: ClosingWay;
  /** What to do, or what happens: one sentence. */
  readonly next: string;
  find(db: Db, trajectoryId: string): Promise<readonly OpenThing[]>;
}

/** What was found open, by check. */
export interface StillOpen {
  readonly check: Omit<ClosingCheck, "find">;
  readonly things: readonly OpenThing[];
}
