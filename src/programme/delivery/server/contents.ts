import type { Db, Work } from "../../../platform/db/withActor.ts";
import type { Programme } from "../../configuration/programme.ts";
import { listProgrammes } from "../../configuration/server/door.ts";
import type { Contents } from "../../configuration/settings/contents.ts";
import { listPlacesOfLine } from "../../enrolment/server/door.ts";
import type { ContentLists } from "../visit.ts";

/** What can be done in a visit to this family: the list of the programme in which it has a place, or else of the one that began first. */
export async function findContents({ db }: Pick<Work, "db">, trajectoryId: string): Promise<Contents["list"]> {
  return (await ownProgramme(db, trajectoryId))?.settings.contents.list ?? [];
}

/** The programme that a visit to this family is counted in. */
export async function ownProgramme(db: Db, trajectoryId: string): Promise<Programme | null> {
  const programmes = await listProgrammes(db);
  const held = (await listPlacesOfLine(db, trajectoryId)).filter(({ state }) => state === "taken");
  return programmes.find(({ id }) => held.some(({ programmeId }) => programmeId === id)) ?? programmes[0] ?? null;
}

/** Of each programme what can be done, and the words of all codes together. */
export function contentLists(programmes: readonly Programme[]): ContentLists {
  const all = new Map(
    programmes.toReversed().flatMap(({ settings }) => settings.contents.list.map(({ code, label }) => [code, label] as const)),
  );
  return {
    all: [...all].map(([code, label]) => ({ code, label })),
    of: (programmeId) =>
      (programmes.find(({ id }) => id === programmeId) ?? programmes[0])?.settings.contents.list.map(({ code }) => code) ?? [],
  };
}

/** A code that any programme knows may stand: lists change, and what was recorded on a phone comes later. */
export async function contentCodes({ db }: Pick<Work, "db">): Promise<ReadonlySet<string>> {
  return new Set((await listProgrammes(db)).flatMap(({ settings }) => settings.contents.list.map(({ code }) => code)));
}
