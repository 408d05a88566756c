import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import type { Protocol } from "../../configuration/settings/indication.ts";
import { findProgrammeFor } from "../../configuration/server/door.ts";
import { listPlacesOfLine } from "../../enrolment/server/door.ts";
import { protocolOn } from "../rules/protocolOn.ts";

/** The protocol in force today of the programme in which this family has its place, or else where it lives, with the version of the programme that holds it; null where a region has none. */
export async function findProtocol(db: Db, today: Day, line: Line): Promise<{ protocol: Protocol; versionId: string } | null> {
  // Who holds a place stays with its programme, also after moving; without a place it is where the family lives.
  const held = (await listPlacesOfLine(db, line.id)).find(({ state }) => state === "taken");
  const found = await findProgrammeFor(db, line.id, {
    today,
    municipality: line.municipality,
    holds: held?.programmeId ?? null,
    holdsBeside: null,
  });
  const protocol = found && protocolOn(found.programme.settings.indication.protocols, today);
  return protocol ? { protocol, versionId: found.programme.versionId } : null;
}
