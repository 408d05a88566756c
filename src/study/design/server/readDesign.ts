import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { listInstruments } from "../../instruments/server/door.ts";
import { pilotStudies } from "../pilotStudies.ts";
import type { Study } from "../study.ts";

/** Of a questionnaire in the language in which it is asked: may it go out? */
export interface Readiness {
  readonly form: string;
  readonly language: string;
  readonly title: string;
  /** The page of the text that is there, in whichever language; null when there is none. */
  readonly id: string | null;
  readonly ready: boolean;
}

export interface Design {
  readonly studies: readonly Study[];
  readonly instruments: readonly Readiness[];
}

/** The studies as they are set up, with which of their questionnaires can go out. */
export const readDesign = (actor: Actor): Promise<Design> =>
  withActor(actor, "study.read", async ({ db }) => {
    const listed = await listInstruments(db);
    const asked = pilotStudies.flatMap(({ waves }) => waves.flatMap(({ instruments }) => instruments));
    const distinct = asked.filter(
      (one, at) => asked.findIndex(({ form, language }) => form === one.form && language === one.language) === at,
    );
    return {
      studies: pilotStudies,
      instruments: distinct.map(({ form, language }) => {
        const inLanguage = listed.find(
          ({ instrument }) => instrument.scale.form === form && instrument.questionnaire.language === language,
        );
        const shown = inLanguage ?? listed.find(({ instrument }) => instrument.scale.form === form);
        return {
          form,
          language,
          title: shown?.instrument.questionnaire.title ?? form,
          id: shown?.id ?? null,
          ready: inLanguage?.instrument.validated ?? false,
        };
      }),
    };
  });
