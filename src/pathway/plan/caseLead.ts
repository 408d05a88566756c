import type { Day } from "../../kit/day.ts";

/** The words of the case lead: what others may import. Source: [002 "Regierol"; domain 3.9]. */
export interface CaseLead {
  readonly id: string;
  readonly membershipId: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly professional: string;
  readonly role: string;
  /** To call: her own number, else her organisation's. */
  readonly phone: string | null;
  readonly basis: "assessment" | "transfer" | "conference";
  readonly since: Day;
  /** She does not work there any more: who follows her up has to be found. */
  readonly left: boolean;
}

/** The lead, offered to a team or to one professional of it. */
export interface LeadTransfer {
  readonly id: string;
  readonly trajectoryId: string;
  readonly state: TransferState;
  readonly from: Party;
  readonly to: Party & { readonly role: string; readonly membershipId: string | null; readonly professional: string | null };
  readonly offeredOn: Day;
  readonly offeredBy: string | null;
  readonly answerBy: Day;
  readonly answeredOn: Day | null;
  readonly reason: string | null;
  readonly municipality: string | null;
}

export interface Party {
  readonly organisationId: string;
  readonly organisation: string;
  readonly phone: string | null;
}

export type TransferState = "offered" | "accepted" | "declined" | "withdrawn";
export type LeadMove = "accept" | "decline" | "withdraw";

export type LeadRefusal =
  | "no-lead"
  | "not-the-lead"
  | "leads-already"
  | "nobody-there"
  | "needs-consent"
  | "offered-already"
  | "answered-already"
  | "not-visible";

/** What the lead is told, until she has seen it: the work of that kind. */
export const leadNotices = ["case_lead.category_changed", "case_lead.accepted", "case_lead.declined"] as const;
export type LeadNotice = (typeof leadNotices)[number];
