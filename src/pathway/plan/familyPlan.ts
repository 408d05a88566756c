/** The words of the family plan: what others may import. Source: [001 ch. 1.2, 3.3.2, 4; domain 3.5]. */
import type { Day } from "../../kit/day.ts";

/** Its parts: a question for support, a goal in the family's own words, an agreement. */
export const entryKinds = ["question", "goal", "agreement"] as const;
export type EntryKind = (typeof entryKinds)[number];
export type EntryState = "open" | "reached" | "stopped";

/** How it went at an evaluation [003 phase 3]. */
export const outcomes = ["reached", "go_on", "scale_up", "scale_down", "stop"] as const;
export type Outcome = (typeof outcomes)[number];
export type EntryMove = Outcome | "change" | "reopen";

/** Who does what was agreed: exactly one. Someone of the own network has no account, only a name. */
export type Responsible =
  | { readonly kind: "professional"; readonly membershipId: string }
  | { readonly kind: "family"; readonly personId: string }
  | { readonly kind: "network"; readonly name: string };

export type WishSource = "visit_wish" | "conversation_wish";
export type SourceKind = WishSource | "visit_agreement";
/** Where an entry came from, when nobody typed it again. */
export interface Source<Kind extends SourceKind = SourceKind> {
  readonly kind: Kind;
  readonly id: string;
}

interface Entry {
  readonly id: string;
  readonly wording: string;
  readonly state: EntryState;
  readonly source: Source | null;
  readonly by: string;
  readonly version: number;
}
export type Question = Entry;
export interface Goal extends Entry {
  readonly questionId: string | null;
  /** The evaluation moment. */
  readonly evaluateOn: Day;
}
export interface Agreement extends Entry {
  readonly questionId: string | null;
  readonly goalId: string | null;
  readonly evaluateOn: Day;
  readonly responsible: Responsible;
  /** In words, as far as the asker may know: "Nadia Knoop, Gemeente Heerlen". */
  readonly who: string;
  /** Who is responsible left, or is not involved any more: it goes to the case lead. */
  readonly left: boolean;
}

/** How it goes with an agreement, by who carries it out and does not write the plan. */
export const reportOutcomes = ["done", "goes_on", "not_working"] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];
export interface AgreementReport {
  readonly id: string;
  readonly agreementId: string;
  readonly outcome: ReportOutcome;
  readonly sentence: string;
  readonly on: Day;
  readonly name: string;
  readonly organisation: string;
}

/** How one part went, on a day. */
export interface Evaluation {
  readonly id: string;
  readonly kind: EntryKind;
  readonly subjectId: string;
  readonly outcome: Outcome | "reopen";
  readonly sentence: string;
  readonly on: Day;
  readonly nextOn: Day | null;
  readonly by: string;
}

/** What a version holds: what the family agreed to, and nothing of how it went since. */
export interface PlanContent {
  readonly questions: readonly { readonly id: string; readonly wording: string }[];
  readonly goals: readonly {
    readonly id: string;
    readonly wording: string;
    readonly questionId: string | null;
    readonly evaluateOn: Day;
  }[];
  readonly agreements: readonly KeptAgreement[];
}
export interface KeptAgreement {
  readonly id: string;
  readonly wording: string;
  readonly questionId: string | null;
  readonly goalId: string | null;
  readonly evaluateOn: Day;
  readonly responsible: Responsible;
  /** A professional's name and organisation, as they were; of a family member nothing: her name is found again by who may see it. */
  readonly who: string | null;
}

/** A final version: the family agreed to it. */
export interface PlanVersion {
  readonly id: string;
  readonly number: number;
  readonly content: PlanContent;
  readonly agreedOn: Day;
  readonly way: "spoken" | "signed" | "portal";
  /** Ids of who agreed. */
  readonly agreedBy: readonly string[];
  readonly by: string;
  readonly recordedOn: Day;
}

/** Nothing in it yet; not agreed to; agreed to as it stands. */
export type PlanStand = "empty" | "draft" | "final";

/** What a visit or a conversation left for the plan: taken over by one press. */
export type Proposal =
  | { readonly source: Source<WishSource>; readonly wording: string; readonly on: Day }
  | {
      readonly source: Source<"visit_agreement">;
      readonly wording: string;
      readonly on: Day;
      readonly who: string;
      readonly dueOn: Day | null;
    };

export type PlanRefusal =
  | "not-visible"
  | "line-ended"
  | "not-open"
  | "nobody-responsible"
  | "belongs-nowhere"
  | "factor-unknown"
  | "day-passed"
  | "day-too-far"
  | "next-day-needed"
  | "taken-already"
  | "changed-meanwhile"
  | "plan-empty"
  | "agreed-in-future"
  | "agreed-before-last"
  | "nobody-agreed"
  | "agreed-already"
  | "plan-changed"
  | "waits-already";
