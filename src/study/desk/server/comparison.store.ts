import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Arm } from "../../design/study.ts";
import type { Comparison } from "../desk.ts";

export interface BaselineOf {
  readonly participantId: string;
  readonly arm: Arm;
  readonly category: string | null;
  readonly language: string;
  readonly late: boolean;
  readonly answers: Readonly<Record<string, number>>;
}

/** So many participants after this one, with their answers at T0. For the job. */
export async function listBaseline(db: Db, study: string, after: string, most: number): Promise<readonly BaselineOf[]> {
  const { rows } = await sql<BaselineOf>`
    select participant_id as "participantId", arm, category, language, late, answers from study.baseline_of(${study}, ${after}, ${most}) order by participant_id`.execute(
    db,
  );
  return rows;
}

export async function keepComparison(db: Db, study: string, comparison: Comparison): Promise<void> {
  await sql`select study.keep_comparison(${study}, ${JSON.stringify(comparison)}::jsonb)`.execute(db);
}

/** What was counted last; null: never. */
export async function findComparison(db: Db, study: string): Promise<{ readonly madeAt: Date; readonly content: Comparison } | null> {
  const { rows } = await sql<{ madeAt: Date; content: Comparison }>`
    select made_at as "madeAt", content from study_comparison where study = ${study}`.execute(db);
  return rows[0] ?? null;
}
