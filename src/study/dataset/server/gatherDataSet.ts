import type { Db } from "../../../platform/db/withActor.ts";
import { pilotStudies } from "../../design/pilotStudies.ts";
import type { Study } from "../../design/study.ts";
import { listInstruments, scoreScale } from "../../instruments/server/door.ts";
import type { Cell, DataSet } from "../dataset.ts";
import { buildLong, longRows } from "../rules/buildLong.ts";
import { closePeople, nextPeople, openPeople, placesAndLanguages } from "./people.store.ts";

export interface Gathered {
  readonly dataSet: DataSet;
  /** Ids of who is in it, in the order of the rows. */
  readonly members: readonly string[];
}

export const findStudy = (code: string): Study | null => pilotStudies.find((one) => one.code === code) ?? null;

/** Everyone who takes part at this moment and has not withdrawn, piece by piece, all from one snapshot; answers with the ids, in the order of the rows. */
export async function eachPiece(
  db: Db,
  study: Study,
  take: (rows: DataSet["rows"], head: Omit<DataSet, "rows">) => Promise<void> | void,
): Promise<readonly string[]> {
  await openPeople(db, study.code);
  const { sites, languages } = await placesAndLanguages(db, study.code);
  const instruments = (await listInstruments(db)).map(({ instrument }) => instrument);
  const frame = { study, instruments, sites, languages };
  const head = buildLong(frame, [], scoreScale);
  const rowsOf = longRows(frame, scoreScale);
  const members: string[] = [];
  await take([], head);
  for (let people = await nextPeople(db); people.length > 0; people = await nextPeople(db)) {
    members.push(...people.map(({ id }) => id));
    await take(people.flatMap(rowsOf), head);
  }
  await closePeople(db);
  return members;
}

/** The data set of a study as it is at this moment, to look at. */
export async function gatherDataSet(db: Db, study: Study): Promise<Gathered> {
  const rows: (readonly Cell[])[] = [];
  let variables: DataSet["variables"] = [];
  const members = await eachPiece(db, study, (more, head) => {
    ({ variables } = head);
    for (const row of more) rows.push(row);
  });
  return { dataSet: { study: study.code, variables, rows }, members };
}
