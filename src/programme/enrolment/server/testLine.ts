import { refuse } from "../../../kit/refusal.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import type { Entry, Pillar, Places, Programme } from "../../configuration/programme.ts";
import { findProgramme, listPlaces } from "../../configuration/server/door.ts";
import type { Criterion, EnrolmentRefusal, Place } from "../enrolment.ts";
import { entryOf } from "../rules/capacity.ts";
import { mayEnter } from "../rules/mayEnter.ts";
import { testCriteria } from "../rules/testCriteria.ts";
import { listPlacesOfLine } from "./enrolment.store.ts";
import { gatherFacts, type Gathered } from "./gatherFacts.ts";

/** The line, its places and the programme: what is looked at first, since it may end the matter. */
export interface Standing {
  readonly line: Line;
  readonly programme: Programme;
  readonly places: readonly Places[];
  readonly ofLine: readonly Place[];
  readonly held: Place | null;
  readonly entry: Entry;
}

export interface Tested extends Standing, Gathered {
  readonly criteria: readonly Criterion[];
  /** What stands in the way of any place, beside the criteria. */
  readonly obstacle: EnrolmentRefusal | null;
}

export async function findStanding({ db, about }: Work, trajectoryId: string, pillar: Pillar): Promise<Standing | EnrolmentRefusal> {
  const [line, programme, ofLine] = await Promise.all([findLine(db, trajectoryId), findProgramme(db), listPlacesOfLine(db, trajectoryId)]);
  if (!line) return refuse("not-visible");
  about({ trajectories: [line.id], part: "programme" });
  if (!programme) return refuse("no-programme");
  const held = ofLine.find((place) => place.pillar === pillar && place.state === "taken") ?? null;
  const entry = entryOf(
    pillar,
    ofLine.some((place) => place.pillar === 1 && place.state === "taken"),
  );
  return { line, programme, ofLine, held, entry, places: await listPlaces(db, programme.id) };
}

/** Tests every criterion now. Only a decision keeps the outcome. */
export async function testLine(work: Work, standing: Standing, pillar: Pillar): Promise<Tested> {
  const { line, programme, ofLine, places, held } = standing;
  const gathered = await gatherFacts(work, line, ofLine, places);
  const obstacle = mayEnter(pillar, programme.settings.windows, {
    today: work.today,
    lineState: line.state,
    bornOn: line.bornOn,
    holdsPlace: held !== null,
    programme: gathered.willing,
  });
  return {
    ...standing,
    ...gathered,
    criteria: testCriteria(pillar, programme.settings, gathered.facts),
    obstacle: obstacle === "go" ? null : obstacle,
  };
}
