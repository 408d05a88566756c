import type { Role } from "../../../trust/access/rules/policy.ts";

export const organisationKinds = [
  "midwifery_practice",
  "hospital",
  "maternity_care",
  "youth_health",
  "municipality",
  "gp_practice",
  "support_provider",
  "childcare",
  "public_health",
  "programme_office",
  "platform",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Roles of the organisation's own work: its own administrator gives them. */
const own: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  midwifery_practice: ["midwife", "meldcode_officer"],
  hospital: ["clinical_midwife", "gynaecologist", "social_paediatrics", "meldcode_officer"],
  maternity_care: ["maternity_intake", "maternity_assistant", "maternity_coordinator", "meldcode_officer"],
  youth_health: ["youth_nurse", "youth_doctor", "meldcode_officer"],
  municipality: ["municipal_worker", "knooppunt_coordinator", "meldcode_officer"],
  gp_practice: ["gp", "meldcode_officer"],
  support_provider: ["support_provider", "meldcode_officer"],
  childcare: ["childcare", "meldcode_officer"],
  public_health: [],
  programme_office: [],
  platform: [],
};

/** Roles with a reach beyond the organisation: given by the administrator of Wieg alone. */
const regional: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  midwifery_practice: ["conference_chair", "project_group"],
  hospital: ["conference_chair", "project_group", "research_desk", "key_keeper"],
  maternity_care: ["conference_chair", "project_group"],
  youth_health: ["conference_chair", "project_group"],
  municipality: ["conference_chair", "project_group"],
  gp_practice: [],
  support_provider: [],
  childcare: [],
  public_health: ["conference_chair", "project_group", "research_desk", "key_keeper"],
  programme_office: ["conference_chair", "project_group", "research_desk", "key_keeper", "neutral_reviewer", "privacy_officer"],
  platform: ["platform_admin"],
};

export type Giver = "organisation" | "platform";

/** The roles that an administrator may give in this kind of organisation. Each organisation has an administrator of its own, but Wieg's itself. */
export function rolesToGive(kind: OrganisationKind, giver: Giver): readonly Role[] {
  const administrator: readonly Role[] = kind === "platform" ? [] : ["organisation_admin"];
  return [...(giver === "organisation" ? own[kind] : regional[kind]), ...administrator];
}

export const isKind = (value: string): value is OrganisationKind => (organisationKinds as readonly string[]).includes(value);
