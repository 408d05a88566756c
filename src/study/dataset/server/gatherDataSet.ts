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

/** The data set of a study as it is at this moment: everyone who takes part and has not withdrawn. */
export async function gatherDataSet(db: Db, study: Study): Promise<Gathered> {
  await openPeople(db, study.code);
  const { sites, languages } = await placesAndLanguages(db, study.code);
  const instruments = (await listInstruments(db)).map(({ instrument }) => instrument);
  const frame = { study, instruments, sites, languages };
  const rowsOf = longRows(frame, scoreScale);
  const members: string[] = [];
  const rows: Cell[][] = [];
  for (let people = await nextPeople(db); people.length > 0; people = await nextPeople(db))
    for (const person of people) {
      members.push(person.id);
      rows.push(...rowsOf(person));
    }
  await closePeople(db);
  return { dataSet: { ...buildLong(frame, [], scoreScale), rows }, members };
}
