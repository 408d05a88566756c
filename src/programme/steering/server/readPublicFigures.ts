import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Programme } from "../../configuration/programme.ts";
import { listProgrammes } from "../../configuration/server/door.ts";
import { publicFigures, type PublicFigures } from "../rules/publish.ts";
import type { Month, Municipality } from "../steering.ts";
import { chooseProgramme } from "./chooseProgramme.ts";
import { listBlocks, listPublications, type Publication } from "./publication.store.ts";
import type { Chosen } from "./readSteering.ts";
import { listMunicipalitiesOf } from "./steering.store.ts";

export interface PublishedFigures {
  readonly programme: Programme;
  readonly programmes: readonly Programme[];
  readonly publications: readonly Publication[];
  /** The publication that is looked at; null: nothing was published. */
  readonly shown: Publication | null;
  readonly municipalities: readonly Municipality[];
  readonly figures: PublicFigures;
  readonly today: Day;
}

/** Only what was published: the blocks themselves, in which nothing is below ten. */
export const readPublicFigures = (actor: Actor, chosen: Chosen): Promise<PublishedFigures | null> =>
  withActor(actor, "steering.figures-read", async ({ db, today }) => {
    const programme = await chooseProgramme(db, chosen.programmeCode);
    if (!programme) return null;
    const publications = await listPublications(db, programme.id);
    const shown = publications.find(({ month }: { month: Month }) => month === chosen.month) ?? publications[0] ?? null;
    const blocks = await listBlocks(db, programme.id);
    const codes = [...new Set([...programme.settings.area.municipalities, ...blocks.flatMap((block) => block.codes)])];
    return {
      programme,
      programmes: await listProgrammes(db),
      publications,
      shown,
      municipalities: await listMunicipalitiesOf(db, codes),
      figures: publicFigures(blocks, codes, shown?.month ?? ""),
      today,
    };
  });
