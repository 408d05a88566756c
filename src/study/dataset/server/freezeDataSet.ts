import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import { planIsLocked } from "../../analysis/server/door.ts";
import type { Study } from "../../design/study.ts";
import type { DataSet } from "../dataset.ts";
import type { FreezeRefusal } from "../datasetFile.ts";
import { keepVersion, type NewVersion } from "./dataset.store.ts";
import { eachPiece, findStudy } from "./gatherDataSet.ts";
import { startPacking, type Packing } from "./packRows.ts";

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
      const version = await packNow(db, found);
      if (version.members.length === 0) return refuse("nobody");
      const kept = await keepVersion(db, version);
      if (kept) return done(kept);
    }
    return refuse("withdrawn-meanwhile");
  });

/** The study as it is now, packed while it is read. */
async function packNow(db: Db, study: Study): Promise<NewVersion> {
  let packing: Packing | null = null;
  let variables: DataSet["variables"] = [];
  let rows = 0;
  const members = await eachPiece(db, study, async (more, head) => {
    ({ variables } = head);
    packing ??= await startPacking(head);
    rows += more.length;
    await packing.add(more);
  });
  const packed = await (packing ?? (await startPacking({ study: study.code, variables }))).end();
  return { ...packed, study: study.code, members, rows, variables };
}
