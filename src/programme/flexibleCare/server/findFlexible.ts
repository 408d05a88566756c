import type { Work } from "../../../platform/db/withActor.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import type { Programme } from "../../configuration/programme.ts";
import { getProgramme } from "../../configuration/server/door.ts";
import { listVisitsOfLine, sumVisits } from "../../delivery/server/door.ts";
import type { CareVisit } from "../../delivery/visit.ts";
import type { Place, Request } from "../../enrolment/enrolment.ts";
import { findRequest, listPlacesOfLine } from "../../enrolment/server/door.ts";
import type { FlexibleDecision } from "../flexibleCare.ts";
import { flexibleStanding, type FlexibleStanding } from "../rules/flexibleStanding.ts";
import { findMean, listFlexibleDecisions } from "./flexible.store.ts";

/** Pillar 2 in one family, as it stands now. */
export interface Flexible {
  readonly place: Place;
  readonly programme: Programme;
  readonly request: Request | null;
  readonly standing: FlexibleStanding;
  readonly decisions: readonly FlexibleDecision[];
  readonly ended: FlexibleDecision | null;
  readonly mean: { readonly families: number; readonly minutes: number | null };
  readonly visits: readonly CareVisit[];
}

/** Null where the family never held a place in pillar 2, or the asker may not see it. `without`: visits that are planned anew. */
export async function findFlexible(work: Work, line: Line, without: ReadonlySet<string> = new Set()): Promise<Flexible | null> {
  const { db, today } = work;
  const places = (await listPlacesOfLine(db, line.id)).filter(({ pillar }) => pillar === 2);
  const place = places.find(({ state }) => state === "taken") ?? places[0];
  const programme = place && (await getProgramme(db, place.programmeId));
  if (!place || !programme) return null;
  const visits = await listVisitsOfLine(db, line.id);
  const sums = sumVisits(visits.filter(({ kind, id }) => kind === "flexible" && !without.has(id)));
  const decisions = (await listFlexibleDecisions(db, line.id)).filter(({ placeId }) => placeId === place.id);
  return {
    place,
    programme,
    request: await findRequest(db, line.id),
    standing: flexibleStanding({
      ...sums,
      bornOn: line.bornOn,
      today,
      agreedMinutes: place.agreedMinutes ?? 0,
      windows: programme.settings.windows,
    }),
    decisions,
    ended: decisions.find(({ kind }) => kind === "ended") ?? null,
    mean: await findMean(db, programme.id),
    visits,
  };
}
