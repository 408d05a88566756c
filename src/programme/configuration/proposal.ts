import type { Day } from "../../kit/day.ts";
import type { Refusal } from "../../kit/refusal.ts";
import type { ProgrammeSettings } from "./programme.ts";
import type { Finding } from "./rules/checkVersion.ts";

/** A next version while it is prepared. */
export interface Proposal {
  readonly id: string;
  readonly state: "draft" | "offered";
  readonly startsOn: Day;
  readonly settings: ProgrammeSettings;
  readonly why: string | null;
  readonly preparedBy: string;
  readonly preparedById: string;
  readonly preparedAt: Date;
  readonly confirmed: readonly Pick<Finding, "code" | "facts">[];
  /** The project group sent it back, with this reason. */
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly version: number;
}

/** A version as the history shows it. */
export interface VersionLine {
  readonly id: string;
  readonly number: number;
  readonly startsOn: Day;
  readonly settings: ProgrammeSettings;
  readonly createdAt: Date;
  readonly preparedBy: string | null;
  readonly approvedBy: string | null;
  readonly why: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnWhy: string | null;
  /** Decisions that rest on it. */
  readonly decisions: number;
}

export type ProposalRefusal = Refusal<
  | "not-visible"
  | "changed-meanwhile"
  | "proposal-already"
  | "has-errors"
  | "warnings-unread"
  | "own-proposal"
  | "starts-in-the-past"
  | "not-after-latest"
  | "in-force"
  | "reason-needed"
  | "not-right"
>;
