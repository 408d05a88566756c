import type { Day } from "../../kit/day.ts";

/** The words of before and between pregnancies: what other concepts may import. Source: [004; 003]. */
export const talkKinds = ["preconception", "interconception", "taken_over"] as const;
export type TalkKind = (typeof talkKinds)[number];

export const wishes = ["now", "later", "none", "unsure"] as const;
export type Wish = (typeof wishes)[number];

/** What is talked about before a pregnancy. Source: NVOG and KNOV, preconceptional care; a start set. */
export const talkTopics = [
  "folic_acid",
  "smoking",
  "alcohol_drugs",
  "medicines",
  "weight_food",
  "vaccinations",
  "heredity",
  "last_pregnancy",
  "contraception",
  "mind",
  "money_home",
  "relationship",
] as const;
export type TalkTopic = (typeof talkTopics)[number];

/** One conversation, or what came along from an earlier line. */
export interface Talk {
  readonly id: string;
  readonly kind: TalkKind;
  readonly heldOn: Day;
  readonly withPartner: boolean;
  readonly wish: Wish | null;
  readonly topics: readonly TalkTopic[];
  readonly risks: string | null;
  readonly advice: string | null;
  readonly followOn: Day | null;
  readonly followedBy: string | null;
  readonly by: string;
  readonly organisationId: string;
  readonly version: number;
}

/** What can come along from an earlier line, each asked apart. */
export const takeOverParts = ["signals", "plan", "talks"] as const;
export type TakeOverPart = (typeof takeOverParts)[number];

export type TalkRefusal =
  | "talk-not-found"
  | "talk-not-in-pregnancy"
  | "talk-day-wrong"
  | "talk-follow-day-wrong"
  | "talk-follow-who"
  | "talk-empty"
  | "talk-line-ended"
  | "talk-not-yours"
  | "talk-changed-meanwhile";

export type TakeOverRefusal =
  | "takeover-not-found"
  | "takeover-nothing-answered"
  | "takeover-day-wrong"
  | "takeover-done-already"
  | "takeover-not-yours"
  | "takeover-nothing-there"
  | "takeover-line-ended";
