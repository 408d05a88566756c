import type { Db } from "../../../platform/db/withActor.ts";
import type { Programme } from "../../configuration/programme.ts";
import { listProgrammes } from "../../configuration/server/door.ts";

/** The programme with this code, or without a code the first that runs; null where there is none: an act is never on another one. */
export async function chooseProgramme(db: Db, code: string | null): Promise<Programme | null> {
  const all = await listProgrammes(db);
  return (code === null ? all[0] : all.find((programme) => programme.code === code)) ?? null;
}
