/** The words of a warm handover: what other concepts may import. FHIR Task and Composition. Source: [001; 002; 003; 004; domain 3.8]. */
import type { Day } from "../../kit/day.ts";

/** The standard moments, and any other [domain 3.8]. */
export const moments = ["maternity_care", "youth_health", "first_line", "childcare", "move", "other"] as const;
export type HandoverMoment = (typeof moments)[number];

/** What it tells, in this order. Who is a social partner does not read what is medical [access.md 2]. */
export const headings = ["going_on", "medical", "works", "wants", "agreements", "attachment", "next_pregnancy"] as const;
export type Heading = (typeof headings)[number];
export const careKindOf = (heading: Heading): "medical" | "social" =>
  heading === "medical" || heading === "next_pregnancy" ? "medical" : "social";
export type HandoverWords = Readonly<Record<Heading, string>>;

export const declineReasons = ["not_ours", "no_room", "other_area", "wrong_person", "other"] as const;
export type DeclineReason = (typeof declineReasons)[number];
/** Of the first two the moment is settled: it is not proposed again. */
export const withdrawReasons = ["family_no", "not_needed", "other_receiver", "mistake"] as const;
export type WithdrawReason = (typeof withdrawReasons)[number];

/** How it reached someone outside Wieg: taken along by the family, by secured mail, by post, or as a file into her own system. */
export const givenWays = ["family", "secure_mail", "post", "file"] as const;
export type GivenWay = (typeof givenWays)[number];

/** Who put her name under it, on which day, in which job. */
export interface Signature {
  readonly membershipId: string;
  readonly name: string;
  readonly role: string;
  readonly on: Day;
}

/** A state holds only what is true in that state. */
export type HandoverStatus =
  | { readonly state: "prepared" }
  | { readonly state: "offered"; readonly from: Signature; readonly answerBy: Day }
  | { readonly state: "accepted"; readonly from: Signature; readonly to: Signature }
  | {
      readonly state: "held";
      readonly from: Signature;
      readonly to: Signature;
      readonly heldOn: Day;
      readonly heldBy: "sender" | "receiver";
    }
  | {
      /** Handed along to someone outside Wieg: signed by the sender, and closed. */
      readonly state: "given";
      readonly from: Signature;
      readonly outside: { readonly to: string; readonly way: GivenWay };
    }
  | {
      readonly state: "declined";
      readonly from: Signature;
      readonly endedOn: Day;
      readonly reason: DeclineReason;
      readonly note: string | null;
    }
  | {
      readonly state: "withdrawn";
      readonly endedOn: Day;
      readonly reason: WithdrawReason;
      readonly note: string | null;
      /** Whether it had been offered: then the receiver is told. */
      readonly wasOffered: boolean;
    };
export type HandoverState = HandoverStatus["state"];

/** In which something still has to happen. */
export const openStates: readonly HandoverState[] = ["prepared", "offered", "accepted"];

export interface HandoverSide {
  readonly organisationId: string;
  readonly organisation: string;
  readonly kind: string;
  readonly phone: string | null;
}

/** A handover as either side sees it: nothing here says who the family is. */
export interface Handover {
  readonly id: string;
  readonly trajectoryId: string;
  readonly moment: HandoverMoment;
  /** Day on which it has to be held at the latest. */
  readonly momentOn: Day;
  readonly from: HandoverSide;
  readonly to: HandoverSide | null;
  readonly toRole: string | null;
  readonly toPerson: { readonly membershipId: string; readonly name: string } | null;
  readonly preparedBy: { readonly membershipId: string; readonly name: string };
  readonly preparedOn: Day;
  /** The sender goes on caring for the family too. */
  readonly senderStays: boolean;
  readonly municipality: string | null;
  readonly language: string | null;
  readonly interpreterNeeded: boolean;
  readonly period: string;
  readonly weeksFrom: number | null;
  readonly discussedOn: Day | null;
  /** Of the signed words. */
  readonly digest: string | null;
  readonly hasMedical: boolean;
  readonly version: number;
  readonly status: HandoverStatus;
}

export const handoverMoves = ["change", "offer", "give", "accept", "decline", "withdraw", "hold"] as const;
export type HandoverMove = (typeof handoverMoves)[number];

/** A standard moment that is here, of one organisation. */
export interface DueHandover {
  readonly moment: Exclude<HandoverMoment, "other">;
  readonly organisationId: string;
  readonly opensOn: Day;
  readonly dueOn: Day;
}

export type HandoverRefusal =
  | "handover-not-found"
  | "handover-not-your-side"
  | "handover-not-in-state"
  | "handover-accepted-already"
  | "handover-changed-meanwhile"
  | "handover-no-consent"
  | "handover-consent-too-narrow"
  | "handover-open-already"
  | "handover-nobody-there"
  | "handover-own-organisation"
  | "handover-no-receiver"
  | "handover-nothing-told"
  | "handover-day-wrong"
  | "handover-reason-needed"
  | "handover-line-ended";
