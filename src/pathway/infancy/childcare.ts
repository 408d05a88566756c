import type { Day } from "../../kit/day.ts";

/** A place at childcare or pre-school [004]. */
export const childcareKinds = ["childcare", "preschool", "childminder"] as const;
export type ChildcareKind = (typeof childcareKinds)[number];
export const childcareStates = ["wished", "asked", "waiting", "placed", "ended"] as const;
export type ChildcareState = (typeof childcareStates)[number];
/** An indication for early education (voor- en vroegschoolse educatie), given by the youth health service. */
export const vveAnswers = ["unknown", "indicated", "not_indicated"] as const;
export type VveAnswer = (typeof vveAnswers)[number];

export interface ChildcarePlace {
  readonly id: string;
  readonly childId: string;
  readonly child: string | null;
  readonly kind: ChildcareKind;
  readonly state: ChildcareState;
  readonly organisationId: string | null;
  /** Of Wieg or as it was typed. */
  readonly place: string | null;
  readonly vve: VveAnswer;
  readonly vveOn: Day | null;
  readonly halfDays: number | null;
  readonly since: Day | null;
  readonly until: Day | null;
  readonly remark: string | null;
  readonly version: number;
}

export type ChildcareRefusal =
  | "childcare-not-found"
  | "childcare-not-in-state"
  | "childcare-where-needed"
  | "childcare-since-needed"
  | "childcare-day-wrong"
  | "childcare-line-ended"
  | "childcare-changed-meanwhile";
