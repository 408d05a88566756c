import { NotAllowed, NotSignedIn } from "../../platform/http/problems.ts";
import { routesFor } from "../../platform/http/route.ts";
import type { FastifyRequest } from "fastify";
import type { Actor } from "../../platform/db/actor.ts";
import { frontDoorRoles, mayRole, roles, type Part, type Role } from "./rules/policy.ts";

/**
 * What a route may ask of its user: a right on a part of a line, one of some roles, merely being signed in, or nothing at all.
 * Whether this professional may see this line is the database's to say.
 */
export type Permission =
  | `${Part}.${"read" | "write"}`
  | `role:${Role}`
  | "care"
  | "programme-places"
  | "steering"
  | "programme-settings"
  | "capacity"
  | "programme-money"
  | "help-requests"
  | "meldcode"
  | "directory"
  | "conference"
  | "conference-series"
  | "youth-contacts"
  | "contact-moments"
  | "visit-phones"
  | "shared-questions"
  | "figures"
  | "visits"
  | "visit-planning"
  | "signed-in"
  | "public";

export const { page, form, action, file, own } = routesFor<Permission>();

/**
 * May this role use a route with this permission? `care`: any role that works with families. `programme-places`: sees how many places there are.
 * `steering`: its uncut figures (which programme, the database asks).
 * `capacity`: who runs the maternity care of a programme, and who steers it.
 * `programme-settings`: who configures the region, who decides on the programme, and who runs it.
 * `directory`: who works with families, and who administers an organisation or the region. `youth-contacts`: the youth health service.
 * `programme-money`: who steers it (which programme, the database asks).
 * `contact-moments`: who administers, of a youth health service or of Wieg (the use case and the database ask which).
 * `visit-phones`: who may block the phone of an assistant. `visits`: who goes to families for maternity care, or plans who does (`visit-planning`).
 * `shared-questions`: municipalities and the project group; `figures`: they, the coordinator of maternity care and the research desk. `conference`: who can sit at its table, or chair it; `conference-series`: who convenes it.
 */
export function mayUse(role: Role, may: Permission): boolean {
  if (may === "public" || may === "signed-in") return true;
  if (may === "care") return mayRole(role, "identity", "read");
  if (may === "programme-places") return role === "project_group" || mayRole(role, "programme", "read");
  if (may === "steering") return ["project_group", "maternity_coordinator", "research_desk"].includes(role);
  if (may === "capacity") return role === "project_group" || role === "maternity_coordinator";
  if (may === "programme-settings") return ["platform_admin", "project_group", "maternity_coordinator"].includes(role);
  if (may === "programme-money") return role === "project_group" || role === "maternity_coordinator";
  if (may === "help-requests") return frontDoorRoles.includes(role);
  if (may === "conference") return role === "conference_chair" || mayRole(role, "identity", "read");
  if (may === "conference-series") return role === "conference_chair" || role === "knooppunt_coordinator";
  if (may === "directory") return ["organisation_admin", "platform_admin"].includes(role) || mayRole(role, "identity", "read");
  if (may === "youth-contacts") return role === "youth_nurse" || role === "youth_doctor";
  if (may === "contact-moments") return role === "organisation_admin" || role === "platform_admin";
  if (may === "visit-phones") return role === "maternity_coordinator" || role === "organisation_admin";
  if (may === "shared-questions") return ["municipal_worker", "knooppunt_coordinator", "project_group"].includes(role);
  if (may === "figures")
    return ["municipal_worker", "knooppunt_coordinator", "project_group", "maternity_coordinator", "research_desk"].includes(role);
  if (may === "visits") return ["maternity_assistant", "maternity_intake", "maternity_coordinator"].includes(role);
  if (may === "visit-planning") return role === "maternity_intake" || role === "maternity_coordinator";
  if (may === "meldcode") return role === "meldcode_officer" || mayRole(role, "identity", "read");
  if (may.startsWith("role:")) return may === `role:${role}`;
  const [part, act] = may.split(".") as [Part, "read" | "write"];
  return mayRole(role, part, act);
}

export const isRole = (value: string): value is Role => (roles as readonly string[]).includes(value);

/** The signed-in professional when her role may use this. Raises NotSignedIn or NotAllowed. */
export function enter(request: FastifyRequest, may: Permission): Actor {
  const { actor } = request;
  if (!actor) throw new NotSignedIn();
  if (!isRole(actor.role) || !mayUse(actor.role, may)) throw new NotAllowed();
  return actor;
}
