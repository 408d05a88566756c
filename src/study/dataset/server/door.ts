import type { Db } from "../../../platform/db/withActor.ts";
import type { DataSet } from "../dataset.ts";
import { findVersion, listVersions, type ListedVersion } from "./dataset.store.ts";
import { unpackRows } from "./packRows.ts";

/** What the analysis may ask: which versions there are, and one as it was frozen, with the hash of what was read. */
export { listVersions };
export { toAnalysisRows } from "../rules/toAnalysisRows.ts";

export interface FrozenDataSet extends ListedVersion {
  readonly readSha256: string;
  readonly dataSet: DataSet;
}

export async function findFrozen(db: Db, id: string): Promise<FrozenDataSet | null> {
  const found = await findVersion(db, id);
  if (!found) return null;
  const { content, members: _members, variables: _variables, ...version } = found;
  const { dataSet, sha256 } = unpackRows(content);
  return { ...version, readSha256: sha256, dataSet };
}
