import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Protocol } from "../../configuration/settings/indication.ts";
import { findProgramme } from "../../configuration/server/door.ts";
import { protocolOn } from "../rules/protocolOn.ts";

/** The protocol in force on a day, with the version of the programme that holds it; null where a region configured none. */
export async function findProtocol(db: Db, day: Day): Promise<{ protocol: Protocol; versionId: string } | null> {
  const programme = await findProgramme(db);
  const protocol = programme && protocolOn(programme.settings.indication.protocols, day);
  return protocol ? { protocol, versionId: programme.versionId } : null;
}
