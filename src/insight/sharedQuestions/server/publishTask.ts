import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { topics } from "../../../pathway/support/directory/directory.ts";
import { closedQuarters } from "../rules/quarters.ts";
import { suppressTheme } from "../rules/suppress.ts";
import { countRaw, isPublished, listMunicipalities, publish } from "./sharedQuestions.store.ts";

/** How many quarters back a region that just began has figures. */
const quartersBack = 4;

/** Each night: a quarter that is over is counted once. What is small is hidden here, before anything is written. */
export const sharedQuestionsTask: Task = {
  name: "shared-questions",
  recurs: { dailyAt: "04:40" },
  run: () =>
    withJob("shared-questions", async (db, today) => {
      const municipalities = (await listMunicipalities(db)).map(({ code }) => code);
      for (const quarter of closedQuarters(today, quartersBack)) {
        if (await isPublished(db, quarter)) continue;
        const counts = await countRaw(db, quarter);
        await publish(
          db,
          quarter,
          topics.flatMap((theme) => suppressTheme(theme, counts, municipalities)),
        );
      }
    }),
};
