import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { findFrozen, listVersions, toAnalysisRows } from "../../dataset/server/door.ts";
import type { AnalysisRow } from "../analysis.ts";

/** A frozen data set as it is listed. */
export interface ListedData {
  readonly id: string;
  readonly number: number;
  readonly frozenOn: Day;
  readonly sha256: string;
  readonly people: number;
  readonly withdrawnSince: number;
}

/** A frozen data set as it is analysed; `readSha256` is that of what was read, to be the same as `sha256`. */
export interface FrozenData extends ListedData {
  readonly study: string;
  readonly readSha256: string;
  /** Made up to show how an answer looks: nobody who takes part is in it. */
  readonly invented: boolean;
  readonly rows: readonly AnalysisRow[];
}

/** The one place where the analysis meets the data set. */
export interface DataSource {
  list(db: Db, study: string): Promise<readonly ListedData[]>;
  read(db: Db, id: string): Promise<FrozenData | null>;
}

/** The versions that the research desk froze [domain 5.4]. */
export const frozenData: DataSource = {
  list: async (db, study) => (await listVersions(db)).filter((one) => one.study === study),
  read: async (db, id) => {
    const found = await findFrozen(db, id);
    if (!found) return null;
    const { dataSet, ...version } = found;
    const rows = toAnalysisRows(dataSet);
    return { ...version, rows, invented: version.people === 0 && rows.length > 0 };
  },
};
