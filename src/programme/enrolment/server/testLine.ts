import type { Day } from "../../../kit/day.ts";
import { refuse } from "../../../kit/refusal.ts";
import type { Db, Work } from "../../../platform/db/withActor.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import type { Entry, Pillar, Places, Programme } from "../../configuration/programme.ts";
import { findProgrammeFor, listPlaces, type ProgrammeChoice } from "../../configuration/server/door.ts";
import type { Criterion, EnrolmentRefusal, Place } from "../enrolment.ts";
import { entryOf } from "../rules/capacity.ts";
import { mayEnter } from "../rules/mayEnter.ts";
import { testCriteria } from "../rules/testCriteria.ts";
import { findMunicipalityOfLine, listPlacesOfLine } from "./enrolment.store.ts";
import { gatherFacts, type Gathered } from "./gatherFacts.ts";

/** The line, its places and the programme: what is looked at first, since it may end the matter. */
export interface Standing {
  readonly line: Line;
  readonly programme: Programme;
  /** Why this programme, where more than one runs. */
  readonly why: ProgrammeChoice;
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

export async function findStanding({ db, about, today }: Work, trajectoryId: string, pillar: Pillar): Promise<Standing | EnrolmentRefusal> {
  const [line, ofLine, municipality] = await Promise.all([
    findLine(db, trajectoryId),
    listPlacesOfLine(db, trajectoryId),
    findMunicipalityOfLine(db, trajectoryId),
  ]);
  if (!line) return refuse("not-visible");
  about({ trajectories: [line.id], part: "programme" });
  const held = heldIn(ofLine, pillar);
  const chosen = await programmeOf(db, trajectoryId, { municipality, today, ofLine, pillar });
  if (!chosen) return refuse("no-programme");
  const entry = entryOf(
    pillar,
    ofLine.some((place) => place.pillar === 1 && place.state === "taken" && place.programmeId === chosen.programme.id),
  );
  return { ...chosen, line, ofLine, held, entry, places: await listPlaces(db, chosen.programme.id) };
}

/** The programme that this pillar of this line is about. A family holds at most one place of a pillar, in whatever programme. */
export const programmeOf = async (
  db: Db,
  trajectoryId: string,
  { municipality, today, ofLine, pillar }: { municipality: string | null; today: Day; ofLine: readonly Place[]; pillar: Pillar },
): Promise<{ programme: Programme; why: ProgrammeChoice } | null> =>
  findProgrammeFor(db, trajectoryId, {
    today,
    municipality,
    holds: heldIn(ofLine, pillar)?.programmeId ?? null,
    holdsBeside: heldIn(ofLine, pillar === 1 ? 2 : 1)?.programmeId ?? null,
  });

const heldIn = (ofLine: readonly Place[], pillar: Pillar): Place | null =>
  ofLine.find((place) => place.pillar === pillar && place.state === "taken") ?? null;

/** Tests every criterion now. Only a decision keeps the outcome. */
export async function testLine(work: Work, standing: Standing, pillar: Pillar): Promise<Tested> {
  const { line, programme, ofLine, places, held } = standing;
  const gathered = await gatherFacts(work, line, { ofLine: ofLine.filter(({ programmeId }) => programmeId === programme.id), places });
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
