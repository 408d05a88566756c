import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { pilotStudies } from "../../design/pilotStudies.ts";
import type { Study } from "../../design/study.ts";
import { scoreScale } from "../../instruments/server/door.ts";
import { suppliedInstruments } from "../../instruments/suppliedInstruments.ts";
import type { BaselineRow } from "../desk.ts";
import { compareBaseline, type Difference } from "../rules/compareBaseline.ts";
import { comparisonJob } from "./comparisonJob.ts";
import { keepComparison, listBaseline, type BaselineOf } from "./comparison.store.ts";

const atOnce = 5_000;
const nobody = "00000000-0000-0000-0000-000000000000";
const baselineFacts = ["category_d", "other_language", "late"] as const;

/** Each night, and when the desk asks for it: how alike the arms are at T0. */
export const compareArmsTask: Task = {
  name: comparisonJob,
  recurs: { dailyAt: "05:20" },
  run: async () => {
    // the statistics come with large libraries: only who counts loads them
    const { standardisedDifference } = await import("../../analysis/server/door.ts");
    for (const study of pilotStudies) await compareStudy(study, standardisedDifference);
  },
};

/** The forms that are asked at T0: a form has one scale, whatever language it was answered in. */
const formsAt = ({ waves }: Study): readonly string[] => waves.find(({ code }) => code === "T0")?.instruments.map(({ form }) => form) ?? [];

async function compareStudy(study: Study, difference: Difference): Promise<void> {
  const scales = formsAt(study).flatMap((form) => suppliedInstruments.find(({ scale }) => scale.form === form)?.scale ?? []);
  const toRow = ({ arm, category, language, late, answers }: BaselineOf): BaselineRow => ({
    arm,
    scores: Object.fromEntries(
      scales.map((scale) => {
        const score = scoreScale(scale, answers);
        return [scale.form, score.outcome === "score" ? score.value : null];
      }),
    ),
    shares: { category_d: category === null ? null : category === "d", other_language: language !== "nl", late },
  });
  await withJob(comparisonJob, async (db) => {
    const rows: BaselineRow[] = [];
    for (let after = nobody; ; ) {
      const batch = await listBaseline(db, study.code, after, atOnce);
      rows.push(...batch.map(toRow));
      const last = batch.at(-1);
      if (!last || batch.length < atOnce) break;
      after = last.participantId;
    }
    const measures = { scores: scales.map(({ form }) => form), shares: baselineFacts };
    await keepComparison(db, study.code, {
      lines: compareBaseline(rows, measures, difference),
      in: {
        intervention: rows.filter(({ arm }) => arm === "intervention").length,
        control: rows.filter(({ arm }) => arm === "control").length,
      },
    });
  });
}
