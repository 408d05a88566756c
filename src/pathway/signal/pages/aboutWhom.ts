import { memberKindNames } from "../../../registry/family.texts.ts";
import { isRole } from "../../../trust/access/route.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import type { SignalRow } from "../server/signal.store.ts";

/** "Tom, partner", or just "partner" when his name is not the asker's to see. */
export const aboutWhom = (row: SignalRow): string =>
  row.personKind === null ? "een gezinslid" : [row.personName, memberKindNames[row.personKind]].filter(Boolean).join(", ");

/** "M. Janssen, verloskundige, Praktijk De Maas". */
export const byWhom = (row: SignalRow): string =>
  [row.author, isRole(row.authorRole) ? roleNames[row.authorRole] : row.authorRole, row.organisation].filter(Boolean).join(", ");
