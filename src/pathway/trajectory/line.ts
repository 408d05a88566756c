import type { Day } from "../../kit/day.ts";

/** The words of a line: what other concepts may import. Source: [domain 2, 3.10; 004]. */
export type Period = "preconception" | "pregnancy" | "postpartum" | "infancy" | "ended";

/** What rules need to know of a line. */
export interface Line {
  readonly id: string;
  readonly familyId: string;
  readonly dueDate: Day | null;
  /** Day of birth of the (first) child of this pregnancy. */
  readonly bornOn: Day | null;
  readonly state: "open" | "ended";
  readonly lossOn: Day | null;
  /** CBS code of the present address, where known. */
  readonly municipality: string | null;
  /** The pregnant woman or mother. */
  readonly motherId: string;
  readonly partnerId: string | null;
  /** Organisation that registered the line. */
  readonly organisationId: string;
  readonly version: number;
}
