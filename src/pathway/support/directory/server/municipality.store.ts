import type { Db } from "../../../../platform/db/withActor.ts";

export interface Municipality {
  readonly code: string;
  readonly name: string;
}

export const listMunicipalities = (db: Db): Promise<readonly Municipality[]> =>
  db.selectFrom("municipality").select(["code", "name"]).orderBy("name").execute();
