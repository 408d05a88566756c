import type { AskedPurpose, ShareablePart } from "../consent.ts";

/** What is proposed when a purpose is asked: which parts, and which kinds of organisation it is about. The family decides. */
export interface Proposal {
  readonly parts: readonly ShareablePart[];
  /** Kinds of organisation that come first in the list. */
  readonly kinds: readonly string[];
  /** A recipient follows from the purpose itself, so the one that fits is already ticked. */
  readonly preselect: boolean;
}

/**
 * Parts and recipients by purpose, once:
 * - `sharing`: who works together needs no second telling of the story [003 "must tell their story more than once"].
 * - `prenatal_home_visit`: the visit starts from what is known and ends in the plan [001 ch. 4 step 3; domain 3.4].
 * - `triangle_consultation`: midwife, maternity-care assistant and youth nurse set goals together and how hours are used for them [001 3.6].
 * - `case_conference`: the plan, beside the summary that the family agreed to [domain 3.7].
 * - `programme`: what a place is decided and delivered on [001 ch. 4]; insurers get nothing [Wabvpz 15f].
 * - `digital_contact`: messages without content; shares nothing.
 */
export const askedOf: Readonly<Record<AskedPurpose, Proposal>> = {
  sharing: {
    parts: ["identity", "signals", "assessment", "plan"],
    kinds: ["youth_health", "maternity_care", "municipality"],
    preselect: false,
  },
  prenatal_home_visit: { parts: ["identity", "signals", "assessment", "exploration", "plan"], kinds: ["youth_health"], preselect: true },
  triangle_consultation: {
    parts: ["identity", "assessment", "exploration", "plan", "maternity_care"],
    kinds: ["midwifery_practice", "maternity_care", "youth_health"],
    preselect: false,
  },
  case_conference: { parts: ["identity", "plan"], kinds: ["municipality", "youth_health", "maternity_care"], preselect: false },
  programme: { parts: ["identity", "maternity_care", "programme"], kinds: ["maternity_care"], preselect: true },
  digital_contact: { parts: [], kinds: [], preselect: false },
};

/** A message needs no one who may read along. */
export const sharesNothing = (purpose: AskedPurpose): boolean => askedOf[purpose].parts.length === 0;
