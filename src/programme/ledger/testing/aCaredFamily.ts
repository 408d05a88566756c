import { randomUUID } from "node:crypto";
import type { Day } from "../../../kit/day.ts";
import { aLine } from "../../../pathway/trajectory/testing/aLine.ts";
import { allow } from "../../../pathway/trajectory/testing/involve.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Region } from "../../../registry/testing/aRegion.ts";
import type { VisitFacts } from "../../funding/funding.ts";
import { bookHours } from "../server/bookHours.ts";

export interface CaredFamily {
  readonly bornOn?: Day | null;
  readonly pillars?: readonly (1 | 2)[];
  readonly insurer?: "CZ" | "VGZ" | null;
  readonly municipality?: string;
  readonly programmeId: string;
}

/** An invented family in the care of the coordinator's organisation, born and with its places as asked: put there as they would come about. */
export async function aCaredFamily(region: Region, midwife: Actor, facts: CaredFamily): Promise<string> {
  const { bornOn = "2025-03-01", pillars = [1, 2], insurer = "CZ", municipality = "GM0917", programmeId } = facts;
  const line = await aLine(midwife);
  const maternity = region.organisationId("maternityCare");
  await region.asOwner(
    "insert into care_relation (trajectory_id, organisation_id, basis, since) values ($1, $2, 'enrolment', app.today() - 300)",
    [line.trajectoryId, maternity],
  );
  await allow(midwife, line, maternity, ["identity", "programme", "maternity_care"]);
  await region.asOwner("select trust.recompute_grants($1)", [line.trajectoryId]);
  if (bornOn !== null) await region.asOwner("update trajectory set born_on = $2 where id = $1", [line.trajectoryId, bornOn]);
  for (const pillar of pillars) await aTakenPlace(region, { trajectoryId: line.trajectoryId, programmeId, pillar, insurer, municipality });
  return line.trajectoryId;
}

/** A place that was decided on long ago. */
export async function aTakenPlace(
  region: Region,
  place: { trajectoryId: string; programmeId: string; pillar: 1 | 2; insurer: string | null; municipality: string },
): Promise<void> {
  await region.asOwner(
    `with v as (select id from programme_version where programme_id = $2 order by starts_on limit 1),
       d as (insert into programme_decision (trajectory_id, programme_id, version_id, pillar, entry, outcome, criteria, role, author_organisation_id)
         select $1, $2, v.id, $3, 'direct', 'place', '[]', 'midwife', $6 from v returning id)
     insert into programme_place (trajectory_id, decision_id, pool_id, pillar, entry, taken_on, municipality_code, funder, agreed_minutes, maternity_care_organisation_id, author_organisation_id)
     select $1, d.id, (select id from place_pool where programme_id = $2 and pillar = $3 and entry = 'direct'), $3, 'direct', '2024-06-01', $5, $4,
       case when $3 = 2 then 1440 end, $6, $6 from d`,
    [place.trajectoryId, place.programmeId, place.pillar, place.insurer, place.municipality, region.organisationId("maternityCare")],
  );
}

/** Three delivered hours on one day, or as many minutes as asked. */
export const aVisit = (trajectoryId: string, by: Actor, day: Day, minutes = 180): VisitFacts => ({
  visitId: randomUUID(),
  trajectoryId,
  assistantId: by.professionalId,
  parts: [{ day, minutes }],
});

/** Books a visit as delivery does, in a transaction of its own. */
export const bookVisit = (by: Actor, visit: VisitFacts): Promise<number> =>
  withActor(by, "hours.booked-anew", async (work) => {
    work.about({ trajectories: [visit.trajectoryId], part: "maternity_care" });
    return bookHours(work, visit);
  });
