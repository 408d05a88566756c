import { isRole } from "../../../trust/access/route.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import type { LeadTransfer } from "../caseLead.ts";

export const roleWord = (role: string): string => (isRole(role) ? roleNames[role] : role);

/** "Hanna Voorbeeld, JGZ Zuid", or "team jeugdverpleegkundige, JGZ Zuid". */
export const whoAsked = ({ professional, role, organisation }: LeadTransfer["to"]): string =>
  `${professional ?? `team ${roleWord(role)}`}, ${organisation}`;
