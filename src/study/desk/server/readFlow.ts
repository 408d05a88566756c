import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { pilotStudies } from "../../design/pilotStudies.ts";
import type { Study } from "../../design/study.ts";
import type { Flow } from "../desk.ts";
import { countFlow } from "../rules/countFlow.ts";
import { countLists, listAsked, listFlowCells } from "./flow.store.ts";

export interface StudyFlow {
  readonly study: Study;
  readonly flow: Flow;
  readonly sites: readonly { readonly site: string; readonly flow: Flow }[];
  readonly today: string;
}

/** The flow of participants through one study, as a whole and by site; null when there is no such study. */
export const readFlow = (actor: Actor, code: string): Promise<StudyFlow | null> =>
  withActor(actor, "study.flow-read", async ({ db, today, about }) => {
    const study = pilotStudies.find((one) => one.code === code);
    if (!study) return null;
    about({ purpose: code });
    const cells = await listFlowCells(db, code);
    const asked = (await listAsked(db)).filter((one) => one.study === code);
    const waves = study.waves.map((wave) => wave.code);
    const sites = [...new Set([...cells, ...asked].map(({ site }) => site))].sort((one, other) => one.localeCompare(other, "nl"));
    return {
      study,
      today,
      flow: countFlow(cells, waves, asked),
      sites: sites.map((site) => ({
        site,
        flow: countFlow(
          cells.filter((one) => one.site === site),
          waves,
          asked.filter((one) => one.site === site),
        ),
      })),
    };
  });

export interface DeskHome {
  readonly studies: readonly { readonly study: Study; readonly flow: Flow }[];
  readonly due: number;
  readonly missing: number;
}

/** Where the studies stand: the first thing that the desk sees. */
export const readDeskHome = (actor: Actor): Promise<DeskHome> =>
  withActor(actor, "study.flow-read", async ({ db, today }) => {
    const asked = await listAsked(db);
    const studies = [];
    for (const study of pilotStudies) {
      const cells = await listFlowCells(db, study.code);
      const own = asked.filter((one) => one.study === study.code);
      studies.push({
        study,
        flow: countFlow(
          cells,
          study.waves.map(({ code }) => code),
          own,
        ),
      });
    }
    return { studies, ...(await countLists(db, today)) };
  });
