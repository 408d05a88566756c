import { isRole } from "../../../trust/access/route.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import type { Said } from "../server/confirmation.store.ts";

/** "Hanna Voorbeeld, jeugdverpleegkundige, JGZ Zuid". */
export const saidBy = ({ professional, role, organisation }: Said): string =>
  `${professional}, ${isRole(role) ? roleNames[role] : role}, ${organisation}`;
