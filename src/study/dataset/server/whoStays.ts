import type { Db } from "../../../platform/db/withActor.ts";
import type { DataSet } from "../dataset.ts";
import { withdrawnOf, type KeptVersion } from "./dataset.store.ts";
import { unpackRows } from "./packRows.ts";

/** The version without who has withdrawn since. A version that is not what was frozen is a fault, and gives nothing. */
export async function whoStays(db: Db, version: KeptVersion): Promise<{ dataSet: DataSet; leftOut: number }> {
  const { dataSet, sha256 } = unpackRows(version.content);
  if (sha256 !== version.sha256) throw new Error(`Data set ${version.id} is not what was frozen.`);
  const gone = await withdrawnOf(db, version.study, version.members);
  if (gone.size === 0) return { dataSet, leftOut: 0 };
  const waves = version.rows / version.people;
  const rows = dataSet.rows.filter((_, at) => !gone.has(version.members[Math.floor(at / waves)] ?? ""));
  return { dataSet: { ...dataSet, rows }, leftOut: gone.size };
}
