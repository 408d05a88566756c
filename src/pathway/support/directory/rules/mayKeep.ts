import { mayRole, roles } from "../../../../trust/access/rules/policy.ts";

/** May she change what this organisation offers? Its own people, its administrator, and the administrator of the region. The database says so too. */
export function mayKeep(actor: { readonly role: string; readonly organisationId: string }, organisationId: string | null): boolean {
  if (actor.role === "platform_admin") return true;
  const role = roles.find((one) => one === actor.role);
  return (
    role !== undefined && organisationId === actor.organisationId && (role === "organisation_admin" || mayRole(role, "identity", "read"))
  );
}
