import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import type { Protocol } from "../../configuration/settings/indication.ts";
import { findProgrammeFor } from "../../configuration/server/door.ts";
import { protocolOn } from "../rules/protocolOn.ts";

/** The protocol in force today where this family lives, with the version of the programme that holds it; null where a region has none. */
export async function findProtocol(db: Db, today: Day, line: Line): Promise<{ protocol: Protocol; versionId: string } | null> {
  // Hours are indicated in the same way with a place and without one: where the family lives says enough.
  const found = await findProgrammeFor(db, line.id, { today, municipality: line.municipality, holds: null, holdsBeside: null });
  const protocol = found && protocolOn(found.programme.settings.indication.protocols, today);
  return protocol ? { protocol, versionId: found.programme.versionId } : null;
}
