import type { Role } from "./rules/policy.ts";

/** What a role is called on screens and in letters. */
export const roleNames: Readonly<Record<Role, string>> = {
  midwife: "verloskundige",
  clinical_midwife: "klinisch verloskundige",
  gynaecologist: "gynaecoloog",
  maternity_intake: "intake kraamzorg",
  maternity_assistant: "kraamverzorgende",
  maternity_coordinator: "coördinator kraamzorg",
  youth_nurse: "jeugdverpleegkundige",
  youth_doctor: "jeugdarts",
  social_paediatrics: "sociaal kinderarts",
  gp: "huisarts",
  municipal_worker: "medewerker gemeente",
  knooppunt_coordinator: "coördinator Knooppunt",
  childcare: "kinderopvang",
  support_provider: "hulpverlener",
  meldcode_officer: "aandachtsfunctionaris Meldcode",
  conference_chair: "voorzitter overleg",
  project_group: "lid projectgroep",
  research_desk: "onderzoeker",
  key_keeper: "sleutelbewaarder",
  privacy_officer: "functionaris gegevensbescherming",
  neutral_reviewer: "neutrale beoordelaar",
  organisation_admin: "beheerder van de organisatie",
  platform_admin: "beheerder van Wieg",
};
