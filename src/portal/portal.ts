/** The words of the family's own pages. Source: [access.md 2, 4, 5; domain 6.3]. */
import type { Day } from "../kit/day.ts";
import type { EntryState, PlanVersion, Responsible } from "../pathway/plan/familyPlan.ts";
import type { CandidateState } from "../pathway/support/referral/referral.ts";
import type { ShareablePart } from "../trust/consent/consent.ts";

export type PortalLanguage = "nl" | "en";

/** Who of which family is at the other end, as her session tells; the rest is for screens. */
export interface Relative {
  readonly token: string;
  readonly source: string;
  readonly requestId: string;
  readonly requestKey: string | null;
  /** Trail events that the route allows. */
  readonly events: readonly string[];
  readonly name: string;
  readonly language: PortalLanguage;
  readonly today: Day;
  /** After a loss nothing is asked or reminded of by itself [domain 3.10]. */
  readonly hasLoss: boolean;
  /** The line has ended: she reads, and decides nothing any more. */
  readonly ended: boolean;
  readonly safeEmail: boolean;
  /** She gets a mail without content when there is something new. */
  readonly mails: boolean;
  readonly passkeys: number;
  /** The mother, or her partner: he sees what is his own, and what she shares with him. */
  readonly isMother: boolean;
  /** She reads her plan; he reads it while she shares it. */
  readonly readsPlan: boolean;
}

interface PlanPart {
  readonly id: string;
  readonly wording: string;
  readonly state: EntryState;
}
export interface OwnGoal extends PlanPart {
  readonly questionId: string | null;
  readonly evaluateOn: Day;
}
export interface OwnAgreement extends OwnGoal {
  readonly goalId: string | null;
  readonly responsible: Responsible;
  /** A professional, or someone of the own network; empty for someone of the family. */
  readonly who: string;
  /** What of the family: of the partner no name is told. */
  readonly member: "mother" | "partner" | "child" | "other" | null;
  readonly mine: boolean;
  readonly left: boolean;
}
export interface OwnPlan {
  readonly questions: readonly PlanPart[];
  readonly goals: readonly OwnGoal[];
  readonly agreements: readonly OwnAgreement[];
  readonly versions: readonly (Pick<PlanVersion, "number" | "agreedOn" | "way" | "content"> & { readonly mine: boolean })[];
}

export interface Lead {
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly phone: string | null;
}
export interface TeamMember {
  readonly organisation: string;
  readonly kind: string;
  readonly phone: string | null;
  readonly since: Day;
}
export interface Visit {
  readonly state: "requested" | "accepted" | "scheduled";
  readonly day: Day | null;
  readonly atTime: string | null;
  readonly place: "home" | "elsewhere" | null;
  readonly organisation: string;
  readonly phone: string | null;
  readonly who: string | null;
}
export interface OwnReferral {
  readonly id: string;
  readonly version: number;
  readonly state: CandidateState;
  readonly offer: string;
  readonly organisation: string;
  readonly phone: string | null;
  readonly requestedOn: Day;
  readonly expectedOn: Day | null;
  readonly startedOn: Day | null;
  readonly endedOn: Day | null;
  readonly helper: string | null;
  readonly askedBy: string;
  readonly question: string | null;
  readonly saidYes: boolean;
}

/** Purposes that she sees here; the studies have their own place, later. */
export const ownPurposes = [
  "sharing",
  "prenatal_home_visit",
  "triangle_consultation",
  "case_conference",
  "programme",
  "digital_contact",
] as const;
export type OwnPurpose = (typeof ownPurposes)[number];
export interface OwnConsent {
  readonly id: string;
  readonly version: number;
  readonly purpose: OwnPurpose;
  readonly recipient: string | null;
  readonly recipientRole: string | null;
  readonly parts: readonly ShareablePart[];
  readonly givenOn: Day;
  readonly until: Day | null;
}

/** One thing that someone did in her file. */
export interface Look {
  readonly at: Date;
  readonly who: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly event: string;
  readonly part: string | null;
  readonly emergency: boolean;
}

/** With what she begins a conversation herself. */
export const talkKinds = ["question", "contact", "plan"] as const;
export type TalkKind = (typeof talkKinds)[number];

/** A conversation that was begun with her. */
export interface OwnThread {
  readonly id: string;
  readonly topic: string;
  readonly state: "open" | "closed";
  readonly lastAt: Date;
  readonly messages: number;
  readonly unread: number;
}
/** Someone who takes part; without a name a whole team. */
export interface ThreadReader {
  readonly name: string | null;
  readonly role: string;
  readonly organisation: string;
  /** May read it today, by what she allows. */
  readonly reads: boolean;
}
export interface OwnMessage {
  readonly number: number;
  readonly kind: "words" | "added" | "closed" | "reopened";
  readonly words: string | null;
  readonly mine: boolean;
  readonly author: string | null;
  readonly organisation: string;
  readonly about: string | null;
  readonly at: Date;
}

/** Consent that is asked of her, until she answers. */
export interface ConsentAsk {
  readonly id: string;
  readonly version: number;
  readonly purpose: Exclude<OwnPurpose, "digital_contact">;
  readonly recipients: readonly { readonly id: string; readonly name: string }[];
  readonly roles: readonly string[];
  readonly parts: readonly ShareablePart[];
  readonly medicalToo: boolean;
  readonly until: Day | null;
  readonly askedBy: string;
  readonly askedFor: string;
  readonly askedOn: Day;
  /** She allowed one of them something for this before: her yes takes its place. */
  readonly earlier: boolean;
}

/** Whose pages: the only two of a family who have them. */
export const pageOwners = ["mother", "partner"] as const;
export type PageOwner = (typeof pageOwners)[number];

export type PortalRefusal =
  | "not-found"
  | "ended"
  | "changed"
  | "line-ended"
  | "plan-empty"
  | "agreed-already"
  | "closed"
  | "nobody"
  | "nothing-chosen"
  | "with-parents";

/** Days in which a professional reads what she said. */
export const readDays = 3;
/** Days that a code of an invitation works. */
export const invitationDays = 14;
export const codeMinutes = 10;
export const mostTries = 5;

/** Tries at the door of a family. Everything that is wrong gets the same sentence. */
export const doorLimits = {
  source: { kind: "portal.source", times: 30, seconds: 15 * 60 },
  address: { kind: "portal.address", times: 5, seconds: 15 * 60 },
} as const;
