/** What other concepts may ask about training. */
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { TrainingSettings } from "../../configuration/settings/training.ts";
import { mayDeliver } from "../rules/mayDeliver.ts";
import type { Standing } from "../training.ts";
import { listTrainings } from "./training.store.ts";

export type { MissingModule, Standing } from "../training.ts";

/**
 * Of these professionals whether each may deliver flexible maternity care (pillar 2) on a day, and what she misses. Who is not trained yet is planned only with
 * the coordinator's reason [domain 4.6]. For who plans at their organisation, and for herself.
 */
export async function findTrained(
  db: Db,
  professionalIds: readonly string[],
  day: Day,
  { modules }: Pick<TrainingSettings, "modules">,
): Promise<ReadonlyMap<string, Standing>> {
  const trainings = await listTrainings(db, professionalIds);
  return new Map(
    professionalIds.map((id) => [
      id,
      mayDeliver(
        2,
        trainings.filter(({ professionalId }) => professionalId === id),
        day,
        { modules },
      ),
    ]),
  );
}
