import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Colleague } from "../training.ts";

export interface ColleagueFacts extends Colleague {
  readonly trainings: readonly { module: string; doneOn: Day }[];
}

/** For the job: who works at an organisation, and the trainings they finished. */
export async function listTrainingFacts(db: Db, organisationId: string): Promise<readonly ColleagueFacts[]> {
  const { rows } = await sql<ColleagueFacts>`
    select professional_id as "professionalId", name, role, since, trainings from trust.training_facts(${organisationId})`.execute(db);
  return rows;
}

/** One line a colleague: what she misses, and the first day by which. */
export interface MissingLine {
  readonly professionalId: string;
  readonly by: Day;
  readonly modules: string;
  readonly count: number;
}

export async function putTrainingWork(db: Db, organisationId: string, lines: readonly MissingLine[]): Promise<void> {
  await sql`select trust.put_training_work(${organisationId}, ${JSON.stringify(lines)}::jsonb)`.execute(db);
}
