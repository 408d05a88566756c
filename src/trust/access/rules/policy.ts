/**
 * The one policy: which role may read and write which part of a line, when relation and consent hold [access.md 2, domain 6.2].
 * The database's role_part is written from this table at each migration; docs/access.md is generated from it.
 */
export const parts = [
  "identity",
  "signals",
  "assessment",
  "category_route",
  "exploration",
  "exploration_summary",
  "plan",
  "own_agreements",
  "referrals",
  "maternity_care",
  "programme",
  "study",
] as const;
export type Part = (typeof parts)[number];

export const roles = [
  "midwife",
  "clinical_midwife",
  "gynaecologist",
  "maternity_intake",
  "maternity_assistant",
  "maternity_coordinator",
  "youth_nurse",
  "youth_doctor",
  "social_paediatrics",
  "gp",
  "municipal_worker",
  "knooppunt_coordinator",
  "childcare",
  "support_provider",
  "meldcode_officer",
  "conference_chair",
  "project_group",
  "research_desk",
  "key_keeper",
  "privacy_officer",
  "neutral_reviewer",
  "organisation_admin",
  "platform_admin",
] as const;
export type Role = (typeof roles)[number];

/** R reads, W writes too, own: only what the own organisation recorded. */
export type Right = "R" | "RW" | "RW own" | "R own";
type Rights = Readonly<Partial<Record<Part, Right>>>;

const obstetric: Rights = {
  identity: "RW",
  signals: "RW",
  assessment: "RW",
  category_route: "RW",
  exploration: "RW",
  exploration_summary: "RW",
  plan: "RW",
  own_agreements: "RW",
  referrals: "RW",
  maternity_care: "RW",
  programme: "RW",
  study: "RW",
};
const maternity: Rights = {
  identity: "R",
  signals: "RW",
  assessment: "R",
  category_route: "R",
  exploration: "R",
  exploration_summary: "R",
  plan: "RW",
  own_agreements: "RW",
  referrals: "R",
  maternity_care: "RW own",
  programme: "R",
  study: "RW",
};
const youth: Rights = { ...obstetric, maternity_care: "R" };
/** Of what was explored they see the summary alone, which the family agreed to: "R summary" [access.md 2]. */
const municipal: Rights = {
  identity: "R",
  signals: "RW",
  category_route: "R",
  exploration_summary: "R",
  plan: "RW",
  own_agreements: "RW",
  referrals: "RW",
};
const support: Rights = { identity: "R", signals: "RW own", own_agreements: "R", referrals: "RW own" };

export const policy: Readonly<Record<Role, Rights>> = {
  midwife: obstetric,
  clinical_midwife: obstetric,
  gynaecologist: obstetric,
  maternity_intake: maternity,
  maternity_assistant: maternity,
  maternity_coordinator: {
    identity: "R",
    signals: "R",
    assessment: "R",
    category_route: "R",
    plan: "R",
    own_agreements: "R",
    referrals: "R",
    maternity_care: "RW",
    programme: "RW",
  },
  youth_nurse: youth,
  youth_doctor: youth,
  social_paediatrics: {
    identity: "R",
    signals: "RW",
    assessment: "R",
    category_route: "R",
    exploration: "R",
    exploration_summary: "R",
    plan: "RW",
    own_agreements: "RW",
    referrals: "RW",
  },
  gp: { identity: "R", signals: "RW", assessment: "R", category_route: "R", plan: "R", own_agreements: "R", referrals: "RW" },
  municipal_worker: municipal,
  knooppunt_coordinator: municipal,
  childcare: support,
  support_provider: support,
  meldcode_officer: {},
  conference_chair: {},
  project_group: {},
  research_desk: {},
  key_keeper: {},
  privacy_officer: {},
  neutral_reviewer: {},
  organisation_admin: {},
  platform_admin: {},
};

/** Partners of the social domain see a medical entry only as "een medische omstandigheid", unless the consent names it [access.md 2]. */
export const socialRoles: readonly Role[] = ["municipal_worker", "knooppunt_coordinator", "childcare", "support_provider"];

/** Roles that answer questions of the public front door, in the organisation that receives them (the database: trust.receives_help_requests). */
export const frontDoorRoles: readonly Role[] = ["youth_nurse", "municipal_worker", "knooppunt_coordinator"];

/** May this role, by itself, read or write this part? Relation and consent are the database's to add. */
export function mayRole(role: Role, part: Part, act: "read" | "write"): boolean {
  const right = policy[role][part];
  return right !== undefined && (act === "read" || right.startsWith("RW"));
}
