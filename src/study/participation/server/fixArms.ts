import { listProgrammes, programmeFor } from "../../../programme/configuration/server/door.ts";
import { withJob } from "../../../platform/db/withNobody.ts";
import type { Task } from "../../../platform/jobs/task.ts";
import { decideArm, pilotStudies } from "../../design/server/door.ts";
import { armFactsOf } from "./armFacts.ts";
import { fixArm, listArmsToFix } from "./participant.store.ts";

/** Whose T0 is over gets the arm of that moment, by the rule of the study, and keeps it [domain 5.1]. A fact that nobody knows leaves it empty. */
export const fixArms = (): Promise<number> =>
  withJob("study-arms", async (db, today) => {
    const programmes = await listProgrammes(db);
    let fixed = 0;
    for (const one of await listArmsToFix(db)) {
      const study = pilotStudies.find(({ code }) => code === one.study);
      const found = programmeFor(programmes, { today, municipality: one.municipality, holds: null, holdsBeside: null });
      if (!study || !found) continue;
      const facts = armFactsOf(found.programme.settings, one, today);
      const decided = decideArm(study, facts);
      if (await fixArm(db, { ...one, arm: decided.outcome === "arm" ? decided.arm : null, facts })) fixed += 1;
    }
    return fixed;
  });

/** Often: who completed her first list should not wait long for what she may hear. */
export const fixArmsTask: Task = {
  name: "study-arms",
  recurs: { everyMinutes: 15 },
  run: async () => {
    await fixArms();
  },
};
