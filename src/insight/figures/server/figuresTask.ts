import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { publishYear } from "../rules/publishYear.ts";
import { toldYears } from "../rules/toldYears.ts";
import { countAll, listMunicipalities, listUntold, listYear, publish } from "./figures.store.ts";

/** Each night the figures of the group are counted anew; a year that is over is told once. What is small is hidden here, before it is written. */
export const figuresTask: Task = {
  name: "group-figures",
  recurs: { dailyAt: "04:55" },
  run: () =>
    withJob("group-figures", async (db, today) => {
      await countAll(db);
      const municipalities = (await listMunicipalities(db)).map(({ code }) => code);
      for (const year of toldYears(await listUntold(db), today)) {
        const cells = await listYear(db, year);
        await publish(db, year, publishYear(year, cells, municipalities));
      }
    }),
};
