import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import type { Protocol } from "../../configuration/settings/indication.ts";
import type { Indication, Intake, Occasion } from "../indication.ts";
import { mayIndicate, mayRecordIntake, occasionOf } from "../rules/whoIndicates.ts";
import { findProtocol } from "./findProtocol.ts";
import { countChildren, listIndications, listIntakes } from "./indication.store.ts";

/** All hours of one family, as the asker may see them. */
export interface Hours {
  readonly today: Day;
  readonly line: Line;
  readonly protocol: Protocol | null;
  readonly versionId: string | null;
  /** Newest first. */
  readonly indications: readonly Indication[];
  readonly intakes: readonly Intake[];
  /** Children that were born; 0 before the birth. */
  readonly born: number;
  /** What a new indication would be. */
  readonly occasion: Occasion;
  readonly may: HoursRights;
}

export interface HoursRights {
  readonly indicate: boolean;
  readonly intake: boolean;
  readonly hospital: boolean;
}

/** Reads them within a transaction that is open. Null when the line is not the asker's to see. */
export async function findHours({ db, today }: Work, line: Line, role: string): Promise<Hours> {
  const [found, indications, intakes, born] = await Promise.all([
    findProtocol(db, today, line),
    listIndications(db, line.id),
    listIntakes(db, line.id),
    countChildren(db, line.id),
  ]);
  const bornBefore = indications.some(({ occasion }) => occasion === "birth" || occasion === "changed");
  const occasion = occasionOf({ earlier: indications.length, born: line.bornOn !== null, bornBefore });
  const open = line.state === "open";
  return {
    today,
    line,
    protocol: found?.protocol ?? null,
    versionId: found?.versionId ?? null,
    indications,
    intakes,
    born,
    occasion,
    may: {
      indicate: open && found !== null && mayIndicate(role, occasion),
      intake: open && line.lossOn === null && mayRecordIntake(role),
      hospital: open && found !== null && indications.length > 0 && line.bornOn !== null && mayIndicate(role, "hospital"),
    },
  };
}

/** The same, with the transaction and its event. */
export const readHours = (actor: Actor, trajectoryId: string): Promise<Hours | null> =>
  withActor(actor, "maternity-care.read", async (work) => {
    const line = await findLine(work.db, trajectoryId);
    if (!line) return null;
    work.about({ trajectories: [line.id], part: "maternity_care" });
    return findHours(work, line, actor.role);
  });
