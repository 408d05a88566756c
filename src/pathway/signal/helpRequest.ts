import type { Day } from "../../kit/day.ts";

/** The words of a question at the front door. Source: [domain 3.1, 6.3; 003: the front door must be open for her too]. */
export const helpTopics = ["money", "housing", "pregnancy", "stress", "baby", "alone", "health", "other"] as const;
export type HelpTopic = (typeof helpTopics)[number];

/** How she can be reached safely; self: she gets in touch herself. */
export const helpChannels = ["phone", "sms", "email", "self"] as const;
export type HelpChannel = (typeof helpChannels)[number];

export const safeMoments = ["weekday-morning", "weekday-afternoon", "weekday-evening", "weekend", "always"] as const;
export type SafeMoment = (typeof safeMoments)[number];

export type DoorLanguage = "nl" | "en";

/** What she asks, as it is delivered. */
export interface HelpQuestion {
  readonly municipality: string;
  readonly topics: readonly HelpTopic[];
  readonly words: string | null;
  readonly givenName: string | null;
  readonly channel: HelpChannel;
  readonly contact: string | null;
  readonly safeMoments: readonly SafeMoment[];
  readonly momentWords: string | null;
  readonly othersMayAnswer: boolean;
  readonly speaks: string | null;
  readonly language: DoorLanguage;
}

export const helpStates = ["waiting", "taken", "answered", "closed"] as const;
export type HelpState = (typeof helpStates)[number];

export const helpMoves = ["take", "takeOver", "release", "noContact", "spoke", "link", "forward", "close"] as const;
export type HelpMove = (typeof helpMoves)[number];

export const closingReasons = ["answered", "not_reached", "withdrawn", "double", "not_meant"] as const;
export type ClosingReason = (typeof closingReasons)[number];

/** A question as the receiving organisation sees it. */
export interface HelpRequest extends HelpQuestion {
  readonly id: string;
  readonly reference: string;
  readonly municipalityName: string;
  readonly receivedOn: Day;
  readonly dueOn: Day;
  readonly state: HelpState;
  readonly takenBy: string | null;
  readonly takenByName: string | null;
  readonly answeredOn: Day | null;
  readonly trajectoryId: string | null;
  readonly closedReason: ClosingReason | null;
  readonly version: number;
}

export type HelpRefusal =
  | "taken-already"
  | "not-yours"
  | "not-in-state"
  | "try-more"
  | "speak-first"
  | "reason-needed"
  | "in-the-future"
  | "before-received"
  | "no-receiver"
  | "family-unknown"
  | "changed-meanwhile"
  | "not-visible";
