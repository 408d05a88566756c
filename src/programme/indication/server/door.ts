/** What other concepts may ask of the hours of maternity care. */
import type { Db } from "../../../platform/db/withActor.ts";
import type { Day } from "../../../kit/day.ts";
import type { Feeding } from "../../configuration/settings/indication.ts";
import { listIndications, listIntakes } from "./indication.store.ts";

export { listIndications } from "./indication.store.ts";

/** The newest indication with what the family takes of it. */
export interface HoursNow {
  readonly indicationId: string;
  readonly onDay: Day;
  readonly feeding: Feeding;
  readonly minutes: number;
  readonly hospitalDays: number;
  readonly minutesAfterHospital: number;
  /** 0: takes none; null: not recorded. */
  readonly acceptedMinutes: number | null;
  readonly protocolName: string;
}

/** Hours as they stand; null when nothing was indicated, or it is not the asker's to see. */
export async function findIndication(db: Db, trajectoryId: string): Promise<HoursNow | null> {
  const [[newest], [intake]] = await Promise.all([listIndications(db, trajectoryId), listIntakes(db, trajectoryId)]);
  if (!newest) return null;
  const { id, onDay, feeding, minutes, hospitalDays, minutesAfterHospital, protocolName } = newest;
  return {
    indicationId: id,
    onDay,
    feeding,
    minutes,
    hospitalDays,
    minutesAfterHospital,
    acceptedMinutes: intake?.acceptedMinutes ?? null,
    protocolName,
  };
}
