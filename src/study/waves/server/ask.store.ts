import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import { fixedInstrument, type Ask, type CountedAnswer } from "../ask.ts";

const columns = sql`a.id, a.participant_id as "participantId", a.waves, a.instruments, a.opens_on as "opensOn", a.remind_on::text[] as "remindOn", a.expires_on as "expiresOn",
  a.state, a.late, a.way, a.told, a.reminded, a.form_code as "formCode", a.printed_on as "printedOn", a.answered_on as "answeredOn", a.stopped_because as "stoppedBecause",
  a.reached, a.version`;

/** Every list of every participant, in the order of participant and day; or of one participant. For the research desk. */
export async function listAsks(db: Db, participantId: string | null = null): Promise<readonly Ask[]> {
  const { rows } =
    await sql<Ask>`select ${columns} from study_ask a where ${participantId}::uuid is null or a.participant_id = ${participantId}
    order by a.participant_id, a.opens_on, a.id`.execute(db);
  return rows.map(read);
}

export const read = (row: Ask): Ask => ({ ...row, instruments: fixedInstrument.array().parse(row.instruments) });

/** The answers that count, of every list or of one. For the research desk. */
export async function listAnswers(db: Db, askId: string | null = null): Promise<readonly CountedAnswer[]> {
  const { rows } = await sql<CountedAnswer>`
    select distinct on (s.ask_id, s.item) s.ask_id as "askId", s.item, s.instrument, s.instrument_version as "instrumentVersion", s.value, s.missing, s.way, s.answered_at as "answeredAt"
    from study_answer s where (${askId}::uuid is null or s.ask_id = ${askId}) and (s.entry in (0, 3) or s.entry = 1 and exists (select from study_answer o
      where o.ask_id = s.ask_id and o.item = s.item and o.entry = 2 and (o.value, o.missing) is not distinct from (s.value, s.missing)))
    order by s.ask_id, s.item, s.entry = 3 desc, s.entry desc`.execute(db);
  return rows;
}

/** The pseudonym of each participant, as people write it. */
export async function listCodes(db: Db): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; code: string }>`select id, code from study_participant`.execute(db);
  return new Map(rows.map(({ id, code }) => [id, code]));
}
