import type { Role } from "../../trust/access/rules/policy.ts";

/** One job of one person, as an administrator sees it. */
export interface PersonRow {
  readonly membershipId: string;
  readonly professionalId: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: string;
  readonly since: string;
  readonly until: string | null;
  /** Null for who has no account: invented people of a demonstration. */
  readonly accountState: "invited" | "active" | "blocked" | null;
  readonly linkUntil: Date | null;
  readonly lastSeen: Date | null;
}

export interface OrganisationRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly home: string | null;
  readonly homeName: string | null;
  readonly active: boolean;
  readonly areas: readonly string[];
  readonly people: number;
  readonly administrators: number;
}

/** Why a person, a job or an organisation could not be changed. */
export const adminRefusals = [
  "not-this-role",
  "yourself",
  "stands-alone",
  "kept-apart",
  "already-here",
  "last-administrator",
  "past",
  "same-name",
  "kind-in-use",
  "changed-meanwhile",
  "no-account",
] as const;
export type AdminRefusal = (typeof adminRefusals)[number];

/** What is asked to invite someone. */
export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly role: Role;
  readonly since: string;
  readonly by: "mail" | "hand" | "provider";
}
