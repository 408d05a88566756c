import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import { instrumentFile, type Instrument } from "../instrument.ts";

export interface LoadedInstrument {
  readonly instrument: Instrument;
  readonly loadedBy: string;
  readonly loadedAt: Date;
}

/** What the research desk loaded; of each form and language the newest. */
export async function listLoaded(db: Db): Promise<readonly LoadedInstrument[]> {
  const { rows } = await sql<{ content: unknown; loadedBy: string; loadedAt: Date }>`
    select distinct on (i.form, i.language) i.content, p.display_name as "loadedBy", i.loaded_at as "loadedAt"
    from instrument i join professional p on p.id = i.loaded_by order by i.form, i.language, i.loaded_at desc, i.id`.execute(db);
  return rows.map(({ content, ...rest }) => ({ ...rest, instrument: instrumentFile.parse(content) }));
}

/** False when this version of this form is there already. */
export async function insertInstrument(db: Db, instrument: Instrument): Promise<boolean> {
  const { scale, questionnaire, validated } = instrument;
  const { rows } = await sql<{ id: string }>`
    insert into instrument (form, language, version, content, validated, loaded_by)
    values (${scale.form}, ${questionnaire.language}, ${scale.version}, ${JSON.stringify(instrument)}::jsonb, ${validated}, trust.my_professional())
    on conflict (form, language, version) do nothing returning id`.execute(db);
  return rows.length === 1;
}
