import type { CriterionCode } from "../../letters/letter.ts";
import type { Criterion, CriterionFacts, CriterionReason } from "../enrolment.ts";

type Made = (reason: CriterionReason, facts?: CriterionFacts) => Criterion;

/** The three outcomes of one criterion, each with its reason and what the reason needs to be said. */
export const criterion = (code: CriterionCode): { met: Made; notMet: Made; unknown: Made } => ({
  met: (reason, facts = {}) => ({ code, outcome: "met", reason, facts }),
  notMet: (reason, facts = {}) => ({ code, outcome: "not_met", reason, facts }),
  unknown: (reason, facts = {}) => ({ code, outcome: "unknown", reason, facts }),
});
