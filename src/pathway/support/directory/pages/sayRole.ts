import { roleNames } from "../../../../trust/access/roles.texts.ts";
import { isRole } from "../../../../trust/access/route.ts";

/** A role as it is said on screen. */
export const sayRole = (role: string): string => (isRole(role) ? roleNames[role] : role);
