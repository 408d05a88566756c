import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import { fitsMove } from "../rules/whyCodes.ts";
import { decideMove, moves, type EndingMove } from "../rules/visitMoves.ts";
import { mayPlan } from "../rules/whoPlans.ts";
import type { CareVisit, VisitRefusal, VisitWay, WhyCode } from "../visit.ts";
import { bookVisit } from "./bookVisit.ts";
import type { SeenVisit } from "./planVisit.ts";
import { findNow, findVisit, takeOffList, updateVisit } from "./visit.store.ts";

export interface EndingInput {
  readonly move: EndingMove;
  readonly whyCode: WhyCode;
  readonly why: string | null;
  readonly way?: VisitWay;
  readonly notedAt?: string | null;
}
type Moved = Done<{ readonly visitId: string; readonly version: number }>;

/** A visit that does not take place: refused by the family, missed, cancelled; or one that never was. Sent again it changes nothing. */
export async function endVisit(
  work: Work,
  actor: Actor,
  seen: SeenVisit,
  { move, whyCode, why, way = "web", notedAt = null }: EndingInput,
): Promise<Moved | VisitRefusal> {
  const visit = await findOf(work, seen);
  if (!visit) return refuse("not-visible");
  if (visit.state === moves[move].to && visit.whyCode === whyCode) return done({ visitId: visit.id, version: visit.version });
  const saysWhy = fitsMove(move, whyCode) && (whyCode !== "other" || why !== null);
  const allowed = decideMove(move, { ...about(actor, visit), saysWhy });
  if (allowed !== "go") return allowed;
  // What was delivered stays readable as it was, in the history; of a visit that never was no hours remain.
  const hours =
    move === "takeBack" && visit.plannedFrom !== null
      ? { startedAt: null, endedAt: null, breakMinutes: 0, contents: [] }
      : { startedAt: visit.startedAt };
  const next: CareVisit = {
    ...visit,
    ...(visit.state === "planned" ? { startedAt: null } : hours),
    state: moves[move].to,
    whyCode,
    why,
    way,
    notedAt,
    checkDate: false,
  };
  if (!(await updateVisit(work.db, { id: visit.id, version: seen.version }, next))) return refuse("changed-meanwhile");
  if (move === "takeBack") await bookVisit(work, next);
  return done({ visitId: visit.id, version: seen.version + 1 });
}

/** She has come: the clock of the visit runs. */
export async function startVisit(work: Work, actor: Actor, seen: SeenVisit): Promise<Moved | VisitRefusal> {
  const visit = await findOf(work, seen);
  if (!visit) return refuse("not-visible");
  if (visit.state === "planned" && visit.startedAt !== null) return done({ visitId: visit.id, version: visit.version });
  const allowed = decideMove("start", { ...about(actor, visit), saysWhy: true });
  if (allowed !== "go") return allowed;
  const started = await updateVisit(work.db, { id: visit.id, version: seen.version }, { ...visit, startedAt: await findNow(work.db) });
  return started ? done({ visitId: visit.id, version: seen.version + 1 }) : refuse("changed-meanwhile");
}

/** The coordinator looked: the day is right, whatever the phone's clock said. */
export async function confirmDate(work: Work, actor: Actor, seen: SeenVisit): Promise<Moved | VisitRefusal> {
  const visit = await findOf(work, seen);
  if (!visit) return refuse("not-visible");
  if (!mayPlan(actor.role)) return refuse("not-your-role");
  if (visit.checkDate && !(await updateVisit(work.db, { id: visit.id, version: seen.version }, { ...visit, checkDate: false })))
    return refuse("changed-meanwhile");
  return done({ visitId: visit.id, version: seen.version + 1 });
}

/** Who plans looked at what was planned before something happened to the family. */
export async function seePlannedVisits(work: Work, actor: Actor, trajectoryId: string): Promise<Done | VisitRefusal> {
  work.about({ trajectories: [trajectoryId], part: "maternity_care" });
  if (!mayPlan(actor.role)) return refuse("not-your-role");
  await takeOffList(work.db, trajectoryId, "visits-look-again");
  return done({});
}

const about = (actor: Actor, visit: CareVisit) => ({
  state: visit.state,
  mayPlan: mayPlan(actor.role),
  own: visit.assistantId === actor.professionalId,
});

async function findOf(work: Work, { trajectoryId, visitId }: SeenVisit): Promise<CareVisit | null> {
  const visit = await findVisit(work.db, visitId);
  if (visit?.trajectoryId !== trajectoryId) return null;
  work.about({ trajectories: [trajectoryId], part: "maternity_care" });
  return visit;
}
