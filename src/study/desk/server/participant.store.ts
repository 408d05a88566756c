import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Arm } from "../../design/study.ts";

export interface ArmChange {
  readonly study: string;
  readonly fromArm: Arm | null;
  readonly toArm: Arm | null;
  readonly why: string;
  readonly at: Date;
}

export async function listArmChanges(db: Db, participantId: string): Promise<readonly ArmChange[]> {
  const { rows } = await sql<ArmChange>`
    select study, from_arm as "fromArm", to_arm as "toArm", why, at from study_arm_change where participant_id = ${participantId} order by at`.execute(
    db,
  );
  return rows;
}

/** Whether and when she was enrolled in a pillar, in days after her consent: beside the arm, which it never changes. */
export interface PillarPlace {
  readonly pillar: 1 | 2;
  readonly days: number;
  readonly givenBack: boolean;
}

export async function listPlaces(db: Db, participantId: string): Promise<readonly PillarPlace[]> {
  const { rows } = await sql<PillarPlace>`
    select pillar, days_after_consent as days, given_back as "givenBack" from study.places_of(${participantId})`.execute(db);
  return rows;
}

export interface ItemAnswer {
  readonly askId: string;
  readonly instrument: string;
  readonly item: string;
  readonly value: number | null;
  readonly missing: string | null;
}

/** The answers of one participant that count: settled, else two equal entries of paper, else her own. */
export async function listAnswersOf(db: Db, participantId: string): Promise<readonly ItemAnswer[]> {
  const { rows } = await sql<ItemAnswer>`
    select distinct on (s.ask_id, s.item) s.ask_id as "askId", s.instrument, s.item, s.value, s.missing
    from study_answer s join study_ask a on a.id = s.ask_id
    where a.participant_id = ${participantId} and (s.entry in (0, 3) or (s.entry = 1 and exists (select from study_answer o where o.ask_id = s.ask_id and o.item = s.item and o.entry = 2
      and (o.value, o.missing) is not distinct from (s.value, s.missing))))
    order by s.ask_id, s.item, s.entry desc`.execute(db);
  return rows;
}
