import { sql } from "kysely";
import type { Db } from "../../platform/db/withActor.ts";
import type { StudyPurpose } from "../../study/design/studyConsent.ts";
import type { OwnStudy } from "../studyOwn.texts.ts";

export async function findOwnStudy(db: Db): Promise<OwnStudy> {
  const { rows } = await sql<{ study: OwnStudy }>`select family.study() as study`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("What she said is always answered.");
  return row.study;
}

export type OwnStudyCode = "done" | "not-found" | "ended" | "nothing-chosen" | "with-parents";

export async function answerOwnStudy(
  db: Db,
  answers: Readonly<Partial<Record<StudyPurpose, boolean>>>,
  language: string,
): Promise<OwnStudyCode> {
  const { rows } = await sql<{ code: OwnStudyCode }>`
    select family.answer_study(${JSON.stringify(answers)}::jsonb, ${language}) as code`.execute(db);
  return rows[0]?.code ?? "ended";
}

export async function withdrawOwnStudy(db: Db, what: StudyPurpose | "all"): Promise<"done" | "ended"> {
  const { rows } = await sql<{ code: "done" | "ended" }>`select family.withdraw_study(${what}) as code`.execute(db);
  return rows[0]?.code ?? "ended";
}
