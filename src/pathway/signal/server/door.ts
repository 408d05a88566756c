import type { Work } from "../../../platform/db/withActor.ts";
import type { FactorNow } from "../signal.ts";
import { listCurrentFactors } from "./signal.store.ts";

export { noteSignal, raiseSignal, type NewNote } from "./raiseSignal.ts";
export { listFactors } from "./factor.store.ts";
export { listSignals } from "./signal.store.ts";

/** What plays a part now, as far as the asker may see it: neither withdrawn nor kept to another organisation. For the assessment. */
export function listFactorsNow({ db }: Work, trajectoryId: string): Promise<readonly FactorNow[]> {
  return listCurrentFactors(db, trajectoryId);
}
