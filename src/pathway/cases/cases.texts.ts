import type { StuckReason } from "../trajectory/workKind.ts";
import type { CaseRefusal } from "./cases.ts";

export const stuckReasonNames: Readonly<Record<StuckReason, string>> = {
  lead: "casusregie",
  referral: "verwijzing",
  visit: "huisbezoek",
  category: "inschatting",
  plan: "gezinsplan",
  conference: "overleg",
  handover: "overdracht",
  consent: "toestemming",
};

/** "vandaag", "1 dag", "3 weken": as someone would say it. */
export function howLong(days: number): string {
  if (days <= 0) return "vandaag";
  if (days < 14) return days === 1 ? "1 dag" : `${days} dagen`;
  return `${Math.floor(days / 7)} weken`;
}

export const caseRefusals: Readonly<Record<CaseRefusal, string>> = {
  "case-not-stuck": "Dit zit niet meer vast: iemand was u voor.",
  "case-taken-already": "Een collega pakte dit net op.",
};
