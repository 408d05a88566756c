/** The words of the broad conversation, on Positieve Gezondheid: the common language of everyone around a family [001 1.2; domain 3.4]. */
import type { Day } from "../../kit/day.ts";
import type { LifeDomain } from "../signal/signal.ts";

export interface BroadConversation {
  readonly id: string;
  readonly trajectoryId: string;
  readonly heldOn: Day;
  readonly familyWants: string | null;
  /** Only the dimensions that were asked, and that the asker may see. */
  readonly dimensions: readonly ConversationDimension[];
  readonly by: { readonly professionalId: string; readonly name: string; readonly organisationId: string; readonly organisation: string };
  readonly recordedOn: Day;
  readonly version: number;
}

export interface ConversationDimension {
  readonly dimension: LifeDomain;
  readonly score: number | null;
  readonly remark: string | null;
}

/** What is said about the body is medical: social partners see it only where the family allows that [access.md 2]. */
export const careKindOf = (dimension: LifeDomain): "medical" | "social" => (dimension === "lichaamsfuncties" ? "medical" : "social");

export type ConversationRefusal =
  | "conversation-empty"
  | "conversation-in-future"
  | "conversation-not-yours"
  | "conversation-too-late"
  | "conversation-changed-meanwhile"
  | "conversation-not-found";
