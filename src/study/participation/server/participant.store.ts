import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Ending, Participant, Participation } from "../participation.ts";

const participations = sql<readonly Participation[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('study', q.study, 'consentOn', q.consent_on, 'consentVersion', q.consent_version, 'consentWay', q.consent_way, 'arm', q.arm,
    'armFixedOn', q.arm_fixed_on, 'late', q.late, 'registerLink', q.register_link, 'quotes', q.quotes, 't0', q.t0, 't0Until', q.t0_until, 'withdrawnOn', q.withdrawn_on,
    'version', q.version) order by q.study), '[]') from study_participation q where q.participant_id = s.id)`;

const columns = sql`s.id, s.code, s.site_id as "siteId", o.name as site, s.language, s.answers_by as "answersBy", s.state, s.ended_on as "endedOn",
  s.ended_because as "endedBecause", ${participations} as studies`;

/** Everyone who takes or took part, by pseudonym, in the order of entering; for the research desk, nobody for anyone else. */
export async function listParticipants(db: Db): Promise<readonly Participant[]> {
  const { rows } = await sql<Participant>`
    select ${columns} from study_participant s join organisation o on o.id = s.site_id order by s.created_at, s.code`.execute(db);
  return rows;
}

/** One participant by her pseudonym; null for who is not the research desk, and for a pseudonym that is not there. */
export async function findParticipant(db: Db, code: string): Promise<Participant | null> {
  const { rows } = await sql<Participant>`
    select ${columns} from study_participant s join organisation o on o.id = s.site_id where s.code = ${code}`.execute(db);
  return rows[0] ?? null;
}

/** Ends taking part, by the research desk. False when it had ended already. */
export async function endParticipation(db: Db, participantId: string, because: Extract<Ending, "study_over" | "other">): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`select study.end_participation(${participantId}, ${because}) as ended`.execute(db);
  return rows[0]?.ended ?? false;
}
