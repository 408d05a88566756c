import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { planIsLocked } from "../../analysis/server/door.ts";
import type { FreezeRefusal } from "../datasetFile.ts";
import { keepVersion } from "./dataset.store.ts";
import { findStudy, gatherDataSet } from "./gatherDataSet.ts";
import { packRows } from "./packRows.ts";

const tries = 3;

/**
 * Freezes the data set of a study as its next version. Who withdraws while it is made is not in it: it is read again, and from the moment of keeping until the
 * end no withdrawal can come between.
 */
export const freezeDataSet = (actor: Actor, study: string): Promise<Done<{ id: string; number: number }> | FreezeRefusal> =>
  withActor(actor, "study.dataset-frozen", async ({ db, about }) => {
    const found = findStudy(study);
    if (!found) return refuse("study-unknown");
    about({ part: "study", purpose: study });
    if (!(await planIsLocked(db, study))) return refuse("plan-not-locked");
    for (let trial = 0; trial < tries; trial++) {
      const { dataSet, members } = await gatherDataSet(db, found);
      if (members.length === 0) return refuse("nobody");
      const packed = await packRows(dataSet);
      const kept = await keepVersion(db, { ...packed, study, members, rows: dataSet.rows.length, variables: dataSet.variables });
      if (kept) return done(kept);
    }
    return refuse("withdrawn-meanwhile");
  });
