import { toCsv } from "../../../kit/csv.ts";
import { groupNames, listStateNames } from "../desk.texts.ts";
import { listStates } from "../desk.ts";
import type { StudyFlow } from "./readFlow.ts";

/** The flow by site, arm and wave, as a table for a spreadsheet: numbers, no pseudonyms. */
export const flowCsv = ({ study, sites }: StudyFlow): string =>
  toCsv([
    ["Deelstudie", "Organisatie", "Groep", "Meting", ...listStates.map((state) => listStateNames[state]), "Deelnemers", "Doet mee"],
    ...sites.flatMap(({ site, flow }) =>
      flow.groups.flatMap(({ group, total, inStudy, waves }) =>
        waves.map(({ wave, lists }) => [
          study.code,
          site,
          groupNames[group],
          wave,
          ...listStates.map((state) => lists[state]),
          total,
          inStudy,
        ]),
      ),
    ),
  ]);
