import type { Work } from "../../../platform/db/withActor.ts";
import { listProgrammes } from "../../configuration/server/door.ts";
import type { Contents } from "../../configuration/settings/contents.ts";
import { listPlacesOfLine } from "../../enrolment/server/door.ts";

/** What can be done in a visit to this family: the list of the programme in which it has a place, or else of the one that began first. */
export async function findContents({ db }: Pick<Work, "db">, trajectoryId: string | null): Promise<Contents["list"]> {
  const programmes = await listProgrammes(db);
  const held = trajectoryId === null ? [] : (await listPlacesOfLine(db, trajectoryId)).filter(({ state }) => state === "taken");
  const own = programmes.find(({ id }) => held.some(({ programmeId }) => programmeId === id)) ?? programmes[0];
  return own?.settings.contents.list ?? [];
}

/** A code that any programme knows may stand: lists change, and what was recorded on a phone comes later. */
export async function contentCodes({ db }: Pick<Work, "db">): Promise<ReadonlySet<string>> {
  return new Set((await listProgrammes(db)).flatMap(({ settings }) => settings.contents.list.map(({ code }) => code)));
}
