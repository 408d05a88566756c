import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Day } from "../../../kit/day.ts";
import { familyHeading } from "../../../registry/personName.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { findAnswerFor } from "../../../trust/consent/server/door.ts";
import type { CategoryNow } from "../../assessment/assessment.ts";
import { findCategory } from "../../assessment/server/door.ts";
import type { Factor } from "../../signal/signal.ts";
import { listFactors } from "../../signal/server/door.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { Line } from "../../trajectory/line.ts";
import { openVisitStates, type HomeVisit } from "../homeVisit.ts";
import { decideConsent, type Sides, type VisitConsent } from "../rules/homeVisitMoves.ts";
import type { VisitReport } from "../visitReport.ts";
import { findMovedTo, findQuestion, findVisitById, listVisits, listYouthHealth, waitsForMe, type YouthHealth } from "./homeVisit.store.ts";
import { sidesOf, toldKinds } from "./moveVisit.ts";
import { findReportOf } from "./visitReport.store.ts";

/** A visit as this asker may see it: before acceptance the request alone. */
export interface VisitData {
  readonly visit: HomeVisit;
  readonly sides: Sides;
  readonly today: Day;
  /** "Gezin Frijns", or null as long as the asker may not know. */
  readonly family: string | null;
  readonly question: string | null;
  readonly consent: VisitConsent | null;
  readonly allowed: boolean;
  readonly report: VisitReport | null;
  readonly category: CategoryNow | null;
  readonly factors: readonly Factor[];
  /** What the other side did waits to be read. */
  readonly told: boolean;
  /** Municipality where the family lives now, as long as nobody said who goes there. */
  readonly movedTo: string | null;
  /** The line still runs; on one that ended nothing new is asked. */
  readonly lineOpen: boolean;
}

export function readVisit(actor: Actor, trajectoryId: string, visitId: string): Promise<VisitData | null> {
  return withActor(actor, "home-visit.read", async (work) => {
    const { db, today } = work;
    const visit = await findVisitById(db, trajectoryId, visitId);
    if (!visit) return null;
    work.about({ trajectories: [trajectoryId], part: "exploration" });
    const sides = sidesOf(visit, actor);
    const family = await findFamilyOfLine(db, trajectoryId);
    const consent =
      sides.asked || sides.asking ? await findAnswerFor(db, trajectoryId, "prenatal_home_visit", visit.asked.organisationId) : null;
    return {
      visit,
      sides,
      today,
      family: family ? familyHeading(family.members) : null,
      consent,
      allowed: decideConsent(consent) === "go",
      question: await findQuestion(db, visitId),
      report: await findReportOf(db, visitId),
      category: await findCategory(db, trajectoryId),
      factors: await listFactors(db),
      movedTo: await findMovedTo(db, visitId),
      lineOpen: (await findLine(db, trajectoryId))?.state === "open",
      told: await waitsForMe(db, visitId, toldKinds),
    };
  });
}

/** What the form needs that asks for a visit. */
export interface AskData {
  readonly line: Line;
  readonly family: string;
  readonly today: Day;
  readonly services: readonly (YouthHealth & { readonly allowed: boolean })[];
  /** A visit that is under way: there is nothing to ask. */
  readonly running: HomeVisit | null;
}

export function readAsk(actor: Actor, trajectoryId: string): Promise<AskData | null> {
  return withActor(actor, "home-visit.read", async ({ db, today, about }) => {
    const line = await findLine(db, trajectoryId);
    const family = line && (await findFamilyOfLine(db, trajectoryId));
    if (!line || !family) return null;
    about({ trajectories: [trajectoryId], part: "exploration" });
    const services: AskData["services"][number][] = [];
    for (const service of await listYouthHealth(db, line.municipality))
      services.push({
        ...service,
        allowed: decideConsent(await findAnswerFor(db, trajectoryId, "prenatal_home_visit", service.id)) === "go",
      });
    const running = (await listVisits(db, trajectoryId)).find(({ status }) => openVisitStates.includes(status.state)) ?? null;
    return { line, family: familyHeading(family.members), today, services, running };
  });
}
