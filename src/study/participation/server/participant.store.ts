import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Day } from "../../../kit/day.ts";
import type { Arm, ArmFacts } from "../../design/study.ts";
import type { Ending, Participant, Participation } from "../participation.ts";
import type { RawFacts } from "./lineFacts.store.ts";

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

/** Whose T0 is over and has no arm yet, with the facts of that moment. */
export interface ArmToFix extends RawFacts {
  readonly participantId: string;
  readonly study: string;
}

export async function listArmsToFix(db: Db): Promise<readonly ArmToFix[]> {
  const { rows } = await sql<ArmToFix>`
    select participant_id as "participantId", study, category, maternity_care as "maternityCare", municipality, insurer from study.arms_to_fix()`.execute(
    db,
  );
  return rows;
}

/** False when it was fixed already. */
export async function fixArm(
  db: Db,
  one: { readonly participantId: string; readonly study: string; readonly arm: Arm | null; readonly facts: ArmFacts },
): Promise<boolean> {
  const { rows } = await sql<{ fixed: boolean }>`
    select study.fix_arm(${one.participantId}, ${one.study}, ${one.arm}, ${JSON.stringify(one.facts)}::jsonb) as fixed`.execute(db);
  return rows[0]?.fixed ?? false;
}

export type ArmChangeCode = "done" | "not-found" | "changed" | "not-fixed" | "same-arm";

/** The research desk corrects an arm; what it was stays readable. */
export async function changeArm(
  db: Db,
  one: { readonly participantId: string; readonly study: string; readonly to: Arm; readonly why: string; readonly version: number },
): Promise<ArmChangeCode> {
  const { rows } = await sql<{ code: ArmChangeCode }>`
    select study.change_arm(${one.participantId}, ${one.study}, ${one.to}, ${one.why}, ${one.version}) as code`.execute(db);
  return rows[0]?.code ?? "not-found";
}

/** Whether and when a participant was enrolled in a pillar, beside the arm, which it never changes. */
export interface EnrolledIn {
  readonly participantId: string;
  readonly pillar: 1 | 2;
  readonly entry: "direct" | "flow_on";
  readonly daysAfterConsent: number;
  readonly givenBack: boolean;
}

export async function listEnrolments(db: Db): Promise<readonly EnrolledIn[]> {
  const { rows } = await sql<EnrolledIn>`
    select participant_id as "participantId", pillar, entry, days_after_consent as "daysAfterConsent", given_back as "givenBack" from study.places()`.execute(
    db,
  );
  return rows;
}

export interface ArmChange {
  readonly study: string;
  readonly fromArm: Arm | null;
  readonly toArm: Arm | null;
  readonly why: string;
  readonly by: string;
  readonly on: Day;
}

export async function listArmChanges(db: Db, participantId: string): Promise<readonly ArmChange[]> {
  const { rows } = await sql<ArmChange>`
    select c.study, c.from_arm as "fromArm", c.to_arm as "toArm", c.why, p.display_name as by, (c.at at time zone 'Europe/Amsterdam')::date as on
    from study_arm_change c join professional p on p.id = c.by where c.participant_id = ${participantId} order by c.at desc`.execute(db);
  return rows;
}
