import { kindNames } from "../registry/admin/admin.texts.ts";
import { roleNames } from "../trust/access/roles.texts.ts";
import type { Role } from "../trust/access/rules/policy.ts";
import type { PortalLanguage } from "./portal.ts";

/** Who read or answered one thing by a one-time link. */
const linkHolder: Readonly<Record<PortalLanguage, string>> = {
  nl: "zonder account, met een eenmalige link",
  en: "without an account, by a one-time link",
};

const englishRoles: Readonly<Partial<Record<Role, string>>> = {
  midwife: "midwife",
  clinical_midwife: "hospital midwife",
  gynaecologist: "gynaecologist",
  maternity_intake: "maternity care intake",
  maternity_assistant: "maternity care assistant",
  maternity_coordinator: "maternity care coordinator",
  youth_nurse: "youth nurse",
  youth_doctor: "youth doctor",
  social_paediatrics: "paediatrician",
  gp: "family doctor",
  municipal_worker: "municipality",
  knooppunt_coordinator: "municipality",
  childcare: "childcare",
  support_provider: "support",
  privacy_officer: "privacy officer",
};

/** A role as someone of a family knows it. */
export function sayRole(role: string, language: PortalLanguage): string {
  const words: Readonly<Record<string, string>> = language === "nl" ? roleNames : { ...roleNames, ...englishRoles };
  return role === "link_holder" ? linkHolder[language] : (words[role] ?? role);
}

const englishKinds: Readonly<Record<string, string>> = {
  midwifery_practice: "midwives",
  hospital: "hospital",
  youth_health: "youth health service",
  maternity_care: "maternity care",
  municipality: "municipality",
  gp_practice: "family doctor",
  support_provider: "support",
  childcare: "childcare",
};

export function sayOrganisationKind(kind: string, language: PortalLanguage): string {
  const words: Readonly<Record<string, string>> = kindNames;
  return (language === "nl" ? words[kind] : (englishKinds[kind] ?? words[kind]))?.toLowerCase() ?? kind;
}
