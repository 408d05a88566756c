import type { RouteStep } from "../assessment.ts";

/** Steps that a professional reports herself. The others follow from what they are: a visit, a confirmation, a transfer, an assessment. */
export const reportedSteps: readonly RouteStep[] = ["first_referral", "conference"];

/** Steps that a family can say no to [domain 3.3]. */
export const refusableSteps: readonly RouteStep[] = ["first_referral", "ask_home_visit", "hold_home_visit", "conference"];

/** Steps that are put before the team that assessed. The visit and the confirmation put their own work, before whoever was asked. */
export const workedSteps: readonly RouteStep[] = ["first_referral", "ask_home_visit", "conference", "case_lead", "reassess"];
